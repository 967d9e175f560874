import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseDay } from '../../../../geo/model/day.ts';
import {
  ACTOR_SIDES,
  CONFIDENCES,
  INCIDENT_TYPES,
  PLACE_SIDES,
  type Incident,
} from '../../../../geo/model/incident.ts';
import { COUNTRIES, PROVINCE_IDS } from '../../../../geo/region.ts';
import { facetsOf } from '../../../../geo/store/facets.ts';
import {
  failures,
  FILTER_KEYS,
  isOn,
  NO_FILTERS,
  type FilterKey,
  type Filters,
  type Range,
} from '../../../../geo/store/filter.ts';
import { actorNames } from '../../../../geo/store/named.ts';
import { createStore } from '../../../../geo/store/store.ts';
import type { Window } from '../../../../geo/time/window.ts';
import { DISTRICTS, incident, incidents } from './made-incidents.ts';

const bounds = fc.option(
  fc.record({
    min: fc.option(fc.integer({ min: 0, max: 6 }), { nil: null }),
    max: fc.option(fc.integer({ min: 0, max: 50 }), { nil: null }),
  }),
  { nil: null },
);
const some = <T>(of: readonly T[]) =>
  fc.option(fc.uniqueArray(fc.constantFrom(...of), { maxLength: 4 }), { nil: null, freq: 2 });
const filters: fc.Arbitrary<Filters> = fc.record({
  types: some(INCIDENT_TYPES),
  sides: some(ACTOR_SIDES),
  actors: some([...ACTOR_SIDES, 'nobody']), // made incidents name each actor by its side
  districts: some(DISTRICTS.map(({ id }) => id)),
  provinces: some(PROVINCE_IDS.slice(0, 6)),
  countries: some(COUNTRIES),
  confidences: some(CONFIDENCES),
  deaths: bounds,
  borderKm: bounds,
  borderSide: fc.option(fc.constantFrom(...PLACE_SIDES), { nil: null }),
  alongKm: fc.constant(null),
  acrossKm: fc.option(
    fc.record({
      min: fc.option(fc.integer({ min: -40, max: 0 }), { nil: null }),
      max: fc.option(fc.integer({ min: -10, max: 40 }), { nil: null }),
    }),
    { nil: null },
  ),
  text: fc.constantFrom('', '', 'i1', 'title 2'),
  once: fc.boolean(),
  paired: fc.boolean(),
});
const windows = fc
  .tuple(fc.integer({ min: 19_995, max: 20_050 }), fc.integer({ min: 0, max: 50 }))
  .map(([start, length]): Window => ({ start, end: start + length }));

/** What each filter means, said once more, over whole incidents. */
function passes(key: FilterKey, f: Filters, { properties: p }: Incident): boolean {
  const among = <T>(list: readonly T[] | null, value: T | null) =>
    list === null || (value !== null && list.includes(value));
  const within = (range: Range | null, value: number | null) =>
    range === null || (value !== null && value >= (range.min ?? -1e9) && value <= (range.max ?? 1e9));
  const across = p.borderKm === null || p.side === null ? null : p.side === 'AF' ? -p.borderKm : p.borderKm;
  switch (key) {
    case 'types':
      return among(f.types, p.type);
    case 'sides':
      return f.sides === null || p.actors.some((actor) => f.sides?.includes(actor.side));
    case 'actors':
      return f.actors === null || p.actors.some(({ name }) => f.actors?.includes(name));
    case 'districts':
      return among(f.districts, p.district?.id ?? null);
    case 'provinces':
      return among(f.provinces, p.province);
    case 'countries':
      return among(f.countries, p.country);
    case 'confidences':
      return among(f.confidences, p.confidence);
    case 'deaths':
      return within(f.deaths, p.fatalities.best);
    case 'borderKm':
      return within(f.borderKm, p.borderKm);
    case 'alongKm':
      return within(f.alongKm, p.alongKm);
    case 'acrossKm':
      return within(f.acrossKm, across);
    case 'borderSide':
      return f.borderSide === null || p.side === f.borderSide;
    // one dataset alone has no pairs
    case 'once':
      return true;
    case 'paired':
      return !f.paired;
    case 'text':
      return f.text.split(' ').every((word) => `${p.id} ${p.title}`.toLowerCase().includes(word));
  }
}

