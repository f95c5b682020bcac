import { describe, expect, it } from 'vitest';
import {
  type ArrangeDraft,
  arrangeFields,
  defaultArrangement,
  isFieldRight,
  toArrangement,
} from './arrange-draft.ts';

const own = (more: Partial<ArrangeDraft> = {}): ArrangeDraft => ({
  ...defaultArrangement,
  isFitted: false,
  ...more,
});

describe('an arrangement of windows', () => {
  it('has the documented defaults, and leaves places and sizes to ixBrowser', () => {
    expect(toArrangement(defaultArrangement)).toEqual({
      screen: 0,
      layout: { kind: 'fitted', pattern: 'grid' },
    });
  });

  it('holds the fields of its own pattern only', () => {
    expect(toArrangement(own())?.layout).toEqual({
      kind: 'grid',
      startX: 10,
      startY: 10,
      width: 500,
      height: 500,
      gapX: 10,
      gapY: 10,
      perLine: 3,
    });
    expect(toArrangement(own({ pattern: 'overlap', perLine: 'x', gapX: '' }))?.layout).toEqual({
      kind: 'overlap',
      startX: 10,
      startY: 10,
      width: 500,
      height: 500,
      offsetX: 50,
      offsetY: 50,
    });
  });

  it.each([
    { width: 0 },
    { height: '' },
    { perLine: 0 },
    { startX: -1 },
    { gapX: 1.5 },
    { screen: 16 },
    { width: 1_000_000 },
  ])('is not complete with %j', (part) => {
    const draft = own(part);
    expect(toArrangement(draft)).toBeNull();
    expect(arrangeFields.filter((field) => !isFieldRight(draft, field))).toEqual(Object.keys(part));
  });
});
