import { describe, expect, it } from 'vitest';
import { moveActiveCell } from './use-grid-focus.ts';

const size = { rowCount: 100, columnCount: 5, pageSize: 20 };
const move = (row: number, column: number, key: string, isToEnd = false) =>
  moveActiveCell({ row, column }, key, isToEnd, size);

describe('the active cell', () => {
  it('goes from the first row up into the header and no further', () => {
    expect(move(0, 2, 'ArrowUp')).toEqual({ row: -1, column: 2 });
    expect(move(-1, 2, 'ArrowUp')).toEqual({ row: -1, column: 2 });
  });

  it('stays inside the grid at every edge', () => {
    expect(move(99, 4, 'ArrowDown')).toEqual({ row: 99, column: 4 });
    expect(move(99, 4, 'ArrowRight')).toEqual({ row: 99, column: 4 });
    expect(move(5, 0, 'ArrowLeft')).toEqual({ row: 5, column: 0 });
    expect(move(5, 0, 'PageUp')).toEqual({ row: 0, column: 0 });
    expect(move(95, 0, 'PageDown')).toEqual({ row: 99, column: 0 });
  });

  it('goes to the first and last row, and with Ctrl to the first and last cell', () => {
    expect(move(50, 2, 'Home')).toEqual({ row: 0, column: 2 });
    expect(move(50, 2, 'End')).toEqual({ row: 99, column: 2 });
    expect(move(50, 2, 'Home', true)).toEqual({ row: 0, column: 0 });
    expect(move(50, 2, 'End', true)).toEqual({ row: 99, column: 4 });
  });

  it('stays in the header of a grid without rows', () => {
    const empty = { ...size, rowCount: 0 };
    for (const key of ['ArrowDown', 'Home', 'End', 'PageDown', 'PageUp']) {
      expect(moveActiveCell({ row: -1, column: 1 }, key, false, empty)).toEqual({ row: -1, column: 1 });
    }
  });

  it('ignores other keys', () => {
    expect(move(5, 0, 'x')).toBeNull();
  });
});
