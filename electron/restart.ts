import { fail, type Result, succeed } from '../shared/result.ts';

/** What the app talks to after a restart: its built-in demo data, or the Local API. */
export type RestartMode = 'demo' | 'live';

interface RestartOptions {
  /** The command line without the program itself. */
  readonly args: readonly string[];
  readonly hasRunningJobs: () => boolean;
  /** Ends the app in order; `onEnded` runs as its last act. */
  readonly quit: (onEnded: () => void) => void;
  readonly relaunch: (args: string[]) => void;
}

/**
 * Makes the command that starts the app again on demo data, or on the Local API. Error: `wrong_state` while a job
 * runs, because ending it is a question of its own.
 */
export function createRestart({ args, hasRunningJobs, quit, relaunch }: RestartOptions) {
  return async (mode: RestartMode): Promise<Result<Record<string, never>>> => {
    if (hasRunningJobs()) return fail('wrong_state', 'A job is running.');
    quit(() => relaunch(toRestartArgs(args, mode)));
    return succeed({});
  };
}

/** The same command line, on the other data. An address given on the command line belongs to the Local API. */
export function toRestartArgs(args: readonly string[], mode: RestartMode): string[] {
  const kept = args.filter((arg) => !/^--(?:demo|live|skip-welcome)$/.test(arg));
  return mode === 'demo' ? [...kept, '--demo'] : kept;
}
