import { EventEmitter } from 'node:events';
import type {
  BrowserWindowConstructorOptions,
  BrowserWindow as ElectronBrowserWindow,
  Rectangle,
} from 'electron';
import { emitCancelable } from './cancelable-event.ts';
import { refuseUnknownEvents, refuseUnknownMembers } from './not-emulated.ts';
import { requireConnection, runtime } from './runtime.ts';
import { WebContentsStandIn } from './web-contents.ts';

const EVENTS = [
  'ready-to-show',
  'close',
  'closed',
  'show',
  'hide',
  'focus',
  'blur',
  'resize',
  'resized',
  'will-resize',
  'move',
  'moved',
  'will-move',
  'maximize',
  'unmaximize',
  'minimize',
  'restore',
  'enter-full-screen',
  'leave-full-screen',
  'page-title-updated',
  'unresponsive',
  'responsive',
  'session-end',
  'query-session-end',
  'app-command',
];

let lastWindowId = 0;
let focusedWindow: BrowserWindowStandIn | null = null;

/** Electron's `BrowserWindow`: a window of Chromium, or without a display a page of the same size. */
export class BrowserWindowStandIn
  extends EventEmitter
  implements
    Pick<
      ElectronBrowserWindow,
      | 'id'
      | 'loadURL'
      | 'reload'
      | 'show'
      | 'showInactive'
      | 'hide'
      | 'focus'
      | 'blur'
      | 'close'
      | 'destroy'
      | 'isDestroyed'
      | 'isVisible'
      | 'isFocused'
      | 'isMinimized'
      | 'isMaximized'
      | 'isFullScreen'
      | 'isNormal'
      | 'minimize'
      | 'maximize'
      | 'unmaximize'
      | 'restore'
      | 'getBounds'
      | 'getNormalBounds'
      | 'getContentBounds'
      | 'setBounds'
      | 'getSize'
      | 'setSize'
      | 'getContentSize'
      | 'setContentSize'
      | 'getPosition'
      | 'setPosition'
      | 'center'
      | 'setMinimumSize'
      | 'getMinimumSize'
      | 'getTitle'
      | 'setTitle'
      | 'setBackgroundColor'
      | 'setMenu'
      | 'removeMenu'
      | 'setMenuBarVisibility'
      | 'setAutoHideMenuBar'
      | 'setProgressBar'
      | 'flashFrame'
      | 'setIcon'
      | 'moveTop'
    >
{
  readonly id: number;
  readonly webContents: WebContentsStandIn;
  readonly preferences: BrowserWindowConstructorOptions;
  bounds: Rectangle;
  minimumSize: [number, number];
  state: 'normal' | 'minimized' | 'maximized' = 'normal';
  title: string;
  isShown: boolean;
  isGone = false;
  wasReadyToShow = false;

  constructor(options: BrowserWindowConstructorOptions = {}) {
    super();
    requireConnection();
    lastWindowId += 1;
    this.id = lastWindowId;
    this.preferences = options;
    this.bounds = {
      x: options.x ?? 0,
      y: options.y ?? 0,
      width: options.width ?? 800,
      height: options.height ?? 600,
    };
    this.minimumSize = [options.minWidth ?? 0, options.minHeight ?? 0];
    this.title = options.title ?? '';
    this.isShown = options.show ?? true;
    refuseUnknownEvents(this, 'BrowserWindow', EVENTS);
    const guarded = refuseUnknownMembers('BrowserWindow', this);
    this.webContents = new WebContentsStandIn({
      width: this.bounds.width,
      height: this.bounds.height,
      preload: options.webPreferences?.preload,
      close: () => guarded.close(),
      updateTitle: (title) => {
        if (!emitCancelable(guarded, 'page-title-updated', {}, title, true)) this.title = title;
      },
    });
    runtime.windows.add(guarded);
    if (this.isShown) focusedWindow = guarded;
    this.webContents.on('did-finish-load', () => {
      if (this.wasReadyToShow) return;
      this.wasReadyToShow = true;
      guarded.emit('ready-to-show', {});
    });
    this.webContents.applyZoom = () => void this.applyBounds();
    this.webContents.attached.then(
      () => this.applyBounds(),
      (error: unknown) => {
        if (!this.isGone) console.error('The window could not be created:', error);
        guarded.markClosed();
      },
    );
    // biome-ignore lint/correctness/noConstructorReturn: the guarded object must be the one identity of the window.
    return guarded;
  }

  static getAllWindows(): BrowserWindowStandIn[] {
    return [...runtime.windows];
  }

  static getFocusedWindow(): BrowserWindowStandIn | null {
    return focusedWindow;
  }

  static fromWebContents(contents: WebContentsStandIn | undefined): BrowserWindowStandIn | null {
    return [...runtime.windows].find((window) => window.webContents.id === contents?.id) ?? null;
  }

  static fromId(id: number): BrowserWindowStandIn | null {
    return [...runtime.windows].find((window) => window.id === id) ?? null;
  }

  /** Emits `close`; unless prevented the window closes. True when it closes. */
  tryClose(): boolean {
    if (this.isGone) return true;
    if (emitCancelable(this, 'close')) return false;
    this.destroy();
    return true;
  }

  close(): void {
    this.tryClose();
  }

  destroy(): void {
    if (this.isGone) return;
    const { targetId, attached } = this.webContents;
    const closeTarget = (id: string | undefined): void => {
      if (id === undefined) return;
      runtime.connection?.browser
        .send('Target.closeTarget', { targetId: id })
        // Chromium has closed the page by itself.
        .catch(() => undefined);
    };
    if (targetId === undefined)
      attached.then(() => closeTarget(this.webContents.targetId)).catch(() => undefined);
    else closeTarget(targetId);
    this.markClosed();
  }

  /** Chromium has closed the page, for the user or the page itself; too late to prevent. */
  closeByChromium(): void {
    emitCancelable(this, 'close');
    this.markClosed();
  }

  /** The page is gone, whoever closed it. */
  markClosed(): void {
    if (this.isGone) return;
    this.isGone = true;
    for (const window of runtime.windows) if (window.id === this.id) runtime.windows.delete(window);
    if (focusedWindow?.id === this.id) focusedWindow = [...runtime.windows].at(-1) ?? null;
    this.webContents.markDestroyed();
    this.emit('closed');
    runtime.events.emit('window-closed', this);
  }

  loadURL(url: string): Promise<void> {
    return this.webContents.loadURL(url);
  }

  reload(): void {
    this.webContents.reload();
  }

  show(): void {
    this.showInactive();
    this.focus();
  }

  showInactive(): void {
    const wasShown = this.isShown;
    this.isShown = true;
    if (!wasShown) this.emit('show');
  }

  hide(): void {
    const wasShown = this.isShown;
    this.isShown = false;
    if (wasShown) this.emit('hide');
  }

  focus(): void {
    focusedWindow = BrowserWindowStandIn.fromId(this.id);
    void this.webContents.cdp?.send('Page.bringToFront').catch(() => undefined);
    this.emit('focus');
  }

  blur(): void {
    if (focusedWindow?.id === this.id) focusedWindow = null;
    this.emit('blur');
  }

  setState(state: 'normal' | 'minimized' | 'maximized', event: string): void {
    if (this.state === state) return;
    this.state = state;
    void this.applyBounds();
    this.emit(event);
  }

  minimize(): void {
    this.setState('minimized', 'minimize');
  }

  maximize(): void {
    this.setState('maximized', 'maximize');
    this.showInactive();
  }

  unmaximize(): void {
    if (this.state === 'maximized') this.setState('normal', 'unmaximize');
  }

  restore(): void {
    if (this.state !== 'normal') this.setState('normal', 'restore');
  }

  setBounds(bounds: Partial<Rectangle>): void {
    const before = this.bounds;
    const merged = { ...before, ...bounds };
    this.bounds = {
      ...merged,
      width: Math.max(merged.width, this.minimumSize[0]),
      height: Math.max(merged.height, this.minimumSize[1]),
    };
    void this.applyBounds();
    if (this.bounds.x !== before.x || this.bounds.y !== before.y) this.emit('move');
    if (this.bounds.width !== before.width || this.bounds.height !== before.height) this.emit('resize');
  }

  /** Gives Chromium's window, or the headless page, this window's size and state. */
  async applyBounds(): Promise<void> {
    const { cdp, targetId } = this.webContents;
    const browser = runtime.connection?.browser;
    if (this.isGone || cdp === undefined || targetId === undefined || browser === undefined) return;
    const { x, y, width, height } = this.bounds;
    try {
      if (runtime.isHeadless) {
        // Zoomed, a page of the same window has fewer CSS pixels, and each is larger.
        const zoom = this.webContents.zoomFactor;
        await cdp.send('Emulation.setDeviceMetricsOverride', {
          width: Math.round(width / zoom),
          height: Math.round(height / zoom),
          deviceScaleFactor: zoom === 1 ? 0 : zoom,
          mobile: false,
        });
        return;
      }
      const { windowId } = await browser.send('Browser.getWindowForTarget', { targetId });
      await browser.send('Browser.setWindowBounds', { windowId, bounds: { windowState: this.state } });
      if (this.state !== 'normal') return;
      const hasPosition = this.preferences.x !== undefined;
      await browser.send('Browser.setWindowBounds', {
        windowId,
        bounds: { width, height, ...(hasPosition ? { left: x, top: y } : {}) },
      });
    } catch (error) {
      if (!this.isGone) console.error('The size of the window could not be set:', error);
    }
  }

  isDestroyed = (): boolean => this.isGone;
  isVisible = (): boolean => this.isShown;
  isFocused = (): boolean => focusedWindow?.id === this.id;
  isMinimized = (): boolean => this.state === 'minimized';
  isMaximized = (): boolean => this.state === 'maximized';
  isNormal = (): boolean => this.state === 'normal';
  isFullScreen = (): boolean => false;
  getBounds = (): Rectangle => ({ ...this.bounds });
  getNormalBounds = (): Rectangle => ({ ...this.bounds });
  getContentBounds = (): Rectangle => ({ ...this.bounds });
  getSize = (): number[] => [this.bounds.width, this.bounds.height];
  getContentSize = (): number[] => [this.bounds.width, this.bounds.height];
  setSize = (width: number, height: number): void => this.setBounds({ width, height });
  setContentSize = (width: number, height: number): void => this.setBounds({ width, height });
  getPosition = (): number[] => [this.bounds.x, this.bounds.y];
  setPosition = (x: number, y: number): void => this.setBounds({ x, y });
  center = (): void => undefined;
  getMinimumSize = (): number[] => [...this.minimumSize];
  setMinimumSize = (width: number, height: number): void => {
    this.minimumSize = [width, height];
  };
  getTitle = (): string => this.title;
  setTitle = (title: string): void => {
    this.title = title;
  };
  setBackgroundColor = (_color: string): void => undefined;
  setMenu = (_menu: unknown): void => undefined;
  removeMenu = (): void => undefined;
  setMenuBarVisibility = (_isVisible: boolean): void => undefined;
  setAutoHideMenuBar = (_isHidden: boolean): void => undefined;
  setProgressBar = (_progress: number): void => undefined;
  flashFrame = (_isFlashing: boolean): void => undefined;
  setIcon = (_icon: unknown): void => undefined;
  moveTop = (): void => undefined;
}
