import fs from 'node:fs';
import path from 'node:path';
import writeFileAtomic from 'write-file-atomic';
import { z } from 'zod';

/** A rectangle of the desktop in device-independent pixels; `x` and `y` may be negative. */
const rectangle = z.object({ x: z.int(), y: z.int(), width: z.int().positive(), height: z.int().positive() });
type Rectangle = z.infer<typeof rectangle>;

/** Where the window stood last. Maximised, the rectangle is the one it goes back to. */
const windowPlace = rectangle.extend({ isMaximized: z.boolean() });
export type WindowPlace = z.infer<typeof windowPlace>;

/** The window's size at its first start, and where it cannot be smaller. */
export const windowSizes = { width: 1280, height: 800, minWidth: 800, minHeight: 560 } as const;

/** Keeps the place between starts of the app. */
export interface WindowPlaceStore {
  /** Null when nothing is remembered, or not readably. */
  read(): WindowPlace | null;
  write(place: WindowPlace): void;
}

/** A store in `window-place.json` in the folder. */
export function openWindowPlace(folder: string): WindowPlaceStore {
  const file = path.join(folder, 'window-place.json');
  return {
    read() {
      try {
        const parsed = windowPlace.safeParse(JSON.parse(fs.readFileSync(file, 'utf8')));
        return parsed.success ? parsed.data : null;
      } catch {
        // Missing at first, or damaged: the window then opens where the system puts it.
        return null;
      }
    },
    write(place) {
      try {
        writeFileAtomic.sync(file, JSON.stringify(place), { mode: 0o600 });
      } catch {
        // A full disk must not keep the window from closing; the place is then forgotten.
      }
    },
  };
}

/** The user must be able to grab the window by its title bar. */
const grabbable = { width: 160, height: 32 };

/**
 * The remembered place, made to fit the displays that are there now (their work areas). A window that no display
 * would show keeps its size, as far as the first display has room, and loses its position.
 */
export function fitPlace(
  place: WindowPlace,
  workAreas: readonly Rectangle[],
): Omit<WindowPlace, 'x' | 'y'> & { readonly x?: number; readonly y?: number } {
  const home = workAreas.find((area) => canBeGrabbed(place, area)) ?? null;
  const room = home ?? workAreas[0] ?? place;
  const size = {
    width: Math.max(windowSizes.minWidth, Math.min(place.width, room.width)),
    height: Math.max(windowSizes.minHeight, Math.min(place.height, room.height)),
    isMaximized: place.isMaximized,
  };
  return home ? { x: place.x, y: place.y, ...size } : size;
}

function canBeGrabbed(window: Rectangle, area: Rectangle): boolean {
  const visibleWidth = Math.min(window.x + window.width, area.x + area.width) - Math.max(window.x, area.x);
  return (
    visibleWidth >= grabbable.width &&
    window.y >= area.y &&
    window.y + grabbable.height <= area.y + area.height
  );
}

/** The part of a window that is followed. */
interface FollowedWindow {
  on(event: 'close' | 'resize' | 'move' | 'maximize' | 'unmaximize', listener: () => void): unknown;
  isDestroyed(): boolean;
  isMaximized(): boolean;
  isMinimized(): boolean;
  isFullScreen(): boolean;
  getNormalBounds(): Rectangle;
}

/** Writes the window's place when it has come to rest and when it closes. */
export function rememberPlace(window: FollowedWindow, store: WindowPlaceStore): void {
  let timer: NodeJS.Timeout | undefined;
  const write = () => {
    clearTimeout(timer);
    if (window.isDestroyed() || window.isMinimized() || window.isFullScreen()) return;
    const { x, y, width, height } = window.getNormalBounds();
    store.write({ x, y, width, height, isMaximized: window.isMaximized() });
  };
  // A crash or a kill must not lose it, and a drag must not write a hundred times.
  const writeSoon = () => {
    clearTimeout(timer);
    timer = setTimeout(write, 500);
    timer.unref();
  };
  for (const event of ['resize', 'move', 'maximize', 'unmaximize'] as const) window.on(event, writeSoon);
  window.on('close', write);
}
