/** What is to be done with a group of items. */
export type Purpose =
  /** Send the operation's request. */
  | 'send'
  /** Find out by reading what an earlier request with an unknown outcome did. */
  | 'settle';

interface WorkChunk<T> {
  readonly purpose: Purpose;
  readonly items: readonly T[];
}

interface WorkOptions {
  readonly purpose: Purpose;
  /** Goes in a request of its own. */
  readonly isAlone?: boolean;
  /** Not before this time, in ms of the same clock as `take`. */
  readonly notBefore?: number;
}

/** The items of one job that wait for their turn, in the order in which they came. */
export interface WorkQueue<T> {
  put(items: readonly T[], options: WorkOptions): void;
  /**
   * The next items whose time has come, or null: first those to settle, then those that go alone, then at
   * most `batchSize` others whose key is the same.
   */
  take(batchSize: number, now: number): WorkChunk<T> | null;
  /** The time at which `take` gives something; null when the queue is empty. */
  nextDue(): number | null;
}

interface Entry<T> {
  readonly item: T;
  readonly lane: Lane;
  readonly notBefore: number;
}

const lanes = ['settle', 'alone', 'batch'] as const;
type Lane = (typeof lanes)[number];
/** Settling reads each profile; more at once would keep the window's own reads waiting. */
const settleSize = 20;

/** Makes an empty queue. Items with different keys never go in one batch. */
export function createWorkQueue<T>(keyOf: ((item: T) => string) | null = null): WorkQueue<T> {
  const ready: Record<Lane, Fifo<T>> = { settle: createFifo(), alone: createFifo(), batch: createFifo() };
  /** By `notBefore`, latest first, so that the next one is taken off the end. */
  const later: Entry<T>[] = [];

  function putLater(entry: Entry<T>): void {
    let low = 0;
    let high = later.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((later[middle]?.notBefore ?? 0) > entry.notBefore) low = middle + 1;
      else high = middle;
    }
    later.splice(low, 0, entry);
  }

  function wakeDue(now: number): void {
    for (let next = later.at(-1); next !== undefined && next.notBefore <= now; next = later.at(-1)) {
      later.pop();
      ready[next.lane].push(next.item);
    }
  }

  return {
    put(items, { purpose, isAlone = false, notBefore = 0 }) {
      const lane = purpose === 'settle' ? 'settle' : isAlone ? 'alone' : 'batch';
      for (const item of items) {
        if (notBefore > 0) putLater({ item, lane, notBefore });
        else ready[lane].push(item);
      }
    },
    take(batchSize, now) {
      wakeDue(now);
      const sizes: Record<Lane, number> = { settle: settleSize, alone: 1, batch: batchSize };
      for (const lane of lanes) {
        const items = ready[lane].take(sizes[lane], lane === 'batch' ? keyOf : null);
        if (items.length > 0) return { purpose: lane === 'settle' ? 'settle' : 'send', items };
      }
      return null;
    },
    nextDue() {
      if (lanes.some((lane) => ready[lane].size() > 0)) return 0;
      return later.at(-1)?.notBefore ?? null;
    },
  };
}

interface Fifo<T> {
  push(item: T): void;
  take(most: number, keyOf: ((item: T) => string) | null): T[];
  size(): number;
}

/** A list whose head moves, because `shift` on 20,000 entries moves them all. */
function createFifo<T>(): Fifo<T> {
  let items: T[] = [];
  let head = 0;
  return {
    push(item) {
      items.push(item);
    },
    take(most, keyOf) {
      let taken = items.slice(head, head + most);
      const [first] = taken;
      if (keyOf !== null && first !== undefined) {
        const other = taken.findIndex((item) => keyOf(item) !== keyOf(first));
        if (other >= 0) taken = taken.slice(0, other);
      }
      head += taken.length;
      if (head === items.length) {
        items = [];
        head = 0;
      }
      return taken;
    },
    size: () => items.length - head,
  };
}
