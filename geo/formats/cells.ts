import { inputError } from '../model/errors.ts';
import type { Finding } from '../model/findings.ts';
import type { Source } from '../model/incident.ts';
import { contentId } from './content-id.ts';
import { styleIn } from './date-style.ts';
import { MOST_DEGREES, readCoordinates, type Coordinate, type CoordinateFlaw } from './coordinates.ts';
import { createDateReader } from './dates.ts';
import { finding } from './finding.ts';
import type { DateColumns, Event, Mapping, RowRead } from './format.ts';
import { lastDayOf } from './last-day.ts';
import { memoised } from '../memo.ts';
import { readingsOf, plainDate, withOurDigits, type DateFlaw, type DateRead } from './one-date.ts';
import { readPosition, type PositionRead } from './positions.ts';
import { nameOrNull, plainName, readDegrees } from './plain.ts';
import { alsoTaken, type Taken, type TakenAs } from './taken.ts';

/** By what columns a dataset's table is known: all of `needed` must be there; the more of `typical`, the surer. */
export interface DatasetColumns {
  label: string;
  needed: readonly string[];
  typical: readonly string[];
}

/** How sure a header with the needed columns is: surer than a plain table, whatever optional columns are missing. */
const NEEDED_SCORE = 0.6;

/** How surely a header is the dataset's, 0 to 1. Order, case, spaces and a byte-order mark do not matter. */
export function scoreOf(header: readonly string[], { needed, typical }: DatasetColumns): number {
  const names = new Set(header.map(plainName));
  if (!needed.every((name) => names.has(name))) return 0;
  const found = typical.filter((name) => names.has(name)).length;
  return NEEDED_SCORE + (1 - NEEDED_SCORE) * (found / typical.length);
}

/** The columns that a dataset's reader looks at, by its own short words for them, with what each becomes. */
export type DatasetFields<F extends string> = Readonly<Record<F, readonly [column: string, as: TakenAs]>>;

/**
 * Where the columns stand in a header, -1 for one that is not there.
 * @throws InputError where a needed column is missing.
 */
export function datasetColumns<F extends string>(
  header: readonly string[],
  { label, needed }: DatasetColumns,
  fields: DatasetFields<F>,
): Readonly<Record<F, number>> {
  const names = header.map(plainName);
  const missing = needed.filter((name) => !names.includes(name));
  if (missing.length > 0) {
    const where = { file: label, row: 1, field: missing[0], value: header.slice(0, 40) };
    throw inputError(where, 'dataset-columns-missing', { dataset: label, columns: missing });
  }
  const at = Object.entries<readonly [string, TakenAs]>(fields).map(([field, [name]]) => [field, names.indexOf(name)]);
  return Object.fromEntries(at) as Record<F, number>;
}

/** What a dataset's columns become under a header. */
export function datasetTaken<F extends string>(header: readonly string[], fields: DatasetFields<F>): Taken {
  const names = header.map(plainName);
  const taken = new Map<number, readonly TakenAs[]>();
  for (const [name, as] of Object.values<readonly [string, TakenAs]>(fields)) {
    const column = names.indexOf(name);
    if (column >= 0) alsoTaken(taken, column, as);
  }
  return taken;
}

/** The text of a cell without the spaces around it, '' where the table has no such column. */
export function cellAt(cells: readonly string[], column: number): string {
  return column < 0 ? '' : (cells[column] ?? '').trim();
}

/** A number as a code: spreadsheets write `1` as `1.0`. */
export function codeAt(cells: readonly string[], column: number): string {
  const text = cellAt(cells, column);
  return text.endsWith('.0') ? text.slice(0, -2) : text;
}

/** What was found in a row so far. A row with something `wrong` is not taken. */
export interface Findings {
  warnings: Finding[];
  wrong: Finding | null;
}

/** The place of a row, degrees; NaN and something `wrong` where a cell holds no number. */
export function readPlace(
  cells: readonly string[],
  header: readonly string[],
  columns: { lat: number; lon: number },
  findings: Findings,
): { lon: number; lat: number } {
  const texts = { lat: cellAt(cells, columns.lat), lon: cellAt(cells, columns.lon) };
  const [lat, lon] = [readDegrees(texts.lat), readDegrees(texts.lon)];
  if (!Number.isNaN(lat) && !Number.isNaN(lon)) return { lat, lon };
  const place = readCoordinates({ lat: withOurDigits(texts.lat), lon: withOurDigits(texts.lon) });
  if (!('flaw' in place)) return place;
  const { axis, flaw } = place;
  findings.wrong ??= wrongDegrees(header[columns[axis]], texts[axis], axis, flaw);
  return NOWHERE;
}

function wrongDegrees(field: string, text: string, axis: Coordinate, flaw: CoordinateFlaw): Finding {
  const named = { axis: axis === 'lat' ? 'latitude' : 'longitude' } as const;
  if (flaw === 'missing' || nameOrNull(text) === null) return finding(field, text, 'no-degrees', named);
  if (flaw === 'out-of-range')
    return finding(field, text, 'degrees-out-of-range', { ...named, limit: MOST_DEGREES[axis] });
  return finding(field, text, 'not-degrees', named);
}

/** The place of a row whose latitude and longitude stand in one cell, degrees; NaN and something `wrong` where that is no pair. */
export function readPositionCell(
  cells: readonly string[],
  header: readonly string[],
  { position, first }: { position: number; first: Coordinate },
  findings: Findings,
): PositionRead {
  const text = cellAt(cells, position);
  const place = readPosition(text, first);
  if (typeof place !== 'string') return place;
  findings.wrong ??= finding(header[position], text, place);
  return NOWHERE;
}

