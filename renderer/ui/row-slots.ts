/**
 * Gives each line that stands a slot, which is the place of its element: a line keeps its slot as long as it stands,
 * and a new line gets one that is free. Scrolling then changes the text of elements in place of making new ones.
 */
export function assignSlots(
  lines: readonly number[],
  before: ReadonlyMap<number, number>,
): ReadonlyMap<number, number> {
  const slots = new Map<number, number>();
  const taken = new Set<number>();
  for (const line of lines) {
    const slot = before.get(line);
    if (slot === undefined) continue;
    slots.set(line, slot);
    taken.add(slot);
  }
  let free = 0;
  for (const line of lines) {
    if (slots.has(line)) continue;
    while (taken.has(free)) free += 1;
    slots.set(line, free);
    taken.add(free);
  }
  return slots;
}
