import { expect, it } from 'vitest';
import { dayOf } from '../../../../geo/model/day.ts';
import type { AnnualTotal } from '../../../../geo/model/story.ts';
import { bySource, highestTotal, pageOf, seriesOf, totalsBars } from '../../../../geo/story/totals.ts';

function total(source: string, scope: string, year: number, events: number | null, deaths: number | null): AnnualTotal {
  return {
    source,
    scope,
    period: String(year),
    start: `${year}-01-01`,
    end: `${year}-12-31`,
    events,
    deaths,
    injured: null,
    note: null,
    seenUrl: null,
  };
}

const totals = [
  total('PIPS', 'Pakistan', 2025, 699, 1034),
  total('CRSS', 'Pakistan', 2024, null, 2546),
  total('PIPS', 'Pakistan', 2024, 521, 852),
  total('PIPS', 'KP', 2024, 295, 509),
];

it('each source and scope is a series of its own, in time', () => {
  const series = seriesOf(totals);
  expect(series.map(({ key }) => key)).toEqual(['PIPS|Pakistan', 'CRSS|Pakistan', 'PIPS|KP']);
  expect(series[0].rows.map(({ period }) => period)).toEqual(['2024', '2025']);
  expect(bySource(series).map(([source, own]) => [source, own.map(({ scope }) => scope)])).toEqual([
    ['PIPS', ['Pakistan', 'KP']],
    ['CRSS', ['Pakistan']],
  ]);
});

it('bars give events or deaths as the histogram does, and no figure is no 0', () => {
  const [pips, crss] = seriesOf(totals);
  expect(totalsBars(pips, 'deaths').map(({ start, end, figure }) => [start, end, figure])).toEqual([
    [dayOf(2024, 1, 1), dayOf(2024, 12, 31), 852],
    [dayOf(2025, 1, 1), dayOf(2025, 12, 31), 1034],
  ]);
  expect(totalsBars(crss, 'incidents').map(({ figure }) => figure)).toEqual([null]);
  expect(highestTotal(totalsBars(pips, 'incidents'))).toBe(699);
  expect(highestTotal(totalsBars(crss, 'incidents'))).toBeNull();
});

it('links only what is a web page', () => {
  const seen = (seenUrl: string | null) => pageOf({ ...totals[0], seenUrl });
  expect(seen('https://example.org/a')).toBe('https://example.org/a');
  expect([seen(null), seen('javascript:alert(1)'), seen('a report on paper')]).toEqual([null, null, null]);
});
