import { EventEmitter } from 'node:events';
import type {
  CallbackResponse,
  Session as ElectronSession,
  OnBeforeRequestListenerDetails,
  WebRequestFilter,
} from 'electron';
import { refuseUnknownEvents, refuseUnknownMembers } from './not-emulated.ts';
import { protocol } from './protocol.ts';
import { runtime } from './runtime.ts';
import type { WebContentsStandIn } from './web-contents.ts';

type PermissionRequestHandler = (
  contents: never,
  permission: never,
  callback: (isGranted: boolean) => void,
  details: never,
) => void;
type PermissionCheckHandler = (contents: never, permission: never, origin: string, details: never) => boolean;
type BeforeRequest = (
  details: OnBeforeRequestListenerDetails,
  callback: (response: CallbackResponse) => void,
) => void;

/** Chromium's permission descriptors by Electron's name of the permission. */
const PERMISSIONS: readonly (readonly [
  string,
  readonly { name: string; sysex?: boolean; allowWithoutSanitization?: boolean }[],
])[] = [
  ['clipboard-read', [{ name: 'clipboard-read' }]],
  ['clipboard-sanitized-write', [{ name: 'clipboard-write' }]],
  ['display-capture', [{ name: 'display-capture' }]],
  ['geolocation', [{ name: 'geolocation' }]],
  ['idle-detection', [{ name: 'idle-detection' }]],
  ['keyboardLock', [{ name: 'keyboard-lock' }]],
  ['media', [{ name: 'camera' }, { name: 'microphone' }]],
  ['mediaKeySystem', [{ name: 'protected-media-identifier' }]],
  ['midi', [{ name: 'midi' }]],
  ['midiSysex', [{ name: 'midi', sysex: true }]],
  ['notifications', [{ name: 'notifications' }]],
  ['pointerLock', [{ name: 'pointer-lock' }]],
  ['speaker-selection', [{ name: 'speaker-selection' }]],
  ['storage-access', [{ name: 'storage-access' }]],
  ['top-level-storage-access', [{ name: 'top-level-storage-access' }]],
  ['window-management', [{ name: 'window-management' }]],
  [
    'unknown',
    [
      { name: 'local-fonts' },
      { name: 'persistent-storage' },
      { name: 'screen-wake-lock' },
      { name: 'background-sync' },
      { name: 'accelerometer' },
    ],
  ],
];

let requestHandler: PermissionRequestHandler | null = null;
let checkHandler: PermissionCheckHandler | null = null;
let beforeRequest: { readonly patterns: readonly RegExp[]; readonly listener: BeforeRequest } | undefined;

function toPattern(pattern: string): RegExp {
  if (pattern === '<all_urls>') return /^/;
  const source = pattern
    .replace(/[.+?^${}()|[\]\\]/g, '\\$&')
    .replace(/^\*:/, '[a-z][a-z0-9+.-]*:')
    .replaceAll('*', '.*');
  return new RegExp(`^${source}$`, 'i');
}

/** Asks the app's `webRequest.onBeforeRequest`; an empty answer when there is none or its filter does not match. */
export function askBeforeRequest(details: OnBeforeRequestListenerDetails): Promise<CallbackResponse> {
  const current = beforeRequest;
  if (current === undefined || !current.patterns.some((pattern) => pattern.test(details.url)))
    return Promise.resolve({});
  const { promise, resolve } = Promise.withResolvers<CallbackResponse>();
  current.listener(details, resolve);
  return promise;
}

/**
 * Applies the app's permission handlers to Chromium. The request handler is asked once for each
 * permission when a page is created, not at the page's request: Chromium's prompt cannot be intercepted.
 */
