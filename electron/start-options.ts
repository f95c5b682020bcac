import { type ApiAddress, apiAddress } from '../shared/connection.ts';

/** What the command line asks for. */
export interface StartOptions {
  /** Start the built-in demo Local API and talk to it. */
  readonly isDemo: boolean;
  /** Profiles of the built-in demo data. */
  readonly demoProfiles: number;
  /** Address for this run instead of the one in the settings. */
  readonly address: ApiAddress | null;
  /** The same for the service with a cache of its own. */
  readonly serviceAddress: ApiAddress | null;
  readonly logLevel: 'info' | 'debug';
  /**
   * Supplier links may lead to this computer. Off unless asked for on the command line: a link that somebody sends
   * could otherwise make the panel call the programs that listen here. The demo and the specs play suppliers locally.
   */
  readonly allowLoopbackSuppliers: boolean;
  /** The waits of `shortDeadlines`, for tests; a packaged app does not start with it. */
  readonly hasShortDeadlines: boolean;
  /** The welcome does not come by itself. */
  readonly skipsWelcome: boolean;
}

/** The part of Electron's `app.commandLine` that is read. */
interface CommandLine {
  hasSwitch(name: string): boolean;
  getSwitchValue(name: string): string;
}

/**
 * Reads `--demo`, `--demo-profiles=N`, `--address=HOST:PORT`, `--log-level=debug`,
 * `--allow-loopback-suppliers`, `--short-deadlines` and `--skip-welcome`. A value that does not fit is ignored: a
 * wrong switch must not keep the window from opening.
 */
export function readStartOptions(commandLine: CommandLine): StartOptions {
  const demoProfiles = Number(commandLine.getSwitchValue('demo-profiles'));
  return {
    isDemo: commandLine.hasSwitch('demo'),
    demoProfiles: Number.isInteger(demoProfiles) && demoProfiles > 0 ? Math.min(demoProfiles, 100_000) : 500,
    address: toAddress(commandLine.getSwitchValue('address')),
    serviceAddress: null,
    logLevel: commandLine.getSwitchValue('log-level') === 'debug' ? 'debug' : 'info',
    allowLoopbackSuppliers: commandLine.hasSwitch('allow-loopback-suppliers'),
    hasShortDeadlines: commandLine.hasSwitch('short-deadlines'),
    skipsWelcome: commandLine.hasSwitch('skip-welcome'),
  };
}

function toAddress(text: string): ApiAddress | null {
  const match = /^(.+):(\d{1,5})$/.exec(text);
  const parsed = apiAddress.safeParse({ host: match?.[1], port: Number(match?.[2]) });
  return parsed.success ? parsed.data : null;
}
