import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Papa from 'papaparse';

/** A row of a table by its columns, as written. */
export type TableCells = Record<string, string>;

/** The rows of a table of geo/sources as another parser reads it: what tests expect of a table comes from here. */
export function tableRows(file: string): TableCells[] {
  const text = readFileSync(join(import.meta.dirname, '..', 'geo', 'sources', file), 'utf8');
  return Papa.parse<TableCells>(text, { header: true, skipEmptyLines: true }).data;
}
