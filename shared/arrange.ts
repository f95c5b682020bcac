import { z } from 'zod';

/** Largest number that a field of the arrangement takes: no screen is wider, and none has more windows in a row. */
export const largestPixels = 20_000;
const pixels = z.int().min(0).max(largestPixels);
const windowPixels = z.int().min(1).max(largestPixels);

const ownPlace = {
  /** Place of the first window, in pixels from the upper left corner of the screen. */
  startX: pixels,
  startY: pixels,
  /** Size of each window in pixels. */
  width: windowPixels,
  height: windowPixels,
} as const;

/** Most windows side by side. */
export const mostPerLine = 100;

/** Most screens of a computer. */
export const mostScreens = 16;

/** How the windows that are open on this computer are arranged. */
export const windowArrangement = z.strictObject({
  /** 0 is the primary screen; 1, 2, … are the others. */
  screen: z
    .int()
    .min(0)
    .max(mostScreens - 1),
  layout: z.discriminatedUnion('kind', [
    /** Sizes and places are up to ixBrowser. */
    z.strictObject({ kind: z.literal('fitted'), pattern: z.enum(['grid', 'overlap']) }),
    z.strictObject({
      kind: z.literal('grid'),
      ...ownPlace,
      /** Gaps between the windows in pixels. */
      gapX: pixels,
      gapY: pixels,
      perLine: z.int().min(1).max(mostPerLine),
    }),
    z.strictObject({
      kind: z.literal('overlap'),
      ...ownPlace,
      /** How far each window lies from the one before it, in pixels. */
      offsetX: pixels,
      offsetY: pixels,
    }),
  ]),
});
export type WindowArrangement = z.infer<typeof windowArrangement>;
