import { expect, test } from 'vitest';
import { cellText, classText } from '../../../../src/text/border-diagram.ts';
import { COLUMNS } from '../../../../src/text/columns.ts';
import { DATA } from '../../../../src/text/data.ts';
import { bandText, barText, tickText } from '../../../../src/text/distance.ts';
import { acrossText, distanceRangeText, FILTERS, killedText, stretchText } from '../../../../src/text/filters.ts';
import { recordText, sourceText, whereText } from '../../../../src/text/incident.ts';
import { MAP } from '../../../../src/text/map.ts';
import { SOURCES } from '../../../../src/text/sources.ts';
import { binText, histogramText, phaseSourceText, seriesText, totalsHintText } from '../../../../src/text/timeline.ts';
import { incident } from '../../geo/store/made-incidents.ts';

test('classes of cells and of districts', () => {
  expect([0, 1, 2].map((level) => classText([1, 2, 5], level))).toEqual(['1', '2–4', '5+']);
  expect([MAP.classText(1, 2), MAP.classText(1000, 2000), MAP.classText(5, undefined)]).toEqual([
    '1',
    '1000–1999',
    '5+',
  ]);
});

test('a cell of the diagram and a bar of the chart', () => {
  const cell = { fromKm: 700, toKm: 749.6, names: ['Mohmand', 'Nangarhar'], time: 'Oct 2025', figure: 3 } as const;
  expect(cellText({ ...cell, measure: 'incidents', units: 'mi' })).toBe(
    'mi 435–466, Mohmand / Nangarhar; Oct 2025: 3 incidents',
  );
  expect(cellText({ ...cell, measure: 'incidents', units: 'km' })).toBe(
    'km 700–750, Mohmand / Nangarhar; Oct 2025: 3 incidents',
  );
  expect(barText({ fromKm: 10, toKm: 15, side: 'AF', figure: 12, measure: 'deaths' }, 'km')).toBe(
    '10 km to 15 km, Afghan side: about 12 killed',
  );
  expect([tickText(0, 'mi'), tickText(-50, 'km')]).toEqual(['0 mi', '50']);
  expect([bandText(0, 10, 'km'), bandText(100, null, 'mi')]).toEqual(['0–10 km', '62 mi and more']);
});

test('bounds of filters', () => {
  expect(killedText({ min: 5, max: null })).toBe('at least 5 killed');
  expect(killedText({ min: 5, max: 1000 })).toBe('5 to 1,000 killed');
  expect(distanceRangeText({ min: null, max: 25 }, 'km')).toBe('at most 25.0 km from the Durand Line');
  expect(stretchText({ min: 99.6, max: 300 }, 'mi')).toBe('mile 62 to 186 of the Durand Line');
  expect(stretchText({ min: 99.6, max: 300 }, 'km')).toBe('kilometre 100 to 300 of the Durand Line');
  expect(acrossText({ min: -25, max: 50 }, 'km')).toBe('25.0 km on Afghanistan’s side to 50.0 km on Pakistan’s side');
  expect(FILTERS.shown(1, 1)).toBe('All 1 incident in this time');
  expect(FILTERS.shown(3, 1200)).toBe('3 of 1,200 incidents in this time');
  expect(FILTERS.boundOf.min({ what: 'Killed' })).toBe('Killed: at least');
});

test('an incident’s place, sources and record', () => {
  const { properties } = incident({ id: 'A', place: 'Wana', country: 'PK', confidence: 'high' });
  expect(whereText(properties)).toBe('Wana, Pakistan');
  expect(whereText({ ...properties, place: null, country: null })).toBe('not known');
  expect(recordText('Mine', properties)).toBe('Mine · Confidence of the record: high · A');
  expect(recordText(null, { ...properties, confidence: null })).toBe('Confidence of the record: not stated · A');
  const source = { publisher: 'Dawn', title: 'A headline', year: 2025, url: null, record: '12' };
  expect(sourceText(source)).toBe('Dawn, 2025 · record 12');
  expect(sourceText({ ...source, title: null })).toBe('2025 · record 12');
  expect(sourceText({ ...source, title: null, year: null })).toBe('· record 12');
  expect(sourceText({ ...source, record: null })).toBe('Dawn, 2025');
});

test('bars of time and their totals', () => {
  // from 1 July 2025 to 30 September 2025
  const bins = { step: 'quarter' as const, edges: Int32Array.from([20_270, 20_362]) };
  expect(binText(bins, 0)).toBe('Jul–Sep 2025');
  const tally = { incidents: 3, deaths: 12, deathsUnknown: 1, range: { low: 10, high: 15 } };
  expect(histogramText(bins, 'deaths', tally, 'Most', { start: 20_270, end: 20_361 })).toBe(
    'Deaths by quarter, 1 Jul – 30 Sep 2025: about 12 killed (10–15), not known for 1. Most. All events with 10+ killed to 2021, then a selection.',
  );
  expect([totalsHintText(1959, 'incidents'), totalsHintText(null, 'deaths')]).toEqual([
    'up to 1,959 events, own scale',
    'no figure for deaths',
  ]);
  expect(seriesText({ source: 'PICSS', scope: 'Pakistan' }, null)).toBe('PICSS – Pakistan');
  expect(seriesText({ source: 'PICSS', scope: 'Pakistan' }, 'deaths only')).toBe('PICSS – Pakistan (deaths only)');
  expect(phaseSourceText({ publisher: 'Dawn', title: null, record: '7', year: 2024, url: null })).toBe('Dawn, 7, 2024');
});

test('what the data are, with and without a time', () => {
  expect(SOURCES.data(565, { start: 20_270, end: 20_361 })).toMatch(
    /^565 incidents, 1 Jul – 30 Sep 2025: every event in which UCDP counts 10 or more/,
  );
  expect(SOURCES.data(1, null)).toMatch(/^1 incident: every event .* not a census: /);
});

test('what was read of a file', () => {
  expect(DATA.counts({ read: 1, accepted: 1, rejected: 0 })).toBe('1 row read: 1 taken, 0 rejected.');
  expect(DATA.progress({ read: 1200, accepted: 1000, rejected: 200 })).toBe(
    '1,200 rows read, 1,000 taken, 200 rejected',
  );
  expect(COLUMNS.lacks(['lat', 'start'])).toBe('Still needed: latitude, date.');
  expect(DATA.waiting(1)).toBe('1 more file waits.');
});
