import Papa from 'papaparse';
import { SourceError } from '../model/errors.ts';

/** A row of a table: its cells by column, and the line that it begins on (the header is line 1). */
export interface TableRow<Column extends string> {
  line: number;
  cells: Record<Column, string>;
}

const LINE_BREAK = /\r\n|\r|\n/g;
const COUNT = /^\d{1,9}$/;

/**
 * The rows of a CSV text whose header holds exactly `columns`, in any order. Cells are kept as written; blank lines
 * are passed over. Throws a `SourceError` for another header, a row of another length, or broken quotes.
 */
export function readCsvTable<Column extends string>(
  text: string,
  file: string,
  columns: readonly Column[],
): TableRow<Column>[] {
  const parsed = Papa.parse<string[]>(text.replace(/^\uFEFF/, ''), { delimiter: ',' });
  const lines = firstLines(parsed.data);
  for (const error of parsed.errors) {
    const row = lines[error.row ?? 0] ?? 1;
    throw new SourceError({ file, row, field: null, value: error.code }, error.message, 'Mend the quotes of this row.');
  }
  const header = parsed.data[0] ?? [];
  checkHeader(header, file, columns);
  return parsed.data.flatMap((cells, index) => {
    if (index === 0 || (cells.length === 1 && cells[0].trim() === '')) return [];
    if (cells.length !== header.length) {
      const where = { file, row: lines[index], field: null, value: cells.length };
      throw new SourceError(where, `cells where the header has ${header.length}`, 'Quote the cells that hold commas.');
    }
    const byColumn = Object.fromEntries(header.map((name, i) => [name, cells[i]])) as Record<Column, string>;
    return [{ line: lines[index], cells: byColumn }];
  });
}

/** The line that each row begins on: a quoted cell may hold line breaks. */
function firstLines(rows: readonly string[][]): number[] {
  let line = 1;
  return rows.map((cells) => {
    const first = line;
    line += 1 + cells.reduce((sum, cell) => sum + (cell.match(LINE_BREAK)?.length ?? 0), 0);
    return first;
  });
}

function checkHeader(header: readonly string[], file: string, columns: readonly string[]): void {
  const same = header.length === columns.length && columns.every((name) => header.includes(name));
  if (same) return;
  const where = { file, row: 1, field: null, value: header.join(',') };
  throw new SourceError(where, 'is not the header', `It must hold the columns ${columns.join(', ')}.`);
}

/** The whole number in a cell, `null` where the cell is empty: unknown, never 0. Throws a `SourceError` for anything else. */
export function readCount<Column extends string>(row: TableRow<Column>, file: string, column: Column): number | null {
  const cell = row.cells[column];
  if (cell === '') return null;
  if (COUNT.test(cell)) return Number(cell);
  const where = { file, row: row.line, field: column, value: cell };
  throw new SourceError(where, 'is not a count', 'Give a whole number from 0, or nothing where it is not known.');
}
