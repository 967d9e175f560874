import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as z from 'zod/mini';
import { dayOf, formatDay } from '../../../../geo/model/day.ts';
import type { Incident } from '../../../../geo/model/incident.ts';
import { MEASURES } from '../../../../geo/store/count.ts';
import { createStore } from '../../../../geo/store/store.ts';
import { compareOf, compareTable, type CompareContext, type TwoWindows } from '../../../../geo/views/compare.ts';
import { VIEW_OPTIONS, type OwnPair, type WindowPair } from '../../../../geo/views/options.ts';
import { DISTRICTS, incident, incidents } from '../store/made-incidents.ts';

const PEOPLED = DISTRICTS.slice(0, 3).map((district) => ({ ...district, population2023: 500_000 }));

function contextOf(all: readonly Incident[], pair: WindowPair, change: Partial<CompareContext> = {}): CompareContext {
  const store = createStore(all);
  return {
    store,
    mask: new Uint8Array(store.size).fill(1),
    window: store.extent ?? { start: 0, end: -1 },
    measure: 'incidents',
    hasRule: false,
    districts: PEOPLED,
    options: { pair },
    ...change,
  };
}

function compared(...of: Parameters<typeof contextOf>): TwoWindows {
  const comparison = compareOf(contextOf(...of));
  if (typeof comparison === 'string') throw new Error(comparison);
  return comparison;
}

let next = 0;
const on = (day: number, change: Partial<Incident['properties']> = {}) =>
  incident({ id: `I${next++}`, start: formatDay(day), end: formatDay(day), ...change });
const each = (from: number, days: number, change?: Partial<Incident['properties']>) =>
  Array.from({ length: days }, (_, i) => on(from + i, change));
const windowsOf = ({ first, second }: OwnPair) =>
  [first, second].flatMap(({ start, end }) => [formatDay(start), formatDay(end)]);

const FIRST = dayOf(2015, 1, 1);
/** Two windows that share no day, in either order, within the days of `incidents`. */
const apart = fc
  .tuple(fc.uniqueArray(fc.integer({ min: 20_000, max: 20_041 }), { minLength: 4, maxLength: 4 }), fc.boolean())
  .map(([days, isSwapped]): OwnPair => {
    const [a, b, c, d] = days.sort((p, q) => p - q);
    const [early, late] = [
      { start: a, end: b },
      { start: c, end: d },
    ];
    return isSwapped ? { first: late, second: early } : { first: early, second: late };
  });

describe('the windows of', () => {
  test('halves: of an odd number of days the second has one more; one day has none', () => {
    expect(windowsOf(compared(each(FIRST, 5), 'halves'))).toEqual([
      '2015-01-01',
      '2015-01-02',
      '2015-01-03',
      '2015-01-05',
    ]);
    expect(compareOf(contextOf(each(FIRST, 1), 'halves'))).toBe('one-day');
    expect(compareOf(contextOf([], 'halves'))).toBe('no-data');
  });

  test('a year ago: the same days, of a longer window those of its last year', () => {
    const all = each(dayOf(2012, 1, 1), 365 * 4);
    const window = { start: dayOf(2014, 2, 1), end: dayOf(2014, 2, 28) };
    expect(windowsOf(compared(all, 'year-ago', { window }))).toEqual([
      '2013-02-01',
      '2013-02-28',
      '2014-02-01',
      '2014-02-28',
    ]);
    const long = { start: dayOf(2012, 1, 1), end: dayOf(2014, 12, 31) };
    expect(windowsOf(compared(all, 'year-ago', { window: long }))).toEqual([
      '2013-01-01',
      '2013-12-31',
      '2014-01-01',
      '2014-12-31',
    ]);
  });

  test('a turn: as many days on both sides, within the data, two years and the rule', () => {
    const ends = [on(dayOf(2010, 1, 1)), on(dayOf(2025, 1, 1))];
    expect(windowsOf(compared(ends, 'kabul'))).toEqual(['2019-08-16', '2021-08-14', '2021-08-15', '2023-08-14']);
    // 139 days from 15 August to the end of 2021
    expect(windowsOf(compared(ends, 'kabul', { hasRule: true }))).toEqual([
      '2021-03-29',
      '2021-08-14',
      '2021-08-15',
      '2021-12-31',
    ]);
    const short = [on(dayOf(2014, 6, 1)), on(dayOf(2025, 1, 1))];
    expect(windowsOf(compared(short, 'zarb-e-azb'))).toEqual(['2014-06-01', '2014-06-14', '2014-06-15', '2014-06-28']);
    expect(compareOf(contextOf(each(FIRST, 9), 'zarb-e-azb'))).toBe('outside');
  });

  test('any two that share a day are not compared', () => {
    const own = { first: { start: FIRST, end: FIRST + 4 }, second: { start: FIRST + 4, end: FIRST + 8 } };
    expect(compareOf(contextOf(each(FIRST, 20), own))).toBe('overlap');
    expect(compareTable('overlap').rows).toEqual([]);
  });
});

