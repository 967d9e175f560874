import { describe, expect, expectTypeOf, test } from 'vitest';
import {
  failures,
  FILTER_BITS,
  FILTER_KEYS,
  FILTER_RULES,
  filterMask,
  isOn,
  maskOf,
  NO_FILTERS,
  type FilterKey,
  type Filters,
} from '../../../../geo/store/filter.ts';
import type { Facets } from '../../../../geo/store/facets.ts';
import { createStore } from '../../../../geo/store/store.ts';
import { incident } from './made-incidents.ts';

/** Of each filter one choice that an incident of which nothing is known fails. */
const CHOICES: Filters = {
  types: ['talks'],
  sides: ['united_states'],
  actors: ['al-Qaeda'],
  districts: ['khyber'],
  provinces: ['AF-PIA'],
  countries: ['AF'],
  confidences: ['high'],
  deaths: { min: 0, max: null },
  borderKm: { min: 0, max: null },
  borderSide: 'PK',
  alongKm: { min: 0, max: null },
  acrossKm: { min: null, max: 0 },
  text: 'no such word',
  once: true,
  paired: true,
};
/** The only row pairs with one before it, which the filter that shows pairs alone lets pass. */
const pairsFor = (key: FilterKey) =>
  key === 'paired' ? null : { earlier: Uint32Array.of(1), later: Uint32Array.of(0) };
const unknown = incident({
  id: 'A',
  actors: [],
  country: null,
  confidence: null,
  district: null,
  fatalities: { best: null, low: null, high: null },
  borderKm: null,
  side: null,
  alongKm: null,
});

describe('the table of filters', () => {
  test('makes all else from an entry: what holds at first, whether it is on, its own bit', () => {
    const store = createStore([unknown]);
    expect(Object.keys(NO_FILTERS)).toEqual(FILTER_KEYS);
    expect(new Set(Object.values(FILTER_BITS)).size).toBe(FILTER_KEYS.length);
    expect([...failures(store, NO_FILTERS)]).toEqual([0]);
    for (const key of FILTER_KEYS) {
      const filters = { ...NO_FILTERS, [key]: CHOICES[key] };
      expect(FILTER_KEYS.filter((each) => isOn(filters, each))).toEqual([key]);
      const pairs = pairsFor(key);
      expect([...failures(store, filters, pairs)], key).toEqual([FILTER_BITS[key]]);
      expect([...filterMask(store, filters, pairs)]).toEqual([0]);
      expect([...maskOf(failures(store, filters, pairs), key)]).toEqual([1]);
    }
    const all = failures(store, CHOICES, pairsFor('once'))[0] | failures(store, CHOICES)[0];
    expect(FILTER_KEYS.filter((key) => (all & FILTER_BITS[key]) !== 0)).toEqual(FILTER_KEYS);
  });

  test('takes what its schema says, and nothing else', () => {
    for (const key of FILTER_KEYS) {
      expect(FILTER_RULES[key].schema.parse(CHOICES[key])).toEqual(CHOICES[key]);
      expect(FILTER_RULES[key].schema.parse(NO_FILTERS[key])).toEqual(NO_FILTERS[key]);
      expect(FILTER_RULES[key].schema.safeParse(7).success).toBe(false);
    }
  });

  test('has room for its bits in a row’s failures', () => {
    expect(FILTER_KEYS.length).toBeLessThanOrEqual(8 * Uint16Array.BYTES_PER_ELEMENT);
  });

  test('is what the compiler asks the other tables for', () => {
    expectTypeOf<keyof Filters>().toEqualTypeOf<FilterKey>();
    expectTypeOf<keyof Facets['counts']>().toEqualTypeOf<FilterKey>();
    expectTypeOf<keyof Facets['without']>().toEqualTypeOf<FilterKey>();
  });
});
