import { group, sum } from 'd3-array';
import { expect, it } from 'vitest';
import { censusByDistrict, censusLayer } from '../../../../geo/layers/census.ts';
import { formatDay } from '../../../../geo/model/day.ts';
import {
  ALL_AREAS,
  areaOf,
  censusDays,
  censusSteps,
  figureOf,
  highestStep,
  sumOfSteps,
  undatedOf,
  type CensusStep,
} from '../../../../geo/story/census.ts';
import { STEPS } from '../../../../geo/time/window.ts';
import { tableRows } from '../../../tables.ts';
import { sourceText } from '../layers/source-text.ts';

const census = censusLayer({ months: sourceText('monthly-totals.csv'), undated: sourceText('monthly-undated.csv') });
const rows = tableRows('monthly-totals.csv');
const areas = [...new Set(rows.map(({ area }) => area))];

const stepsOf = (name: string, step: (typeof STEPS)[number]): CensusStep[] => {
  const area = areaOf(census, name);
  if (!area) throw new Error(`no area ${name}`);
  return censusSteps(census, area, step);
};

it.each(STEPS)('in steps of a %s every area adds up to its rows of the table', (step) => {
  for (const name of [...areas, ALL_AREAS]) {
    const own = rows.filter(({ area }) => name === ALL_AREAS || area === name);
    const total = (column: string) => sum(own, (row) => Number(row[column]));
    expect(sumOfSteps(stepsOf(name, step)), name).toEqual({
      events: total('events'),
      best: total('deaths_best'),
      low: total('deaths_low'),
      high: total('deaths_high'),
    });
  }
});

it('each step is the sum of its months, and no step is finer than a month', () => {
  const lengthOf = { year: 4, month: 7 } as const;
  for (const step of ['month', 'year'] as const) {
    const byTime = group(rows, ({ month }) => month.slice(0, lengthOf[step]));
    const expected = [...byTime].map(([time, own]) => [time, sum(own, (row) => Number(row.deaths_best))]);
    const steps = stepsOf(ALL_AREAS, step);
    expect(steps.map(({ start, best }) => [formatDay(start).slice(0, lengthOf[step]), best])).toEqual(expected);
  }
  expect(stepsOf(ALL_AREAS, 'day')).toEqual(stepsOf(ALL_AREAS, 'month'));
  expect(stepsOf(ALL_AREAS, 'week')).toEqual(stepsOf(ALL_AREAS, 'month'));
});

it('steps follow one another from the first day to the last', () => {
  const { start, end } = censusDays(census);
  expect([formatDay(start), formatDay(end)]).toEqual(['2004-01-01', '2021-12-31']);
  for (const step of ['month', 'quarter', 'year'] as const) {
    const steps = stepsOf(ALL_AREAS, step);
    expect([steps[0].start, steps.at(-1)?.end]).toEqual([start, end]);
    steps.slice(1).forEach((one, i) => expect(one.start).toBe(steps[i].end + 1));
  }
});

it('an area that there is not is none, and a district has no range', () => {
  expect(areaOf(census, 'Punjab')).toBeNull();
  const districts = censusByDistrict(sourceText('monthly-by-district.csv'), census);
  const swat = areaOf(districts, 'Swat');
  const own = tableRows('monthly-by-district.csv').filter(({ district }) => district === 'Swat');
  expect(swat && sumOfSteps(censusSteps(districts, swat, 'year'))).toEqual({
    events: sum(own, ({ events }) => Number(events)),
    best: sum(own, (row) => Number(row.deaths_best)),
    low: null,
    high: null,
  });
});

it('what is known to no month is told by area', () => {
  const undated = tableRows('monthly-undated.csv');
  for (const name of [...areas, ALL_AREAS]) {
    const own = undated.filter(({ area }) => name === ALL_AREAS || area === name);
    expect(undatedOf(census, name).map(({ record }) => record)).toEqual(own.map(({ record }) => record));
  }
});

it('the highest step is that on the axis', () => {
  const steps = stepsOf(ALL_AREAS, 'month');
  const in2014 = steps.filter(({ start }) => formatDay(start).startsWith('2014'));
  const axis = { start: in2014[0].start, end: in2014[11].end };
  const most = (measure: 'incidents' | 'deaths') => Math.max(...in2014.map((step) => figureOf(step, measure)));
  expect(highestStep(steps, 'deaths', axis)).toBe(most('deaths'));
  expect(highestStep(steps, 'incidents', axis)).toBe(most('incidents'));
  expect(highestStep(steps, 'deaths', { start: axis.end + 9000, end: axis.end + 9001 })).toBe(0);
});