test('rates are of days and people: an example by hand', () => {
  const [kurram] = DISTRICTS;
  const all = [
    ...each(FIRST, 3, { district: kurram }),
    ...each(FIRST + 10, 12, { district: kurram }),
    on(FIRST + 29, { district: DISTRICTS[3] }),
  ];
  const own = { first: { start: FIRST, end: FIRST + 9 }, second: { start: FIRST + 10, end: FIRST + 29 } };
  const { districts, all: together } = compared(all, own);
  expect(together).toMatchObject({ first: { figure: 3, perPeople: null }, second: { figure: 13 } });
  const [most, , ...rest] = districts;
  // 3 in 10 days are 9 in 30; 12 in 20 days are 18; in a year of 365.25 days 219.15, of half a million people 43.83 per 100,000
  expect(most).toMatchObject({ id: 'kurram', first: { figure: 3, rate: 9 }, second: { figure: 12, rate: 18 } });
  expect(most.difference).toBeCloseTo(9, 12);
  expect(most.second.perPeople).toBeCloseTo(43.83, 9);
  expect(most.ratio?.ratio).toBeCloseTo(2, 12);
  expect(districts[1]).toMatchObject({ id: 'abbottabad', second: { figure: 1, rate: 1.5, perPeople: null } });
  expect(rest.every(({ why, difference }) => why === 'none' && difference === 0)).toBe(true);
});

test('nothing is compared across the end of the rule', () => {
  const all = each(dayOf(2021, 12, 1), 62);
  const own = {
    first: { start: dayOf(2021, 12, 1), end: dayOf(2021, 12, 31) },
    second: { start: dayOf(2022, 1, 1), end: dayOf(2022, 1, 31) },
  };
  for (const pair of [own, { first: own.second, second: own.first }]) {
    const { all: together } = compared(all, pair, { hasRule: true });
    expect(together).toMatchObject({ ratio: null, why: 'rule', difference: null, first: { figure: 31 } });
  }
  expect(compared(all, own).all.why).toBeNull();
});

test('counts are those of brute force; windows that are swapped turn ratio and difference round; nothing is NaN', () => {
  fc.assert(
    fc.property(incidents, apart, fc.constantFrom(...MEASURES), (all, pair, measure) => {
      const result = compareOf(contextOf(all, pair, { measure }));
      const swapped = compareOf(contextOf(all, { first: pair.second, second: pair.first }, { measure }));
      if (typeof result === 'string' || typeof swapped === 'string') {
        expect(swapped).toBe(result);
        return;
      }
      for (const district of result.districts) {
        const turned = swapped.districts.find(({ id }) => id === district.id);
        for (const key of ['first', 'second'] as const) {
          const { start, end } = result[key];
          const within = all.filter(({ properties: { start: day, district: at } }) => {
            return day >= formatDay(start) && day <= formatDay(end) && (at?.id ?? null) === district.id;
          });
          const killed = within.map(({ properties }) => properties.fatalities.best);
          const known = killed.filter((best) => best !== null);
          const sum = known.length > 0 || within.length === 0 ? known.reduce((a, b) => a + b, 0) : null;
          expect(district[key].figure).toBe(measure === 'incidents' ? within.length : sum);
        }
        expect(turned?.why).toBe(district.why);
        if (district.difference !== null) expect(turned?.difference).toBeCloseTo(-district.difference, 9);
        const [one, other] = [district.ratio?.ratio, turned?.ratio?.ratio];
        if (one && other) expect(one * other).toBeCloseTo(1, 9);
      }
      for (const row of compareTable(result).rows) expect(row.some((cell) => Number.isNaN(cell))).toBe(false);
    }),
  );
});

test('a pair is written as it is read, and a wrong one is refused', () => {
  const { codec } = VIEW_OPTIONS.pair;
  for (const text of ['halves', 'year-ago', 'kabul', 'zarb-e-azb', '2019-01-01/2019-12-31,2020-01-01/2020-01-01'])
    expect(z.encode(codec, z.decode(codec, text))).toBe(text);
  for (const text of ['', 'kabul,kabul', '2019-01-01/2019-12-31', '2019-02-01/2019-01-01,2020-01-01/2020-02-01'])
    expect(z.safeDecode(codec, text).success).toBe(false);
});
