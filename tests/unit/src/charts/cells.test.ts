import { describe, expect, it } from 'vitest';
import { dayOf } from '../../../../geo/model/day.ts';
import { binsOf } from '../../../../geo/time/bins.ts';
import { cellLimits, cellPaths, rowKmFor } from '../../../../src/charts/cells.ts';
import { timeScale } from '../../../../src/charts/scale.ts';

describe('cells of the border through time', () => {
  it('have a class for each small figure, and at most four', () => {
    expect(cellLimits(0)).toEqual([]);
    expect(cellLimits(1)).toEqual([1]);
    expect(cellLimits(4)).toEqual([1, 2, 3, 4]);
    expect(cellLimits(7)).toEqual([1, 2, 4]);
    // the fourth root of 256 is 4: 1, 4, 16 and 64 to one digit
    expect(cellLimits(256)).toEqual([1, 4, 20, 60]);
  });

  it('are as many rows as can be told apart', () => {
    // 2,651 km in 320 px: 25 km are 3.02 px, 50 km 6.04
    expect(rowKmFor(2651, 320)).toBe(50);
    expect(rowKmFor(100, 320)).toBe(5);
  });

  it('stand on whole pixels, at their bin and their stretch', () => {
    const extent = { start: dayOf(2025, 1, 1), end: dayOf(2025, 1, 20) };
    const bins = binsOf(extent, 'day');
    const scale = timeScale(extent, 200);
    const cells = new Float64Array(2 * 20);
    cells[20 + 3] = 2; // second stretch, 4 January
    const paths = cellPaths({ rows: 2, columns: 20, rowKm: 50, cells, undecided: 0 }, bins, scale, 80, 160, [1, 2]);
    // 10 px a day; the first 50 of 80 km end at 100 px, the line at 160
    expect(paths).toEqual(['', 'M30 100h10v60h-10z']);
  });
});
