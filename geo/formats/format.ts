import type { PlaceGuess, PlaceOf } from '../ground/place-names.ts';
import type { Finding, Note } from '../model/findings.ts';
import type { Position, Recorded } from '../model/incident.ts';
import type { DatePlaces } from './date-places.ts';
import type { Taken } from './taken.ts';

/** An incident as a source records it, before anything is computed. */
export interface Event {
  recorded: Recorded;
  /** degrees */
  lon: number;
  lat: number;
  /** How far from the point the true place may be, km, where the source says so; else the precision's own radius holds. */
  radiusKm: number | null;
  /** Where else it was: one incident at several places stands at each, and is counted once. */
  otherPlaces?: readonly Position[];
}

/** A row that can be taken, with what is odd about it. */
export interface RowTaken {
  event: Event;
  warnings: Finding[];
  /** Its id was made from its content, as the file has none: equal rows may be two events. */
  hasMadeId?: true;
  /** The row's id in its file, where it is unique in that file alone: the event's own has more to it (`fileId`). */
  givenId?: string;
  /** What the name of its place was taken for, where it has no coordinates. */
  guess?: PlaceGuess;
}

/** A row is taken, or rejected with the first reason that was found. */
export type RowRead = RowTaken | { rejected: Finding };

/**
 * Which columns of a table mean what, by our name for the field: `{lat: 'Y', start: 'Datum'}`; '' for none. Several for a field: the
 * figures of the dead and injured are added, and `start` of three is year, month and day. `position` holds latitude and longitude.
 */
export type Mapping = Readonly<Record<string, string | readonly string[]>>;

/** Dates of one row as they are written, and the year that stands beside them, '' for none. */
export interface DateCells {
  texts: readonly string[];
  year: string;
}

/** Where the dates of a table stand. */
export interface DateColumns extends DatePlaces {
  columns: readonly number[];
  /** The column of years beside them, -1 for none. */
  year: number;
}

/** A format whose rows are rows of cells under a header. */
export interface TableFormat {
  kind: 'table';
  id: string;
  label: string;
  extensions: readonly string[];
  /** How surely a header is this format's, 0 to 1; of some the first rows under it tell more. */
  score: (header: readonly string[], rows?: readonly (readonly string[])[]) => number;
  /**
   * Gives what reads the cells of a row. Throws an `InputError` where the header lacks what the format needs. Dates that the mapping
   * does not say how to read are found to be `unclear-date`. With `placeOf` rows without coordinates are placed by their names.
   */
  reader: (header: readonly string[], mapping?: Mapping, placeOf?: PlaceOf) => (cells: readonly string[]) => RowRead;
  /** What the columns under a header become. */
  taken: (header: readonly string[], mapping?: Mapping) => Taken;
  /** The columns of dates under a header. */
  dates: (header: readonly string[], mapping?: Mapping) => DateColumns;
  /** What the mapping does not say and the header and the first rows tell, and what there is to know of that. */
  told?: (table: TableHead, mapping: Mapping) => { mapping: Mapping; notes: Note[] };
}

/** The header of a table and the first rows under it. */
export interface TableHead {
  header: readonly string[];
  rows: readonly (readonly string[])[];
}

/** A format whose rows are GeoJSON features, or are made into such. */
export interface FeatureFormat {
  kind: 'feature';
  id: string;
  label: string;
  extensions: readonly string[];
  /** Gives what reads one feature with a Point; of dates it holds what is said of tables. */
  reader: (mapping?: Mapping) => (feature: unknown) => RowRead;
  /** What properties of these names become. */
  taken: (names: readonly string[], mapping?: Mapping) => Taken;
  /** Gives what finds the dates of one feature. */
  dates: (mapping?: Mapping) => (feature: unknown) => DateCells;
}

export type Format = TableFormat | FeatureFormat;

/** All that is needed to read one of a dataset's rows again. */
export interface Layout {
  /** id of the format */
  format: string;
  /** of a table */
  header: readonly string[] | null;
  delimiter: string;
  /** What was chosen, and how dates are written: that may be settled only while the entries are read. */
  mapping: Mapping | null;
  /** Of a table without coordinates what the names of places were taken for, and in how many rows: it grows while the entries are read. */
  guesses?: GuessedRows[];
}

/** A guess, and how many rows it holds for. */
export interface GuessedRows extends PlaceGuess {
  rows: number;
}

/** A row of a file. */
export interface Entry {
  /** The line of the file on which it begins (the first is 1); of features their index, from 0. `null` where it is not known any more. */
  line: number | null;
  /** The row whole: a record of a table as it stands, a feature as JSON. `createRowReader` reads it again. */
  raw: string;
  read: RowRead;
}
