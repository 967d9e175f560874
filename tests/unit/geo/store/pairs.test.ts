import { describe, expect, test } from 'vitest';
import type { Incident, IncidentProperties } from '../../../../geo/model/incident.ts';
import { filterMask, NO_FILTERS } from '../../../../geo/store/filter.ts';
import { atOnce } from '../../../../geo/next-task.ts';
import { pairsIn } from '../../../../geo/store/find-pairs.ts';
import { pairedWith, pairsBetween } from '../../../../geo/store/pairs.ts';
import { createStore } from '../../../../geo/store/store.ts';
import { merged } from '../../../merged.ts';
import { incident } from './made-incidents.ts';

/** of the year 2025: `10-08`, or first and last day */
type Days = string | [string, string];
/** best, or best, low and high */
type Killed = number | null | [number, number, number];

interface Made extends Partial<Omit<IncidentProperties, 'start' | 'end' | 'fatalities'>> {
  day?: Days;
  killed?: Killed;
  /** km north of the place of all others, 34° N 71° E */
  north?: number;
}

/** On a meridian near 34° N a degree is 110.92 km long (Karney). */
const KM_IN_DEGREE = 110.92;

function row(id: string, { day = '10-08', killed = 12, north = 0, ...change }: Made = {}): Incident {
  const [first, last] = typeof day === 'string' ? [day, day] : day;
  const [best, low, high] = Array.isArray(killed) ? killed : [killed, killed, killed];
  const made = incident({
    id,
    start: `2025-${first}`,
    end: `2025-${last}`,
    fatalities: { best, low, high },
    ...change,
  });
  made.geometry.coordinates = [71, 34 + north / KM_IN_DEGREE];
  return made;
}

/** The pairs of datasets, each as the ids of its two rows: `a b`. */
function pairsOf(...datasets: Incident[][]): string[] {
  const store = merged(datasets.map((rows) => createStore(rows)));
  const { earlier, later } = atOnce(pairsIn(store.columns));
  const id = (of: number) => store.row(of).properties.id;
  return Array.from(earlier, (one, i) => `${id(one)} ${id(later[i])}`);
}

/** Whether two rows pair, whichever comes first. */
function pairs(a: Made, b: Made): boolean {
  const found = pairsOf([row('a', a)], [row('b', b)]);
  expect(pairsOf([row('b', b)], [row('a', a)])).toHaveLength(found.length);
  return found.length === 1;
}

