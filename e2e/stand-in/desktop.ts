import { EventEmitter } from 'node:events';
import type { Display, NativeImage } from 'electron';
import { NotEmulatedError, refuseUnknownEvents, refuseUnknownMembers } from './not-emulated.ts';

const area = { x: 0, y: 0, width: 1920, height: 1080 };
const display = refuseUnknownMembers('Display', {
  id: 1,
  label: 'stand-in',
  bounds: area,
  workArea: area,
  size: { width: area.width, height: area.height },
  workAreaSize: { width: area.width, height: area.height },
  scaleFactor: 1,
  rotation: 0,
  internal: false,
} satisfies Partial<Display>);

const screenEmitter = new EventEmitter();
refuseUnknownEvents(screenEmitter, 'screen', ['display-added', 'display-removed', 'display-metrics-changed']);

/** Electron's `screen`: one display of 1920 × 1080. */
export const screen = refuseUnknownMembers(
  'screen',
  Object.assign(screenEmitter, {
    getPrimaryDisplay: () => display,
    getAllDisplays: () => [display],
    getDisplayMatching: (_rectangle: Electron.Rectangle) => display,
    getDisplayNearestPoint: (_point: Electron.Point) => display,
    getCursorScreenPoint: () => ({ x: 0, y: 0 }),
  } satisfies Partial<Record<keyof Electron.Screen, unknown>>),
);

const powerEmitter = new EventEmitter();
refuseUnknownEvents(powerEmitter, 'powerMonitor', [
  'suspend',
  'resume',
  'on-ac',
  'on-battery',
  'shutdown',
  'lock-screen',
  'unlock-screen',
  'user-did-become-active',
  'user-did-resign-active',
  'thermal-state-change',
  'speed-limit-change',
]);

/** Electron's `powerMonitor`: its events come only from specs that emit them. */
export const powerMonitor = refuseUnknownMembers(
  'powerMonitor',
  Object.assign(powerEmitter, {
    onBatteryPower: false,
    isOnBatteryPower: () => false,
    getSystemIdleTime: () => 0,
    getSystemIdleState: (_threshold: number) => 'active' as const,
    getCurrentThermalState: () => 'unknown' as const,
  } satisfies Partial<Electron.PowerMonitor>),
);

/** Electron's `Notification` where the system supports none. */
export class NotificationStandIn {
  constructor() {
    throw new NotEmulatedError('new Notification(); ask Notification.isSupported() first');
  }

  static isSupported(): boolean {
    return false;
  }
}

const emptyImage = refuseUnknownMembers('NativeImage', {
  isEmpty: () => true,
  getSize: () => ({ width: 0, height: 0 }),
  toDataURL: () => 'data:image/png;base64,',
  toPNG: () => Buffer.alloc(0),
} satisfies Partial<Record<keyof NativeImage, unknown>>);

/** Electron's `nativeImage`: every image is empty, as nothing native shows it. */
export const nativeImage = refuseUnknownMembers('nativeImage', {
  createEmpty: () => emptyImage,
  createFromPath: (_path: string) => emptyImage,
  createFromDataURL: (_url: string) => emptyImage,
  createFromBuffer: (_buffer: Buffer) => emptyImage,
} satisfies Partial<Record<keyof typeof Electron.nativeImage, unknown>>);
