import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { GROUPINGS, groupOf } from '../../geo/model/groupings.ts';
import { GROUP_OF, GROUPS } from '../../geo/model/incident.ts';
import {
  binSums,
  binTallies,
  countsOf,
  histogram,
  MEASURES,
  placeCells,
  rangeOf,
  visibleRows,
} from '../../geo/store/count.ts';
import { filterMask, NO_FILTERS } from '../../geo/store/filter.ts';
import { keepRows, orderedRows, SORT_KEYS } from '../../geo/store/sort.ts';
import { createStore, type Store } from '../../geo/store/store.ts';
import { tallyBy } from '../../geo/store/tally.ts';
import { binsOf } from '../../geo/time/bins.ts';
import { positionAt, windowAt } from '../../geo/time/position.ts';
import { MODES, STEPS, type Window } from '../../geo/time/window.ts';
import { FIRST, incidents, LAST } from './random-incidents.ts';
import { fewFilters, first, last, passes, stretch, sum, sumBy, within } from './recount.ts';

/** The rows whose marks the vertex shader lets through (src/map/shaders.ts), of the range that is drawn; it has floats. */
function drawnRows(store: Store, mask: Uint8Array, window: Window): number[] {
  const { from, to } = rangeOf(store, window);
  const days = (day: number) => Math.fround(day);
  const { start, end } = store.columns;
  return Array.from({ length: Math.max(0, to - from) }, (_, i) => from + i).filter(
    (i) => mask[i] > 0.5 && days(start[i]) <= days(window.end) && days(end[i]) >= days(window.start),
  );
}

describe('the store counts what a plain recount does', () => {
  it('rows in any window, mode and filter', () => {
    fc.assert(
      fc.property(
        incidents,
        fewFilters,
        stretch,
        fc.constantFrom(...MODES),
        fc.constantFrom(...STEPS),
        (all, f, thumbs, mode, step) => {
          const store = createStore(all);
          const window = windowAt(positionAt(thumbs), { mode, step, extent: { start: FIRST, end: LAST } });
          const rows = visibleRows(store, filterMask(store, f), window);
          const shown = Array.from(rows, (row) => store.row(row).properties.id);
          const expected = all.filter((one) => passes(one, f) && within(window)(one)).map((one) => one.properties.id);
          expect([...shown].sort()).toEqual(expected.sort());
          expect(Array.from(rows)).toEqual([...rows].sort((a, b) => a - b));
        },
      ),
      { numRuns: 500 },
    );
  });

  it('what is drawn, listed in any order and counted are the same rows', () => {
    fc.assert(
      fc.property(
        incidents,
        fewFilters,
        stretch,
        fc.constantFrom(...MODES),
        fc.constantFrom(...STEPS),
        fc.constantFrom(...SORT_KEYS),
        fc.boolean(),
        (all, f, thumbs, mode, step, key, descending) => {
          const store = createStore(all);
          const mask = filterMask(store, f);
          const window = windowAt(positionAt(thumbs), { mode, step, extent: { start: FIRST, end: LAST } });
          const listed = keepRows(orderedRows(store, { key, descending }), visibleRows(store, mask, window));
          expect(Array.from(listed).sort((a, b) => a - b)).toEqual(drawnRows(store, mask, window));
          expect(countsOf(tallyBy(store, mask, placeCells(store))(window)).incidents).toBe(listed.length);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('figures by group and district, with unknown never 0', () => {
    fc.assert(
      fc.property(incidents, fewFilters, stretch, (all, f, window) => {
        const store = createStore(all);
        const counts = countsOf(tallyBy(store, filterMask(store, f), placeCells(store))(window));
        const shown = all.filter((one) => passes(one, f) && within(window)(one));
        expect(counts.incidents).toBe(shown.length);
        expect(counts.deaths).toEqual({
          best: sum(shown, (one) => one.properties.fatalities.best),
          low: sumBy(shown, 'low'),
          high: sumBy(shown, 'high'),
          unknown: shown.filter((one) => one.properties.fatalities.best === null).length,
        });
        expect(Array.from(counts.byGroup)).toEqual(
          GROUPS.map((group) => shown.filter((one) => GROUP_OF[one.properties.type] === group).length),
        );
        store.districts.forEach(({ id }, i) => {
          const here = shown.filter((one) => one.properties.district?.id === id);
          expect(counts.byDistrict[i]).toMatchObject({
            incidents: here.length,
            deaths: sum(here, (one) => one.properties.fatalities.best),
            deathsUnknown: here.filter((one) => one.properties.fatalities.best === null).length,
          });
        });
      }),
      { numRuns: 300 },
    );
  });

  it('the histogram, each incident once in the bin of its first day', () => {
    fc.assert(
      fc.property(
        incidents,
        fewFilters,
        fc.constantFrom(...STEPS),
        fc.constantFrom(...MEASURES),
        fc.constantFrom('type' as const, 'side' as const),
        (all, f, step, measure, grouping) => {
          const store = createStore(all);
          const bins = binsOf({ start: FIRST, end: LAST }, step);
          const sums = binSums(store, filterMask(store, f), bins, grouping);
          const heights = histogram(sums, measure);
          const expected = new Float64Array(heights.length);
          for (const one of all.filter((each) => passes(each, f))) {
            let bin = 0;
            while (bins.edges[bin + 1] <= first(one)) bin++;
            const groups: readonly string[] = GROUPINGS[grouping];
            expected[bin * groups.length + groups.indexOf(groupOf(one.properties, grouping))] +=
              measure === 'incidents' ? 1 : (one.properties.fatalities.best ?? 0);
          }
          expect(heights).toEqual(expected);
          const tallies = binTallies(sums, grouping);
          expect(tallies).toEqual(
            tallies.map((_, bin) => {
              const inBin = all.filter(
                (each) => passes(each, f) && first(each) >= bins.edges[bin] && first(each) < bins.edges[bin + 1],
              );
              const known = inBin.map((each) => each.properties.fatalities.best).filter((best) => best !== null);
              return {
                incidents: inBin.length,
                deaths: known.reduce((sum, best) => sum + best, 0),
                deathsUnknown: inBin.length - known.length,
                range: { low: sumBy(inBin, 'low'), high: sumBy(inBin, 'high') },
              };
            }),
          );
        },
      ),
      { numRuns: 300 },
    );
  });

  it('an incident that begins or ends exactly on the edge of the window is in, one day off it is out', () => {
    fc.assert(
      fc.property(incidents, fc.nat(), (all, pick) => {
        fc.pre(all.length > 0);
        const store = createStore(all);
        const one = all[pick % all.length];
        const shownIn = (window: Window) =>
          visibleRows(store, filterMask(store, NO_FILTERS), window).includes(store.indexOf(one.properties.id));
        expect(shownIn({ start: first(one) - 9, end: first(one) })).toBe(true);
        expect(shownIn({ start: first(one) - 9, end: first(one) - 1 })).toBe(false);
        expect(shownIn({ start: last(one), end: last(one) + 9 })).toBe(true);
        expect(shownIn({ start: last(one) + 1, end: last(one) + 9 })).toBe(false);
      }),
    );
  });
});
