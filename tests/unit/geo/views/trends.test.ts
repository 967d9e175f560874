import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dayOf, formatDay, parseDay } from '../../../../geo/model/day.ts';
import { GROUP_OF, type Incident } from '../../../../geo/model/incident.ts';
import { createStore } from '../../../../geo/store/store.ts';
import { TOLD_BY, type ToldBy } from '../../../../geo/views/options.ts';
import { occurrencesOf, rollingSums, weeklyCounts } from '../../../../geo/views/occurrences.ts';
import { allOf, trendsOf, trendsTable, type Trends, type TrendsContext } from '../../../../geo/views/trends.ts';
import { incident, incidents } from '../store/made-incidents.ts';

const FIRST = dayOf(2015, 1, 1);
const nth = (i: number, change: Partial<Incident['properties']> = {}, day = i) =>
  incident({ id: `I${1000 + i}`, start: formatDay(FIRST + day), end: formatDay(FIRST + day), ...change });

function contextOf(all: readonly Incident[], change: Partial<TrendsContext> = {}): TrendsContext {
  const store = createStore(all);
  return {
    store,
    mask: new Uint8Array(store.size).fill(1),
    window: store.extent ?? { start: 0, end: 0 },
    options: { rolling: 30, trend: 'all' },
    measure: 'incidents',
    hasRule: false,
    ...change,
  };
}

/** The trends where there are data. */
function trendsIn(all: readonly Incident[], change: Partial<TrendsContext> = {}): Trends {
  const trends = trendsOf(contextOf(all, change));
  if (!trends) throw new Error('There are no data.');
  return trends;
}

function day(text: string): number {
  const parsed = parseDay(text);
  if (parsed === null) throw new Error(`${text} is no day.`);
  return parsed;
}

/** One a day for so many days. */
const daily = (count: number, change?: (i: number) => Partial<Incident['properties']>) =>
  Array.from({ length: count }, (_, i) => nth(i, change?.(i)));

describe('a trend', () => {
  test('counts the last days of the window, those before, and those of a year before', () => {
    const trends = trendsIn([...daily(730), nth(2000, {}, 720), nth(2001, {}, 721)]);
    expect(trends.period).toEqual({ start: FIRST + 700, end: FIRST + 729 });
    expect(trends.before).toEqual({ start: FIRST + 670, end: FIRST + 699 });
    // 2016 was a leap year: 30 December 2016 is day 729, and a year before it is day 363
    expect(formatDay(trends.period.end)).toBe('2016-12-30');
    expect(trends.yearBefore).toEqual({ start: FIRST + 334, end: FIRST + 363 });
    expect([trends.all.figure, trends.all.before.figure, trends.all.yearBefore?.figure]).toEqual([32, 30, 30]);
    expect(trends.all.before.ratio?.ratio).toBeCloseTo(32 / 30, 12);
  });

  test('ends with the last day of the data where the window goes on', () => {
    const { period } = trendsIn(daily(100), { window: { start: FIRST, end: FIRST + 5000 } });
    expect(period.end).toBe(FIRST + 99);
  });

  test('is read off before the data begin as nothing to compare with', () => {
    const { all } = trendsIn(daily(50));
    expect(all.before).toMatchObject({ figure: 20, ratio: null, why: 'before-data' });
    expect(all.yearBefore).toMatchObject({ figure: 0, ratio: null, why: 'before-data' });
  });

  test('of 365 days has no other year before than the days before', () => {
    expect(trendsIn(daily(800), { options: { rolling: 365, trend: 'all' } }).yearBefore).toBeNull();
  });

  test('of a few incidents says that they are few, of none that there are none', () => {
    const few = trendsIn([nth(0), nth(800), nth(801), nth(802)]);
    expect(few.all.before).toMatchObject({ figure: 0, ratio: null, why: 'few' });
    const ended = trendsIn([nth(0), nth(800)], { window: { start: FIRST, end: FIRST + 400 } });
    expect(ended.all).toMatchObject({ figure: 0, before: { figure: 0, ratio: null, why: 'none' } });
  });

  test('of no data is none', () => {
    expect(trendsOf(contextOf([]))).toBeNull();
    expect(trendsTable(null).rows).toEqual([]);
  });

  test('of one incident has a figure and nothing to compare', () => {
    expect(trendsIn([nth(0)]).all).toMatchObject({ figure: 1, before: { why: 'before-data' } });
  });
});

describe('the rule of selection', () => {
  const end = day('2022-01-20');
  const all = Array.from({ length: 900 }, (_, i) => nth(i, {}, end - FIRST - 899 + i));

  test('is crossed by no ratio', () => {
    const { all: trend } = trendsIn(all, { hasRule: true });
    expect(trend.before).toMatchObject({ figure: 30, ratio: null, why: 'rule' });
    expect(trend.yearBefore).toMatchObject({ ratio: null, why: 'rule' });
  });

  test('is not crossed within either of its periods, nor by files that have none', () => {
    const before = { window: { start: FIRST, end: day('2021-12-31') }, hasRule: true };
    expect(trendsIn(all, before).all.before.why).toBeNull();
    expect(trendsIn(all).all.before.ratio?.ratio).toBe(1);
  });
});

describe('the killed', () => {
  const killed = (best: number | null) => ({ fatalities: { best, low: null, high: null } });
  const context = { measure: 'deaths' as const };

  test('who die together are not independent: ten in each of 40 incidents tell no more than 40 events do', () => {
    const events = daily(800, (i) => killed(i % 2 === 0 ? 10 : 0));
    const { all } = trendsIn(events, context);
    expect(all.figure).toBe(150);
    expect(all.dispersion).toBeGreaterThanOrEqual(10);
    const incidentsAlone = trendsIn(daily(800));
    expect(incidentsAlone.all.dispersion).toBe(1);
  });

  test('that are not known add nothing and are counted; where none is known there is no figure', () => {
    const some = daily(800, (i) => killed(i % 10 === 0 ? null : 2));
    expect(trendsIn(some, context).all).toMatchObject({ figure: 54, unknown: 3 });
    const none = trendsIn(
      daily(800, () => killed(null)),
      context,
    );
    expect(none.all).toMatchObject({
      figure: null,
      unknown: 30,
      before: { figure: null, ratio: null, why: 'unknown' },
    });
  });
});

