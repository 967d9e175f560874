import { parseDay, type Day } from '../model/day.ts';
import type { AnnualTotal } from '../model/story.ts';
import type { Measure } from '../store/count.ts';

/** The totals that one source published for one scope. Never joined with another. */
export interface TotalsSeries {
  /** `source|scope`, as in the view */
  key: string;
  source: string;
  scope: string;
  rows: AnnualTotal[];
}

/** One total over its period; both ends included. `null` where the source gives no such figure. */
export interface TotalsBar {
  start: Day;
  end: Day;
  figure: number | null;
  row: AnnualTotal;
}

/** What a view or a link calls the series of a total. */
export function keyOf({ source, scope }: AnnualTotal): string {
  return `${source}|${scope}`;
}

/** The series, in the order of the file; rows by their first day. */
export function seriesOf(totals: readonly AnnualTotal[]): TotalsSeries[] {
  const series = new Map<string, TotalsSeries>();
  for (const row of totals) {
    const { source, scope } = row;
    const key = keyOf(row);
    const known = series.get(key);
    if (known) known.rows.push(row);
    else series.set(key, { key, source, scope, rows: [row] });
  }
  for (const { rows } of series.values()) rows.sort((a, b) => (a.start < b.start ? -1 : a.start > b.start ? 1 : 0));
  return [...series.values()];
}

/** The series by the source that published them, in the order of the file. */
export function bySource(series: readonly TotalsSeries[]): [source: string, series: TotalsSeries[]][] {
  const sources = new Map<string, TotalsSeries[]>();
  for (const one of series) sources.set(one.source, [...(sources.get(one.source) ?? []), one]);
  return [...sources];
}

/** The bars of a series: events where incidents are shown, else deaths. */
export function totalsBars({ rows }: TotalsSeries, measure: Measure): TotalsBar[] {
  return rows.map((row) => ({
    start: parseDay(row.start) ?? 0, // both are days: the schema has seen to it
    end: parseDay(row.end) ?? 0,
    figure: measure === 'incidents' ? row.events : row.deaths,
    row,
  }));
}

/** Whether a series has any figure for what is shown. */
export function hasFigures(series: TotalsSeries, measure: Measure): boolean {
  return totalsBars(series, measure).some(({ figure }) => figure !== null);
}

/** The series with figures for what is shown first, else in their order. */
export function usefulFirst(series: readonly TotalsSeries[], measure: Measure): TotalsSeries[] {
  return [...series].sort((a, b) => Number(hasFigures(b, measure)) - Number(hasFigures(a, measure)));
}

/** The highest figure of the bars; `null` where none has one. */
export function highestTotal(bars: readonly TotalsBar[]): number | null {
  const figures = bars.map((bar) => bar.figure).filter((figure) => figure !== null);
  return figures.length > 0 ? Math.max(...figures) : null;
}

/** The web page that a total was seen on; `null` where there is none that a browser may open. */
export function pageOf({ seenUrl }: AnnualTotal): string | null {
  return seenUrl !== null && /^https?:\/\//.test(seenUrl) ? seenUrl : null;
}
