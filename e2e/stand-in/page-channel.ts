import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { HandlerDetails } from 'electron';
import type { CdpSession } from './cdp.ts';
import { buildPageScript, buildPreloadScript } from './injected-scripts.ts';
import { emitMessage, invokeHandler } from './ipc-main.ts';
import { decodeMessage, encodeMessage } from './message-codec.ts';
import type { WebContentsStandIn } from './web-contents.ts';

/** Characters per DevTools message: Chromium takes a long text in parts about twice as fast as in one. */
const PART_LENGTH = 256 * 1024;

/** The IPC of one page: its preload's isolated world on one side, `ipcMain` on the other. */
export class PageChannel {
  readonly #contents: WebContentsStandIn;
  /** Names the isolated world, its binding and the events between worlds; scripts of the page never learn it. */
  readonly #secret = `stand-in-${randomBytes(12).toString('hex')}`;
  /** The frames of the isolated worlds that exist now, by execution context. */
  readonly #frameIds = new Map<number, string>();
  #cdp: CdpSession | undefined;
  #preloadContext: number | undefined;

  constructor(contents: WebContentsStandIn) {
    this.#contents = contents;
  }

  /** Subscribes to the session; call before `Runtime.enable`. */
  follow(cdp: CdpSession): void {
    this.#cdp = cdp;
    cdp.on('Runtime.executionContextCreated', ({ context }) => {
      const frameId = (context.auxData as { frameId?: string } | undefined)?.frameId;
      if (context.name !== this.#secret || frameId === undefined) return;
      this.#frameIds.set(context.id, frameId);
      if (frameId === this.#contents.frameTree.main?.frameId) this.#preloadContext = context.id;
    });
    cdp.on('Runtime.executionContextDestroyed', ({ executionContextId }) => {
      this.#frameIds.delete(executionContextId);
      if (this.#preloadContext === executionContextId) this.#preloadContext = undefined;
    });
    const forgetContexts = (): void => {
      this.#frameIds.clear();
      this.#preloadContext = undefined;
    };
    cdp.on('Runtime.executionContextsCleared', forgetContexts);
    cdp.on('Inspector.targetCrashed', forgetContexts);
    cdp.on('Runtime.bindingCalled', ({ name, payload, executionContextId }) => {
      if (name === `${this.#secret}-to-main`) void this.#receive(payload, executionContextId);
    });
  }

  /** Adds the preload, and what it needs, to every document that the page will load. */
  async install(cdp: CdpSession, preload: string | undefined): Promise<void> {
    await Promise.all([
      cdp.send('Runtime.addBinding', { name: `${this.#secret}-to-main`, executionContextName: this.#secret }),
      cdp.send('Page.addScriptToEvaluateOnNewDocument', { source: buildPageScript(this.#secret) }),
      cdp.send('Page.addScriptToEvaluateOnNewDocument', {
        source: this.#buildPreload(preload),
        worldName: this.#secret,
      }),
    ]);
  }

  /** Sends a message to the preload; it is dropped while there is none. */
  send(channel: string, args: readonly unknown[]): void {
    const text = encodeMessage(['message', channel, true, args]);
    if (this.#preloadContext !== undefined) this.#deliver(text, this.#preloadContext);
  }

  #buildPreload(path: string | undefined): string {
    const { node, chrome = '', electron = '' } = process.versions;
    const config = {
      secret: this.#secret,
      platform: process.platform,
      arch: process.arch,
      versions: { node, chrome, electron },
    };
    try {
      return buildPreloadScript(
        config,
        path === undefined ? undefined : { path, source: readFileSync(path, 'utf8') },
      );
    } catch (error) {
      this.#contents.reportPreloadError(
        path ?? '',
        error instanceof Error ? error : new Error(String(error)),
      );
      return buildPreloadScript(config, undefined);
    }
  }

  async #receive(payload: string, contextId: number): Promise<void> {
    const [kind, id, channel, args] = decodeMessage(payload) as [string, number, string, unknown[]];
    const contents = this.#contents;
    const frame = contents.frameTree.find(this.#frameIds.get(contextId)) ?? null;
    if (kind === 'title') return contents.updateTitle(channel);
    if (kind === 'open') return contents.askOpenHandler(args[0] as HandlerDetails);
    if (kind === 'preload-error') return contents.reportPreloadError(channel, new Error(String(args[0])));
    if (kind === 'send') return emitMessage(channel, args, contents, frame);
    let reply: string;
    try {
      reply = encodeMessage(['reply', id, true, await invokeHandler(channel, args, contents, frame)]);
    } catch (error) {
      reply = encodeMessage([
        'reply',
        id,
        false,
        `Error invoking remote method '${channel}': ${String(error)}`,
      ]);
    }
    this.#deliver(reply, contextId);
  }

  #deliver(text: string, contextId: number): void {
    for (let start = 0; start < text.length; ) {
      let end = Math.min(start + PART_LENGTH, text.length);
      // A character of two code units stays in one part.
      if (end < text.length && /[\uD800-\uDBFF]/.test(text.charAt(end - 1))) end += 1;
      this.#cdp
        ?.send('Runtime.callFunctionOn', {
          executionContextId: contextId,
          functionDeclaration: `function (part, isLast) { globalThis['${this.#secret}-from-main'](part, isLast); }`,
          arguments: [{ value: text.slice(start, end) }, { value: end === text.length }],
          silent: true,
        })
        // The page was reloaded or closed meanwhile: whoever waited there is gone with it.
        .catch(() => undefined);
      start = end;
    }
  }
}
