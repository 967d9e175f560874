import { rollup, sum } from 'd3-array';
import { describe, expect, it } from 'vitest';
import { annualTotalsLayer } from '../../../../geo/layers/annual-totals.ts';
import { censusByDistrict, censusLayer } from '../../../../geo/layers/census.ts';
import { tableRows, type TableCells } from '../../../tables.ts';
import { whereOf } from './refused.ts';
import { sourceText } from './source-text.ts';

const sources = { months: sourceText('monthly-totals.csv'), undated: sourceText('monthly-undated.csv') };
const census = censusLayer(sources);
const districts = censusByDistrict(sourceText('monthly-by-district.csv'), census);

const monthRows = tableRows('monthly-totals.csv');
const undatedRows = tableRows('monthly-undated.csv');
const total = (rows: readonly TableCells[], column: string) => sum(rows, (row) => Number(row[column]));

describe('the census', () => {
  it('adds up to the table, for every area and figure', () => {
    expect(census.areas.map(({ area }) => area)).toEqual([...new Set(monthRows.map(({ area }) => area))]);
    for (const { area, events, best, low, high } of census.areas) {
      const own = monthRows.filter((row) => row.area === area);
      const expected = ['events', 'deaths_best', 'deaths_low', 'deaths_high'].map((column) => total(own, column));
      expect(
        [events, best, low ?? [], high ?? []].map((list) => sum(list)),
        area,
      ).toEqual(expected);
      expect(events, area).toHaveLength(own.length);
    }
  });

  it('holds each month at its place', () => {
    const months = [...new Set(monthRows.map(({ month }) => month))].sort();
    expect([census.first, census.last]).toEqual([months[0], months.at(-1)]);
    for (const row of monthRows) {
      const area = census.areas.find((one) => one.area === row.area);
      expect(area?.best[months.indexOf(row.month)], `${row.area} ${row.month}`).toBe(Number(row.deaths_best));
    }
  });

  it('keeps apart what is known to no month', () => {
    expect(census.undated.map(({ record }) => record)).toEqual(undatedRows.map(({ record }) => record));
    expect(sum(census.undated, ({ best }) => best)).toBe(total(undatedRows, 'deaths_best'));
  });

  it('is, with what is known to no month, the yearly series of the same source', () => {
    const yearly = annualTotalsLayer(sourceText('annual-totals.csv')).filter(
      ({ source, scope }) => source === census.source && scope.startsWith('Pakistan events'),
    );
    const byYear = rollup(
      [
        ...monthRows.map((row) => ({ ...row, year: row.month.slice(0, 4) })),
        ...undatedRows.map((row) => ({ ...row, year: row.from.slice(0, 4) })),
      ],
      (rows: TableCells[]) => [total(rows, 'events'), total(rows, 'deaths_best')],
      ({ year }) => year,
    );
    expect(yearly.length).toBeGreaterThan(0);
    expect(yearly.map(({ period, events, deaths }) => [period, [events, deaths]])).toEqual([...byYear]);
  });

  it('has a range around every estimate', () => {
    for (const { area, best, low, high } of census.areas)
      best.forEach((deaths, i) => expect((low?.[i] ?? 1) <= deaths && deaths <= (high?.[i] ?? 0), area).toBe(true));
  });
});

describe('the census by district', () => {
  const districtRows = tableRows('monthly-by-district.csv');

  it('adds up to the table, and never to more than the areas together', () => {
    const names = new Set(districtRows.map(({ district }) => district));
    expect(new Set(districts.areas.map(({ area }) => area))).toEqual(names);
    for (const { area, events, best } of districts.areas) {
      const own = districtRows.filter(({ district }) => district === area);
      expect([sum(events), sum(best)], area).toEqual([total(own, 'events'), total(own, 'deaths_best')]);
      expect(events).toHaveLength(census.areas[0].events.length);
    }
    census.areas[0].events.forEach((_, i) => {
      expect(sum(districts.areas, ({ best }) => best[i])).toBeLessThanOrEqual(sum(census.areas, ({ best }) => best[i]));
    });
  });
});

