import type { decodeMessage, encodeMessage } from './message-codec.ts';
import type { WorldLink } from './world-link.ts';

/** The constants that the injected preload environment needs. */
export type PreloadConfig = {
  readonly secret: string;
  readonly platform: string;
  readonly arch: string;
  readonly versions: Readonly<Record<string, string>>;
};

/** What a preload script finds as free variables. */
export type PreloadEnvironment = {
  readonly require: (name: string) => unknown;
  readonly process: Readonly<Record<string, unknown>>;
  readonly reportError: (path: string, error: unknown) => void;
};

/**
 * Runs in the isolated world of every frame, by its source text: links opening windows are handed to the
 * main process, and so is the document's title. Returns what a sandboxed preload script sees; the caller runs it in the main frame only.
 */
export function installPreloadWorld(
  config: PreloadConfig,
  link: WorldLink,
  codec: { readonly encode: typeof encodeMessage; readonly decode: typeof decodeMessage },
): PreloadEnvironment {
  type Listener = (event: unknown, ...args: unknown[]) => void;
  const world = globalThis as unknown as Record<string, unknown>;
  const toMain = world[`${config.secret}-to-main`] as (text: string) => void;
  const pending = new Map<number, { resolve: (value: unknown) => void; reject: (error: Error) => void }>();
  const listeners = new Map<string, { listener: Listener; isOnce: boolean }[]>();
  let lastCall = 0;
  let received = '';
  const send = (kind: string, id: number, channel: string, args: readonly unknown[]): void => {
    toMain(codec.encode([kind, id, channel, args]));
  };
  const refuse = (name: string): never => {
    throw new Error(`not emulated by the stand-in: ${name}`);
  };
  const refuseUnknown = <T extends object>(name: string, target: T): T =>
    new Proxy(target, {
      get: (object, member) =>
        typeof member === 'symbol' || member in object || member === 'then'
          ? Reflect.get(object, member)
          : refuse(`${name}.${member}`),
    });

  const add = (channel: string, listener: Listener, isOnce: boolean) => {
    listeners.set(channel, [...(listeners.get(channel) ?? []), { listener, isOnce }]);
    return ipcRenderer;
  };
  const remove = (channel: string, listener: Listener) => {
    const left = [...(listeners.get(channel) ?? [])];
    const index = left.findLastIndex((entry) => entry.listener === listener);
    if (index !== -1) left.splice(index, 1);
    listeners.set(channel, left);
    return ipcRenderer;
  };
  const ipcRenderer = refuseUnknown('ipcRenderer', {
    invoke: (channel: string, ...args: unknown[]) => {
      lastCall += 1;
      const id = lastCall;
      return new Promise((resolve, reject) => {
        pending.set(id, { resolve, reject });
        try {
          send('invoke', id, channel, args);
        } catch (error) {
          pending.delete(id);
          reject(error);
        }
      });
    },
    send: (channel: string, ...args: unknown[]) => send('send', 0, channel, args),
    on: (channel: string, listener: Listener) => add(channel, listener, false),
    addListener: (channel: string, listener: Listener) => add(channel, listener, false),
    once: (channel: string, listener: Listener) => add(channel, listener, true),
    off: remove,
    removeListener: remove,
    removeAllListeners: (channel?: string) => {
      if (channel === undefined) listeners.clear();
      else listeners.delete(channel);
      return ipcRenderer;
    },
    listenerCount: (channel: string) => listeners.get(channel)?.length ?? 0,
  });

  Object.defineProperty(world, `${config.secret}-from-main`, {
    value: (part: string, isLast: boolean) => {
      received += part;
      if (!isLast) return;
      const text = received;
      received = '';
      const [kind, target, isOk, value] = codec.decode(text) as [string, number | string, boolean, unknown];
      if (kind === 'reply') {
        const call = pending.get(Number(target));
        pending.delete(Number(target));
        if (isOk) call?.resolve(value);
        else call?.reject(new Error(String(value)));
        return;
      }
      const channel = String(target);
      for (const { listener, isOnce } of listeners.get(channel) ?? []) {
        if (isOnce) remove(channel, listener);
        listener(
          { sender: ipcRenderer, ports: [], preventDefault: () => undefined },
          ...(value as unknown[]),
        );
      }
    },
  });

  const exposed = new Set<string>();
  const contextBridge = refuseUnknown('contextBridge', {
    exposeInMainWorld: (key: string, api: unknown) => {
      if (exposed.has(key))
        throw new Error('Cannot bind an API on top of an existing property on the window object');
      exposed.add(key);
      link.message('expose', { key, api: link.toWire(api) });
    },
  });
  const electron = refuseUnknown('electron (in the preload)', { contextBridge, ipcRenderer });

  const openWindow = (details: unknown): void => send('open', 0, '', [details]);
  link.listen('open', openWindow);
  const openFromLink = (event: MouseEvent): void => {
    const anchor = event.composedPath().find((node) => node instanceof HTMLAnchorElement);
    if (event.defaultPrevented || anchor === undefined || !anchor.hasAttribute('href')) return;
    const hasModifier = event.ctrlKey || event.metaKey || event.shiftKey;
    const isMiddle = event.type === 'auxclick' && event.button === 1;
    const opensWindow = !['', '_self', '_top', '_parent'].includes(anchor.target.toLowerCase());
    if (event.type === 'auxclick' ? !isMiddle : !hasModifier && !opensWindow) return;
    event.preventDefault();
    const disposition =
      isMiddle || event.ctrlKey || event.metaKey
        ? 'background-tab'
        : event.shiftKey
          ? 'new-window'
          : 'foreground-tab';
    openWindow({ url: anchor.href, frameName: anchor.target, features: '', disposition });
  };
  window.addEventListener('click', openFromLink);
  window.addEventListener('auxclick', openFromLink);

  if (window.top === window) {
    const sendTitle = (): void => send('title', 0, document.title, []);
    document.addEventListener('DOMContentLoaded', () => {
      sendTitle();
      new MutationObserver(sendTitle).observe(document.head, {
        childList: true,
        subtree: true,
        characterData: true,
      });
    });
  }

  return {
    require: (name) =>
      name === 'electron' || name === 'electron/renderer'
        ? electron
        : refuse(`require('${name}') in a preload`),
    process: refuseUnknown('process (in the preload)', {
      type: 'renderer',
      platform: config.platform,
      arch: config.arch,
      versions: config.versions,
      contextIsolated: true,
      sandboxed: true,
      argv: [],
      env: {},
    }),
    reportError: (path, error) => {
      const message = error instanceof Error ? (error.stack ?? error.message) : String(error);
      send('preload-error', 0, path, [message]);
    },
  };
}
