import { expect, it } from 'vitest';
import { filterMask, NO_FILTERS } from '../../../../geo/store/filter.ts';
import { createStore } from '../../../../geo/store/store.ts';
import { comparing, isComparable, leftOutOf } from '../../../../geo/story/rule.ts';
import { incident } from '../store/made-incidents.ts';

const deaths = [null, 0, 9, 10, 11, null, 300];
const store = createStore(
  deaths.map((best, i) => incident({ id: `I${i}`, fatalities: { best, low: best, high: best } })),
);
const rows = Uint32Array.from(deaths, (_, i) => i);

it('what is comparable over time has 10 or more killed, and what is left out is counted by why', () => {
  const filters = { ...NO_FILTERS, ...comparing(true) };
  const mask = filterMask(store, filters);
  const kept = deaths.filter((best) => best !== null && best >= 10).length;
  expect(mask.reduce((sum, passes) => sum + passes, 0)).toBe(kept);
  expect(leftOutOf(store, rows)).toEqual({ fewer: 2, unknown: 2 });
  expect(kept + 2 + 2).toBe(deaths.length);
});

it('is on only where 10 or more are asked for, and is taken back whole', () => {
  expect(isComparable(comparing(true))).toBe(true);
  expect(isComparable(comparing(false))).toBe(false);
  expect(comparing(false)).toEqual({ deaths: NO_FILTERS.deaths });
  for (const other of [
    { min: 10, max: 20 },
    { min: 9, max: null },
    { min: null, max: null },
  ])
    expect(isComparable({ deaths: other })).toBe(false);
});
