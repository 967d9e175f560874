import { describe, expect, it } from 'vitest';
import {
  cellAt,
  createGridMaker,
  latticeOf,
  levelOf,
  type GridQuery,
  type GridPlaces,
} from '../../../../geo/store/grid.ts';
import { UNKNOWN } from '../../../../geo/store/store.ts';

const WORLD = [0, 0, 1, 1] as const;

/** Places of one day each, unless `end` says otherwise; in the order of their days. */
function placesOf(
  rows: { x: number; y: number; start: number; end?: number; best?: number; low?: number; high?: number }[],
): GridPlaces {
  return {
    x: Float64Array.from(rows, ({ x }) => x),
    y: Float64Array.from(rows, ({ y }) => y),
    columns: {
      start: Int32Array.from(rows, ({ start }) => start),
      end: Int32Array.from(rows, ({ start, end = start }) => end),
      best: Int32Array.from(rows, ({ best = UNKNOWN }) => best),
      low: Int32Array.from(rows, ({ low = UNKNOWN }) => low),
      high: Int32Array.from(rows, ({ high = UNKNOWN }) => high),
    },
    longestSpan: Math.max(0, ...rows.map(({ start, end = start }) => end - start)),
  };
}

const query = (change: Partial<GridQuery>): GridQuery => ({
  shape: 'hexagons',
  level: 6,
  window: { start: 0, end: 100 },
  measure: 'incidents',
  box: WORLD,
  ...change,
});

const all = (places: GridPlaces) => new Uint8Array(places.x.length).fill(1);

describe('the lattice', () => {
  it('has regular hexagons and squares, 24 pixels apart at their zoom', () => {
    const pixels = 512 * 2 ** 6;
    const { across, down, shift } = latticeOf('hexagons', 6);
    expect(across * pixels).toBeCloseTo(24, 9);
    // the middle of a neighbour in the next row is as far as that in the same row
    expect(Math.hypot(across * shift, down)).toBeCloseTo(across, 15);
    expect(latticeOf('squares', 6)).toEqual({ across, down: across, shift: 0 });
    expect(latticeOf('squares', 7).across).toBe(across / 2);
  });

  it('is made for the nearest integer zoom', () => {
    expect([5.49, 5.5, 6.2, -0.4].map(levelOf)).toEqual([5, 6, 6, 0]);
  });
});

describe('a grid', () => {
  const { across } = latticeOf('squares', 6);
  const rows = [
    { x: 10.1 * across, y: 4.2 * across, start: 1, best: 3, low: 2, high: 9 },
    { x: 9.8 * across, y: 3.9 * across, start: 2 },
    { x: 10.4 * across, y: 3.6 * across, start: 3, end: 9, best: 0 },
    { x: 20 * across, y: 4 * across, start: 5, best: 7 },
    { x: 20 * across, y: 4 * across, start: 40, best: 50, high: 60 },
  ];
  const places = placesOf(rows);

  it('counts incidents, killed and unknown in each cell', () => {
    const grid = createGridMaker(places)(all(places), query({ shape: 'squares' }));
    expect(Array.from(grid.x, (x) => x / across)).toEqual([10, 20]);
    expect(Array.from(grid.y, (y) => y / across)).toEqual([4, 4]);
    expect([...grid.incidents]).toEqual([3, 2]);
    expect([...grid.deaths]).toEqual([3, 57]);
    expect([...grid.unknown]).toEqual([1, 0]);
    // where an incident has no lowest or highest count its best one counts
    expect([...grid.low]).toEqual([2, 57]);
    expect([...grid.high]).toEqual([9, 67]);
  });

  it('keeps to window and mask, and leaves cells without incidents out', () => {
    const gridOf = createGridMaker(places);
    const late = gridOf(all(places), query({ shape: 'squares', window: { start: 9, end: 39 } }));
    expect([...late.incidents]).toEqual([1]); // the one of several days, on its last
    const masked = gridOf(Uint8Array.of(1, 0, 0, 0, 0), query({ shape: 'squares' }));
    expect([...masked.incidents]).toEqual([1]);
    expect([...gridOf(all(places), query({ window: { start: 60, end: 70 } })).x]).toEqual([]);
  });

  it('leaves out what lies outside the box', () => {
    const box = [15 * across, 0, 1, 1] as const;
    expect([...createGridMaker(places)(all(places), query({ shape: 'squares', box })).incidents]).toEqual([2]);
  });

  it('finds the cell of a place, and none where nothing is', () => {
    const grid = createGridMaker(places)(all(places), query({ shape: 'squares' }));
    expect(cellAt(grid, 20.3 * across, 3.7 * across)).toBe(1);
    expect(cellAt(grid, 9.51 * across, 4.49 * across)).toBe(0);
    expect(cellAt(grid, 9.49 * across, 4 * across)).toBe(-1);
  });
});

describe('the most that a cell holds', () => {
  const place = { x: 0.5, y: 0.5 };
  const places = placesOf([
    { ...place, start: 0, best: 9 },
    { ...place, start: 10, best: 1 },
    { ...place, start: 11 },
    { ...place, start: 12, best: 2 },
    { ...place, start: 30, best: 4 },
  ]);
  const mostIn = (start: number, end: number, measure: GridQuery['measure']) =>
    createGridMaker(places)(all(places), query({ window: { start, end }, measure })).most;

  it('is that of any window as wide, so that a scale holds while time passes', () => {
    expect(mostIn(100, 102, 'incidents')).toBe(3);
    expect(mostIn(100, 101, 'incidents')).toBe(2);
    expect(mostIn(0, 40, 'incidents')).toBe(5);
    expect(mostIn(100, 102, 'deaths')).toBe(9);
    expect(mostIn(100, 110, 'deaths')).toBe(10); // days 0 to 10
  });

  it('stays while the window is about as wide, and is found anew for another width, mask, measure or zoom', () => {
    const gridOf = createGridMaker(places);
    const mask = all(places);
    const most = (change: Partial<GridQuery>, passing = mask) => gridOf(passing, query(change)).most;
    const days = (count: number) => ({ window: { start: 0, end: count - 1 } });
    expect(most(days(20))).toBe(4);
    expect(most(days(22))).toBe(4);
    expect(most(days(31))).toBe(5);
    expect(most(days(28))).toBe(5); // by itself it would be 4
    expect(most(days(28), Uint8Array.of(0, 1, 1, 1, 1))).toBe(4);
    expect(most({ ...days(28), measure: 'deaths' })).toBe(12);
    expect(most({ ...days(3), level: 3 })).toBe(3);
  });
});
