import type { PlaceOf } from '../ground/place-names.ts';
import type { Note } from '../model/findings.ts';
import type { ColumnRead } from './columns-read.ts';
import type { Entry, Format, Layout, Mapping } from './format.ts';

/** What somebody said of how a file is to be read; what is not said is told from the file. */
export interface Choices {
  /** id of a format */
  format?: string | undefined;
  /** What the columns of a plain table mean, and of any file how its dates are written (`DATE_ORDER`). */
  mapping?: Mapping | undefined;
  /** The name of a workbook's sheet. */
  sheet?: string | undefined;
  /** The line on which a table's header begins, the first is 1; of a workbook its row. */
  headerRow?: number | undefined;
  /** Somebody wants to choose: `NeedsMapping` is thrown of what is recognised too. */
  isToChoose?: boolean | undefined;
}

/** `Choices`, with the format itself. */
export interface Asked extends Omit<Choices, 'format'> {
  format: Format | undefined;
  /** Gives what finds places by their names. */
  placeNames?: (() => PlaceOf) | undefined;
}

/** A file that can be read. */
export interface Reading {
  /** How dates are written may be settled only while the entries are read. */
  layout: Layout;
  /** The format's name. */
  label: string;
  /** What became of each of its columns; of features those properties that the first have. */
  columns: readonly ColumnRead[];
  /** What the user should know of how it is read. It may grow while the entries are read. */
  notes: Note[];
  /**
   * Its rows in batches, each row once: taken or rejected. Throws an `InputError` where the file turns out damaged, and a
   * `NeedsDateOrder` where the order of day and month has to be chosen.
   */
  entries: AsyncGenerator<Entry[]>;
}
