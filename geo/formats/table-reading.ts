import type { PlaceOf } from '../ground/place-names.ts';
import { InputError, inputError, type Problem } from '../model/errors.ts';
import type { Note } from '../model/findings.ts';
import { columnsIn } from './columns-read.ts';
import { detectTable, type Detected } from './detect.ts';
import { note } from './finding.ts';
import type { Entry, TableFormat } from './format.ts';
import { withGuesses } from './place-guesses.ts';
import type { Asked, Reading } from './reading.ts';
import type { TableRecord } from './records.ts';
import { bareHeader, createBareCells } from './rejects.ts';
import { createCellsReader, flawed } from './rows.ts';
import { NeedsMapping, rowsShown, type Sample } from './sample.ts';
import { settledEntries, settleDates } from './settle-dates.ts';
import { unreadable } from './source.ts';
import { placeColumns, table } from './table.ts';

/** Among so many columns, at most, somebody is asked to choose. */
const MOST_ASKED = 1000;

/** The first records of a table, and where they are from. */
export interface TableBegin extends Pick<Sample, 'sheets' | 'sheet'> {
  file: string;
  records: readonly TableRecord[];
}

/** The records of a table, and all of them again from its beginning. */
export interface Records {
  batches: AsyncIterable<TableRecord[]>;
  again: () => AsyncIterable<TableRecord[]>;
}

/**
 * What a table is, from its first records and what was said of it. `check` throws what is to be said of a text that is no table at all.
 * @throws NeedsMapping where its columns are not known
 * @throws InputError where it is none
 */
export function tableIn(begin: TableBegin, delimiter: string, asked: Asked, check: () => void): Detected {
  const { file, records } = begin;
  if (asked.format?.kind === 'feature') throw unreadable(file, asked.format.id, 'asked-but-table');
  const detected = detectTable(fromHeader(begin, asked), delimiter, asked);
  if ('format' in detected) return detected;
  check();
  const { headerLine } = detected;
  const header = records.find(({ line }) => line === headerLine)?.cells ?? [];
  if (header.length === 0) throw unreadable(file, records[0]?.raw.slice(0, 40) ?? '', 'no-header');
  if (header.length > MOST_ASKED) throw unreadable(file, header.length, 'unknown-columns', { most: MOST_ASKED });
  const where = { file, row: rowAt(headerLine), field: null, value: namesShown(header) };
  throw new NeedsMapping({ where, code: 'unknown-header', params: {} }, sampleOf(begin, headerLine, null));
}

/** The records from the one on that is said to be the header. */
function fromHeader({ file, records }: TableBegin, { headerRow }: Asked): readonly TableRecord[] {
  if (headerRow === undefined) return records;
  const at = records.findIndex(({ line }) => line === headerRow);
  if (at >= 0) return records.slice(at);
  throw unreadable(file, headerRow, 'header-row-missing', { last: records.at(-1)?.line ?? 0 });
}

function sampleOf({ records, sheets, sheet }: TableBegin, headerLine: number, format: string | null): Sample {
  return { kind: 'table', rows: rowsShown(records), headerLine, format, sheets, sheet };
}

/** A header that was made stands in no row. */
function rowAt(line: number): number | null {
  return line === 0 ? null : line;
}

function namesShown(header: readonly string[]): string[] {
  return header.slice(0, 20).map((name) => name.slice(0, 40));
}

/**
 * What reads a table that was detected.
 * @throws NeedsMapping where what was said of its columns does not hold, or somebody wants to choose
 */
export function tableReading(
  begin: TableBegin,
  { layout, format, headerLine, firstLine, notes: more }: Detected,
  { batches, again }: Records,
  notes: Note[],
  asked: Asked,
): Reading {
  const { file, records } = begin;
  notes.push(...more);
  const placeOf = placesFor(layout, format, notes, asked);
  checkColumns();
  async function* rowsOf(all: AsyncIterable<TableRecord[]>): AsyncGenerator<TableRecord[]> {
    for await (const batch of all) {
      const rows = batch[0].line < firstLine ? batch.filter(({ line }) => line >= firstLine) : batch;
      if (rows.length > 0) yield rows;
    }
  }
  function createEntryReader(): (record: TableRecord) => Entry {
    const read = createCellsReader(layout, format, placeOf);
    return ({ line, raw, cells, flaw }) => ({ line, raw, read: flaw ? flawed(flaw, raw) : read(cells) });
  }
  function settle(): Promise<void> {
    const places = format.dates(bareHeader(layout.header), layout.mapping ?? undefined);
    const bareCells = createBareCells(layout.header);
    const dated = ({ line, cells: all, flaw }: TableRecord) => {
      const cells = flaw ? [] : (bareCells(all) ?? []);
      return { line, texts: places.columns.map((column) => cells[column] ?? ''), year: cells[places.year] ?? '' };
    };
    async function* rows() {
      for await (const batch of rowsOf(again())) yield batch.map(dated);
    }
    return settleDates({ file, layout, notes, places, rows });
  }
  function checkColumns(): void {
    try {
      createCellsReader(layout, format, placeOf);
    } catch (error) {
      if (!(error instanceof InputError) || asked.mapping === undefined) throw error;
      throw toChoose(error.problem);
    }
    if (asked.isToChoose) throw toChoose(inputError(headerAt(), 'unknown-header').problem);
  }
  function headerAt() {
    return { file, row: rowAt(headerLine), field: null, value: namesShown(layout.header) };
  }
  function toChoose(problem: Problem): NeedsMapping {
    const named = { ...problem, where: headerAt() };
    return new NeedsMapping(named, sampleOf(begin, headerLine, format.id));
  }
  const first = records.filter(({ line, flaw }) => line >= firstLine && !flaw).map(({ raw }) => raw);
  const columns = columnsIn(layout, first);
  const settled = settledEntries(rowsOf(batches), createEntryReader, settle);
  const entries = placeOf ? withGuesses(settled, layout, notes) : settled;
  return { layout, label: format.label, columns, notes, entries };
}

/** What finds the places of a table's rows by their names, where it has no coordinates. */
function placesFor(
  layout: Detected['layout'],
  format: TableFormat,
  notes: Note[],
  { placeNames }: Asked,
): PlaceOf | undefined {
  if (format !== table || !placeNames) return undefined;
  const columns = placeColumns(bareHeader(layout.header), layout.mapping ?? {});
  if (columns.length === 0) return undefined;
  layout.guesses = [];
  notes.push(note('placed-by-name', { columns }));
  return placeNames();
}
