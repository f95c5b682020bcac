import { EventEmitter } from 'node:events';
import type { WebContents as ElectronWebContents, HandlerDetails, WindowOpenHandlerResponse } from 'electron';
import { toAppUrl, toChromiumUrl } from './app-url.ts';
import { emitCancelable } from './cancelable-event.ts';
import type { CdpSession } from './cdp.ts';
import { type FrameStandIn, FrameTree } from './frame-tree.ts';
import { nativeTheme } from './native-theme.ts';
import { NotEmulatedError, refuseUnknownEvents, refuseUnknownMembers } from './not-emulated.ts';
import { PageChannel } from './page-channel.ts';
import { openPage } from './page-targets.ts';
import { RequestRouter } from './request-router.ts';
import { requireConnection, runtime } from './runtime.ts';
import { applyPermissions, defaultSession } from './session.ts';

/** What a window asks of its page when it creates it; sizes in CSS pixels. */
export type ContentsOptions = {
  readonly width: number;
  readonly height: number;
  readonly preload: string | undefined;
  readonly close: () => void;
  readonly updateTitle: (title: string) => void;
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
  readonly channel: PageChannel;
  readonly options: ContentsOptions;
  readonly attached: Promise<void>;
  isGone = false;
  hasCrashed = false;
  isErrorPage = false;
  isLoadingPage = false;
  pageTitle = '';
  zoomFactor = 1;
  /** Set by the window: gives the page its size at the zoom in force. */
  applyZoom: () => void = () => undefined;

  constructor(options: ContentsOptions) {
    super();
    const connection = requireConnection();
    lastContentsId += 1;
    this.id = lastContentsId;
    this.options = options;
    const guarded = refuseUnknownMembers('webContents', this);
    this.router = new RequestRouter(guarded);
    this.channel = new PageChannel(guarded);
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
    const { targetId, sessionId } = await openPage(connection, { width, height });
    this.targetId = targetId;
    this.sessionId = sessionId;
    const cdp = connection.session(sessionId);
    this.cdp = cdp;
    this.frameTree.follow(cdp);
    this.frameTree.setMain(targetId);
    this.listenToPage(cdp);
    this.router.follow(cdp);
    this.channel.follow(cdp);
    await Promise.all([
      cdp.send('Page.enable'),
      cdp.send('Runtime.enable'),
      cdp.send('Fetch.enable', { patterns: [{ urlPattern: '*' }] }),
      cdp.send('Target.setAutoAttach', { autoAttach: true, waitForDebuggerOnStart: true, flatten: true }),
      this.channel.install(cdp, this.options.preload),
      this.applyTheme(),
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
      applyPermissions(this),
      cdp.send('Runtime.runIfWaitingForDebugger'),
    ]);
  }

  listenToPage(cdp: CdpSession): void {
    cdp.on('Runtime.consoleAPICalled', ({ type, args }) => {
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
      this.isErrorPage = frame.unreachableUrl !== undefined;
      if (frame.unreachableUrl !== undefined) {
        this.emit('did-fail-load', {}, -2, 'ERR_FAILED', toAppUrl(frame.unreachableUrl), true, 1, 1);
        return;
      }
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
    cdp.on('Page.loadEventFired', () => {
      if (!this.isErrorPage) this.emit('did-finish-load', {});
    });
    cdp.on('Inspector.targetCrashed', () => {
      this.hasCrashed = true;
      this.emit('render-process-gone', {}, { reason: 'crashed', exitCode: 1 });
    });
    cdp.on(
      'Target.attachedToTarget',
      ({ sessionId, targetInfo }) => void this.router.adoptChild(sessionId, targetInfo.type),
    );
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

  /** The page has a new title; its window takes it over unless a listener prevents that. */
  updateTitle(title: string): void {
    if (title === this.pageTitle || title === '') return;
    this.pageTitle = title;
    if (!emitCancelable(this, 'page-title-updated', {}, title, true)) this.options.updateTitle(title);
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
    this.channel.send(channel, args);
  }

  async loadURL(url: string): Promise<void> {
    const loaded = new Promise<void>((resolve, reject) => {
      const settle = (_event: unknown, code?: number, description?: string): void => {
        this.off('did-finish-load', settle);
        this.off('did-fail-load', settle);
        if (code === undefined) {
          resolve();
          return;
        }
        const error = new Error(`${description} (${code}) loading '${url}'`);
        reject(Object.assign(error, { errno: code, code: description, url }));
      };
      this.on('did-finish-load', settle);
      this.on('did-fail-load', settle);
    });
    // Apps that do not wait for the page must not end by its failure; those that do get it below.
    loaded.catch(() => undefined);
    await this.attached;
    const { errorText } = await this.requireCdp().send('Page.navigate', { url: toChromiumUrl(url) });
    // Other failures show an error page and are told by its arrival.
    if (errorText === 'net::ERR_ABORTED') this.emit('did-fail-load', {}, -3, 'ERR_ABORTED', url, true, 1, 1);
    return loaded;
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
    if (this.zoomFactor === factor) return;
    this.zoomFactor = factor;
    this.applyZoom();
  };
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
