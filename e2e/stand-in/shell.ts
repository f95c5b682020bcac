import { refuseUnknownMembers } from './not-emulated.ts';

/** What the app asked the desktop to open, newest last; specs read it through `electronApp.evaluate`. */
const requests: {
  readonly kind: 'openExternal' | 'openPath' | 'showItemInFolder';
  readonly target: string;
}[] = [];

/** Electron's `shell`. It opens nothing; `shell.standInRequests` lists what it was asked for. */
export const shell = refuseUnknownMembers('shell', {
  standInRequests: requests,
  openExternal: (url: string): Promise<void> => {
    requests.push({ kind: 'openExternal', target: url });
    return Promise.resolve();
  },
  openPath: (path: string): Promise<string> => {
    requests.push({ kind: 'openPath', target: path });
    return Promise.resolve('');
  },
  showItemInFolder: (path: string): void => {
    requests.push({ kind: 'showItemInFolder', target: path });
  },
  beep: (): void => undefined,
} satisfies Pick<typeof Electron.shell, 'openExternal' | 'openPath' | 'showItemInFolder' | 'beep'> & {
  standInRequests: unknown;
});
