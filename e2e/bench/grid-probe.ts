import type { ProfileRow } from '../../shared/profile.ts';
import type { ViewMemory } from '../../shared/profile-view.ts';
import type { Settings } from '../../shared/settings.ts';

/** Pixels, pixels a frame, and how many frames. */
interface ScrollWay {
  readonly from: number;
  readonly step: number;
  readonly frames: number;
}

/** What runs inside both pages before their own code. */
interface GridProbe {
  readonly rows: readonly ProfileRow[];
  /** The rows as the bare list shows them. */
  readonly texts: readonly (readonly string[])[];
  /** Lets the window read its rows. */
  release(): void;
  /** Tells the window of something, as the main process does. */
  emit(event: string, payload: unknown): void;
  /** Milliseconds from before `act` to the first paint in which `isDone` holds. */
  timeToPaint(act: () => void, isDone: () => boolean): Promise<number>;
  /** Milliseconds of each frame while the element is scrolled on by `step` pixels a frame. */
  scroll(element: Element, way: ScrollWay): Promise<readonly number[]>;
}

declare global {
  interface Window {
    readonly probe: GridProbe;
  }
}

/** What the answers of the main process are made from. */
export interface ProbeInput {
  readonly count: number;
  readonly settings: Settings;
  readonly memory: ViewMemory;
}

/**
 * Puts `window.probe` and a `window.panel` that answers at once into the page, so that nothing but the page is
 * measured. It is handed to the page as text and so uses nothing from outside.
 */
export function installProbe({ count, settings, memory }: ProbeInput): void {
  const address = settings.address;
  const groups = ['Default', 'Shop-EU', 'Shop-US', 'Archive', 'Warm-up'];
  const rows = Array.from({ length: count }, (_, index) => {
    // Spread without a pattern that a sort would profit from.
    const mixed = (index * 7_919) % count;
    return {
      id: index + 1,
      name: `${['Shop', 'Ads account', 'Team', 'Support'][mixed % 4]} ${mixed}`,
      note: mixed % 3 === 0 ? `note ${mixed}` : '',
      color: '#3b62e0',
      groupId: 1,
      groupName: groups[mixed % groups.length] ?? '',
      tags: mixed % 2 === 0 ? ['vip', `tag ${mixed % 20}`] : [],
      proxy: { mode: 2, type: 'http', host: `203.0.113.${mixed % 250}`, port: '8080' },
      realIp: `198.51.100.${mixed % 250}`,
      lastOpenedAt: 1_700_000_000_000 + mixed * 60_000,
    };
  });
  const texts = rows.map((row) => [
    String(row.id),
    row.name,
    row.groupName,
    'Closed',
    row.tags.join(', '),
    `Custom ${row.proxy.host}`,
    row.realIp,
    new Date(row.lastOpenedAt).toISOString(),
    row.note,
  ]);
  let release = () => {};
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  const listeners = new Map<string, Set<(payload: unknown) => void>>();
  const sliceSize = 2_000;
  const answers: Record<string, (input: { from: number }) => unknown> = {
    'app.info': () => ({ version: '0.0.0', isDemo: false, platform: 'linux' }),
    'settings.get': () => ({ settings, language: 'en', repaired: [] }),
    'connection.get': () => ({ kind: 'connected', address, profileCount: count, checkedAt: Date.now() }),
    'profiles.startReading': async () => {
      await released;
      return { readingId: 'reading' };
    },
    'profiles.nextRows': async ({ from }) => {
      // As over IPC: between two answers the page may paint.
      await new Promise((resolve) => setTimeout(resolve));
      return toSlice(from);
    },
    'profiles.listOpened': () => ({ profiles: [], asOf: Date.now() }),
    'jobs.list': () => [],
    'views.get': () => ({ memory, saved: [], repaired: [] }),
    'views.update': () => memory,
  };
  const toSlice = (from: number) => ({
    readingId: 'reading',
    from,
    rows: rows.slice(from, from + sliceSize),
    loaded: Math.min(count, from + sliceSize),
    total: count,
    isComplete: from + sliceSize >= count,
    asOf: Date.now(),
    unreadable: [],
    isUnstable: false,
  });
  const panel = {
    call: async (name: string, input: { from: number }) => {
      const answer = answers[name];
      const error = { code: 'wrong_state', message: name, retryable: false };
      return answer ? { ok: true, value: await answer(input) } : { ok: false, error };
    },
    on: (event: string, listener: (payload: unknown) => void) => {
      const known = listeners.get(event) ?? new Set();
      known.add(listener);
      listeners.set(event, known);
      return () => known.delete(listener);
    },
  };
  /** Resolves just after a frame was painted. */
  const nextPaint = () =>
    new Promise<number>((resolve) => {
      requestAnimationFrame(() => {
        const channel = new MessageChannel();
        channel.port1.onmessage = () => resolve(performance.now());
        channel.port2.postMessage(null);
      });
    });
  const probe = {
    rows,
    texts,
    release: () => release(),
    emit: (event: string, payload: unknown) => {
      for (const listener of listeners.get(event) ?? []) listener(payload);
    },
    timeToPaint: async (act: () => void, isDone: () => boolean) => {
      await nextPaint();
      const startedAt = performance.now();
      act();
      for (;;) {
        // What is there before a frame is in that frame's paint; what comes while it is painted, in the next.
        const isInFrame = await new Promise<boolean>((resolve) => {
          requestAnimationFrame(() => resolve(isDone()));
        });
        const paintedAt = await new Promise<number>((resolve) => {
          const channel = new MessageChannel();
          channel.port1.onmessage = () => resolve(performance.now());
          channel.port2.postMessage(null);
        });
        if (isInFrame) return paintedAt - startedAt;
        if (paintedAt - startedAt > 20_000) throw new Error('It did not happen within 20 s.');
      }
    },
    scroll: async (element: Element, { from, step, frames }: ScrollWay) => {
      const times: number[] = [];
      element.scrollTop = from;
      await nextPaint();
      let before = performance.now();
      for (let frame = 0; frame < frames; frame += 1) {
        element.scrollTop += step;
        const at = await new Promise<number>((resolve) => requestAnimationFrame(resolve));
        if (frame > 0) times.push(at - before);
        before = at;
      }
      return times;
    },
  };
  Object.assign(globalThis, { panel, probe });
}
