import { EventEmitter } from 'node:events';
import type { IpcMain } from 'electron';
import type { FrameStandIn } from './frame-tree.ts';
import { refuseUnknownMembers } from './not-emulated.ts';
import type { WebContentsStandIn } from './web-contents.ts';

type InvokeListener = (event: never, ...args: never[]) => unknown;

const handlers = new Map<string, { readonly listener: InvokeListener; readonly isOnce: boolean }>();
const emitter = new EventEmitter();

function setHandler(channel: string, listener: InvokeListener, isOnce: boolean): void {
  if (handlers.has(channel)) throw new Error(`Attempted to register a second handler for '${channel}'`);
  if (typeof listener !== 'function')
    throw new TypeError(`Expected handler to be a function, but found type '${typeof listener}'`);
  handlers.set(channel, { listener, isOnce });
}

function buildEvent(sender: WebContentsStandIn, senderFrame: FrameStandIn | null): Record<string, unknown> {
  return refuseUnknownMembers('IpcMainEvent', {
    type: 'frame',
    sender,
    senderFrame,
    processId: senderFrame?.processId ?? -1,
    frameId: senderFrame?.routingId ?? -1,
    ports: [],
    defaultPrevented: false,
    preventDefault: () => undefined,
    reply: (channel: string, ...args: unknown[]) => sender.send(channel, ...args),
  });
}

/** Runs the handler of `channel`; rejects with what it threw, or with Electron's text when there is none. */
export async function invokeHandler(
  channel: string,
  args: readonly unknown[],
  sender: WebContentsStandIn,
  senderFrame: FrameStandIn | null,
): Promise<unknown> {
  const entry = handlers.get(channel);
  if (entry === undefined) throw new Error(`No handler registered for '${channel}'`);
  if (entry.isOnce) handlers.delete(channel);
  try {
    return await Reflect.apply(entry.listener, undefined, [buildEvent(sender, senderFrame), ...args]);
  } catch (error) {
    console.error(`Error occurred in handler for '${channel}':`, error);
    throw error;
  }
}

/** Delivers a message that the page sent without waiting for an answer. */
export function emitMessage(
  channel: string,
  args: readonly unknown[],
  sender: WebContentsStandIn,
  senderFrame: FrameStandIn | null,
): void {
  emitter.emit(channel, buildEvent(sender, senderFrame), ...args);
}

/** Electron's `ipcMain`. */
export const ipcMain = refuseUnknownMembers(
  'ipcMain',
  Object.assign(emitter, {
    handle: (channel: string, listener: InvokeListener) => setHandler(channel, listener, false),
    handleOnce: (channel: string, listener: InvokeListener) => setHandler(channel, listener, true),
    removeHandler: (channel: string) => {
      handlers.delete(channel);
    },
  } satisfies Pick<IpcMain, 'handle' | 'handleOnce' | 'removeHandler'>),
);
