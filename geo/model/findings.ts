import type { None } from './codes.ts';

type Axis = 'latitude' | 'longitude';

/** All that can be found in a row, by code, with what its words are made with. The words are in `geo/words`. */
export interface FindingParams {
  // the row as a whole
  'open-quotes': None;
  'row-too-long': None;
  /** The value is how many cells there are. */
  'more-cells': { columns: number };
  /** The value is how many cells there are. */
  'fewer-cells': { columns: number };
  'not-json': None;
  'not-xml': None;
  'not-feature': None;
  'not-record': None;
  'feature-too-long': None;
  'feature-too-deep': None;
  'feature-cut-off': None;
  'too-many-points': None;
  /** The value is the places but the first. */
  'several-places': None;

  // where
  'no-place': None;
  'no-geometry': None;
  'not-point': None;
  'no-coordinates': None;
  'coordinates-not-numbers': None;
  'no-position': None;
  'not-position': None;
  'other-system': None;
  'no-place-name': None;
  'place-not-known': None;
  'place-not-unique': None;
  'no-degrees': { axis: Axis };
  'not-degrees': { axis: Axis };
  'degrees-out-of-range': { axis: Axis; limit: number };
  'latitude-exchanged': None;
  'zero-place': None;
  exchanged: None;
  'maybe-exchanged': None;
  'far-from-country': None;
  'not-kilometres': None;

  // when
  'no-date': None;
  'no-time-stamp': None;
  'not-date': None;
  'unclear-date': None;
  'other-date-order': None;
  'short-year': None;
  'odd-end': None;
  'not-day': None;
  'year-out-of-range': { first: number; last: number };
  'end-before-start': None;
  'after-today': None;

  // how many
  'not-number': None;
  'figure-not-number': None;
  /** The value is the names of what was added. */
  'figures-added': None;
  'figure-below-zero': None;
  'figure-not-whole': None;
  'low-above-high': None;
  'range-left-out': None;
  'outside-own-range': None;
  /** The value is the lowest and the highest. */
  'range-without-best': None;
  /** Of the lowest and highest this one alone is known. */
  'bound-without-best': { bound: 'lowest' | 'highest' };
  'many-dead': { most: number };
  'many-injured': { most: number };

  // which
  'unknown-code': None;
  'rounded-id': None;
  'duplicate-id': None;
  'duplicate-row': None;
  'equal-rows': None;
  'same-id-elsewhere': None;

  // what our own form does not allow
  'wrong-type': { expected: string; received: string };
  'wrong-option': { options: readonly string[] };
  'wrong-value': None;
  'too-small': { kind: string; least: number };
  'too-large': { kind: string; most: number };
  'not-web-address': None;
  /** The value is the keys. */
  'unknown-keys': None;
  'own-not-day': None;
  'own-low-above-high': None;
}

export type FindingCode = keyof FindingParams;

/** What is wrong with a row that was not taken, or odd about one that was. */
export type Finding<C extends FindingCode = FindingCode> = {
  [K in C]: {
    /** The column or property; `null` where the row as a whole is meant. */
    field: string | null;
    /** As the source has it, cut where it is long. */
    value: string;
    code: K;
    params: FindingParams[K];
  };
}[C];

/** All that there is to know of a file as a whole, by code. */
export interface NoteParams {
  'utf-16': { order: 'LE' | 'BE' };
  'windows-1252': None;
  /** `format` is the format's name. */
  'no-header': { format: string };
  'header-line': { line: number };
  'hxl-tags': { line: number };
  'archive-entry': { name: string };
  /** `names` are those that were passed over. */
  sheet: { name: string; names: readonly string[] };
  'later-fields': { names: readonly string[] };
  'network-link': { address: string };
  'hxl-columns': { line: number };
  'one-date': { date: string };
  /** `order` is one of `DATE_ORDERS`; `date` is one that can be read in no other, and stands in `line`. */
  'date-order': { order: string; date: string; line: number };
  'date-order-usual': { order: string };
  'spreadsheet-days': None;
  'epoch-seconds': None;
  'epoch-milliseconds': None;
  /** `first` is the coordinate that stands first. */
  'position-column': { column: string; first: string };
  'placed-by-name': { columns: readonly string[] };
  /** `kind` is `town`, `district`, or `seat` for a town that stands for its district. */
  'place-guess': { written: string; name: string; kind: string; rows: number };
  'more-place-guesses': { count: number };
  'deaths-added': { columns: readonly string[] };
  'lowest-added': { columns: readonly string[] };
  'highest-added': { columns: readonly string[] };
  'injured-added': { columns: readonly string[] };
}

export type NoteCode = keyof NoteParams;

/** What the reader should know of how a file is read. */
export type Note<C extends NoteCode = NoteCode> = { [K in C]: { code: K; params: NoteParams[K] } }[C];
