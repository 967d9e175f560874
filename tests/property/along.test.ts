import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BORDER_SIDES } from '../../geo/region.ts';
import { GROUPS, type PlaceSide } from '../../geo/model/incident.ts';
import { acrossBins, acrossCells } from '../../geo/store/across.ts';
import { alongGrid } from '../../geo/store/along.ts';
import { binSums, histogram, MEASURES } from '../../geo/store/count.ts';
import { filterMask, NO_FILTERS } from '../../geo/store/filter.ts';
import { createStore } from '../../geo/store/store.ts';
import { tallyBy } from '../../geo/store/tally.ts';
import { binsOf } from '../../geo/time/bins.ts';
import { STEPS } from '../../geo/time/window.ts';
import { FIRST, incidents, LAST } from './random-incidents.ts';

const LENGTH_KM = 2651;
const withinKm = fc.constantFrom(10, 25, 50, 100, 200);
const rowKm = fc.constantFrom(5, 10, 25, 50, 100);
const side = fc.option(fc.constantFrom(...BORDER_SIDES), { nil: null });

describe('the border through time', () => {
  it('sums over all kilometres to the histogram of the incidents within that distance', () => {
    fc.assert(
      fc.property(
        incidents,
        withinKm,
        rowKm,
        side,
        fc.constantFrom(...MEASURES),
        fc.constantFrom(...STEPS.filter((step) => step !== 'day')),
        (all, within, km, borderSide, measure, step) => {
          const store = createStore(all);
          const bins = binsOf({ start: FIRST, end: LAST }, step);
          const everything = filterMask(store, NO_FILTERS);
          const grid = alongGrid(
            store,
            everything,
            bins,
            { withinKm: within, side: borderSide, measure },
            LENGTH_KM,
            km,
          );
          const near = filterMask(store, { ...NO_FILTERS, borderKm: { min: null, max: within }, borderSide });
          const heights = histogram(binSums(store, near, bins, 'type'), measure);
          for (let column = 0; column < grid.columns; column++) {
            let cells = 0;
            for (let row = 0; row < grid.rows; row++) cells += grid.cells[row * grid.columns + column];
            let height = 0;
            for (let group = 0; group < GROUPS.length; group++) height += heights[column * GROUPS.length + group];
            expect(cells).toBe(height);
          }
        },
      ),
      { numRuns: 200 },
    );
  });

  it('puts both sides together as the sum of each, and of what may be on either', () => {
    fc.assert(
      fc.property(incidents, withinKm, (all, within) => {
        const store = createStore(all.filter(({ properties }) => properties.side !== null));
        const bins = binsOf({ start: FIRST, end: LAST }, 'month');
        const gridOf = (of: 'PK' | 'AF' | null, borderSide: PlaceSide | null = null) => {
          const mask = filterMask(store, { ...NO_FILTERS, borderSide });
          return alongGrid(store, mask, bins, { withinKm: within, side: of, measure: 'incidents' }, LENGTH_KM, 50);
        };
        const [pk, af, either] = [gridOf('PK'), gridOf('AF'), gridOf(null, 'undecided')];
        const both = gridOf(null);
        expect(Array.from(both.cells)).toEqual(Array.from(pk.cells, (cell, i) => cell + af.cells[i] + either.cells[i]));
        const undecided = either.cells.reduce((sum, cell) => sum + cell, 0);
        expect([pk.undecided, af.undecided, both.undecided]).toEqual([undecided, undecided, 0]);
      }),
      { numRuns: 100 },
    );
  });
});

describe('the chart across the border', () => {
  it('holds each incident in its bar, beyond the bars, or among those without a distance', () => {
    fc.assert(
      fc.property(incidents, fc.constantFrom(...MEASURES), (all, measure) => {
        const store = createStore(all);
        const sumsIn = tallyBy(store, filterMask(store, NO_FILTERS), acrossCells(store));
        const bins = acrossBins(sumsIn({ start: FIRST - 400, end: LAST + 400 }), measure);
        expect([bins.binKm, bins.half]).toEqual([5, 30]);
        const expected = new Map<string, number>();
        let without = 0;
        for (const { properties: p } of all) {
          if (p.borderKm === null || p.side === null) {
            without++;
            continue;
          }
          const bar =
            p.side === 'undecided' ? 'either' : p.borderKm >= 150 ? 'beyond' : String(Math.floor(p.borderKm / 5));
          const amount = measure === 'incidents' ? 1 : (p.fatalities.best ?? 0);
          expected.set(`${p.side} ${bar}`, (expected.get(`${p.side} ${bar}`) ?? 0) + amount);
        }
        expect(bins.without).toBe(without);
        expect(bins.undecided[measure]).toBe(expected.get('undecided either') ?? 0);
        for (const of of BORDER_SIDES) {
          expect(bins.beyond[of][measure]).toBe(expected.get(`${of} beyond`) ?? 0);
          for (let nth = 0; nth < bins.half; nth++) {
            const at = of === 'AF' ? bins.half - 1 - nth : bins.half + nth;
            expect(bins.heights[at]).toBe(expected.get(`${of} ${nth}`) ?? 0);
          }
        }
      }),
      { numRuns: 200 },
    );
  });
});
