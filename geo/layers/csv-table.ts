import { createRecordReader, type TableRecord } from '../formats/records.ts';
import { SourceError } from '../model/errors.ts';

/** A row of a table: its cells by column, and the line that it begins on (the header is line 1). */
export interface TableRow<Column extends string> {
  line: number;
  cells: Record<Column, string>;
}

const COUNT = /^\d{1,9}$/;
/** So much of a broken row is shown. */
const SHOWN = 80;

/**
 * The rows of a CSV text whose header holds exactly `columns`, in any order. Cells are kept as written; rows of nothing
 * but empty cells are passed over. Throws a `SourceError` for another header, a row of another length, or broken quotes.
 */
export function readCsvTable<Column extends string>(
  text: string,
  file: string,
  columns: readonly Column[],
): TableRow<Column>[] {
  const { feed } = createRecordReader({ delimiter: ',', lineEnd: '\n' });
  const [header, ...rows] = feed(text.replace(/^\uFEFF/, ''), true);
  checkHeader(header, file, columns);
  return rows.map((row) => {
    checkRow(row, file, header.cells.length);
    const byColumn = Object.fromEntries(header.cells.map((name, i) => [name, row.cells[i]])) as Record<Column, string>;
    return { line: row.line, cells: byColumn };
  });
}

/** A text without any record has no header. */
function checkHeader(header: TableRecord | undefined, file: string, columns: readonly string[]): void {
  const cells = header?.cells ?? [];
  const same = cells.length === columns.length && columns.every((name) => cells.includes(name));
  if (same && header?.line === 1) return;
  const where = { file, row: 1, field: null, value: header?.raw ?? '' };
  throw new SourceError(where, 'is not the header', `It must hold the columns ${columns.join(', ')}.`);
}

function checkRow({ line, raw, cells, flaw }: TableRecord, file: string, width: number): void {
  if (flaw !== null) {
    const where = { file, row: line, field: null, value: raw.slice(0, SHOWN) };
    throw new SourceError(where, 'has broken quotes or no end', 'Mend the quotes of this row.');
  }
  if (cells.length === width) return;
  const where = { file, row: line, field: null, value: cells.length };
  throw new SourceError(where, `cells where the header has ${width}`, 'Quote the cells that hold commas.');
}

/** The text of a cell, as it is written; `null` where nothing but blanks stands in it. */
export function orNull(cell: string): string | null {
  return cell.trim() === '' ? null : cell;
}

/** Gives what makes the error for a cell of the file: what is wrong with it, and what to do. */
export function refuseIn(file: string) {
  return <Column extends string>(row: TableRow<Column>, field: Column, reason: string, fix: string): SourceError =>
    new SourceError({ file, row: row.line, field, value: row.cells[field] }, reason, fix);
}

/** The whole number in a cell, `null` where the cell is empty: unknown, never 0. Throws a `SourceError` for anything else. */
export function readCount<Column extends string>(row: TableRow<Column>, file: string, column: Column): number | null {
  const cell = row.cells[column];
  if (cell === '') return null;
  if (COUNT.test(cell)) return Number(cell);
  throw refuseIn(file)(row, column, 'is not a count', 'Give a whole number from 0, or nothing where it is not known.');
}
