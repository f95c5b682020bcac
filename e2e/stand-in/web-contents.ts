import { randomBytes } from 'node:crypto';
import { EventEmitter } from 'node:events';
import { readFileSync } from 'node:fs';
import type { WebContents as ElectronWebContents, HandlerDetails, WindowOpenHandlerResponse } from 'electron';
import { toAppUrl, toChromiumUrl } from './app-url.ts';
import type { CdpSession } from './cdp.ts';
import { type FrameStandIn, FrameTree } from './frame-tree.ts';
import { buildPageScript, buildPreloadScript } from './injected-scripts.ts';
import { emitMessage, invokeHandler } from './ipc-main.ts';
import { decodeMessage, encodeMessage } from './message-codec.ts';
import { nativeTheme } from './native-theme.ts';
import { NotEmulatedError, refuseUnknownEvents, refuseUnknownMembers } from './not-emulated.ts';
import { RequestRouter } from './request-router.ts';
import { requireConnection, runtime } from './runtime.ts';
import { applyPermissions, defaultSession } from './session.ts';

/** What a window asks of its page when it creates it; sizes in CSS pixels. */
export type ContentsOptions = {
  readonly width: number;
  readonly height: number;
  readonly preload: string | undefined;
  readonly close: () => void;
};

const EVENTS = [
  'did-finish-load',
  'did-fail-load',
  'did-start-loading',
  'did-stop-loading',
  'did-start-navigation',
  'did-navigate',
  'did-navigate-in-page',
  'did-frame-finish-load',
  'did-create-window',
  'dom-ready',
  'page-title-updated',
  'will-navigate',
  'will-frame-navigate',
  'will-redirect',
  'will-attach-webview',
  'will-prevent-unload',
  'render-process-gone',
  'unresponsive',
  'responsive',
  'preload-error',
  'console-message',
  'before-input-event',
  'context-menu',
  'destroyed',
  'focus',
  'blur',
  'devtools-opened',
  'devtools-closed',
];

let lastContentsId = 0;

