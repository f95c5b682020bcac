/**
 * Records by id in a fixed order. A page costs its own length, whatever the size of the store; adding is cheap,
 * removing costs one pass over the ids.
 */
export class Store<T extends { readonly id: number }> {
  readonly #byId = new Map<number, T>();
  readonly #order: number[] = [];
  #lastId = 0;

  get size(): number {
    return this.#order.length;
  }

  /** The id the next record should take. */
  nextId(): number {
    return this.#lastId + 1;
  }

  get(id: number): T | undefined {
    return this.#byId.get(id);
  }

  has(id: number): boolean {
    return this.#byId.has(id);
  }

  /** Adds a record at the end. An id that is taken is a bug and throws. */
  add(record: T): void {
    if (this.#byId.has(record.id)) throw new Error(`The id ${record.id} is taken.`);
    this.#byId.set(record.id, record);
    this.#order.push(record.id);
    this.#lastId = Math.max(this.#lastId, record.id);
  }

  /** Removes a record; tells whether it was there. */
  remove(id: number): boolean {
    if (!this.#byId.delete(id)) return false;
    this.#order.splice(this.#order.indexOf(id), 1);
    return true;
  }

  /** Gives a record its new id, in its old place. The caller has set `id` on it already. */
  renumber(oldId: number, record: T): void {
    this.#byId.delete(oldId);
    this.#byId.set(record.id, record);
    this.#order[this.#order.indexOf(oldId)] = record.id;
    this.#lastId = Math.max(this.#lastId, record.id);
  }

  /** Records from `start` (from 0), oldest or newest first. */
  slice(start: number, length: number, newestFirst = false): T[] {
    const records: T[] = [];
    for (let index = start; index < Math.min(start + length, this.#order.length); index += 1) {
      const id = this.#order[newestFirst ? this.#order.length - 1 - index : index];
      const record = id === undefined ? undefined : this.#byId.get(id);
      if (record !== undefined) records.push(record);
    }
    return records;
  }

  /** Every record in order. */
  all(): T[] {
    return this.slice(0, this.size);
  }

  find(matches: (record: T) => boolean): T | undefined {
    for (const record of this.#byId.values()) if (matches(record)) return record;
    return undefined;
  }
}
