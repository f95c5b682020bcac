import { useEffect } from 'react';
import type { ActivityEntry, ActivitySlice } from '../../../shared/activity.ts';
import { callCommand, onEvent } from '../../api.ts';
import { createStore, useStore } from '../../ui/store.ts';

/** What the window knows of the record. */
export interface KnownActivity {
  /** By `seq`, oldest first. */
  readonly entries: readonly ActivityEntry[];
  readonly revision: number;
  /** All of it has been read once. */
  readonly isRead: boolean;
  /** What the last reading threw, or null. */
  readonly error: Error | null;
}

/** Few enough that taking one over does not hold the window up. */
const sliceSize = 1_000;

/** News of this many milliseconds are taken over together: every change moves all the rows in view. */
const gatherMs = 200;

const known = createStore<KnownActivity>({ entries: [], revision: 0, isRead: false, error: null });
let reading: Promise<void> | null = null;
let isNewsWaiting = false;

/** Takes changed and new entries over, and drops those that are no longer kept. */
export function mergeSlice(
  entries: readonly ActivityEntry[],
  { entries: changed, firstSeq }: Pick<ActivitySlice, 'entries' | 'firstSeq'>,
): readonly ActivityEntry[] {
  const last = entries.at(-1)?.seq ?? 0;
  const updated = new Map(changed.filter(({ seq }) => seq <= last).map((entry) => [entry.seq, entry]));
  const kept = entries.filter(({ seq }) => seq >= firstSeq);
  const present = updated.size === 0 ? kept : kept.map((entry) => updated.get(entry.seq) ?? entry);
  const added = changed.filter(({ seq }) => seq > last).sort((a, b) => a.seq - b.seq);
  return [...present, ...added];
}

/** Reads what is new; while a reading is under way it is asked once more afterwards. */
export async function readActivity(): Promise<void> {
  if (reading !== null) {
    isNewsWaiting = true;
    return;
  }
  reading = readAll();
  try {
    await reading;
  } finally {
    reading = null;
  }
  if (!isNewsWaiting) return;
  isNewsWaiting = false;
  await readActivity();
}

async function readAll(): Promise<void> {
  try {
    let { entries, revision } = known.get();
    for (let hasMore = true; hasMore; ) {
      const slice = await callCommand('activity.list', { since: revision, limit: sliceSize });
      entries = mergeSlice(entries, slice);
      ({ revision, hasMore } = slice);
    }
    known.set({ entries, revision, isRead: true, error: null });
  } catch (error) {
    known.set({ ...known.get(), error: error instanceof Error ? error : new Error(String(error)) });
  }
}

/** The record, kept up to date while the page is shown. */
export function useActivity(): KnownActivity {
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | null = null;
    const unsubscribe = onEvent('activity.added', () => {
      timer ??= setTimeout(() => {
        timer = null;
        void readActivity();
      }, gatherMs);
    });
    void readActivity();
    return () => {
      unsubscribe();
      if (timer !== null) clearTimeout(timer);
    };
  }, []);
  return useStore(known, (value) => value);
}