/** Electron's `webContents` of one window, on a page of Chromium. */
export class WebContentsStandIn
  extends EventEmitter
  implements
    Pick<
      ElectronWebContents,
      | 'id'
      | 'send'
      | 'getURL'
      | 'getTitle'
      | 'loadURL'
      | 'reload'
      | 'reloadIgnoringCache'
      | 'stop'
      | 'isDestroyed'
      | 'isCrashed'
      | 'isLoading'
      | 'isFocused'
      | 'focus'
      | 'close'
      | 'openDevTools'
      | 'closeDevTools'
      | 'isDevToolsOpened'
      | 'setZoomFactor'
      | 'getZoomFactor'
      | 'setZoomLevel'
      | 'getZoomLevel'
      | 'setVisualZoomLevelLimits'
      | 'executeJavaScript'
      | 'getProcessId'
      | 'getOSProcessId'
      | 'getType'
      | 'setBackgroundThrottling'
      | 'setUserAgent'
    >
{
  readonly id: number;
  readonly session = defaultSession;
  targetId: string | undefined;
  readonly frameTree = new FrameTree();
  readonly router: RequestRouter;
  openHandler: ((details: HandlerDetails) => WindowOpenHandlerResponse) | undefined;
  cdp: CdpSession | undefined;
  sessionId = '';
  preloadContext: number | undefined;
  readonly contextFrames = new Map<number, string>();
  readonly secret = `stand-in-${randomBytes(12).toString('hex')}`;
  readonly options: ContentsOptions;
  readonly attached: Promise<void>;
  isGone = false;
  hasCrashed = false;
  isLoadingPage = false;
  pageTitle = '';
  zoomFactor = 1;

  constructor(options: ContentsOptions) {
    super();
    const connection = requireConnection();
    lastContentsId += 1;
    this.id = lastContentsId;
    this.options = options;
    const guarded = refuseUnknownMembers('webContents', this);
    this.router = new RequestRouter(guarded);
    refuseUnknownEvents(this, 'webContents', EVENTS);
    runtime.contents.set(this.id, guarded);
    this.attached = guarded.attach(connection);
    // The window that created this page reports the failure; nobody else may be waiting yet.
    this.attached.catch(() => undefined);
    runtime.events.emit('contents-created', guarded);
    // biome-ignore lint/correctness/noConstructorReturn: the guarded object must be the one identity of the page.
    return guarded;
  }

  /** Creates the page in Chromium and joins it to this object. */
  async attach(connection: NonNullable<typeof runtime.connection>): Promise<void> {
    const { width, height } = this.options;
    const adopted = await takeStartupPage(connection.browser);
    const targetId =
      adopted ??
      (
        await connection.browser.send('Target.createTarget', {
          url: 'about:blank',
          newWindow: true,
          width,
          height,
        })
      ).targetId;
    this.targetId = targetId;
    const { sessionId } = await connection.browser.send('Target.attachToTarget', { targetId, flatten: true });
    this.sessionId = sessionId;
    const cdp = connection.session(sessionId);
    this.cdp = cdp;
    this.frameTree.follow(cdp);
    this.frameTree.setMain(targetId);
    this.listenToPage(cdp);
    this.router.follow(cdp);
    await Promise.all([
      cdp.send('Page.enable'),
      cdp.send('Runtime.enable'),
      cdp.send('Fetch.enable', { patterns: [{ urlPattern: '*' }] }),
      cdp.send('Target.setAutoAttach', { autoAttach: true, waitForDebuggerOnStart: true, flatten: true }),
      cdp.send('Runtime.addBinding', { name: `${this.secret}-to-main`, executionContextName: this.secret }),
      cdp.send('Page.addScriptToEvaluateOnNewDocument', { source: buildPageScript(this.secret) }),
      cdp.send('Page.addScriptToEvaluateOnNewDocument', {
        source: this.buildPreload(),
        worldName: this.secret,
      }),
      this.applyTheme(),
      applyPermissions(this),
      ...(runtime.isHeadless
        ? [
            cdp.send('Emulation.setDeviceMetricsOverride', {
              width,
              height,
              deviceScaleFactor: 0,
              mobile: false,
            }),
            cdp.send('Emulation.setFocusEmulationEnabled', { enabled: true }),
          ]
        : []),
    ]);
  }

  buildPreload(): string {
    const config = {
      secret: this.secret,
      platform: process.platform,
      arch: process.arch,
      versions: {
        node: process.versions.node,
        chrome: process.versions.chrome ?? '',
        electron: process.versions.electron ?? '',
      },
    };
    const path = this.options.preload;
    try {
      return buildPreloadScript(
        config,
        path === undefined ? undefined : { path, source: readFileSync(path, 'utf8') },
      );
    } catch (error) {
      this.reportPreloadError(path ?? '', error instanceof Error ? error : new Error(String(error)));
      return buildPreloadScript(config, undefined);
    }
  }

  listenToPage(cdp: CdpSession): void {
    cdp.on('Runtime.executionContextCreated', ({ context }) => {
      const frameId = (context.auxData as { frameId?: string } | undefined)?.frameId;
      if (context.name !== this.secret || frameId === undefined) return;
      this.contextFrames.set(context.id, frameId);
      if (frameId === this.frameTree.main?.frameId) this.preloadContext = context.id;
    });
    cdp.on('Runtime.executionContextDestroyed', ({ executionContextId }) => {
      this.contextFrames.delete(executionContextId);
      if (this.preloadContext === executionContextId) this.preloadContext = undefined;
    });
    cdp.on('Runtime.executionContextsCleared', () => {
      this.contextFrames.clear();
      this.preloadContext = undefined;
    });
    cdp.on('Runtime.bindingCalled', ({ name, payload, executionContextId }) => {
      if (name === `${this.secret}-to-main`) void this.receive(payload, executionContextId);
    });
    cdp.on('Runtime.consoleAPICalled', ({ type, args, executionContextId: _context }) => {
      const level = { error: 'error', warning: 'warning', debug: 'debug' }[type as string] ?? 'info';
      const message = args.map((arg) => String(arg.value ?? arg.description ?? '')).join(' ');
      this.emit('console-message', {
        level,
        message,
        lineNumber: 0,
        sourceId: '',
        frame: this.frameTree.main,
      });
    });
    cdp.on('Page.frameNavigated', ({ frame }) => {
      if (frame.parentId !== undefined) return;
      this.hasCrashed = false;
      this.emit('did-navigate', {}, this.getURL(), 200, 'OK');
    });
    cdp.on('Page.frameStartedLoading', ({ frameId }) => {
      if (frameId !== this.frameTree.main?.frameId) return;
      this.isLoadingPage = true;
      this.emit('did-start-loading');
    });
    cdp.on('Page.frameStoppedLoading', ({ frameId }) => {
      if (frameId !== this.frameTree.main?.frameId) return;
      this.isLoadingPage = false;
      this.emit('did-stop-loading');
    });
    cdp.on('Page.navigatedWithinDocument', ({ frameId, url }) => {
      this.emit('did-navigate-in-page', {}, toAppUrl(url), frameId === this.frameTree.main?.frameId, 1, 1);
    });
    cdp.on('Page.domContentEventFired', () => this.emit('dom-ready', {}));
    cdp.on('Page.loadEventFired', () => this.emit('did-finish-load'));
    cdp.on('Inspector.targetCrashed', () => {
      this.hasCrashed = true;
      this.preloadContext = undefined;
      this.emit('render-process-gone', {}, { reason: 'crashed', exitCode: 1 });
    });
    cdp.on(
      'Target.attachedToTarget',
      ({ sessionId, targetInfo }) => void this.router.adoptChild(sessionId, targetInfo.type),
    );
  }

  async receive(payload: string, contextId: number): Promise<void> {
    const [kind, id, channel, args] = decodeMessage(payload) as [string, number, string, unknown[]];
    const frame = this.frameTree.find(this.contextFrames.get(contextId)) ?? null;
    if (kind === 'open') return this.askOpenHandler(args[0] as HandlerDetails);
    if (kind === 'preload-error') return this.reportPreloadError(channel, new Error(String(args[0])));
    if (kind === 'send') return emitMessage(channel, args, this.guarded(), frame);
    let reply: string;
    try {
      reply = encodeMessage(['reply', id, true, await invokeHandler(channel, args, this.guarded(), frame)]);
    } catch (error) {
      reply = encodeMessage([
        'reply',
        id,
        false,
        `Error invoking remote method '${channel}': ${String(error)}`,
      ]);
    }
    this.deliver(reply, contextId);
  }

  deliver(text: string, contextId: number): void {
    this.cdp
      ?.send('Runtime.callFunctionOn', {
        executionContextId: contextId,
        functionDeclaration: `function (text) { globalThis['${this.secret}-from-main'](text); }`,
        arguments: [{ value: text }],
        silent: true,
      })
      // The page was reloaded or closed meanwhile: whoever waited there is gone with it.
      .catch(() => undefined);
  }

  askOpenHandler(details: HandlerDetails): void {
    if (this.openHandler === undefined) {
      console.error(
        `${new NotEmulatedError('opening a window without setWindowOpenHandler').message}; denied: ${details.url}`,
      );
      return;
    }
    const answer = this.openHandler({
      ...details,
      url: toAppUrl(details.url),
      referrer: { url: this.getURL(), policy: 'default' },
    });
    if (answer.action === 'allow') {
      console.error(
        `${new NotEmulatedError("setWindowOpenHandler with action 'allow'").message}; denied: ${details.url}`,
      );
    }
  }

  reportPreloadError(path: string, error: Error): void {
    console.error(`Unable to load preload script: ${path}\n${error.message}`);
    this.emit('preload-error', {}, path, error);
  }

  guarded(): WebContentsStandIn {
    return runtime.contents.get(this.id) ?? this;
  }

  /** Marks the page as gone; the window calls it when Chromium has closed the page. */
  markDestroyed(): void {
    if (this.isGone) return;
    this.isGone = true;
    runtime.contents.delete(this.id);
    runtime.connection?.endSession(this.sessionId);
    this.emit('destroyed');
  }

  get mainFrame(): FrameStandIn {
    const main = this.frameTree.main;
    if (main === undefined) throw new NotEmulatedError('webContents.mainFrame before the page exists');
    return main;
  }

  send(channel: string, ...args: unknown[]): void {
    if (this.isGone) throw new TypeError('Object has been destroyed');
    const text = encodeMessage(['message', channel, true, args]);
    if (this.preloadContext !== undefined) this.deliver(text, this.preloadContext);
  }

  async loadURL(url: string): Promise<void> {
    await this.attached;
    const chromiumUrl = toChromiumUrl(url);
    const loaded = new Promise<void>((resolve) => this.once('did-finish-load', () => resolve()));
    const { errorText } = await this.requireCdp().send('Page.navigate', { url: chromiumUrl });
    if (errorText === undefined) return loaded;
    const code = errorText === 'net::ERR_ABORTED' ? -3 : errorText === 'net::ERR_FAILED' ? -2 : -300;
    this.emit('did-fail-load', {}, code, errorText.replace('net::', ''), url, true, 1, 1);
    throw Object.assign(new Error(`${errorText.replace('net::', '')} (${code}) loading '${url}'`), {
      errno: code,
      code: errorText,
      url,
    });
  }

  reload(): void {
    this.attached
      .then(() => this.requireCdp().send('Page.reload'))
      // The page was closed first.
      .catch(() => undefined);
  }

  reloadIgnoringCache(): void {
    this.reload();
  }

  stop(): void {
    void this.cdp?.send('Page.stopLoading');
  }

  requireCdp(): CdpSession {
    if (this.cdp === undefined || this.isGone) throw new TypeError('Object has been destroyed');
    return this.cdp;
  }

  async executeJavaScript(code: string, isUserGesture = false): Promise<unknown> {
    const { result, exceptionDetails } = await this.requireCdp().send('Runtime.evaluate', {
      expression: code,
      awaitPromise: true,
      returnByValue: true,
      userGesture: isUserGesture,
    });
    if (exceptionDetails !== undefined)
      throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return result.value;
  }

  async applyTheme(): Promise<void> {
    const value = nativeTheme.themeSource === 'system' ? '' : nativeTheme.themeSource;
    await this.cdp?.send('Emulation.setEmulatedMedia', {
      features: [{ name: 'prefers-color-scheme', value }],
    });
  }

  setWindowOpenHandler(handler: (details: HandlerDetails) => WindowOpenHandlerResponse): void {
    this.openHandler = handler;
  }

  close(): void {
    this.options.close();
  }

  getURL = (): string => this.frameTree.main?.url ?? '';
  getTitle = (): string => this.pageTitle;
  isDestroyed = (): boolean => this.isGone;
  isCrashed = (): boolean => this.hasCrashed;
  isLoading = (): boolean => this.isLoadingPage;
  isFocused = (): boolean => true;
  focus = (): void => undefined;
  openDevTools = (): void => undefined;
  closeDevTools = (): void => undefined;
  isDevToolsOpened = (): boolean => false;
  getZoomFactor = (): number => this.zoomFactor;
  getZoomLevel = (): number => Math.log(this.zoomFactor) / Math.log(1.2);
  setZoomLevel = (level: number): void => this.setZoomFactor(1.2 ** level);
  setVisualZoomLevelLimits = (_minimum: number, _maximum: number): Promise<void> => Promise.resolve();
  getProcessId = (): number => 1;
  getOSProcessId = (): number => process.pid;
  getType = (): 'window' => 'window';
  setBackgroundThrottling = (_isAllowed: boolean): void => undefined;
  setUserAgent = (_userAgent: string): void => undefined;
  setZoomFactor = (factor: number): void => {
    this.zoomFactor = factor;
  };
}

/** In a visible browser the first window of the app takes over the one that Chromium opened at its start. */
let isStartupPageFree = true;
async function takeStartupPage(browser: CdpSession): Promise<string | undefined> {
  if (runtime.isHeadless || !isStartupPageFree) return undefined;
  isStartupPageFree = false;
  const { targetInfos } = await browser.send('Target.getTargets');
  return targetInfos.find(({ type }) => type === 'page')?.targetId;
}

/** Electron's `webContents` module: finding pages. */
export const webContents = refuseUnknownMembers('webContents', {
  fromId: (id: number) => runtime.contents.get(id),
  fromDevToolsTargetId: (targetId: string) =>
    [...runtime.contents.values()].find((contents) => contents.targetId === targetId),
  getAllWebContents: () => [...runtime.contents.values()],
  getFocusedWebContents: () => [...runtime.contents.values()].at(-1) ?? null,
} satisfies Record<
  keyof Pick<
    typeof Electron.WebContents,
    'fromId' | 'fromDevToolsTargetId' | 'getAllWebContents' | 'getFocusedWebContents'
  >,
  unknown
>);
