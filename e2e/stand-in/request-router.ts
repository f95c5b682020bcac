import type { OnBeforeRequestListenerDetails } from 'electron';
import { schemeOf, toAppUrl, toChromiumUrl } from './app-url.ts';
import { emitCancelable } from './cancelable-event.ts';
import type { CdpSession } from './cdp.ts';
import { answerByScheme } from './protocol.ts';
import { runtime } from './runtime.ts';
import { askBeforeRequest } from './session.ts';
import type { WebContentsStandIn } from './web-contents.ts';

type PausedRequest = {
  readonly requestId: string;
  readonly request: {
    readonly url: string;
    readonly method: string;
    readonly headers: Readonly<Record<string, string>>;
    readonly postData?: string;
  };
  readonly frameId: string;
  readonly resourceType: string;
  readonly redirectedRequestId?: string;
};

const RESOURCE_TYPES: Readonly<Record<string, OnBeforeRequestListenerDetails['resourceType']>> = {
  Stylesheet: 'stylesheet',
  Image: 'image',
  Script: 'script',
  Font: 'font',
  XHR: 'xhr',
  Fetch: 'xhr',
  Ping: 'ping',
  CSPViolationReport: 'cspReport',
  Media: 'media',
  WebSocket: 'webSocket',
};

let lastRequestId = 0;

const withoutFragment = (url: string): string => url.split('#', 1)[0] ?? url;

/** Decides every request of one page: navigation events first, then `onBeforeRequest`, then the scheme's handler. */
export class RequestRouter {
  readonly #contents: WebContentsStandIn;
  /**
   * By frame, the navigation that the page itself asked for (link, script, form, refresh) and whose request
   * is still to come. Chromium sends both over one ordered channel, the announcement first.
   */
  readonly #pageNavigations = new Map<string, string>();

  constructor(contents: WebContentsStandIn) {
    this.#contents = contents;
  }

  /** Subscribes to a session; call before `Fetch.enable`. */
  follow(session: CdpSession): void {
    session.on('Fetch.requestPaused', (paused) => {
      this.#decide(session, paused)
        // The page closed while its request was being decided.
        .catch(() => undefined);
    });
    session.on('Page.frameRequestedNavigation', ({ frameId, url }) =>
      this.#pageNavigations.set(frameId, withoutFragment(url)),
    );
  }

  /** Intercepts the requests of a frame or worker that Chromium runs in another process, then lets it start. */
  async adoptChild(sessionId: string, type: string): Promise<void> {
    const child = runtime.connection?.session(sessionId);
    if (child === undefined) return;
    this.follow(child);
    try {
      if (type === 'iframe') {
        await child.send('Page.enable');
        await child.send('Target.setAutoAttach', {
          autoAttach: true,
          waitForDebuggerOnStart: true,
          flatten: true,
        });
        child.on(
          'Target.attachedToTarget',
          (event) => void this.adoptChild(event.sessionId, event.targetInfo.type),
        );
      }
      await child.send('Fetch.enable', { patterns: [{ urlPattern: '*' }] });
      await child.send('Runtime.runIfWaitingForDebugger');
    } catch {
      // The frame or worker ended before it could be joined.
    }
  }

  async #decide(session: CdpSession, paused: PausedRequest): Promise<void> {
    const { requestId, request } = paused;
    const url = toAppUrl(request.url);
    const isMainFrame = paused.frameId === this.#contents.frameTree.main?.frameId;
    if (paused.resourceType === 'Document' && this.#isNavigationPrevented(paused, url, isMainFrame)) {
      await session.send('Fetch.failRequest', { requestId, errorReason: 'Aborted' });
      return;
    }
    if (
      paused.resourceType === 'Other' &&
      schemeOf(url) !== undefined &&
      new URL(url).pathname === '/favicon.ico'
    ) {
      // Chromium asks every http page's host for an icon; a page of the app's own scheme has no such request.
      await session.send('Fetch.fulfillRequest', { requestId, responseCode: 204 });
      return;
    }
    lastRequestId += 1;
    const { cancel, redirectURL } = await askBeforeRequest({
      id: lastRequestId,
      url,
      method: request.method,
      webContentsId: this.#contents.id,
      resourceType:
        paused.resourceType === 'Document'
          ? isMainFrame
            ? 'mainFrame'
            : 'subFrame'
          : (RESOURCE_TYPES[paused.resourceType] ?? 'other'),
      referrer: toAppUrl(request.headers.Referer ?? ''),
      timestamp: Date.now(),
      uploadData: [],
    });
    if (cancel === true) {
      await session.send('Fetch.failRequest', { requestId, errorReason: 'BlockedByClient' });
    } else if (redirectURL !== undefined) {
      const responseHeaders = [{ name: 'Location', value: toChromiumUrl(redirectURL) }];
      await session.send('Fetch.fulfillRequest', { requestId, responseCode: 307, responseHeaders });
    } else if (schemeOf(url) !== undefined) {
      const headers: Record<string, string> = {};
      for (const [name, value] of Object.entries(request.headers)) headers[name] = toAppUrl(value);
      const reply = await answerByScheme(url, { method: request.method, headers, body: request.postData });
      if (reply === undefined) await session.send('Fetch.failRequest', { requestId, errorReason: 'Failed' });
      else await session.send('Fetch.fulfillRequest', { requestId, ...reply });
    } else {
      await session.send('Fetch.continueRequest', { requestId });
    }
  }

  #isNavigationPrevented(paused: PausedRequest, url: string, isMainFrame: boolean): boolean {
    const contents = this.#contents;
    const frame = contents.frameTree.find(paused.frameId);
    const details = { url, isSameDocument: false, isMainFrame, frame, initiator: frame };
    const positional = [url, false, isMainFrame, 1, frame?.routingId ?? -1];
    if (paused.redirectedRequestId !== undefined)
      return emitCancelable(contents, 'will-redirect', details, ...positional);
    const announced = this.#pageNavigations.get(paused.frameId);
    this.#pageNavigations.delete(paused.frameId);
    if (isMainFrame && announced !== withoutFragment(paused.request.url)) return false;
    if (emitCancelable(contents, 'will-frame-navigate', details)) return true;
    return isMainFrame && emitCancelable(contents, 'will-navigate', details, ...positional);
  }
}
