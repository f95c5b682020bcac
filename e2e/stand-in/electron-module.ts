import { app } from './app.ts';
import { BrowserWindowStandIn } from './browser-window.ts';
import { clipboard } from './clipboard.ts';
import { NotificationStandIn, nativeImage, powerMonitor, screen } from './desktop.ts';
import { dialog } from './dialog.ts';
import { ipcMain } from './ipc-main.ts';
import { MenuItemStandIn, MenuStandIn } from './menu.ts';
import { nativeTheme } from './native-theme.ts';
import { refuseModule, refuseUnknownMembers } from './not-emulated.ts';
import { protocol } from './protocol.ts';
import { safeStorage } from './safe-storage.ts';
import { session } from './session.ts';
import { shell } from './shell.ts';
import { webContents } from './web-contents.ts';

const BrowserWindow = refuseUnknownMembers('BrowserWindow', BrowserWindowStandIn);
const Menu = refuseUnknownMembers('Menu', MenuStandIn);
const MenuItem = refuseUnknownMembers('MenuItem', MenuItemStandIn);
const Notification = refuseUnknownMembers('Notification', NotificationStandIn);
const autoUpdater = refuseModule('autoUpdater');
const BaseWindow = refuseModule('BaseWindow');
const BrowserView = refuseModule('BrowserView');
const ClipboardItem = refuseModule('ClipboardItem');
const contentTracing = refuseModule('contentTracing');
const crashReporter = refuseModule('crashReporter');
const desktopCapturer = refuseModule('desktopCapturer');
const globalShortcut = refuseModule('globalShortcut');
const ImageView = refuseModule('ImageView');
const inAppPurchase = refuseModule('inAppPurchase');
const IpcMainServiceWorker = refuseModule('IpcMainServiceWorker');
const MessageChannelMain = refuseModule('MessageChannelMain');
const net = refuseModule('net');
const netLog = refuseModule('netLog');
const powerSaveBlocker = refuseModule('powerSaveBlocker');
const pushNotifications = refuseModule('pushNotifications');
const ShareMenu = refuseModule('ShareMenu');
const sharedTexture = refuseModule('sharedTexture');
const systemPreferences = refuseModule('systemPreferences');
const TouchBar = refuseModule('TouchBar');
const Tray = refuseModule('Tray');
const utilityProcess = refuseModule('utilityProcess');
const View = refuseModule('View');
const WebContentsView = refuseModule('WebContentsView');
const webFrameMain = refuseModule('webFrameMain');
const WebSocket = refuseModule('WebSocket');

/** The members of Electron's module for the main process that this module must name, emulated or refusing. */
type MainMembers = keyof (typeof import('electron/main') & typeof import('electron/common'));

const electron = {
  app,
  autoUpdater,
  BaseWindow,
  BrowserView,
  ClipboardItem,
  BrowserWindow,
  clipboard,
  contentTracing,
  crashReporter,
  desktopCapturer,
  dialog,
  globalShortcut,
  ImageView,
  inAppPurchase,
  IpcMainServiceWorker,
  ipcMain,
  Menu,
  MenuItem,
  MessageChannelMain,
  nativeImage,
  nativeTheme,
  net,
  netLog,
  Notification,
  powerMonitor,
  powerSaveBlocker,
  protocol,
  pushNotifications,
  safeStorage,
  screen,
  session,
  ShareMenu,
  sharedTexture,
  shell,
  systemPreferences,
  TouchBar,
  Tray,
  utilityProcess,
  View,
  webContents,
  WebContentsView,
  webFrameMain,
  WebSocket,
} satisfies Record<MainMembers, unknown>;

const guarded = refuseUnknownMembers('electron', electron);

export {
  app,
  autoUpdater,
  BaseWindow,
  BrowserView,
  BrowserWindow,
  ClipboardItem,
  clipboard,
  contentTracing,
  crashReporter,
  desktopCapturer,
  dialog,
  globalShortcut,
  guarded as default,
  guarded as 'module.exports',
  ImageView,
  IpcMainServiceWorker,
  inAppPurchase,
  ipcMain,
  Menu,
  MenuItem,
  MessageChannelMain,
  Notification,
  nativeImage,
  nativeTheme,
  net,
  netLog,
  powerMonitor,
  powerSaveBlocker,
  protocol,
  pushNotifications,
  ShareMenu,
  safeStorage,
  screen,
  session,
  sharedTexture,
  shell,
  systemPreferences,
  TouchBar,
  Tray,
  utilityProcess,
  View,
  WebContentsView,
  WebSocket,
  webContents,
  webFrameMain,
};
