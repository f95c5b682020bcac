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
  // By `seq`: a map gives them in the order in which they came, and drops the oldest at no cost.
  const entries = new Map<number, ActivityEntry>();
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

  function put(request: EndedRequest): void {
    if (request.isBackground) {
      const before = entries.get(rows.get(request.action) ?? 0);
      if (before && endedAlike(before, request)) {
        entries.set(before.seq, {
          ...before,
          ...request,
          seq: before.seq,
          revision,
          repeats: before.repeats + 1,
        });
        return;
      }
      rows.set(request.action, lastSeq + 1);
    }
    lastSeq += 1;
    entries.set(lastSeq, { ...request, seq: lastSeq, revision, repeats: 1 });
    if (entries.size > most) entries.delete(entries.keys().next().value ?? 0);
  }

  return {
    record(request) {
      revision += 1;
      put(request);
      tell();
    },
    list({ since, limit }) {
      const changed = [...entries.values()].filter((entry) => entry.revision > since);
      changed.sort((a, b) => a.revision - b.revision);
      const slice = changed.slice(0, limit);
      return {
        entries: slice,
        revision: slice.length < changed.length ? (slice.at(-1)?.revision ?? since) : revision,
        hasMore: slice.length < changed.length,
        firstSeq: entries.keys().next().value ?? lastSeq + 1,
      };
    },
    clear() {
      entries.clear();
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
