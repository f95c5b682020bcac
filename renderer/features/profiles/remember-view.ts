import { useEffect } from 'react';
import { callCommand } from '../../api.ts';
import {
  applyContent,
  changeGridSetup,
  onViewChange,
  readRemembered,
} from '../../profile-list/profile-view-store.ts';
import { openProfileDetails, useDetailedProfile } from '../../requests/details-request.ts';
import { createStore, useStore } from '../../ui/store.ts';

/** Least time between two writes, in milliseconds: a lone change is written at once, a series together. */
const quiet = 400;

/** What the main process holds, as JSON text. */
let held = '';
let detailsOf: ReturnType<typeof useDetailedProfile> = null;
let timer: ReturnType<typeof setTimeout> | undefined;
let writtenAt = Number.NEGATIVE_INFINITY;

/** Problems with the memory that the page tells about. */
interface MemoryProblem {
  /** Parts that could not be read at the start. */
  readonly repaired: readonly string[];
  /** What the last attempt to write threw; null when it worked. */
  readonly error: unknown;
}

const problem = createStore<MemoryProblem>({ repaired: [], error: null });

/** What is wrong with the memory; the component renders again when that changes. */
export function useMemoryProblem(): MemoryProblem {
  return useStore(problem, (value) => value);
}

/** The notice about parts that could not be read was closed. */
export function dismissRepaired(): void {
  problem.set({ ...problem.get(), repaired: [] });
}

/** Brings back what was remembered, before the first paint. Without an answer the defaults hold. */
export async function restoreView(): Promise<void> {
  try {
    const { memory, repaired } = await callCommand('views.get', {});
    applyContent(memory);
    changeGridSetup({ viewId: memory.viewId });
    detailsOf = memory.detailsOf;
    if (detailsOf !== null) openProfileDetails(detailsOf);
    held = toText();
    problem.set({ repaired, error: null });
  } catch (error) {
    problem.set({ repaired: [], error });
  }
}

const read = () => ({ ...readRemembered(), detailsOf });
const toText = () => JSON.stringify(read());

function write(): void {
  clearTimeout(timer);
  timer = undefined;
  const text = toText();
  if (text === held) return;
  held = text;
  writtenAt = performance.now();
  callCommand('views.update', read()).then(
    () => problem.set({ ...problem.get(), error: null }),
    (error: unknown) => {
      // The next change tries again with everything.
      held = '';
      problem.set({ ...problem.get(), error });
    },
  );
}

function writeSoon(): void {
  clearTimeout(timer);
  timer = setTimeout(write, Math.max(0, writtenAt + quiet - performance.now()));
}

/** Has the main process remember every change of view, setup and open panel. Used once, by the page. */
export function useRememberedView(): void {
  const detailed = useDetailedProfile();
  useEffect(() => {
    detailsOf = detailed;
    writeSoon();
  }, [detailed]);
  useEffect(() => {
    writeSoon();
    const stop = onViewChange(writeSoon);
    window.addEventListener('pagehide', write);
    return () => {
      stop();
      window.removeEventListener('pagehide', write);
      write();
    };
  }, []);
}