describe('two rows of two datasets', () => {
  test('of the same day, place and killed are a pair', () => expect(pairs({}, {})).toBe(true));

  test.each<[why: string, a: Days, b: Days, isPair: boolean]>([
    ['a day apart', '10-08', '10-09', true],
    ['two days apart', '10-08', '10-10', false],
    ['one within the days of the other', '10-20', ['10-16', '10-21'], true],
    ['one the day after the other’s last', '10-22', ['10-16', '10-21'], true],
    ['one two days after', '10-23', ['10-16', '10-21'], false],
    ['one in the middle of more than a month', '10-20', ['09-01', '12-01'], false],
    ['both of the same more than a month', ['09-01', '12-01'], ['09-02', '12-01'], true],
  ])('%s', (_, a, b, isPair) => {
    expect(pairs({ day: a }, { day: b })).toBe(isPair);
  });

  test('what is known to a month only pairs within it, not the day after', () => {
    const month: Made = { day: ['10-01', '10-31'], datePrecision: 'month' };
    expect(['09-30', '10-01', '10-31', '11-01'].map((day) => pairs(month, { day }))).toEqual([
      false,
      true,
      true,
      false,
    ]);
  });

  test.each<[why: string, a: Made, b: Made, isPair: boolean]>([
    // towns are known to 5 km, exact places to 1 km; 5 km is the least that two coders may differ by
    ['towns 9.9 km apart', {}, { north: 9.9 }, true],
    ['towns 10.1 km apart', {}, { north: 10.1 }, false],
    ['exact places 4.9 km apart', { locationPrecision: 'exact' }, { locationPrecision: 'exact', north: 4.9 }, true],
    ['exact places 5.1 km apart', { locationPrecision: 'exact' }, { locationPrecision: 'exact', north: 5.1 }, false],
    // UCDP’s “near” is 25 km: the interval from the border says so
    ['near, and 29.9 km apart', { borderKm: 60, borderKmMin: 35, borderKmMax: 85 }, { north: 29.9 }, true],
    ['near, and 30.1 km apart', { borderKm: 60, borderKmMin: 35, borderKmMax: 85 }, { north: 30.1 }, false],
  ])('%s', (_, a, b, isPair) => {
    expect(pairs(a, b)).toBe(isPair);
  });

  test('what is known to a district pairs within it', () => {
    const [kurram, swat] = ['kurram', 'swat'].map((id) => ({ id, name: id }));
    const coarse: Made = { locationPrecision: 'district', district: kurram };
    expect(pairs(coarse, { district: kurram, north: 40 })).toBe(true);
    expect(pairs(coarse, { district: swat, districtByPoint: kurram, north: 40 })).toBe(true);
    expect(pairs(coarse, { district: swat, north: 1 })).toBe(false);
    expect(pairs(coarse, { district: null, north: 1 })).toBe(false);
    expect(pairs(coarse, { locationPrecision: 'district', district: swat })).toBe(false);
  });

  test('a district without an outline reaches 50 km from its centre', () => {
    const coarse: Made = { locationPrecision: 'district' };
    expect(pairs(coarse, { north: 54.9 })).toBe(true);
    expect(pairs(coarse, { north: 55.2 })).toBe(false);
  });

  test('a region pairs within its province, a country with nothing', () => {
    const region: Made = { locationPrecision: 'region', province: 'PK-BA' };
    expect(pairs(region, { province: 'PK-BA', north: 300 })).toBe(true);
    expect(pairs(region, { province: 'PK-KP' })).toBe(false);
    expect(pairs({ ...region, province: null }, { province: null })).toBe(false);
    expect(pairs({ locationPrecision: 'country' }, {})).toBe(false);
  });

  test.each<[a: Killed, b: Killed, isPair: boolean]>([
    [1, 3, true],
    [1, 4, false],
    [50, 40, true],
    [50, 39, false],
    [[30, 10, 60], [55, 50, 90], true],
    [[30, 10, 49], [55, 50, 90], false],
    [0, 1, false],
    [[0, 0, 24], 24, true],
  ])('with %j and %j killed', (a, b, isPair) => {
    expect(pairs({ killed: a }, { killed: b })).toBe(isPair);
  });

  test.each<[a: number | null, b: number | null]>([
    [null, 12],
    [null, null],
    [0, 0],
    [0, null],
  ])('of which %j and %j killed are known pair where type and place are sure', (a, b) => {
    expect(pairs({ killed: a }, { killed: b })).toBe(true);
    expect(pairs({ killed: a, type: 'airstrike' }, { killed: b })).toBe(false);
    const district = { id: 'kurram', name: 'Kurram' };
    expect(pairs({ killed: a, district, locationPrecision: 'district' }, { killed: b, district })).toBe(false);
  });

  test('pair across the meridian of 180°', () => {
    const [a, b] = [row('a'), row('b')];
    a.geometry.coordinates = [179.99, 0];
    b.geometry.coordinates = [-179.99, 0];
    expect(pairsOf([a], [b])).toEqual(['a b']);
  });
});

describe('pairs of datasets', () => {
  test('a row is in one pair of two datasets, and the likeliest goes first', () => {
    const one = [row('a', { killed: 12 }), row('c', { killed: 14 })];
    const other = [
      row('b', { killed: 13, north: 3 }),
      row('d', { killed: 14 }),
      row('e', { killed: 12, day: '10-09' }),
    ];
    // c and d agree in all; then a with b, which is nearer than e, a day later
    expect(pairsOf(one, other).sort()).toEqual(['a b', 'c d']);
  });

  test('rows of one dataset are none', () => expect(pairsOf([row('a'), row('b')], [])).toEqual([]));

  test('three datasets: each two have theirs, and one row counts', () => {
    const store = merged([['a'], ['b'], ['c', 'd']].map((ids) => createStore(ids.map((id) => row(id)))));
    const found = atOnce(pairsIn(store.columns));
    expect(pairsBetween(found, store.columns.dataset)).toEqual([
      { earlier: 0, later: 1, count: 1 },
      { earlier: 0, later: 2, count: 1 },
      { earlier: 1, later: 2, count: 1 },
    ]);
    const id = (of: number) => store.row(of).properties.id;
    const partners = (of: string) => pairedWith(found, store.indexOf(of)).map(id).sort();
    expect(['a', 'b', 'c', 'd'].map(partners)).toEqual([['b', 'c'], ['a', 'c'], ['a', 'b'], []]);
    const passing = (filters: Partial<typeof NO_FILTERS>) =>
      Array.from(filterMask(store, { ...NO_FILTERS, ...filters }, found).entries())
        .filter(([, passes]) => passes)
        .map(([of]) => id(of))
        .sort();
    expect(passing({ once: true })).toEqual(['a', 'd']);
    expect(passing({ paired: true })).toEqual(['a', 'b', 'c']);
    expect(passing({ once: true, paired: true })).toEqual(['a']);
    expect(passing({})).toEqual(['a', 'b', 'c', 'd']);
  });
});
