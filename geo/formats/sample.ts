import { InputError, type Problem } from '../model/errors.ts';

/** So many rows are shown, and so many characters of a cell. */
const ROWS = 20;
const CELL = 200;

/** Narrower tables than this, as notes and keys to codes are, hold no events. */
export const LEAST_WIDTH = 3;

/** A row of a file, to choose by. */
export interface SampleRow {
  /** The line on which it begins; of a feature its number, from 1. */
  line: number;
  cells: readonly string[];
}

/** The beginning of a file, to choose by how it is to be read. */
export interface Sample {
  kind: 'table' | 'feature';
  /** The first rows, the header and what stands above it among them. Of features each is the values of one, under a header in line 0. */
  rows: readonly SampleRow[];
  /** The line of the header, as it is known or likely. */
  headerLine: number;
  /** id of the format that it is read as; `null` where it is not recognised. */
  format: string | null;
  /** The names of a workbook's sheets, none of what is none. */
  sheets: readonly string[];
  /** The sheet that the rows are of. */
  sheet: string | null;
}

/** A file of which is not known how its columns are to be read, or for which somebody wants to choose. */
export class NeedsMapping extends InputError {
  override name = 'NeedsMapping';
  readonly sample: Sample;

  constructor(problem: Problem, sample: Sample) {
    super(problem);
    this.sample = sample;
  }
}

/** The first rows, their cells cut where they are long. */
export function rowsShown(rows: readonly SampleRow[]): SampleRow[] {
  return rows.slice(0, ROWS).map(({ line, cells }) => ({ line, cells: cells.map((cell) => cell.slice(0, CELL)) }));
}
