/** Counts how often each key is in use, so that "still in use?" never means a walk over all profiles. */
export class Counter<Key> {
  readonly #counts = new Map<Key, number>();

  count(key: Key): number {
    return this.#counts.get(key) ?? 0;
  }

  add(key: Key, amount = 1): void {
    const next = this.count(key) + amount;
    if (next > 0) this.#counts.set(key, next);
    else this.#counts.delete(key);
  }
}
