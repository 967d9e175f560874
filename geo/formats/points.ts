import { inputError, type InputError } from '../model/errors.ts';
import { cellsOf, createRecordReader, DELIMITERS, type TableRecord } from './records.ts';

/** A point of an input, with the line that it begins on; the first is 1. */
export interface InputPoint {
  row: number;
  lon: number;
  lat: number;
}

const INPUT = 'standard input';
const NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;
const FILLED_LINE = /\S.*/;
const WHOLE_LINE = /\S.*\n/;
/** No character of JSON: each line is a record of one cell. */
const NOT_IN_JSON = '\0';
/** So much of a row that cannot be read is shown. */
const SHOWN = 80;

/**
 * Reads points one by one from text in chunks: a table with a header that names `lon` and `lat` among its columns, or
 * one JSON object `{"lon":…,"lat":…}` a line. Blank rows are passed over. A row that is no point is given as the
 * `InputError` that names it, so that the caller decides whether to go on; a header without the columns is thrown.
 */
export async function* readPoints(chunks: AsyncIterable<string>): AsyncGenerator<InputPoint | InputError> {
  let read: PointReader | null = null;
  for await (const text of fromFirstLine(chunks)) {
    read ??= readerOf(text);
    yield* read(text, false);
  }
  if (read !== null) yield* read('', true);
}

/** Reads the next piece of text; the last one with `final`. */
type PointReader = (text: string, final: boolean) => (InputPoint | InputError)[];

/** The text in chunks, the first of which holds the first line that is not blank. */
async function* fromFirstLine(chunks: AsyncIterable<string>): AsyncGenerator<string> {
  let begin: string | null = '';
  for await (const chunk of chunks) {
    if (begin === null) yield chunk;
    else {
      begin += chunk;
      if (!WHOLE_LINE.test(begin)) continue;
      yield begin.replace(/^\uFEFF/, '');
      begin = null;
    }
  }
  if (begin !== null) yield begin.replace(/^\uFEFF/, '');
}

/** What reads a text that begins so. */
function readerOf(begin: string): PointReader {
  const first = FILLED_LINE.exec(begin)?.[0];
  if (first === undefined) throw refused(null, null, '', 'no-points');
  if (first.startsWith('{')) {
    const { feed } = createRecordReader({ delimiter: NOT_IN_JSON, lineEnd: '\n' });
    return (text, final) => feed(text, final).map(({ line, raw }) => pointOfJson(line, raw));
  }
  const row = begin.slice(0, begin.indexOf(first)).split('\n').length;
  const columns = columnsOf(first.trim(), row);
  const { feed } = createRecordReader({ delimiter: columns.delimiter, lineEnd: '\n' });
  return (text, final) =>
    feed(text, final)
      .filter(({ line }) => line !== row)
      .map((record) => pointOfRecord(record, columns));
}

interface PointColumns {
  delimiter: string;
  lon: number;
  lat: number;
}

function columnsOf(header: string, row: number): PointColumns {
  for (const delimiter of DELIMITERS) {
    const names = cellsOf(header, { delimiter })?.map((name) => name.trim().toLowerCase()) ?? [];
    const [lon, lat] = [names.indexOf('lon'), names.indexOf('lat')];
    if (lon >= 0 && lat >= 0) return { delimiter, lon, lat };
  }
  throw refused(row, null, header, 'no-lon-lat');
}

function pointOfRecord({ line, raw, cells, flaw }: TableRecord, { lon, lat }: PointColumns): InputPoint | InputError {
  if (flaw !== null) return refused(line, null, raw.slice(0, SHOWN), 'point-open-quotes');
  return pointOf(line, numberIn(cells[lon]), numberIn(cells[lat]));
}

function numberIn(cell: string | undefined): unknown {
  return NUMBER.test(cell?.trim() ?? '') ? Number(cell) : (cell ?? null);
}

function pointOfJson(row: number, record: string): InputPoint | InputError {
  let json: { lon?: unknown; lat?: unknown };
  try {
    json = JSON.parse(record);
  } catch {
    return refused(row, null, record.trim().slice(0, SHOWN), 'point-not-json');
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

type PointCode = 'no-points' | 'no-lon-lat' | 'point-not-json' | 'point-open-quotes' | 'not-longitude' | 'not-latitude';

function refused(row: number | null, field: string | null, value: unknown, code: PointCode): InputError {
  return inputError({ file: INPUT, row, field, value }, code);
}
