import type { CellValue } from 'hucre/xlsx';
import { InputError, messageOf } from '../model/errors.ts';
import { csvRecord } from './csv.ts';
import type { TableRecord } from './records.ts';
import { streamOf, unreadable, type ByteSource } from './source.ts';

/** A sheet's records are raw CSV with this between cells. */
export const SHEET_DELIMITER = ',';
/** A workbook with more sheets is not looked through to the end. */
export const MOST_SHEETS = 50;
const BATCH = 500;
/** A batch of wide rows is shorter. */
const BATCH_CELLS = 50_000;

/**
 * The rows of one sheet of an .xlsx, from 0, as records like those of a table; days are written YYYY-MM-DD. Ends at once
 * where there is no such sheet. Throws an `InputError` for a workbook that cannot be read (damaged, or with a password).
 */
export async function* readSheet(source: ByteSource, sheet: number): AsyncGenerator<TableRecord[]> {
  const { streamXlsxRows } = await import('hucre/xlsx');
  let batch: TableRecord[] = [];
  let width = 0;
  try {
    for await (const { index, values } of streamXlsxRows(streamOf(source.open()), { sheet })) {
      const cells = values.map(textOf);
      if (cells.every((cell) => cell.trim() === '')) continue;
      // a sheet leaves out the empty cells at a row's end
      width = Math.max(width, cells.length);
      while (cells.length < width) cells.push('');
      batch.push({ line: index + 1, raw: csvRecord(cells, SHEET_DELIMITER), cells, flaw: null });
      if (batch.length < BATCH && batch.length * width < BATCH_CELLS) continue;
      yield batch;
      batch = [];
    }
  } catch (error) {
    if (error instanceof InputError || (error instanceof DOMException && error.name === 'AbortError')) throw error;
    throw unreadable(source.name, null, 'workbook-damaged', { met: messageOf(error) });
  }
  if (batch.length > 0) yield batch;
}

function textOf(value: CellValue): string {
  if (value === null) return '';
  if (!(value instanceof Date)) return String(value);
  if (Number.isNaN(value.getTime())) return '';
  const [day, time] = value.toISOString().slice(0, 'YYYY-MM-DDTHH:MM:SS'.length).split('T');
  return time === '00:00:00' ? day : `${day} ${time}`;
}
