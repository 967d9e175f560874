import { readFileSync } from 'node:fs';
import { group, sum } from 'd3-array';
import { expect, it } from 'vitest';
import { censusLayer } from '../../../../geo/layers/census.ts';
import { wholeOf, type Brief } from '../../../../geo/model/brief.ts';
import { parseDay } from '../../../../geo/model/day.ts';
import { filterMask, NO_FILTERS, type Filters } from '../../../../geo/store/filter.ts';
import { createStore } from '../../../../geo/store/store.ts';
import { comparing } from '../../../../geo/story/rule.ts';
import { sharesOf } from '../../../../geo/story/shares.ts';
import type { Window } from '../../../../geo/time/window.ts';
import { tableRows, type TableCells } from '../../../tables.ts';
import { callGeo } from '../commands/call.ts';
import { sourceText } from '../layers/source-text.ts';

const LAYER = 'public/layers/incidents.geojson';
const { features } = JSON.parse(readFileSync(LAYER, 'utf8')) as { features: Brief[] };
const store = createStore(features.map((brief) => wholeOf(brief, null)));
const census = censusLayer({ months: sourceText('monthly-totals.csv'), undated: sourceText('monthly-undated.csv') });
const shares = (window: Window | null, filters: Partial<Filters> = {}) =>
  sharesOf(store, filterMask(store, { ...NO_FILTERS, ...filters }), census, window);
const all = shares(null);

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

it('a window has the years that lie in it whole, and filters hold', () => {
  const years = (from: string, to: string) =>
    shares({ start: Number(parseDay(from)), end: Number(parseDay(to)) }).map(({ year }) => year);
  expect(years('2009-06-01', '2012-12-31')).toEqual([2010, 2011, 2012]);
  expect(years('2009-06-01', '2009-06-30')).toEqual([]);
  const rows = tableRows('incidents.csv').filter((row) => Number(row.killed_best) >= 10);
  expect(sum(shares(null, comparing(true)), ({ killed: of }) => of)).toBe(killed(rows));
});

it('README has the table as the command prints it', { timeout: 60_000 }, async () => {
  const { out } = await callGeo(['report', LAYER]);
  const table = out.slice(out.findIndex((line) => line.startsWith('Year ')));
  expect(table.length).toBe(all.length + 1);
  expect(readFileSync('README.md', 'utf8')).toContain(table.join('\n'));
});
