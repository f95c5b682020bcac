import { chmodSync, existsSync, renameSync, rmSync } from 'node:fs';
import type { Journal } from './journal.ts';

/**
 * Makes the function that copies the journal at `path` beside itself: `<path>.backup-1` is the newest copy,
 * `<path>.backup-2` the one before. While a copy is being made, another call only asks for one more afterwards.
 * A copy that fails is reported to `onFailure` and costs nothing else.
 */
export function createJournalBackup(
  journal: Journal,
  path: string,
  onFailure: (detail: string) => void,
): { readonly run: () => Promise<void>; readonly whenIdle: () => Promise<void> } {
  const newest = `${path}.backup-1`;
  const unfinished = `${path}.backup-new`;
  let running: Promise<void> | null = null;
  let isAskedAgain = false;

  async function copy(): Promise<void> {
    try {
      rmSync(unfinished, { force: true });
      await journal.backUpTo(unfinished);
      chmodSync(unfinished, 0o600);
      if (existsSync(newest)) renameSync(newest, `${path}.backup-2`);
      renameSync(unfinished, newest);
    } catch (error) {
      onFailure(error instanceof Error && 'code' in error ? String(error.code) : 'unknown cause');
    }
  }

  return {
    run() {
      if (running !== null) {
        isAskedAgain = true;
        return running;
      }
      running = copy().finally(() => {
        running = null;
        if (!isAskedAgain) return;
        isAskedAgain = false;
        return this.run();
      });
      return running;
    },
    async whenIdle() {
      isAskedAgain = false;
      await running;
    },
  };
}