/** The incidents in the window that pass all filters but one. */
function recount(all: Incident[], f: Filters, window: Window, but: FilterKey): Incident[] {
  return all
    .filter(({ properties: p }) => {
      const [start, end] = [parseDay(p.start) ?? 0, parseDay(p.end) ?? 0];
      return start <= window.end && end >= window.start;
    })
    .filter((i) => FILTER_KEYS.every((key) => key === but || passes(key, f, i)));
}

describe('facets', () => {
  test('each count is what the list would hold with that choice alone in its filter', () => {
    fc.assert(
      fc.property(incidents, filters, windows, (all, f, window) => {
        const store = createStore(all);
        const facets = facetsOf(store, failures(store, f), window);
        const but = (key: FilterKey) => recount(all, f, window, key).map((i) => i.properties);
        INCIDENT_TYPES.forEach((type, i) =>
          expect(facets.counts.types[i]).toBe(but('types').filter((p) => p.type === type).length),
        );
        ACTOR_SIDES.forEach((side, i) =>
          expect(facets.counts.sides[i]).toBe(but('sides').filter((p) => p.actors.some((a) => a.side === side)).length),
        );
        actorNames(store).names.forEach((name, i) =>
          expect(facets.counts.actors[i]).toBe(
            but('actors').filter((p) => p.actors.some((a) => a.name === name)).length,
          ),
        );
        store.districts.forEach(({ id }, i) =>
          expect(facets.counts.districts[i]).toBe(but('districts').filter((p) => p.district?.id === id).length),
        );
        PROVINCE_IDS.forEach((province, i) =>
          expect(facets.counts.provinces[i]).toBe(but('provinces').filter((p) => p.province === province).length),
        );
        COUNTRIES.forEach((country, i) =>
          expect(facets.counts.countries[i]).toBe(but('countries').filter((p) => p.country === country).length),
        );
        CONFIDENCES.forEach((confidence, i) =>
          expect(facets.counts.confidences[i]).toBe(
            but('confidences').filter((p) => p.confidence === confidence).length,
          ),
        );
        (['PK', 'AF'] as const).forEach((side, i) =>
          expect(facets.counts.borderSide[i]).toBe(but('borderSide').filter((p) => p.side === side).length),
        );
        expect(facets.counts.deaths).toBe(but('deaths').filter((p) => p.fatalities.best === null).length);
        expect(facets.counts.borderKm).toBe(but('borderKm').filter((p) => p.borderKm === null).length);
        for (const key of FILTER_KEYS) expect(facets.without[key]).toBe(but(key).length);
        expect(facets.inWindow).toBe(recount(all, NO_FILTERS, window, 'text').length);
      }),
      { numRuns: 150 },
    );
  });

  test('an unknown number of killed is left out by bounds, and counted as such', () => {
    const known = incident({ id: 'A', fatalities: { best: 3, low: 3, high: 3 } });
    const unknown = incident({ id: 'B' });
    const store = createStore([known, unknown]);
    const f = { ...NO_FILTERS, deaths: { min: 0, max: null } };
    const facets = facetsOf(store, failures(store, f), { start: 0, end: 30_000 });
    expect(facets.counts.types[INCIDENT_TYPES.indexOf('ambush')]).toBe(1);
    expect(facets.counts.deaths).toBe(1);
    expect(facets.without.deaths).toBe(2);
  });

  test('a search of blanks is no filter, an empty list is one', () => {
    expect(isOn({ ...NO_FILTERS, text: '  ' }, 'text')).toBe(false);
    expect(isOn({ ...NO_FILTERS, types: [] }, 'types')).toBe(true);
    expect(isOn(NO_FILTERS, 'types')).toBe(false);
  });
});
