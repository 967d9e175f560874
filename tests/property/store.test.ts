import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BORDER_SIDES } from '../../geo/model/border.ts';
import { parseDay } from '../../geo/model/day.ts';
import {
  ACTOR_SIDES,
  CONFIDENCES,
  COUNTRIES,
  GROUP_OF,
  GROUPS,
  INCIDENT_TYPES,
  type Incident,
} from '../../geo/model/incident.ts';
import { binTallies, countRows, histogram, MEASURES, visibleRows } from '../../geo/store/count.ts';
import { filterMask, NO_FILTERS, type Filters, type Range } from '../../geo/store/filter.ts';
import { createStore } from '../../geo/store/store.ts';
import { binsOf } from '../../geo/time/bins.ts';
import { MODES, STEPS, windowOf, type Window } from '../../geo/time/window.ts';
import { DISTRICTS, FIRST, incidents, LAST } from './random-incidents.ts';

const day = fc.integer({ min: FIRST - 40, max: LAST + 450 });
const stretch: fc.Arbitrary<Window> = fc
  .tuple(day, day)
  .map(([a, b]) => ({ start: Math.min(a, b), end: Math.max(a, b) }));
const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: null, freq: 2 });
const some = <T>(values: readonly T[]) => maybe(fc.subarray([...values]));
const range = (max: number): fc.Arbitrary<Range | null> =>
  maybe(fc.record({ min: maybe(fc.integer({ min: 0, max })), max: maybe(fc.integer({ min: 0, max })) }));

const filters: fc.Arbitrary<Filters> = fc.record({
  types: some(INCIDENT_TYPES),
  sides: some(ACTOR_SIDES),
  districts: some(DISTRICTS),
  countries: some(COUNTRIES),
  confidences: some(CONFIDENCES),
  deaths: range(20),
  borderKm: range(300),
  borderSide: maybe(fc.constantFrom(...BORDER_SIDES)),
  alongKm: range(2651),
  acrossKm: maybe(
    fc.record({ min: maybe(fc.integer({ min: -300, max: 0 })), max: maybe(fc.integer({ min: -20, max: 300 })) }),
  ),
  text: fc.constantFrom('', '  ', 'swat', 'SWAT', 'post border', 'dawn khy'),
});
/** Most random filters together let nothing pass: one alone, or few. */
const fewFilters = fc
  .tuple(filters, fc.subarray(Object.keys(NO_FILTERS) as (keyof Filters)[], { maxLength: 2 }))
  .map(([all, kept]) => ({ ...NO_FILTERS, ...Object.fromEntries(kept.map((key) => [key, all[key]])) }) as Filters);

// ---- the plain recount: over the incidents as they are, one by one

const first = ({ properties: p }: Incident) => parseDay(p.start) ?? NaN;
const last = ({ properties: p }: Incident) => parseDay(p.end) ?? NaN;

function inRange(value: number | null, wanted: Range | null): boolean {
  if (wanted === null) return true;
  if (value === null) return false;
  return (wanted.min === null || value >= wanted.min) && (wanted.max === null || value <= wanted.max);
}

function acrossOf({ side, borderKm }: Incident['properties']): number | null {
  if (side === null || borderKm === null) return null;
  return side === 'AF' ? -borderKm : borderKm;
}

function passes({ properties: p }: Incident, f: Filters): boolean {
  const text =
    `${p.title} ${p.id} ${p.actors.map((a) => a.name).join(' ')} ${p.district?.name ?? ''} Dawn`.toLowerCase();
  return (
    (f.types === null || f.types.includes(p.type)) &&
    (f.sides === null || p.actors.some((actor) => f.sides?.includes(actor.side))) &&
    (f.districts === null || (p.district !== null && f.districts.includes(p.district.id))) &&
    (f.countries === null || (p.country !== null && f.countries.includes(p.country))) &&
    (f.confidences === null || (p.confidence !== null && f.confidences.includes(p.confidence))) &&
    inRange(p.fatalities.best, f.deaths) &&
    inRange(p.borderKm, f.borderKm) &&
    inRange(p.alongKm, f.alongKm) &&
    inRange(acrossOf(p), f.acrossKm) &&
    (f.borderSide === null || p.side === f.borderSide) &&
    f.text
      .toLowerCase()
      .split(' ')
      .every((word) => text.includes(word))
  );
}

const within = (window: Window) => (incident: Incident) =>
  first(incident) <= window.end && last(incident) >= window.start;

const sum = (all: Incident[], figure: (incident: Incident) => number | null) =>
  all.reduce((total, incident) => total + (figure(incident) ?? 0), 0);

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
          const window = windowOf(mode, thumbs, step, { start: FIRST, end: LAST });
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

  it('figures by group and district, with unknown never 0', () => {
    fc.assert(
      fc.property(incidents, fewFilters, stretch, (all, f, window) => {
        const store = createStore(all);
        const counts = countRows(store, visibleRows(store, filterMask(store, f), window));
        const shown = all.filter((one) => passes(one, f) && within(window)(one));
        expect(counts.incidents).toBe(shown.length);
        expect(counts.deaths).toEqual({
          best: sum(shown, (one) => one.properties.fatalities.best),
          low: sum(shown, (one) => one.properties.fatalities.low),
          high: sum(shown, (one) => one.properties.fatalities.high),
          unknown: shown.filter((one) => one.properties.fatalities.best === null).length,
        });
        expect(Array.from(counts.byGroup)).toEqual(
          GROUPS.map((group) => shown.filter((one) => GROUP_OF[one.properties.type] === group).length),
        );
        store.districts.forEach(({ id }, i) => {
          const here = shown.filter((one) => one.properties.district?.id === id);
          expect(counts.byDistrict.incidents[i]).toBe(here.length);
          expect(counts.byDistrict.deaths[i]).toBe(sum(here, (one) => one.properties.fatalities.best));
          expect(counts.byDistrict.unknown[i]).toBe(
            here.filter((one) => one.properties.fatalities.best === null).length,
          );
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
        (all, f, step, measure) => {
          const store = createStore(all);
          const bins = binsOf({ start: FIRST, end: LAST }, step);
          const heights = histogram(store, filterMask(store, f), bins, measure);
          const expected = new Float64Array(heights.length);
          for (const one of all.filter((each) => passes(each, f))) {
            let bin = 0;
            while (bins.edges[bin + 1] <= first(one)) bin++;
            const group = GROUPS.indexOf(GROUP_OF[one.properties.type]);
            expected[bin * GROUPS.length + group] +=
              measure === 'incidents' ? 1 : (one.properties.fatalities.best ?? 0);
          }
          expect(heights).toEqual(expected);
          const tallies = binTallies(store, filterMask(store, f), bins);
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
