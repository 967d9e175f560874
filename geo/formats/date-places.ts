import type { DateOrder } from './one-date.ts';

/** Where a file's dates stand, and what tells their order where they do not: its header, or the usual way of such files. */
export interface DatePlaces {
  /** The order that a header names: `Date (MM-DD-YYYY)`. */
  named: DateOrder | null;
  /** Signs between numbers before which the day stands, where nothing else is known. */
  dayFirst: string;
}
