import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { fitPlace, openWindowPlace, rememberPlace, type WindowPlace } from './window-place.ts';

const laptop = { x: 0, y: 0, width: 1440, height: 860 };
const screenAtTheLeft = { x: -2560, y: 0, width: 2560, height: 1400 };
const place: WindowPlace = { x: 100, y: 60, width: 1200, height: 760, isMaximized: false };

test('a place on a display that is there is kept', () => {
  expect(fitPlace(place, [laptop])).toEqual(place);
  const left = { ...place, x: -2000 };
  expect(fitPlace(left, [laptop, screenAtTheLeft])).toEqual(left);
});

test('a place on a display that is gone keeps its size and loses its position', () => {
  expect(fitPlace({ ...place, x: -2000 }, [laptop])).toEqual({
    width: 1200,
    height: 760,
    isMaximized: false,
  });
});

test('a title bar above the display cannot be grabbed', () => {
  expect(fitPlace({ ...place, y: -200 }, [laptop])).not.toHaveProperty('x');
});

test('a window is never larger than its display, nor smaller than the smallest window', () => {
  expect(fitPlace({ ...place, width: 3000, height: 2000 }, [laptop])).toMatchObject({
    width: 1440,
    height: 860,
  });
  expect(fitPlace({ ...place, width: 10, height: 10 }, [laptop])).toMatchObject({ width: 800, height: 560 });
});

test('what was maximised stays so', () => {
  expect(fitPlace({ ...place, isMaximized: true }, [laptop]).isMaximized).toBe(true);
});

test('the place is written when the window closes and read back; a damaged file counts as none', () => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'window-place-'));
  const store = openWindowPlace(folder);
  expect(store.read()).toBeNull();
  const listeners = new Map<string, () => void>();
  rememberPlace(
    {
      on: (event, listener) => listeners.set(event, listener),
      isDestroyed: () => false,
      isMaximized: () => true,
      isMinimized: () => false,
      isFullScreen: () => false,
      getNormalBounds: () => ({ x: 5, y: 6, width: 900, height: 700 }),
    },
    store,
  );
  listeners.get('close')?.();
  expect(store.read()).toEqual({ x: 5, y: 6, width: 900, height: 700, isMaximized: true });
  fs.writeFileSync(path.join(folder, 'window-place.json'), '{"x":');
  expect(store.read()).toBeNull();
  fs.rmSync(folder, { recursive: true });
});
