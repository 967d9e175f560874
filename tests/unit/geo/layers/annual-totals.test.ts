import { describe, expect, it } from 'vitest';
import { annualTotalsLayer } from '../../../../geo/layers/annual-totals.ts';
import { SourceError } from '../../../../geo/model/errors.ts';
import { sourceText } from './source-text.ts';

const totals = annualTotalsLayer(sourceText('annual-totals.csv'));
const HEADER = 'source,scope,year,attacks_or_events,deaths,injured,note,seen_url\n';
const read = (lines: string) => annualTotalsLayer(HEADER + lines);

describe('the annual totals', () => {
  it('takes every line of the table', () => {
    expect(totals).toHaveLength(sourceText('annual-totals.csv').trim().split('\n').length - 1);
  });

  it.each([
    ['PIPS', '2024', 'Pakistan terrorist attacks', '2024-01-01', '2024-12-31'],
    ['PICSS', '2022-H1', 'Pakistan militant attacks H1', '2022-01-01', '2022-06-30'],
    ['PICSS', '2022-H2', 'Pakistan militant attacks H2', '2022-07-01', '2022-12-31'],
    ['PIPS', '2020-21', 'Pakistan terrorist attacks (15 Aug 2020-14 Aug 2021)', '2020-08-15', '2021-08-14'],
    ['Ministry of Interior', '2024', 'Pakistan Jan-Oct', '2024-01-01', '2024-10-31'],
    ['KP Police', '2025', 'KP terrorist incidents (to mid-Dec)', '2025-01-01', '2025-12-15'],
  ])('%s %s (%s) runs from %s to %s', (source, period, scope, start, end) => {
    const total = totals.find((one) => one.source === source && one.period === period && one.scope === scope);
    expect([total?.start, total?.end]).toEqual([start, end]);
  });

  it('keeps unknown and none apart', () => {
    const crss = totals.find(
      ({ source, scope, period }) => source === 'CRSS' && scope.startsWith('KP') && period === '2024',
    );
    expect([crss?.events, crss?.deaths, crss?.injured]).toEqual([null, 1620, null]);
    const dyads = totals.find(({ scope, period }) => scope === 'Dyads involving TTP' && period === '2004');
    expect([dyads?.events, dyads?.deaths]).toEqual([0, 0]);
  });

  it('gives a year of a series once, and each series in the order of time', () => {
    const ttp = totals.filter(({ scope }) => scope === 'Dyads involving TTP');
    expect(ttp.map(({ period }) => period)).toEqual(Array.from({ length: 18 }, (_, i) => String(2004 + i)));
    const keys = totals.map(({ source, scope, period }) => [source, scope, period].join('|'));
    expect(new Set(keys).size).toBe(totals.length);
  });

  it.each([
    ['S,all,20244,1,,,,', { row: 2, field: 'year', value: '20244' }],
    ['S,all,2022-H3,1,,,,', { row: 2, field: 'year', value: '2022-H3' }],
    ['S,all,2020-21,1,,,,', { row: 2, field: 'year', value: '2020-21' }],
    ['S,part (15 Aug 2019-14 Aug 2020),2020-21,1,,,,', { row: 2, field: 'year', value: '2020-21' }],
    ['S,all,2020,-1,,,,', { row: 2, field: 'attacks_or_events', value: '-1' }],
    ['S,all,2020,1,about 5,,,', { row: 2, field: 'deaths', value: 'about 5' }],
    ['S,all,2020,1,,,,\nS,all,2020,2,,,,', { row: 3, field: 'year', value: '2020' }],
    ['S,,2020,1,,,,', { row: 2, field: 'scope', value: '' }],
  ])('refuses %j', (lines, where) => {
    expect(() => read(lines)).toThrow(SourceError);
    expect(() => read(lines)).toThrow(expect.objectContaining({ where: { file: 'annual-totals.csv', ...where } }));
  });

  it('ends a half-given February on its last day', () => {
    expect(read('S,all Jan-Feb,2024,1,,,,')[0].end).toBe('2024-02-29');
    expect(read('S,all Jan-Feb,2023,1,,,,')[0].end).toBe('2023-02-28');
  });
});
