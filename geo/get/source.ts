/** An event as a source's API gives it, by field. */
export type ApiEvent = Readonly<Record<string, unknown>>;

/** A page of events. */
export interface EventPage {
  rows: readonly ApiEvent[];
  /** What `DataSource.page` is to be asked for next; `null` after the last page. */
  next: string | null;
  /** How many events there are in all, as the source says; `null` where it does not. */
  total: number | null;
}

/** Where events come from: a dataset's API, and what is asked of it. */
export interface DataSource {
  /** What it is called: `UCDP GED 26.1`. */
  name: string;
  /** The version of the data; `null` where they have none and change from day to day. */
  version: string | null;
  /** Where it is asked, without anything secret. */
  address: string;
  /** Of which countries, as they were asked for. */
  countries: readonly string[];
  /** The columns of the file that is written, in their order: the dataset's own. */
  columns: readonly string[];
  /** The fields without which the events would be read wrongly. */
  needed: readonly string[];
  /** Under which terms the data are had, in a line. */
  licence: string;
  /** What to cite. */
  attribution: string;
  /** What `page` is asked for first. */
  first: string;
  /** A page: the first, or what the one before names as `next`. Throws a `SourceError` where it cannot be had. */
  page: (at: string) => Promise<EventPage>;
}
