import { describe, expect, it } from 'vitest';
import { GROUPS } from '../../../../geo/model/incident.ts';
import { barPaths, binTotal, censusPath, highestBin, totalsPath } from '../../../../src/timeline/bars.ts';
import { timeScale } from '../../../../src/charts/scale.ts';

const bins = { step: 'week' as const, edges: Int32Array.from([0, 7, 14, 21]) };
// 21 days on 210 px, so a week is 70 px
const scale = timeScale({ start: 0, end: 20 }, 210);

/** Heights by bin: attack, explosion, force, politics, other. */
function heightsOf(...rows: number[][]): Float64Array {
  return Float64Array.from(rows.flat());
}

const heights = heightsOf([2, 0, 1, 0, 0], [0, 0, 0, 0, 0], [4, 4, 0, 0, 2]);

/** The rectangles of a path, as left, top, width, height. */
function rectangles(path: string): number[][] {
  return [...path.matchAll(/M(\S+) ([\d.]+)h([\d.]+)v([\d.]+)h-[\d.]+z/g)].map((m) => m.slice(1).map(Number));
}

describe('the histogram', () => {
  it('finds its highest bin over all groups', () => {
    expect([0, 1, 2].map((bin) => binTotal(heights, bin, 5))).toEqual([3, 0, 10]);
    expect(highestBin(heights, 5)).toEqual({ bin: 2, figure: 10 });
    expect(highestBin(new Float64Array(15), 5)).toEqual({ bin: -1, figure: 0 });
  });

  it('stacks the groups from the ground up, the highest bin to the top', () => {
    const paths = barPaths(heights, bins, scale, 60, 10, 5);
    expect(paths).toHaveLength(GROUPS.length);
    // 6 px an incident; one pixel of the bar's place stays free
    expect(rectangles(paths[0])).toEqual([
      [0, 48, 69, 12],
      [140, 36, 69, 24],
    ]);
    expect(rectangles(paths[1])).toEqual([[140, 12, 69, 24]]);
    expect(rectangles(paths[2])).toEqual([[0, 42, 69, 6]]);
    expect(paths[3]).toBe('');
    expect(rectangles(paths[4])).toEqual([[140, 0, 69, 12]]);
  });

  it('shows a bar however low, and none for nothing', () => {
    const low = barPaths(heightsOf([1, 0, 0, 0, 0], [0, 0, 0, 0, 0], [5000, 0, 0, 0, 0]), bins, scale, 60, 5000, 5);
    expect(rectangles(low[0])[0][3]).toBe(1.5);
    expect(barPaths(new Float64Array(15), bins, scale, 60, 0, 5)).toEqual(['', '', '', '', '']);
  });

  it('keeps the parts of a step outside the extent off the picture', () => {
    const cut = timeScale({ start: 3, end: 16 }, 140);
    const all = heightsOf([1, 0, 0, 0, 0], [1, 0, 0, 0, 0], [1, 0, 0, 0, 0]);
    expect(rectangles(barPaths(all, bins, cut, 60, 1, 5)[0]).map(([left, , width]) => [left, width])).toEqual([
      [0, 39],
      [40, 69],
      [110, 29],
    ]);
  });
});

describe('the census', () => {
  const step = (start: number, end: number, events: number, best: number) => ({
    ...{ start, end, events, best },
    low: null,
    high: null,
  });
  const steps = [step(-7, 6, 1, 30), step(7, 13, 2, 0), step(14, 20, 0, 60)];

  it('is one line in steps, from where it is seen to where it ends, of events or deaths', () => {
    // 60 px high: 30 px an event, 1 px a death
    expect(censusPath(steps, 'incidents', scale, 60, 2)).toBe('M0 60V30H70V0H140V60H210V60');
    expect(censusPath(steps, 'deaths', scale, 60, 60)).toBe('M0 60V30H70V60H140V0H210V60');
  });

  it('draws nothing of nothing, and nothing that is not on the axis', () => {
    expect(censusPath(steps, 'incidents', scale, 60, 0)).toBe('');
    expect(censusPath([step(21, 30, 5, 5)], 'incidents', scale, 60, 5)).toBe('');
    expect(censusPath([], 'incidents', scale, 60, 5)).toBe('');
  });
});

describe('annual totals', () => {
  const row = {} as never;

  it('stand over their true periods, cut at the extent, none where no figure is given', () => {
    const bars = [
      { start: -100, end: 6, figure: 5, row },
      { start: 7, end: 13, figure: null, row },
      { start: 14, end: 20, figure: 10, row },
    ];
    expect(totalsPath(bars, scale, 60, 10)).toBe('M0 60V30H70V60M140 60V0H210V60');
  });
});
