import type { CellValue } from 'hucre/xlsx';
import { InputError, isAbort, messageOf } from '../model/errors.ts';
import { csvRecord } from './csv.ts';
import { LONGEST_RECORD, type TableRecord } from './records.ts';
import { streamOf, unreadable, type ByteSource } from './source.ts';

/** A sheet's records are raw CSV with this between cells. */
export const SHEET_DELIMITER = ',';
const BATCH = 500;
/** A batch of long rows is shorter. */
const BATCH_LENGTH = 4_000_000;

/**
 * The rows of one sheet of an .xlsx, from 0, as records like those of a table, without the empty cells at their end;
 * days are written YYYY-MM-DD. Ends at once where there is no such sheet. A text that many cells share is counted with
 * each: `onText` is told how many characters rows come to. Throws an `InputError` for a workbook that cannot be read
 * (damaged, or with a password).
 */
export async function* readSheet(
  source: ByteSource,
  sheet: number,
  onText: (length: number) => void,
): AsyncGenerator<TableRecord[]> {
  const { streamXlsxRows } = await import('hucre/xlsx');
  async function* rows(): AsyncGenerator<SheetRow> {
    try {
      for await (const { index, values } of streamXlsxRows(streamOf(source.open()), { sheet })) {
        yield { line: index + 1, cells: values.map(textOf) };
      }
    } catch (error) {
      if (error instanceof InputError || isAbort(error)) throw error;
      throw unreadable(source.name, null, 'workbook-damaged', { met: messageOf(error) });
    }
  }
  yield* recordsOf(rows(), onText);
}

/** A row of a sheet, or of anything else that has cells and no text of its own. */
export interface SheetRow {
  line: number;
  cells: string[];
  /** It is longer than what was read of it. */
  isCut?: boolean;
}

/**
 * Rows as records like those of a table, in batches, without the empty cells at their end and without rows of nothing else. `onText`
 * is told how many characters each comes to.
 */
export async function* recordsOf(
  rows: AsyncIterable<SheetRow>,
  onText: (length: number) => void,
): AsyncGenerator<TableRecord[]> {
  let batch: TableRecord[] = [];
  let length = 0;
  for await (const { line, cells, isCut } of rows) {
    while (cells.length > 0 && (cells.at(-1) ?? '').trim() === '') cells.pop();
    if (cells.length === 0 && !isCut) continue;
    const own = lengthOf(cells);
    onText(own);
    if (length + own > BATCH_LENGTH && batch.length > 0) {
      yield batch;
      [batch, length] = [[], 0];
    }
    const record = recordOf(line, cells, own);
    batch.push(isCut ? { ...record, cells: [], flaw: 'length' } : record);
    length += own;
    if (batch.length < BATCH) continue;
    yield batch;
    [batch, length] = [[], 0];
  }
  if (batch.length > 0) yield batch;
}

/** The record of a row of cells. Its text is not put together before it is known not to be too long. */
export function recordOf(line: number, cells: string[], length = lengthOf(cells)): TableRecord {
  if (length <= LONGEST_RECORD) return { line, raw: csvRecord(cells, SHEET_DELIMITER), cells, flaw: null };
  let [count, kept] = [0, 0];
  while (kept < LONGEST_RECORD) kept += cells[count++].length + 1;
  const raw = csvRecord(cells.slice(0, count), SHEET_DELIMITER).slice(0, LONGEST_RECORD);
  return { line, raw, cells: [], flaw: 'length' };
}

/** With a delimiter after each cell. */
function lengthOf(cells: readonly string[]): number {
  return cells.reduce((sum, cell) => sum + cell.length + 1, 0);
}

/** Rows are not filled to a header that is wider than any dataset's: a stray cell far out would make each as long. */
const MOST_FILLED = 500;

/**
 * Gives what makes records as wide as the header, which has so many columns: a sheet leaves out the empty cells at a
 * row's end. `onText` is told how many characters they become longer.
 */
export function createFill(
  header: number,
  onText: (length: number) => void,
): (records: readonly TableRecord[]) => TableRecord[] {
  const width = Math.min(header, MOST_FILLED);
  const empty = Array.from<string>({ length: width }).fill('');
  const fill = (record: TableRecord): TableRecord => {
    const missing = width - record.cells.length;
    if (record.flaw || missing <= 0) return record;
    onText(missing);
    const cells = [...record.cells, ...empty.slice(0, missing)];
    return { ...record, raw: record.raw + SHEET_DELIMITER.repeat(missing), cells };
  };
  return (records) => records.map(fill);
}

function textOf(value: CellValue): string {
  if (value === null) return '';
  return value instanceof Date ? dayText(value) : String(value);
}

/** A moment as it is written in a sheet, YYYY-MM-DD where it is a day; '' for none. */
export function dayText(value: Date): string {
  if (Number.isNaN(value.getTime())) return '';
  const [day, time] = value.toISOString().slice(0, 'YYYY-MM-DDTHH:MM:SS'.length).split('T');
  return time === '00:00:00' ? day : `${day} ${time}`;
}
