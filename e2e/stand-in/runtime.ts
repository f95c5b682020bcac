import { EventEmitter } from 'node:events';
import type { BrowserWindowStandIn } from './browser-window.ts';
import type { CdpConnection } from './cdp.ts';
import type { WebContentsStandIn } from './web-contents.ts';

type Runtime = {
  /** The connection to Chromium; undefined until it has started. */
  connection: CdpConnection | undefined;
  isHeadless: boolean;
  /** A test driver waits for Chromium's address, although the app does not see the driver's switches. */
  isDriven: boolean;
  readonly windows: Set<BrowserWindowStandIn>;
  readonly contents: Map<number, WebContentsStandIn>;
  /** `window-closed` and `contents-created`, for the `app` module. */
  readonly events: EventEmitter<{
    'window-closed': [BrowserWindowStandIn];
    'contents-created': [WebContentsStandIn];
  }>;
};

/** What the emulated modules share: the browser and the windows and pages that exist now. */
export const runtime: Runtime = {
  connection: undefined,
  isHeadless: true,
  isDriven: false,
  windows: new Set(),
  contents: new Map(),
  events: new EventEmitter(),
};

/** The connection to Chromium; throws before the app is ready, as Electron does for windows. */
export function requireConnection(): CdpConnection {
  if (runtime.connection === undefined) throw new Error('Cannot create BrowserWindow before app is ready');
  return runtime.connection;
}
