import { describe, expect, it } from 'vitest';
import type { RowRead } from '../../../../geo/formats/format.ts';
import { finding } from '../../../../geo/formats/finding.ts';
import { createPlausible, duplicateFinding } from '../../../../geo/formats/plausible.ts';
import { dayOf } from '../../../../geo/model/day.ts';
import type { Recorded } from '../../../../geo/model/incident.ts';
import { reasonText } from '../../../../geo/words/findings.ts';
import { incident } from '../store/made-incidents.ts';

const plausible = createPlausible(dayOf(2026, 1, 1));

function judge(change: Partial<Recorded>, lon = 71.5, lat = 34): RowRead {
  const { properties } = incident({ id: 'x', ...change });
  return plausible({ event: { recorded: properties, lon, lat, radiusKm: null }, warnings: [] });
}
const rejected = (read: RowRead) =>
  'rejected' in read ? `${read.rejected.field}: ${reasonText(read.rejected)}` : null;
const warned = (read: RowRead) =>
  'rejected' in read ? ['rejected'] : read.warnings.map((warning) => reasonText(warning));
const deaths = (best: number | null, low: number | null = null, high: number | null = null) => ({
  fatalities: { best, low, high },
});

describe('rules for what is wrong', () => {
  it('takes what is plain', () => {
    expect(warned(judge({}))).toEqual([]);
    expect(warned(judge({ country: 'other' }, -3.7, 40.4))).toEqual([]);
  });

  it.each([
    ['no number', NaN, 34, /^lon: .*not a number/],
    ['infinite', 71.5, Infinity, /^lat: .*not a number/],
    ['out of range', 181, 34, /^lon: .*-180 and 180/],
    ['out of range', 71.5, -90.1, /^lat: .*-90 and 90$/],
    ['out of range, but not exchanged', 34, 171.5, /^lat: .*-90 and 90$/],
    ['zero', 0, 0, /^lat: .*0, 0/],
    ['exchanged', 34, 71.5, /^lat: .*exchanged/],
  ])('rejects a place that is %s', (_, lon, lat, reason) => {
    expect(rejected(judge({}, lon, lat))).toMatch(reason);
  });

  it('takes a place on the equator or the meridian', () => {
    expect(rejected(judge({ country: 'other' }, 0, 51.5))).toBeNull();
    expect(rejected(judge({ country: 'other' }, 9.4, 0))).toBeNull();
  });

  it.each([
    ['2025-10-08', '2025-10-07', /^end: the end is before/],
    ['2025-02-30', '2025-03-01', /^start: .*not a day/],
    ['1799-12-31', '1800-01-01', /^start: the year/],
    ['2025-01-01', '2101-01-01', /^end: the year/],
    ['+012025-01-01', '+012025-01-01', /^start: the year/],
  ])('rejects the days %s to %s', (start, end, reason) => {
    expect(rejected(judge({ start, end }))).toMatch(reason);
  });

  it('rejects figures below zero, parts of a person, and a lowest above the highest', () => {
    expect(rejected(judge(deaths(-1)))).toMatch(/^best: .*below zero/);
    expect(rejected(judge({ injured: -99 }))).toMatch(/^injured: .*below zero/);
    expect(rejected(judge(deaths(1.5)))).toMatch(/^best: .*whole/);
    expect(rejected(judge(deaths(3, 5, 4)))).toMatch(/^low: /);
  });
});

describe('rules for what is odd', () => {
  it('warns of a place far from the named country', () => {
    expect(warned(judge({ country: 'PK' }, 80.5, 28.6))).toEqual(['the place is far from the named country']);
    // Peshawar called Afghan lies within the box of Afghanistan
    expect(warned(judge({ country: 'AF' }))).toEqual([]);
  });

  it('warns where a row without a country looks exchanged', () => {
    expect(warned(judge({ country: null }, 34, 71.5))).toEqual([
      'latitude and longitude may be exchanged: then the place would lie in the region',
    ]);
  });

  it('warns of figures beyond belief, and of a day after today', () => {
    expect(warned(judge(deaths(5_000)))).toEqual([]);
    expect(warned(judge(deaths(5_001)))).toEqual(['more than 5000 dead in one incident']);
    expect(warned(judge({ injured: 50_001 }))).toEqual(['more than 50000 injured in one incident']);
    expect(warned(judge(deaths(9, 10, 12)))).toEqual(['the estimate is outside its own lowest and highest']);
    expect(warned(judge({ start: '2026-01-01', end: '2026-01-02' }))).toEqual(['the day is after today']);
    expect(warned(judge({ start: '2026-01-01', end: '2026-01-01' }))).toEqual([]);
  });

  it('warns of a lowest and highest number of killed without a best one', () => {
    const range = judge(deaths(null, 3, 7));
    expect(range).toMatchObject({
      event: { recorded: { fatalities: { best: null, low: 3, high: 7 } } },
      warnings: [{ field: 'best', value: '3 to 7' }],
    });
    expect(warned(range)).toEqual([
      expect.stringMatching(/^the lowest and highest .* no best figure: .* as not known$/),
    ]);
    expect(warned(judge(deaths(null, 4, 4)))).toHaveLength(1);
    expect(warned(judge(deaths(null, 3)))).toEqual([expect.stringMatching(/^of the killed the lowest number alone/)]);
    expect(warned(judge(deaths(null, null, 0)))).toEqual([expect.stringMatching(/the highest number alone/)]);
    expect(warned(judge(deaths(null)))).toEqual([]);
    expect(warned(judge(deaths(5, 3, 7)))).toEqual([]);
  });

  it('keeps the warnings that the format gave, and a rejection as it is', () => {
    const { properties } = incident({ id: 'x' });
    const first = finding('a', 'b', 'unknown-code');
    const event = { recorded: { ...properties, injured: 60_000 }, lon: 71.5, lat: 34, radiusKm: null };
    expect(warned(plausible({ event, warnings: [first] }))).toEqual([
      reasonText(first),
      'more than 50000 injured in one incident',
    ]);
    expect(plausible({ rejected: first })).toEqual({ rejected: first });
  });

  it('names a duplicate', () => {
    expect(duplicateFinding('PAK1')).toMatchObject({ field: 'id', value: 'PAK1' });
  });
});
