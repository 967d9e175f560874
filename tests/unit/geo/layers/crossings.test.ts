import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { closuresLayer } from '../../../../geo/layers/closures.ts';
import { crossingsLayer } from '../../../../geo/layers/crossings.ts';
import { createBorder } from '../../../../geo/line/border.ts';
import { shippedLine } from '../../../ground.ts';
import { tableRows, type TableCells } from '../../../tables.ts';
import { whereOf } from './refused.ts';
import { sourceText } from './source-text.ts';

const border = createBorder(shippedLine());
const kmToLine = (lon: number, lat: number) => border.nearest(lon, lat).borderKm;
const crossings = crossingsLayer(sourceText('crossings.csv'), kmToLine);
const closures = closuresLayer(sourceText('closures.csv'), crossings);

/** A line of a table with some cells changed. */
function lines(header: readonly string[], good: TableCells, ...changes: TableCells[]): string {
  return Papa.unparse({ fields: [...header], data: changes.map((change) => ({ ...good, ...change })) });
}

describe('the crossings', () => {
  const rows = tableRows('crossings.csv');

  it('takes every row, and gives a point to those alone that have one', () => {
    expect(crossings.map(({ name }) => name)).toEqual(rows.map(({ name }) => name));
    expect(crossings.map(({ position }) => position)).toEqual(
      rows.map(({ lon, lat }) => (lon === '' ? null : [Number(lon), Number(lat)])),
    );
  });

  it('lie as far from the line as the table says, to the tenth of a kilometre', () => {
    crossings.forEach(({ position, name }, i) => {
      if (position === null) return expect(rows[i].distance_to_line_km, name).toBe('');
      expect(Math.abs(kmToLine(...position) - Number(rows[i].distance_to_line_km)), name).toBeLessThan(0.1);
    });
  });

  it('keeps every source of a status, with its address', () => {
    const addresses = (text: string) => text.match(/https?:\/\/\S+/g) ?? [];
    crossings.forEach(({ statusSources }, i) => {
      expect(statusSources.map(({ url }) => url)).toEqual(addresses(rows[i].status_source));
    });
  });

  const HEADER = Object.keys(rows[0]);
  const read = (...changes: TableCells[]) =>
    whereOf(() => crossingsLayer(lines(HEADER, rows[0], ...changes), () => Number(changes[0]['km'] ?? 0)));

  it('takes what these are made from', () => expect(read({})).toBe('taken'));

  it.each([
    ['half a point', { lat: '' }, 'lat'],
    ['a point without its precision', { position_precision_km: '' }, 'position_precision_km'],
    ['a precision without a point', { lon: '', lat: '' }, 'position_precision_km'],
    ['a longitude that is none', { lon: '71,09' }, 'lon'],
    ['a longitude out of range', { lon: '271' }, 'lon'],
    ['a kind that is none', { kind: 'tunnel' }, 'kind'],
    ['a source without an address', { status_source: 'Dawn; Title; 2025' }, 'status_source'],
    ['a time that is none', { status_as_of: 'last year' }, 'status_as_of'],
    ['no name', { name: '' }, 'name'],
  ] as [string, TableCells, string][])('refuses %s', (_, change, field) =>
    expect(read(change)).toEqual({ file: 'crossings.csv', row: 2, field, value: { ...rows[0], ...change }[field] }),
  );

  it('refuses a crossing twice, and a point far from the line', () => {
    expect(read({}, { name: 'Torkham (again)' })).toMatchObject({ row: 3, field: 'name' });
    expect(read({ km: '3' })).toMatchObject({ row: 2, field: 'lon' });
  });
});

describe('the closures', () => {
  const rows = tableRows('closures.csv');

  it('takes every row, each of a crossing', () => {
    expect(closures.map(({ crossing, kind }) => [crossing, kind])).toEqual(rows.map(({ name, what }) => [name, what]));
    const ids = new Set(crossings.map(({ id }) => id));
    for (const { crossing } of closures) expect(ids).toContain(crossing);
  });

  it('begins and ends with the days of the table, a month with its first and its last', () => {
    const days = (text: string) =>
      text.length === 7 ? new Date(Date.UTC(+text.slice(0, 4), +text.slice(5), 0)).toISOString().slice(0, 10) : text;
    closures.forEach(({ start, end }, i) => {
      expect(start).toBe(rows[i].from.padEnd(10, '-01'));
      expect(end).toBe(rows[i].to === '' ? null : days(rows[i].to));
    });
  });

  it('never ends a closure that is not known to have ended', () => {
    closures.forEach(({ ending, end }) => expect(end !== null).toBe(ending === 'known'));
    expect(closures.map(({ ending }) => ending ?? '')).toEqual(rows.map(({ end }) => end));
  });

  const HEADER = Object.keys(rows[0]);
  const good: TableCells = {
    name: 'Torkham',
    from: '2016-06-12',
    to: '2016-06-18',
    what: 'closed',
    source: 'Dawn; Torkham gate; 2016; http://dawn.com/news/1273768',
    date_precision: 'day',
    end: 'known',
    note: 'fighting',
  };
  const read = (change: TableCells) => whereOf(() => closuresLayer(lines(HEADER, good, change), crossings));

  it('takes what these are made from', () => expect(read({})).toBe('taken'));

  it.each([
    ['an end before the beginning', { to: '2016-06-11' }, 'to'],
    ['a crossing that is none', { name: 'Khyber' }, 'name'],
    ['a day that is none', { from: '2016-06-31' }, 'from'],
    ['a kind that is none', { what: 'shut' }, 'what'],
    ['a known end without a day', { to: '' }, 'to'],
    ['an unknown end with a day', { end: 'unknown' }, 'end'],
    ['an end that is not told', { end: '' }, 'end'],
    ['a reopening that ends', { what: 'reopened', end: '' }, 'to'],
    ['a reopening that goes on', { what: 'reopened', to: '', end: 'ongoing' }, 'end'],
    ['a month known to the day', { from: '2016-06' }, 'date_precision'],
    ['no source', { source: '' }, 'source'],
    ['no note', { note: '' }, 'note'],
  ] as [string, TableCells, string][])('refuses %s', (_, change, field) =>
    expect(read(change)).toEqual({ file: 'closures.csv', row: 2, field, value: { ...good, ...change }[field] }),
  );
});
