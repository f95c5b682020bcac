import { app, type BrowserWindow, dialog } from 'electron';
import type { Translate } from '../shared/messages/translate.ts';
import type { JobEngine } from './jobs/engine.ts';

/** How the app ends: see `JobEngine.shutdown`. */
export type QuitMode = 'safely' | 'now';

/** Asks before jobs under way are left, and keeps the app without a window until they have ended. */
export interface QuitGuard {
  /** Guards the closing of a window. */
  watch(window: BrowserWindow): void;
  /** To be told whenever jobs changed: ends an app that only waited for them. */
  noteJobs(): void;
  /** The window is shown again: the app ends with it, not with its jobs. */
  noteShown(): void;
  /** What the user chose; `safely` when nothing had to be asked. */
  getMode(): QuitMode;
}

interface QuitGuardOptions {
  readonly jobs: JobEngine;
  readonly getWindow: () => BrowserWindow | null;
  readonly getTranslate: () => Translate;
  readonly showWindow: () => void;
}

const choices = ['background', 'safely', 'now', 'cancel'] as const;

/** Makes the guard and puts it before the end of the app. */
export function createQuitGuard({ jobs, getWindow, getTranslate, showWindow }: QuitGuardOptions): QuitGuard {
  let mode: QuitMode | null = null;
  let isAsking = false;
  let isInBackground = false;

  async function ask(): Promise<void> {
    if (isAsking) return;
    isAsking = true;
    const t = getTranslate();
    const options = {
      type: 'question' as const,
      message: t('app.quit.title'),
      detail: t('app.quit.detail', { left: jobs.countActive().left }),
      buttons: choices.map((choice) => t(`app.quit.${choice}`)),
      defaultId: choices.indexOf('background'),
      cancelId: choices.indexOf('cancel'),
      noLink: true,
    };
    const window = getWindow();
    // A dialog of a hidden window would be hidden with it.
    const { response } = await (window?.isVisible()
      ? dialog.showMessageBox(window, options)
      : dialog.showMessageBox(options));
    isAsking = false;
    const choice = choices[response];
    if (choice === 'background') {
      isInBackground = true;
      getWindow()?.hide();
      endWithJobs();
    } else if (choice === 'safely' || choice === 'now') {
      mode = choice;
      app.quit();
    }
  }

  function holdBack(event: { preventDefault(): void }): void {
    if (mode !== null || jobs.countActive().jobs === 0) return;
    event.preventDefault();
    void ask();
  }

  function endWithJobs(): void {
    if (!isInBackground || jobs.countActive().jobs > 0) return;
    isInBackground = false;
    // A job that waits for its user is no job that has ended.
    if (jobs.countActive().waiting > 0) showWindow();
    else app.quit();
  }

  app.on('before-quit', holdBack);
  return {
    watch: (window) => window.on('close', holdBack),
    noteJobs: endWithJobs,
    noteShown() {
      isInBackground = false;
    },
    getMode: () => mode ?? 'safely',
  };
}
