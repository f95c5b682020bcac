import { randomUUID } from 'node:crypto';
import type { ProfileId, ProfileRow, ProfileSlice, UnreadableRow } from '../../shared/profile.ts';
import { type AppError, fail, type Result, succeed } from '../../shared/result.ts';
import { type Clock, systemClock } from '../clock.ts';
import { toAppError } from './errors.ts';
import type { ListReader } from './outcome.ts';
import type { KnownProfile } from './profile-row.ts';
import { type Pass, readPass } from './read-pass.ts';

/** What the directory needs. */
export interface ProfileDirectoryOptions {
  readonly client: ListReader;
  readonly clock?: Clock;
}

/** Reads the whole profile list, hands it out while it comes, and remembers the newest complete one. */
export interface ProfileDirectory {
  /** Starts reading the whole list, or joins the reading that is under way. */
  startReading(): { readonly readingId: string };
  /**
   * Waits until rows behind `from` are there or the reading ended; at most 2,000 rows a call. Rows that came
   * before a failure are still handed out, then the failure. Errors: `not_found` for a reading that is neither the
   * newest nor the one before; else what the Local API did: `api_unreachable`, `api_timeout`, `api_rejected`,
   * `unexpected_response`.
   */
  nextRows(readingId: string, from: number): Promise<Result<ProfileSlice>>;
  /** The profile of that number in the newest complete reading; null when it is not there or none is complete. */
  getKnown(id: ProfileId): KnownProfile | null;
  /** Epoch milliseconds of the newest complete reading; null before the first one. */
  getCompletedAt(): number | null;
  /** All profiles of the newest complete reading. */
  listKnown(): Iterable<KnownProfile>;
  /** Reads the whole list from now on and waits for its end. Fails like `nextRows`. */
  readAgain(): Promise<Result<null>>;
  /** Forgets every reading and profile, for a changed address: numbers of another account mean other profiles. */
  forget(): void;
}

const maxRowsPerCall = 2_000;
const maxPasses = 3;

interface Reading {
  readonly id: string;
  readonly rows: ProfileRow[];
  unreadable: readonly UnreadableRow[];
  removed: readonly ProfileId[];
  total: number | null;
  asOf: number;
  isUnstable: boolean;
  end: 'complete' | AppError | null;
  /** Called and emptied at each change. */
  readonly waiting: Set<() => void>;
}

/** Creates a directory without readings; nothing is asked before `startReading`. */
export function createProfileDirectory({
  client,
  clock = systemClock,
}: ProfileDirectoryOptions): ProfileDirectory {
  let current: Reading | null = null;
  let previous: Reading | null = null;
  let known: ReadonlyMap<ProfileId, KnownProfile> = new Map();
  let completedAt: number | null = null;

  function begin(): Reading {
    previous = current;
    const reading: Reading = {
      id: randomUUID(),
      rows: [],
      unreadable: [],
      removed: [],
      total: null,
      asOf: clock.now(),
      isUnstable: false,
      end: null,
      waiting: new Set(),
    };
    current = reading;
    start(reading);
    return reading;
  }

  async function awaitEnd(reading: Reading): Promise<void> {
    while (reading.end === null) await new Promise<void>((resolve) => reading.waiting.add(resolve));
  }

  function tellChange(reading: Reading): void {
    const waiting = [...reading.waiting];
    reading.waiting.clear();
    for (const proceed of waiting) proceed();
  }

  async function run(reading: Reading): Promise<void> {
    let before: Pass | null = null;
    const everSeen = new Map<ProfileId, KnownProfile>();
    const handedOut = new Set<ProfileId>();
    for (let passNumber = 1; ; passNumber += 1) {
      const unreadable: UnreadableRow[] = [];
      const result = await readPass(client, clock, (profiles, pageUnreadable, total) => {
        unreadable.push(...pageUnreadable);
        // Within one pass no row comes twice, so the first needs no look-up.
        for (const { row } of profiles)
          if (passNumber === 1 || !handedOut.has(row.id)) reading.rows.push(row);
        reading.total = total;
        reading.asOf = clock.now();
        if (passNumber === 1) reading.unreadable = [...unreadable];
        tellChange(reading);
      });
      if (!result.ok) return end(reading, toAppError(result.outcome, 'read'));
      const { pass } = result;
      reading.unreadable = pass.unreadable;
      const isSettled = pass.isConsistent || (before !== null && isSamePass(before, pass));
      if (!isSettled)
        for (const [id, profile] of pass.profiles) {
          everSeen.set(id, profile);
          handedOut.add(id);
        }
      if (isSettled || passNumber === maxPasses) {
        reading.isUnstable = !isSettled;
        if (isSettled)
          reading.removed = reading.rows.map(({ id }) => id).filter((id) => !pass.profiles.has(id));
        if (current === reading) {
          known = isSettled ? pass.profiles : everSeen;
          completedAt = reading.asOf;
        }
        return end(reading, 'complete');
      }
      before = pass;
    }
  }

  /** A bug must end the reading too, or every later call would join one that never ends. */
  function start(reading: Reading): void {
    void run(reading).catch((bug: unknown) => {
      end(reading, { code: 'internal', message: 'Reading the profile list failed.', retryable: false });
      throw bug;
    });
  }

  function end(reading: Reading, how: 'complete' | AppError): void {
    reading.end = how;
    tellChange(reading);
  }

  function toSlice(reading: Reading, from: number): ProfileSlice {
    const rows = reading.rows.slice(from, from + maxRowsPerCall);
    const isComplete = reading.end === 'complete' && from + rows.length >= reading.rows.length;
    return {
      readingId: reading.id,
      from,
      rows,
      loaded: reading.rows.length,
      total: reading.total,
      isComplete,
      asOf: reading.asOf,
      unreadable: reading.unreadable,
      isUnstable: reading.isUnstable,
      ...(isComplete && reading.removed.length > 0 ? { removed: reading.removed } : {}),
    };
  }

  return {
    startReading() {
      const reading = current === null || current.end !== null ? begin() : current;
      return { readingId: reading.id };
    },

    async nextRows(readingId, from) {
      const reading = [current, previous].find((candidate) => candidate?.id === readingId);
      if (reading === null || reading === undefined)
        return fail('not_found', 'This reading of the profile list is over.', { detail: 'readingId' });
      while (reading.rows.length <= from && reading.end === null)
        await new Promise<void>((resolve) => reading.waiting.add(resolve));
      if (reading.rows.length <= from && reading.end !== null && reading.end !== 'complete')
        return { ok: false, error: reading.end };
      return succeed(toSlice(reading, from));
    },

    getKnown: (id) => known.get(id) ?? null,
    getCompletedAt: () => completedAt,
    listKnown: () => known.values(),

    async readAgain() {
      // One that is under way may have read what matters before it changed.
      if (current !== null) await awaitEnd(current);
      const reading = current === null || current.end !== null ? begin() : current;
      await awaitEnd(reading);
      return reading.end === 'complete' || reading.end === null
        ? succeed(null)
        : { ok: false, error: reading.end };
    },

    forget() {
      if (current?.end === null)
        end(current, { code: 'not_found', message: 'The address was changed.', retryable: true });
      current = null;
      previous = null;
      known = new Map();
      completedAt = null;
    },
  };
}

function isSamePass(a: Pass, b: Pass): boolean {
  if (a.profiles.size !== b.profiles.size || a.unreadable.length !== b.unreadable.length) return false;
  for (const id of a.profiles.keys()) if (!b.profiles.has(id)) return false;
  return true;
}
