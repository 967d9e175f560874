import type { ColumnRead } from '../formats/columns-read.ts';
import type { Layout } from '../formats/format.ts';
import type { Note } from '../model/findings.ts';
import type { Reason, Rejects } from './rejects.ts';
import type { ImportCounts } from './take.ts';

/** What a file's import came to. */
export interface ImportReport extends ImportCounts {
  file: string;
  /** the format's name, in words */
  format: string;
  layout: Layout;
  /** what became of the file's columns */
  columns: readonly ColumnRead[];
  /** what the reader should know of the file as a whole */
  notes: readonly Note[];
  rejects: Rejects;
  warnings: readonly Reason[];
}
