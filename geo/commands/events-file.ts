import { createReadStream, existsSync, statSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { basename } from 'node:path';
import { Readable } from 'node:stream';
import type { ColumnRead } from '../formats/columns-read.ts';
import { DATE_ORDER, isOneDate, ONE_DATE } from '../formats/date-style.ts';
import type { Layout, Mapping } from '../formats/format.ts';
import type { DateOrder } from '../formats/one-date.ts';
import { duplicateFinding } from '../formats/plausible.ts';
import { readEvents } from '../formats/read.ts';
import type { Choices } from '../formats/reading.ts';
import { FORMATS, formatWithId } from '../formats/registry.ts';
import { table } from '../formats/table.ts';
import type { DataFile } from '../formats/source.ts';
import { createReasons, type Reason } from '../import/rejects.ts';
import { createIdSet } from '../import/id-set.ts';
import { createTake, type ImportCounts, type Takers } from '../import/take.ts';
import { SourceError, UsageError } from '../model/errors.ts';
import type { Note } from '../model/findings.ts';
import { metText, reasonText, valueText } from '../words/findings.ts';
import { noteText } from '../words/notes.ts';
import { columnsNamed } from './columns-option.ts';
import { columnLines, printedColumns } from './columns-said.ts';
import { readPlaceNames } from './ground.ts';
import type { Io } from './io.ts';
import { createProgress } from './progress.ts';
import { tableLines } from './table.ts';

/** The names that `--format` takes. */
export const FORMAT_NAMES = ['auto', ...FORMATS.map(({ id }) => id)].join('|');

/** The options of every command that reads a file of events: what it is and how it is to be read. */
export const FILE_OPTIONS = {
  format: { type: 'string', default: 'auto' },
  columns: { type: 'string', multiple: true, default: [] as string[] },
  'date-order': { type: 'string' },
  sheet: { type: 'string' },
  'header-row': { type: 'string' },
  date: { type: 'string' },
} as const;
export const FILE_USAGE =
  `[--format ${FORMAT_NAMES}] [--columns FIELD=COLUMN,…]\n` +
  '      [--date-order dmy|mdy|ymd] [--sheet NAME] [--header-row N] [--date DATE]';

/** What `FILE_OPTIONS` were given. */
export interface AskedFile {
  format: string;
  columns: readonly string[];
  'date-order'?: string | undefined;
  sheet?: string | undefined;
  'header-row'?: string | undefined;
  date?: string | undefined;
}

const ORDERS: Readonly<Record<string, DateOrder>> = { dmy: 'day first', mdy: 'month first', ymd: 'year first' };

/** What `enrich` and `validate` say of a file. `read = accepted + rejected`. */
export interface FileReport extends ImportCounts {
  /** id of the format */
  format: string;
  /** what became of its columns */
  columns: readonly ColumnRead[];
  /** how it was read: encoding, rows passed over */
  notes: Note[];
  /** why rows were rejected, and how many */
  reasons: Reason[];
  /** what is odd about rows that were accepted */
  warnings: Reason[];
}

/** A file that was read, and how its rows are laid out. */
export interface EventsRead extends FileReport {
  layout: Layout;
}

/** Hands what is taken and what is not on; waited for after each batch, so that what is slower is not run over. */
export interface Outlet extends Pick<Takers, 'accept' | 'reject'> {
  settle: () => Promise<void>;
}

/**
 * Reads a file of events to its end, in a stream, and notes how far it is. `open` is told how its rows are laid out before the first one.
 * Throws a `SourceError` for what is no file, an `InputError` for one that cannot be read, a `UsageError` for a format or an order that is not known.
 */
export async function readEventsFile(
  io: Pick<Io, 'note'>,
  path: string,
  asked: AskedFile,
  open: (layout: Layout) => Promise<Outlet> | Outlet,
): Promise<EventsRead> {
  const file = fileAt(path);
  const { onBytes, onRows } = createProgress(io, file.name);
  const reading = await readEvents(file, { ...choicesOf(asked), placeNames: readPlaceNames, onProgress: onBytes });
  const outlet = await open(reading.layout);
  const [reasons, warnings] = [createReasons(), createReasons()];
  const { take, counts } = createTake(createIdSet(), duplicateFinding, {
    accept: outlet.accept,
    reject: (reject) => {
      reasons.add(reject, reject.line);
      outlet.reject(reject);
    },
    warn: warnings.add,
  });
  for await (const batch of reading.entries) {
    for (const entry of batch) take(entry);
    onRows(counts.read);
    await outlet.settle();
  }
  const { layout, columns, notes } = reading;
  return { layout, format: layout.format, columns, ...counts, notes, reasons: reasons.list, warnings: warnings.list };
}

/** What a file holds, as the report's JSON or in words. */
export function printReport(io: Io, report: FileReport, asJson: boolean): void {
  if (asJson) io.out(JSON.stringify(inWords(report)));
  else for (const line of wordsOf(report)) io.out(line);
}

/** The report with words beside its codes. */
function inWords({ format, columns, read, accepted, rejected, notes, reasons, warnings }: FileReport) {
  return {
    ...{ format, read, accepted, rejected },
    columns: printedColumns(columns),
    notes: notes.map(noteText),
    reasons: reasons.map(reasonInWords),
    warnings: warnings.map(reasonInWords),
  };
}

function reasonInWords(reason: Reason) {
  const { field, rows, line, code, params } = reason;
  return { field, reason: reasonText(reason), rows, line, value: valueText(reason), code, params };
}

/** @throws UsageError for an option that is not as it should be, or does not go with another. */
function choicesOf({ format, columns, sheet, ...asked }: AskedFile): Choices {
  const named = columnsNamed(columns);
  const order = orderOf(asked['date-order']);
  const id = idOf(format);
  if (columns.length > 0 && id !== undefined && id !== table.id) {
    throw new UsageError(`--columns is for --format ${table.id}: ${format} has columns of its own.`);
  }
  const { date } = asked;
  if (date !== undefined && !isOneDate(date)) {
    throw new UsageError(`--date is YYYY-MM-DD, YYYY-MM or YYYY, not ${JSON.stringify(date)}.`);
  }
  const mapping: Mapping = {
    ...named,
    ...(order !== null && { [DATE_ORDER]: order }),
    ...(date !== undefined && { [ONE_DATE]: date }),
  };
  const isEmpty = Object.keys(mapping).length === 0;
  return { format: id, mapping: isEmpty ? undefined : mapping, sheet, headerRow: rowOf(asked['header-row']) };
}

function idOf(format: string): string | undefined {
  if (format === 'auto') return undefined;
  if (FORMATS.some(({ id }) => id === format)) return format;
  throw new UsageError(`--format is one of ${FORMAT_NAMES}, not ${JSON.stringify(format)}.`);
}

function orderOf(order: string | undefined): DateOrder | null {
  if (order === undefined) return null;
  if (Object.hasOwn(ORDERS, order)) return ORDERS[order];
  throw new UsageError(`--date-order is one of ${Object.keys(ORDERS).join('|')}, not ${JSON.stringify(order)}.`);
}

function rowOf(row: string | undefined): number | undefined {
  if (row === undefined) return undefined;
  if (/^[1-9]\d{0,8}$/.test(row)) return Number(row);
  throw new UsageError(`--header-row is the number of a row, from 1, not ${JSON.stringify(row)}.`);
}

/** Read in pieces of so many bytes: larger ones cost fewer steps. */
const PIECE = 1 << 20;

/** A file by its path. Throws a `SourceError` for what is none. */
export function fileAt(path: string): DataFile {
  if (!existsSync(path) || !statSync(path).isFile()) {
    const where = { file: 'command line', row: null, field: 'FILE', value: path };
    throw new SourceError(where, 'is no file', 'Give the path of a file of events');
  }
  return {
    name: basename(path),
    size: statSync(path).size,
    stream: () => Readable.toWeb(createReadStream(path, { highWaterMark: PIECE })) as ReadableStream<Uint8Array>,
    slice: (from, to) => ({ arrayBuffer: () => partOf(path, from, to) }),
  };
}

async function partOf(path: string, from: number, to: number): Promise<ArrayBuffer> {
  const file = await open(path);
  try {
    const bytes = new Uint8Array(to - from);
    const { bytesRead } = await file.read(bytes, 0, bytes.length, from);
    return bytes.buffer.slice(0, bytesRead);
  } finally {
    await file.close();
  }
}

function wordsOf({ format, columns, read, accepted, rejected, notes, reasons, warnings }: FileReport): string[] {
  return [
    `Format    ${format}`,
    `Read      ${read}`,
    `Accepted  ${accepted}`,
    `Rejected  ${rejected}`,
    ...notes.map(noteText),
    ...columnLines(columns),
    ...reasonLines('Rejected', reasons, format),
    ...reasonLines('Accepted with a warning', warnings, format),
  ];
}

function reasonLines(title: string, reasons: readonly Reason[], format: string): string[] {
  if (reasons.length === 0) return [];
  const isFeature = formatWithId(format)?.kind === 'feature';
  const rows = reasons.map(reasonInWords).map(({ field, reason, rows, line, value }) => {
    const at = field === null ? '' : `${field}: `;
    const met = [metText(line, isFeature), JSON.stringify(value)].filter((part) => part !== '');
    return [`${at}${reason} (${met.join(': ')})`, rows];
  });
  return ['', ...tableLines([[title, 'rows'], ...rows])];
}
