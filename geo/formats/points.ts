import Papa from 'papaparse';
import { inputError, type InputError } from '../model/errors.ts';

/** A point of an input, with its row: a table's header is row 1, the first of JSON lines is row 1. */
export interface InputPoint {
  row: number;
  lon: number;
  lat: number;
}

const INPUT = 'standard input';
/** A quoted cell is not longer than this: beyond, a quote was never closed. */
const LONGEST = 100_000;
const NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;

/**
 * Reads points one by one from text in chunks: a table with a header that names `lon` and `lat` among its columns, or
 * one JSON object `{"lon":…,"lat":…}` a line. Blank rows are passed over. A row that is no point is given as the
 * `InputError` that names it, so that the caller decides whether to go on; a header without the columns is thrown.
 */
export async function* readPoints(chunks: AsyncIterable<string>): AsyncGenerator<InputPoint | InputError> {
  let row = 0;
  let columns: Columns | null = null;
  for await (const record of records(chunks)) {
    row++;
    if (record.trim() === '') continue;
    if (record.trimStart().startsWith('{')) yield pointOfJson(row, record);
    else if (columns === null) columns = columnsOf(record, row);
    else yield pointOf(row, ...fieldsOfRow(record, columns));
  }
  if (row === 0) throw refused(null, null, '', 'no-points');
}

interface Columns {
  delimiter: string;
  lon: number;
  lat: number;
}

/** Records as lines; a line break inside quotes does not end one. */
async function* records(chunks: AsyncIterable<string>): AsyncGenerator<string> {
  let rest = '';
  let first = true;
  for await (const chunk of chunks) {
    rest += first ? chunk.replace(/^\uFEFF/, '') : chunk;
    first &&= chunk === '';
    const lines = rest.split('\n');
    rest = lines.pop() ?? '';
    let open = '';
    for (const line of lines) {
      const record = open + line;
      if (isOpen(record)) open = `${record}\n`;
      else {
        open = '';
        yield record;
      }
    }
    rest = open + rest;
  }
  if (rest !== '') yield rest;
}

/** Whether a quoted cell goes on: an odd number of quotes. JSON never breaks a line inside quotes. */
function isOpen(record: string): boolean {
  if (record.length > LONGEST || !record.includes('"') || record.trimStart().startsWith('{')) return false;
  return (record.split('"').length - 1) % 2 === 1;
}

function columnsOf(header: string, row: number): Columns {
  const { data, meta } = Papa.parse<string[]>(header.trim());
  const names = data[0].map((name) => name.trim().toLowerCase());
  const [lon, lat] = [names.indexOf('lon'), names.indexOf('lat')];
  if (lon < 0 || lat < 0) {
    throw refused(row, null, header.trim(), 'no-lon-lat');
  }
  return { delimiter: meta.delimiter, lon, lat };
}

function fieldsOfRow(record: string, { delimiter, lon, lat }: Columns): [unknown, unknown] {
  const cells = record.includes('"')
    ? Papa.parse<string[]>(record, { delimiter }).data[0]
    : record.replace(/\r$/, '').split(delimiter);
  const number = (cell: string | undefined) => (NUMBER.test(cell?.trim() ?? '') ? Number(cell) : (cell ?? null));
  return [number(cells[lon]), number(cells[lat])];
}

function pointOfJson(row: number, record: string): InputPoint | InputError {
  let json: { lon?: unknown; lat?: unknown };
  try {
    json = JSON.parse(record);
  } catch {
    return refused(row, null, record.trim().slice(0, 80), 'point-not-json');
  }
  return pointOf(row, json.lon ?? null, json.lat ?? null);
}

function pointOf(row: number, lon: unknown, lat: unknown): InputPoint | InputError {
  if (!isDegrees(lon, 180)) return refused(row, 'lon', lon, 'not-longitude');
  if (!isDegrees(lat, 90)) return refused(row, 'lat', lat, 'not-latitude');
  return { row, lon, lat };
}

function isDegrees(value: unknown, limit: number): value is number {
  return typeof value === 'number' && Math.abs(value) <= limit;
}

type PointCode = 'no-points' | 'no-lon-lat' | 'point-not-json' | 'not-longitude' | 'not-latitude';

function refused(row: number | null, field: string | null, value: unknown, code: PointCode): InputError {
  return inputError({ file: INPUT, row, field, value }, code);
}