const NOWHERE = { lon: NaN, lat: NaN };

const COUNT = /^\d{1,9}(?:\.0*)?$/;
const NEGATIVE = /^-\d/;

/**
 * The count in a cell; `null` where it is empty or holds what the dataset writes for unknown. What is no number is taken
 * as unknown, with a warning; what is below zero and no code for unknown is wrong.
 */
export function readFigure(
  text: string,
  field: string,
  unknown: ReadonlySet<string>,
  findings: Findings,
): number | null {
  if (COUNT.test(text)) return Number(text);
  if (text === '' || unknown.has(text.replace(/\.0*$/, ''))) return null;
  if (NEGATIVE.test(text)) findings.wrong ??= finding(field, text, 'figure-below-zero');
  else findings.warnings.push(finding(field, text, 'figure-not-number'));
  return null;
}

/** What a code stands for. An empty cell gives `missing`; a code that the table lacks gives `other`, with a warning. */
export function meaningOf<T>(
  codes: ReadonlyMap<string, T>,
  code: string,
  field: string,
  { missing, other }: { missing: T; other: T },
  findings: Findings,
): T {
  const known = codes.get(code);
  if (known !== undefined) return known;
  if (code === '') return missing;
  findings.warnings.push(finding(field, code, 'unknown-code'));
  return other;
}

/** The words of a cell, '' where they say that nothing is known: `-`, `N/A`, `Unknown`. */
export function nameAt(cells: readonly string[], column: number): string {
  const text = cellAt(cells, column);
  return text === '' ? '' : (nameOrNull(text) ?? '');
}

/** Where a dataset's dates stand. Of numbers between hyphens the day comes first, as in ACLED's older files, where no date says otherwise. */
export function datasetDates(header: readonly string[], dates: readonly string[], year: string): DateColumns {
  const names = header.map(plainName);
  const columns = dates.map((name) => names.indexOf(name)).filter((column) => column >= 0);
  return { columns, year: names.indexOf(year), named: null, dayFirst: '.-' };
}

const NO_DAYS: DateRead = { start: '', end: '', precision: 'day', hasShortYear: false };

/** A cell of dates. */
interface DateCell {
  text: string;
  field: string;
}

/** What reads a dataset's days, as its mapping says that dates are written. */
export interface DaysReader {
  /** The days that a cell names; something `wrong` where it names none. `year` gives what a column of years says beside it. */
  first: (cell: DateCell, year: () => string, findings: Findings) => DateRead;
  /** The last day, that of the first days where the cell is empty or odd. */
  last: (first: DateRead, cell: DateCell, findings: Findings) => string;
}

/** Gives what reads a dataset's days. */
export function createDaysReader(mapping: Mapping | undefined): DaysReader {
  const dateOf = createDatasetDateReader(mapping);
  return {
    first: ({ text, field }, year, findings) => {
      let date = dateOf(text, '');
      if (typeof date !== 'string' && date.hasShortYear) date = dateOf(text, year());
      if (typeof date === 'string') {
        findings.wrong ??= finding(field, text, date);
        return NO_DAYS;
      }
      if (date.hasShortYear) findings.warnings.push(finding(field, text, 'short-year'));
      return date;
    },
    last: (first, cell, { warnings }) => lastDayOf(first, cell, (text) => dateOf(text, ''), warnings),
  };
}

/** Where each date was read by itself, the day came first of numbers between hyphens. */
function createDatasetDateReader(mapping: Mapping = {}): (text: string, year: string) => DateRead | DateFlaw {
  const style = styleIn(mapping);
  const read = createDateReader(style);
  if (style.order !== 'each') return read;
  const dayFirst = createDateReader({ ...style, order: 'day first' });
  return (text, year) => (readingsOf(plainDate(text))?.separator === '-' ? dayFirst : read)(text, year);
}

/** The parts of a list with semicolons, none of them empty. */
export function listOf(text: string): string[] {
  return text === '' ? [] : text.split(';').flatMap((part) => part.trim() || []);
}

/** Words that are there, joined: `Armed clash, Miran Shah`. */
export function joined(words: readonly (string | null)[], separator = ', '): string {
  return words.filter(Boolean).join(separator);
}

/** A row's id in a dataset: its own, made unlike any other dataset's, or one from the row's content. */
export function datasetId(label: string, id: string, cells: readonly string[]): string {
  return id === '' ? contentId(cells.join('\u001f')) : `${label}-${id}`;
}

/** A row that is taken, and whether its id had to be made. */
export function takenRow(event: Event, id: string, { warnings }: Findings): RowRead {
  return id === '' ? { event, warnings, hasMadeId: true } : { event, warnings };
}

/** The publishers in a list with semicolons, as sources. */
export const publishersIn = memoised((text): readonly Source[] =>
  listOf(text).map((publisher) => ({ publisher, title: null, year: null, url: null, record: null })),
);

/** The year that a source is of, `null` where the text is none. */
export function sourceYear(text: string | undefined): number | null {
  const year = Number(text);
  return Number.isInteger(year) && year >= 1800 && year <= 2200 ? year : null;
}

/** The entry of a dataset that a row is, as a source. */
export function datasetSource(publisher: string, record: string): Source {
  return { publisher, title: null, year: null, url: null, record: record || null };
}
