import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { visibleRows } from '../../geo/store/count.ts';
import { cellAt, createGridMaker, latticeOf, CELL_SHAPES, type Grid, type GridPlaces } from '../../geo/store/grid.ts';
import { createStore, type Store } from '../../geo/store/store.ts';
import { FIRST, incidents, LAST } from './random-incidents.ts';

const WORLD = [0, 0, 1, 1] as const;
const level = fc.integer({ min: 0, max: 18 });
const shape = fc.constantFrom(...CELL_SHAPES);
const window = fc
  .tuple(fc.integer({ min: FIRST - 9, max: LAST + 9 }), fc.nat({ max: 500 }))
  .map(([start, days]) => ({ start, end: start + days }));

/** A place of the world; half of them crowd about one spot, so that cells hold several. */
const place = fc
  .tuple(fc.boolean(), fc.double({ min: 0, max: 1, noNaN: true }), fc.double({ min: 0, max: 1, noNaN: true }))
  .map(([isCrowd, x, y]) => (isCrowd ? { x: 0.69 + x / 2000, y: 0.4 + y / 2000 } : { x, y }));

/** A store, a place for each of its rows, and a mask. */
const placed = incidents.chain((all) =>
  fc
    .record({
      at: fc.array(place, { minLength: all.length, maxLength: all.length }),
      bits: fc.array(fc.constantFrom(0, 1, 1), { minLength: all.length, maxLength: all.length }),
    })
    .map(({ at, bits }) => ({ store: createStore(all), at, mask: Uint8Array.from(bits) })),
);

function placesOf({ columns, longestSpan }: Store, at: { x: number; y: number }[]): GridPlaces {
  return { x: Float64Array.from(at, ({ x }) => x), y: Float64Array.from(at, ({ y }) => y), columns, longestSpan };
}

const sum = (values: Iterable<number>) => [...values].reduce((total, value) => total + value, 0);

/** The middles of all cells about a place, by going through the lattice as it is described. */
function middlesNear(gridShape: Grid['shape'], gridLevel: number, x: number, y: number): { x: number; y: number }[] {
  const { across, down, shift } = latticeOf(gridShape, gridLevel);
  const rows = [-2, -1, 0, 1, 2].map((step) => Math.round(y / down) + step);
  return rows.flatMap((row) =>
    [-2, -1, 0, 1, 2].map((step) => ({
      x: (Math.round(x / across) + step + (Math.abs(row) % 2) * shift) * across,
      y: row * down,
    })),
  );
}

describe('the cells of a grid', () => {
  it('together hold the visible rows, with their killed and unknown', () => {
    fc.assert(
      fc.property(placed, shape, level, window, ({ store, at, mask }, gridShape, gridLevel, when) => {
        const query = { shape: gridShape, level: gridLevel, window: when, measure: 'incidents' as const, box: WORLD };
        // a cell's middle may lie outside the world that its places are in
        const box = [-9, -9, 9, 9] as const;
        const grid = createGridMaker(placesOf(store, at))(mask, { ...query, box });
        const rows = visibleRows(store, mask, when);
        const killed = Array.from(rows, (row) => store.row(row).properties.fatalities.best);
        expect(sum(grid.incidents)).toBe(rows.length);
        expect(sum(grid.deaths)).toBe(sum(killed.filter((best) => best !== null)));
        expect(sum(grid.unknown)).toBe(killed.filter((best) => best === null).length);
        expect(Math.min(1, ...grid.incidents)).toBe(1); // none is empty
        expect(new Set(Array.from(grid.x, (x, i) => `${x} ${grid.y[i]}`)).size).toBe(grid.x.length);
      }),
      { numRuns: 300 },
    );
  });

  it('each hold the places that are nearest to their middle', () => {
    fc.assert(
      fc.property(placed, shape, level, ({ store, at }, gridShape, gridLevel) => {
        const everything = { start: FIRST, end: LAST + 500 };
        const query = { shape: gridShape, level: gridLevel, window: everything, measure: 'incidents' as const };
        const grid = createGridMaker(placesOf(store, at))(new Uint8Array(store.size).fill(1), {
          ...query,
          box: [-9, -9, 9, 9],
        });
        const held = new Uint32Array(grid.x.length);
        for (const { x, y } of at) {
          const cell = cellAt(grid, x, y);
          expect(cell).toBeGreaterThanOrEqual(0);
          held[cell]++;
          const away = Math.hypot(grid.x[cell] - x, grid.y[cell] - y);
          const nearest = Math.min(
            ...middlesNear(gridShape, gridLevel, x, y).map((middle) => Math.hypot(middle.x - x, middle.y - y)),
          );
          expect(away).toBeCloseTo(nearest, 12);
        }
        expect([...held]).toEqual([...grid.incidents]);
      }),
      { numRuns: 300 },
    );
  });

  it('never hold more of the measure than the most of any window as wide', () => {
    fc.assert(
      fc.property(placed, shape, level, window, ({ store, at, mask }, gridShape, gridLevel, when) => {
        const places = placesOf(store, at);
        // only what begins in a window counts for the scale
        const oneDay = { ...places, longestSpan: 0, columns: { ...places.columns, end: places.columns.start } };
        const query = { shape: gridShape, level: gridLevel, window: when, box: WORLD };
        const gridOf = createGridMaker(oneDay);
        const byIncidents = gridOf(mask, { ...query, measure: 'incidents' });
        expect(Math.max(0, ...byIncidents.incidents)).toBeLessThanOrEqual(byIncidents.most);
        const byDeaths = gridOf(mask, { ...query, measure: 'deaths' });
        expect(Math.max(0, ...byDeaths.deaths)).toBeLessThanOrEqual(byDeaths.most);
      }),
      { numRuns: 200 },
    );
  });
});