describe('a census that cannot be used stops the build', () => {
  const MONTHS = 'source,area,month,events,deaths_best,deaths_low,deaths_high\n';
  const UNDATED = 'source,area,from,to,events,deaths_best,deaths_low,deaths_high,record\n';
  const DISTRICTS = 'month,district,events,deaths_best\n';
  const good = 'U,A,2004-01,1,2,2,3\nU,A,2004-02,0,0,0,0\n';

  const months = (lines: string) => whereOf(() => censusLayer({ months: MONTHS + lines, undated: UNDATED }));
  const undated = (lines: string) => whereOf(() => censusLayer({ months: MONTHS + good, undated: UNDATED + lines }));
  const byDistrict = (lines: string) =>
    whereOf(() => censusByDistrict(DISTRICTS + lines, censusLayer({ months: MONTHS + good, undated: UNDATED })));

  it('takes what these are made from', () => {
    expect(months(good)).toBe('taken');
    expect(undated('U,A,2004-01-01,2004-12-31,1,5,0,5,7\n')).toBe('taken');
    expect(byDistrict('2004-01,D,1,2\n2004-02,D,1,0\n')).toBe('taken');
  });

  it.each([
    ['a month twice', `${good}U,A,2004-01,3,3,3,3\n`, { row: 4, field: 'month', value: '2004-01' }],
    ['a month that is none', good.replace('2004-02', '2004-13'), { row: 3, field: 'month', value: '2004-13' }],
    ['a day for a month', good.replace('2004-02', '2004-02-01'), { row: 3, field: 'month', value: '2004-02-01' }],
    ['a gap', `${good}U,A,2004-04,0,0,0,0\n`, { row: 4, field: 'month', value: '2004-03' }],
    [
      'an area without some of the months',
      `${good}U,B,2004-01,0,0,0,0\n`,
      { row: 4, field: 'month', value: '2004-02' },
    ],
    ['an area that begins late', `${good}U,B,2004-02,0,0,0,0\n`, { row: 4, field: 'month', value: '2004-01' }],
    ['an area without a name', `${good}U,,2004-01,0,0,0,0\n`, { row: 4, field: 'area', value: '' }],
    ['a second source', `${good}V,A,2004-03,0,0,0,0\n`, { row: 4, field: 'source', value: 'V' }],
    ['a figure that is not known', good.replace('1,2,2,3', '1,,2,3'), { row: 2, field: 'deaths_best', value: '' }],
    ['events that are no count', good.replace('1,2,2,3', '1.5,2,2,3'), { row: 2, field: 'events', value: '1.5' }],
    ['a low above the best', good.replace('1,2,2,3', '1,2,3,3'), { row: 2, field: 'deaths_low', value: '3' }],
    ['a high below the best', good.replace('1,2,2,3', '1,2,2,1'), { row: 2, field: 'deaths_high', value: '1' }],
  ])('%s', (_, lines, expected) => expect(months(lines)).toEqual({ file: 'monthly-totals.csv', ...expected }));

  it.each([
    ['an area without months', 'U,B,2004-01-01,2004-12-31,1,5,0,5,7', { field: 'area', value: 'B' }],
    ['an end before the beginning', 'U,A,2004-12-31,2004-01-01,1,5,0,5,7', { field: 'to', value: '2004-01-01' }],
    ['a day that is none', 'U,A,2004-02-30,2004-12-31,1,5,0,5,7', { field: 'from', value: '2004-02-30' }],
    ['no record', 'U,A,2004-01-01,2004-12-31,1,5,0,5,', { field: 'record', value: '' }],
    ['another source', 'V,A,2004-01-01,2004-12-31,1,5,0,5,7', { field: 'source', value: 'V' }],
  ])('%s', (_, line, expected) => expect(undated(line)).toEqual({ file: 'monthly-undated.csv', row: 2, ...expected }));

  it.each([
    ['a month twice', '2004-01,D,1,2\n2004-01,D,1,2', { row: 3, field: 'month', value: '2004-01' }],
    ['a month outside the census', '2004-03,D,1,2', { row: 2, field: 'month', value: '2004-03' }],
    ['no district', '2004-01,,1,2', { row: 2, field: 'district', value: '' }],
    ['no count', '2004-01,D,1,', { row: 2, field: 'deaths_best', value: '' }],
  ])('by district: %s', (_, lines, expected) =>
    expect(byDistrict(lines)).toEqual({ file: 'monthly-by-district.csv', ...expected }),
  );
});
