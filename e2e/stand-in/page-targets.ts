import type { CdpConnection } from './cdp.ts';
import { runtime } from './runtime.ts';

/** A page that Chromium holds before its first request, with the session that is joined to it. */
type HeldPage = { readonly targetId: string; readonly sessionId: string };

const sessions = new Map<string, string>();
const waiting = new Map<string, (sessionId: string) => void>();
const startupPage = Promise.withResolvers<HeldPage>();
let isStartupPageTaken = false;

/**
 * Joins every new page before it starts. A page that a page opened by itself (a form with a target) is closed: the app opens windows.
 */
export async function holdNewPages(connection: CdpConnection): Promise<void> {
  const { browser } = connection;
  browser.on('Target.attachedToTarget', ({ sessionId, targetInfo: { targetId, openerId, url } }) => {
    const opener = [...runtime.contents.values()].find(
      (contents) => contents.targetId !== undefined && contents.targetId === openerId,
    );
    if (opener !== undefined) {
      browser.send('Target.closeTarget', { targetId }).catch(() => undefined);
      const referrer = { url: opener.getURL(), policy: 'default' as const };
      opener.askOpenHandler({ url, frameName: '', features: '', disposition: 'foreground-tab', referrer });
      return;
    }
    sessions.set(targetId, sessionId);
    waiting.get(targetId)?.(sessionId);
    startupPage.resolve({ targetId, sessionId });
  });
  browser.on('Target.targetDestroyed', ({ targetId }) => {
    const window = [...runtime.windows].find(({ webContents }) => webContents.targetId === targetId);
    window?.closeByChromium();
  });
  await browser.send('Target.setDiscoverTargets', { discover: true });
  await browser.send('Target.setAutoAttach', {
    autoAttach: true,
    waitForDebuggerOnStart: true,
    flatten: true,
    filter: [{ type: 'page', exclude: false }, { exclude: true }],
  });
}

/** In a visible browser the app's first window takes over the one that Chromium opened at its start. */
async function takeStartupPage(): Promise<HeldPage | undefined> {
  if (runtime.isHeadless || isStartupPageTaken) return undefined;
  isStartupPageTaken = true;
  return startupPage.promise;
}

/**
 * Opens an empty page for a new window; it waits until its session gets `Runtime.runIfWaitingForDebugger`.
 * It is empty because any client of Chromium may end that wait, so its first document could miss the preload.
 */
export async function openPage(
  connection: CdpConnection,
  size: { readonly width: number; readonly height: number },
): Promise<HeldPage> {
  const taken = await takeStartupPage();
  if (taken !== undefined) return taken;
  const { targetId } = await connection.browser.send('Target.createTarget', {
    url: 'about:blank',
    newWindow: true,
    ...size,
  });
  const sessionId =
    sessions.get(targetId) ?? (await new Promise<string>((resolve) => waiting.set(targetId, resolve)));
  return { targetId, sessionId };
}