/** Whether an incident is of a category, by its properties alone. */
const BELONGS: Readonly<Record<ToldBy, (properties: Incident['properties'], key: string) => boolean>> = {
  all: () => true,
  district: ({ district }, key) => district?.id === key,
  province: ({ province }, key) => province === key,
  side: ({ actors }, key) => actors.some(({ side }) => side === key),
  group: ({ actors }, key) => actors.some(({ name }) => name === key),
  type: ({ type }, key) => type === key,
  kind: ({ type }, key) => GROUP_OF[type] === key,
  band: ({ borderKm }, key) => {
    const [from, to = Infinity] = key.split('-').map(parseFloat);
    return borderKm !== null && borderKm >= from && borderKm < to;
  },
};

test('every trend is a count of its incidents, whatever they are told apart by', () => {
  fc.assert(
    fc.property(
      incidents,
      fc.constantFrom(...TOLD_BY),
      fc.constantFrom('incidents' as const, 'deaths' as const),
      fc.integer({ min: 20_000, max: 20_045 }),
      (all, by, measure, end) => {
        const trends = trendsOf(
          contextOf(all, { measure, options: { rolling: 7, trend: by }, window: { start: 20_000, end } }),
        );
        fc.pre(trends !== null);
        const amount = (key: string | null, { start, end }: { start: number; end: number }) => {
          const within = all
            .map(({ properties }) => properties)
            .filter((properties) => {
              const first = day(properties.start);
              return first >= start && first <= end && (key === null || BELONGS[by](properties, key));
            });
          if (measure === 'incidents') return within.length;
          const known = within.filter(({ fatalities }) => fatalities.best !== null);
          if (within.length > 0 && known.length === 0) return null;
          return known.reduce((sum, { fatalities }) => sum + (fatalities.best ?? 0), 0);
        };
        for (const { category, figure, before } of [trends.all, ...trends.parts]) {
          expect(figure).toBe(amount(category, trends.period));
          expect(before.figure).toBe(amount(category, trends.before));
        }
      },
    ),
  );
});

test('the kinds together are all, and each is named', () => {
  const trends = trendsIn(
    daily(100, (i) => ({ type: i % 3 ? 'ambush' : 'airstrike' })),
    { options: { rolling: 30, trend: 'kind' } },
  );
  expect(trends.parts.map(({ category, figure }) => [category, figure])).toEqual([
    ['attack', 20],
    ['force', 10],
  ]);
});

test('those with a greater ratio come first, those without one after', () => {
  const rates: [Incident['properties']['type'], number][] = [
    ['ambush', 20],
    ['airstrike', 5],
    ['raid_assault', 60],
    ['talks', 2],
  ];
  const made = rates.flatMap(([type, now], k) =>
    Array.from({ length: 20 + now }, (_, i) => nth(k * 1000 + i, { type }, i < 20 ? 750 + i : 775 + (i % 25))),
  );
  const trends = trendsIn([nth(9999, {}, 0), ...made, nth(9998, {}, 799)], {
    options: { rolling: 30, trend: 'type' },
    window: { start: FIRST, end: FIRST + 799 },
  });
  const ratios = trends.parts.map(({ before: { ratio } }) => ratio?.ratio ?? -1);
  expect(ratios).toEqual([...ratios].sort((a, b) => b - a));
  const table = trendsTable(trends);
  expect(table.rows).toHaveLength(5);
  for (const row of table.rows) expect(row).toHaveLength(table.columns.length);
});

test('the rolling sums are the highest of the days of each part of the axis', () => {
  fc.assert(
    fc.property(
      incidents,
      fc.integer({ min: 1, max: 100 }),
      fc.constantFrom(1, 7, 30),
      fc.integer({ min: -10, max: 10 }),
      (all, columns, rolling, shift) => {
        fc.pre(all.length > 0);
        const { store, mask } = contextOf(all);
        const [occurrences] = occurrencesOf(store, mask, allOf(store), 'incidents');
        const known = { start: store.columns.start[0], end: store.columns.start[store.size - 1] };
        const axis = { start: 20_000 + shift, end: 20_045 + shift };
        const sums = rollingSums(occurrences, { rolling, axis, columns, known });
        const length = axis.end - axis.start + 1;
        sums.forEach((sum, column) => {
          const days = [];
          for (let day = axis.start; day <= axis.end; day++) {
            const [left, right] = [day - axis.start, day - axis.start + 1];
            const meets = right * columns > column * length && left * columns < (column + 1) * length;
            if (meets && day - rolling + 1 >= known.start && day <= known.end) days.push(day);
          }
          const counts = days.map(
            (end) => [...store.columns.start].filter((day) => day <= end && day > end - rolling).length,
          );
          if (days.length === 0) expect(sum).toBeNaN();
          else expect(sum).toBe(Math.max(...counts));
        });
      },
    ),
  );
});

test('weeks are counted one by one', () => {
  const { store, mask } = contextOf([nth(0), nth(1, {}, 6), nth(2, {}, 7), nth(3, {}, 20)]);
  const [occurrences] = occurrencesOf(store, mask, allOf(store), 'incidents');
  expect([...weeklyCounts(occurrences, FIRST, 3)]).toEqual([2, 1, 1]);
});
