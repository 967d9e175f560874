import type { Tally } from '../border/profile.ts';
import { GROUPS } from '../model/incident.ts';
import { binIndex, upperBound, type Bins } from '../time/bins.ts';
import type { Window } from '../time/window.ts';
import { NO_DISTRICT, UNKNOWN, type Columns, type Store } from './store.ts';

/** What is counted: incidents, or the best estimate of the killed. */
export const MEASURES = ['incidents', 'deaths'] as const;
export type Measure = (typeof MEASURES)[number];

/** Deaths over some incidents. Incidents with no known figure add nothing and are counted in `unknown`. */
export interface Deaths {
  best: number;
  low: number;
  high: number;
  /** incidents whose deaths are not known */
  unknown: number;
}

export interface Counts {
  incidents: number;
  deaths: Deaths;
  /** incidents of each group, in the order of GROUPS */
  byGroup: Uint32Array;
  /** for each of the store's districts */
  byDistrict: { incidents: Uint32Array; deaths: Float64Array; unknown: Uint32Array };
}

/** What of a store is needed to find the rows of a window. */
type ByFirstDay = Pick<Store, 'longestSpan'> & { columns: Pick<Columns, 'start'> };

/** The rows that may be visible in a window: a range of the rows sorted by first day, `from` included, `to` not. */
export function rangeOf({ columns: { start }, longestSpan }: ByFirstDay, window: Window): { from: number; to: number } {
  return {
    from: upperBound(start, window.start - longestSpan - 1),
    to: upperBound(start, window.end),
  };
}

/** The rows that pass the mask and are visible in the window, ascending by first day. */
export function visibleRows(store: Store, mask: Uint8Array, window: Window): Uint32Array {
  const { from, to } = rangeOf(store, window);
  const rows = new Uint32Array(Math.max(0, to - from));
  let count = 0;
  for (let i = from; i < to; i++) if (mask[i] && store.columns.end[i] >= window.start) rows[count++] = i;
  return rows.subarray(0, count);
}

/** The figures over some rows. */
export function countRows(store: Store, rows: Uint32Array): Counts {
  const { best, low, high, group, district } = store.columns;
  const deaths: Deaths = { best: 0, low: 0, high: 0, unknown: 0 };
  const byGroup = new Uint32Array(GROUPS.length);
  const size = store.districts.length;
  const byDistrict = {
    incidents: new Uint32Array(size),
    deaths: new Float64Array(size),
    unknown: new Uint32Array(size),
  };
  for (const i of rows) {
    byGroup[group[i]]++;
    deaths.low += low[i] === UNKNOWN ? 0 : low[i];
    deaths.high += high[i] === UNKNOWN ? 0 : high[i];
    if (best[i] === UNKNOWN) deaths.unknown++;
    else deaths.best += best[i];
    if (district[i] === NO_DISTRICT) continue;
    byDistrict.incidents[district[i]]++;
    if (best[i] === UNKNOWN) byDistrict.unknown[district[i]]++;
    else byDistrict.deaths[district[i]] += best[i];
  }
  return { incidents: rows.length, deaths, byGroup, byDistrict };
}

/**
 * The histogram over time, stacked by group: entry `bin * GROUPS.length + group`.
 * An incident counts once, in the bin of its first day.
 */
export function histogram(store: Store, mask: Uint8Array, bins: Bins, measure: Measure): Float64Array {
  const { start, group, best } = store.columns;
  const heights = new Float64Array((bins.edges.length - 1) * GROUPS.length);
  for (let i = 0; i < store.size; i++) {
    if (!mask[i]) continue;
    const bin = binIndex(bins.edges, start[i]);
    if (bin < 0) continue;
    heights[bin * GROUPS.length + group[i]] += measure === 'incidents' ? 1 : Math.max(0, best[i]);
  }
  return heights;
}

/** The incidents of each bin of `histogram`, all groups together, with their deaths. */
export function binTallies(store: Store, mask: Uint8Array, bins: Bins): Tally[] {
  const { start, best } = store.columns;
  const tallies = Array.from({ length: bins.edges.length - 1 }, () => emptyTally());
  for (let i = 0; i < store.size; i++) {
    const bin = mask[i] ? binIndex(bins.edges, start[i]) : -1;
    if (bin < 0) continue;
    tallies[bin].incidents++;
    if (best[i] === UNKNOWN) tallies[bin].deathsUnknown++;
    else tallies[bin].deaths += best[i];
  }
  return tallies;
}

/** All of them in one. */
export function sumOf(tallies: readonly Tally[]): Tally {
  return tallies.reduce(
    (sum, { incidents, deaths, deathsUnknown }) => ({
      incidents: sum.incidents + incidents,
      deaths: sum.deaths + deaths,
      deathsUnknown: sum.deathsUnknown + deathsUnknown,
    }),
    emptyTally(),
  );
}

/** The incidents and deaths of some counts, without the rest. */
export function tallyOf({ incidents, deaths }: Counts): Tally {
  return { incidents, deaths: deaths.best, deathsUnknown: deaths.unknown };
}

function emptyTally(): Tally {
  return { incidents: 0, deaths: 0, deathsUnknown: 0 };
}
