import type { Note } from '../model/findings.ts';
import type { Asked, Reading } from './reading.ts';
import type { TableRecord } from './records.ts';
import { peeked, unreadable } from './source.ts';
import { tableIn, tableReading } from './table-reading.ts';
import { checkFold, type Fold } from './unpack.ts';
import { createFill, SHEET_DELIMITER } from './workbook.ts';

export type OnText = (length: number) => void;
/** Opens a table whose rows have no text of their own; it is told how much text they come to, in characters. */
export type OpenRecords = (onText: OnText) => AsyncGenerator<TableRecord[]>;

/** What a table is made of. */
export interface MadeFrom {
  file: string;
  /** of the file, packed as it is, bytes */
  size: number;
}

/**
 * Reads a table that is made of what has no text of its own: a sheet, records of JSON, a database file. It is refused where its rows
 * come to text beyond all measure.
 */
export async function readMadeTable(
  { file, size }: MadeFrom,
  open: OpenRecords,
  notes: Note[],
  asked: Asked,
): Promise<Reading> {
  const fold: Fold = { read: size, unfolded: 0 };
  const onText = (length: number) => {
    fold.unfolded += length;
    checkFold(fold, file);
  };
  const batches = open(onText);
  const { first, all } = await peeked(batches);
  if (first === null) throw unreadable(file, 1, 'workbook-empty');
  try {
    const begin = { file, records: first, sheets: [], sheet: null };
    const detected = tableIn(begin, SHEET_DELIMITER, asked, () => undefined);
    const fill = createFill(detected.layout.header.length, onText);
    async function* filled(): AsyncGenerator<TableRecord[]> {
      for await (const batch of all) yield fill(batch);
    }
    const again = () => open(() => undefined);
    return tableReading(begin, detected, { batches: filled(), again }, notes, asked);
  } catch (error) {
    await batches.return(undefined);
    throw error;
  }
}