export async function applyPermissions(contents: WebContentsStandIn): Promise<void> {
  const connection = runtime.connection;
  if (connection === undefined || (requestHandler === null && checkHandler === null)) return;
  const decide = async (permission: string): Promise<boolean> => {
    const details = {
      isMainFrame: true,
      requestingUrl: contents.getURL(),
      securityOrigin: contents.getURL(),
    };
    const args = [contents, permission, contents.getURL(), details];
    if (checkHandler !== null && Reflect.apply(checkHandler, undefined, args) !== true) return false;
    const handler = requestHandler;
    if (handler === null) return true;
    return new Promise((resolve) => {
      Reflect.apply(handler, undefined, [
        contents,
        permission,
        (isGranted: boolean) => resolve(isGranted === true),
        details,
      ]);
    });
  };
  await Promise.all(
    PERMISSIONS.map(async ([permission, descriptors]) => {
      const setting = (await decide(permission)) ? 'granted' : 'denied';
      for (const descriptor of descriptors) {
        await connection.browser
          .send('Browser.setPermission', { permission: descriptor, setting })
          // A Chromium that does not know a permission cannot grant it either.
          .catch(() => undefined);
      }
    }),
  );
}

async function reapplyPermissions(): Promise<void> {
  for (const contents of runtime.contents.values()) await applyPermissions(contents);
}

const webRequest = refuseUnknownMembers('webRequest', {
  onBeforeRequest(
    ...args: readonly [WebRequestFilter, BeforeRequest | null] | readonly [BeforeRequest | null]
  ): void {
    const [filter, listener] = args.length === 2 ? args : [{ urls: ['<all_urls>'] }, args[0]];
    const urls = (filter.urls ?? []).length === 0 ? ['<all_urls>'] : (filter.urls ?? []);
    beforeRequest = listener === null ? undefined : { patterns: urls.map(toPattern), listener };
  },
});

/** Electron's `session.defaultSession`. Device, display, USB and Bluetooth handlers are accepted; Chromium has no such devices. */
export const defaultSession = refuseUnknownMembers(
  'session.defaultSession',
  Object.assign(new EventEmitter(), {
    protocol,
    webRequest,
    setPermissionRequestHandler(handler: PermissionRequestHandler | null): void {
      requestHandler = handler;
      void reapplyPermissions();
    },
    setPermissionCheckHandler(handler: PermissionCheckHandler | null): void {
      checkHandler = handler;
      void reapplyPermissions();
    },
    setDevicePermissionHandler: (_handler: unknown): void => undefined,
    setDisplayMediaRequestHandler: (_handler: unknown): void => undefined,
    setUSBProtectedClassesHandler: (_handler: unknown): void => undefined,
    setBluetoothPairingHandler: (_handler: unknown): void => undefined,
    setSpellCheckerEnabled: (_isEnabled: boolean): void => undefined,
    isSpellCheckerEnabled: (): boolean => false,
    setSpellCheckerDictionaryDownloadURL: (_url: string): void => undefined,
    setSpellCheckerLanguages: (_languages: string[]): void => undefined,
    isPersistent: (): boolean => true,
    clearCache: (): Promise<void> => Promise.resolve(),
    flushStorageData: (): void => undefined,
  } satisfies Pick<
    ElectronSession,
    | 'setPermissionRequestHandler'
    | 'setPermissionCheckHandler'
    | 'setDevicePermissionHandler'
    | 'setDisplayMediaRequestHandler'
    | 'setUSBProtectedClassesHandler'
    | 'setBluetoothPairingHandler'
    | 'setSpellCheckerEnabled'
    | 'isSpellCheckerEnabled'
    | 'setSpellCheckerDictionaryDownloadURL'
    | 'setSpellCheckerLanguages'
    | 'isPersistent'
    | 'clearCache'
    | 'flushStorageData'
  > & { protocol: object; webRequest: object }),
);
refuseUnknownEvents(defaultSession, 'session', [
  'will-download',
  'select-usb-device',
  'select-hid-device',
  'select-serial-port',
  'spellcheck-dictionary-download-begin',
]);

/** Electron's `session`. */
export const session = refuseUnknownMembers('session', { defaultSession });
