import {
  type ActivityEntry,
  type ActivityNews,
  type ActivityQuery,
  type ActivitySlice,
  mostActivity,
} from '../../shared/activity.ts';

/** A request that has just ended. */
export type EndedRequest = Omit<ActivityEntry, 'seq' | 'revision' | 'repeats'>;

/** The newest 10,000 requests, in memory only. */
export interface Activity {
  /**
   * Keeps one. A background read that ended as the one of its action before did is counted there instead, because
   * hundreds of them an hour would push out what somebody looks for.
   */
  record(request: EndedRequest): void;
  list(query: ActivityQuery): ActivitySlice;
  /** Forgets everything. */
  clear(): void;
}

interface ActivityOptions {
  /** Told at most 10 times a second, and never more than a tenth of a second late. */
  readonly onNews: (news: ActivityNews) => void;
  /** Fewer in tests. */
  readonly most?: number;
}

const newsEveryMs = 100;

/** Starts empty. */
export function createActivity({ onNews, most = mostActivity }: ActivityOptions): Activity {
  // By `seq`, without gaps: the oldest go first.
  const entries = new Map<number, ActivityEntry>();
  /**
   * By revision, so that what is new is found without looking at all the rest many times a second. What an entry was
   * before it changed again stays among them until there is too much of that.
   */
  let changes: ActivityEntry[] = [];
  /** The last background read of each action. */
  const rows = new Map<string, number>();
  let lastSeq = 0;
  let revision = 0;
  let isNewsDue = false;

  function tell(): void {
    if (isNewsDue) return;
    isNewsDue = true;
    // The app may end meanwhile: then nobody is left to be told.
    setTimeout(() => {
      isNewsDue = false;
      onNews({ revision });
    }, newsEveryMs).unref();
  }

  function isCurrent(entry: ActivityEntry): boolean {
    return entries.get(entry.seq) === entry;
  }

  function keep(entry: ActivityEntry): void {
    entries.set(entry.seq, entry);
    if (entries.size > most) entries.delete(lastSeq - most);
    changes.push(entry);
    if (changes.length > 2 * most) changes = changes.filter(isCurrent);
  }

  function put(request: EndedRequest): void {
    if (request.isBackground) {
      const before = entries.get(rows.get(request.action) ?? 0);
      if (before && endedAlike(before, request)) {
        keep({ ...before, ...request, seq: before.seq, revision, repeats: before.repeats + 1 });
        return;
      }
      rows.set(request.action, lastSeq + 1);
    }
    lastSeq += 1;
    keep({ ...request, seq: lastSeq, revision, repeats: 1 });
  }

  /** Place of the first change after a revision. */
  function findAfter(since: number): number {
    let low = 0;
    let high = changes.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((changes[middle]?.revision ?? 0) > since) high = middle;
      else low = middle + 1;
    }
    return low;
  }

  return {
    record(request) {
      revision += 1;
      put(request);
      tell();
    },
    list({ since, limit }) {
      const slice: ActivityEntry[] = [];
      let hasMore = false;
      for (let at = findAfter(since); at < changes.length && !hasMore; at += 1) {
        const entry = changes[at];
        if (entry === undefined || !isCurrent(entry)) continue;
        if (slice.length < limit) slice.push(entry);
        else hasMore = true;
      }
      return {
        entries: slice,
        revision: hasMore ? (slice.at(-1)?.revision ?? since) : revision,
        hasMore,
        firstSeq: lastSeq - entries.size + 1,
      };
    },
    clear() {
      entries.clear();
      changes = [];
      rows.clear();
      revision += 1;
      tell();
    },
  };
}

function endedAlike(a: ActivityEntry, b: EndedRequest): boolean {
  const parts = ['outcome', 'apiCode', 'reason', 'target', 'jobId'] as const;
  return parts.every((part) => a[part] === b[part]);
}
