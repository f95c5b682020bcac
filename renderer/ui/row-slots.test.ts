import { describe, expect, it } from 'vitest';
import { assignSlots } from './row-slots.ts';

const scroll = (...steps: readonly (readonly number[])[]) => {
  let slots: ReadonlyMap<number, number> = new Map();
  for (const lines of steps) slots = assignSlots(lines, slots);
  return slots;
};

describe('the slots of the lines that stand', () => {
  it('are counted from the top at first', () => {
    expect([...scroll([5, 6, 7])]).toEqual([
      [5, 0],
      [6, 1],
      [7, 2],
    ]);
  });

  it('stay with their lines while these stand, and new lines take those that became free', () => {
    const slots = scroll([0, 1, 2, 3], [2, 3, 4, 5]);
    expect([2, 3].map((line) => slots.get(line))).toEqual([2, 3]);
    expect([4, 5].map((line) => slots.get(line))).toEqual([0, 1]);
  });

  it('are never shared, also by a line far away that keeps the focus', () => {
    const slots = scroll([0, 1, 2], [0, 900, 901, 902], [0, 901, 902, 903]);
    expect(slots.get(0)).toBe(0);
    expect(new Set(slots.values()).size).toBe(4);
  });

  it('are as many as lines stand, however far it scrolls', () => {
    const steps = Array.from({ length: 50 }, (_, step) => [0, 1, 2, 3].map((line) => step * 3 + line));
    expect(Math.max(...scroll(...steps).values())).toBe(3);
  });
});
