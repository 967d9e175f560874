import { readFileSync } from 'node:fs';
import { group, sum } from 'd3-array';
import { beforeAll, expect, it } from 'vitest';
import { callGeo } from '../commands/call.ts';
import type { YearShare } from '../../../../geo/story/shares.ts';
import { tableRows, type TableCells } from '../../../tables.ts';

const LAYER = 'public/layers/incidents.geojson';
const report = async (...args: string[]) =>
  JSON.parse((await callGeo(['report', LAYER, ...args, '--json'])).out[0]) as { byYear: YearShare[] };
let all: YearShare[] = [];
beforeAll(async () => {
  all = (await report()).byYear;
});

const killed = (rows: readonly TableCells[]) => sum(rows, (row) => Number(row.killed_best));

it('each year has its rows and their killed, and the deaths of UCDP’s yearly series', () => {
  const byYear = group(tableRows('incidents.csv'), (row) => Number(row.date_start.slice(0, 4)));
  const series = new Map(
    tableRows('annual-totals.csv')
      .filter(({ source, scope }) => source === 'UCDP GED' && scope.startsWith('Pakistan events'))
      .map(({ year, deaths }) => [Number(year), Number(deaths)]),
  );
  expect(all.map(({ year }) => year)).toEqual([...byYear.keys()].sort());
  for (const { year, share, ...figures } of all) {
    const rows = byYear.get(year) ?? [];
    const inPakistan = killed(rows.filter(({ country }) => country === 'PK'));
    const counted = series.get(year) ?? null;
    expect(figures, String(year)).toEqual({
      incidents: rows.length,
      killed: killed(rows),
      killedInPakistan: inPakistan,
      counted,
    });
    expect(share, String(year)).toEqual(counted === null ? null : inPakistan / counted);
  }
});

it('a window has the years that lie in it whole, and filters hold', async () => {
  const years = async (window: string) => (await report('--window', window)).byYear.map(({ year }) => year);
  expect(await years('2009-06-01/2012-12-31')).toEqual([2010, 2011, 2012]);
  expect(await years('2009-06-01/2009-06-30')).toEqual([]);
  const { byYear } = await report('--deaths', '10..');
  const rows = tableRows('incidents.csv').filter((row) => Number(row.killed_best) >= 10);
  expect(sum(byYear, ({ killed: of }) => of)).toBe(killed(rows));
});

it('README has the table as the command prints it', async () => {
  const { out } = await callGeo(['report', LAYER]);
  const table = out.slice(out.findIndex((line) => line.startsWith('Year ')));
  expect(table.length).toBe(all.length + 1);
  expect(readFileSync('README.md', 'utf8')).toContain(table.join('\n'));
});
