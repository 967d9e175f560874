import {
  added,
  countRow,
  emptySums,
  NO_TALLY,
  tallyOf,
  totalOf,
  type RowCells,
  type Sums,
  type Tally,
  type Total,
} from './sums.ts';
import { GROUPINGS, SIDE_GROUP_OF, type Grouping } from '../model/groupings.ts';
import { GROUPS } from '../model/incident.ts';
import { upperBound, type Bins } from '../time/bins.ts';
import type { Window } from '../time/window.ts';
import { perStore } from './per-store.ts';
import { NO_DISTRICT, type Columns, type Store } from './store.ts';

/** What is counted: incidents, or the best estimate of the killed. */
export const MEASURES = ['incidents', 'deaths'] as const;
export type Measure = (typeof MEASURES)[number];
export const FIRST_MEASURE: Measure = 'incidents';

export interface Counts extends Total {
  /** incidents of each group, in the order of GROUPS */
  byGroup: Uint32Array;
  /** for each of the store's districts */
  byDistrict: Tally[];
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
  const { end } = store.columns;
  const { from, to } = rangeOf(store, window);
  const rows = new Uint32Array(Math.max(0, to - from));
  let count = 0;
  for (let i = from; i < to; i++) if (mask[i] && end[i] >= window.start) rows[count++] = i;
  return rows.subarray(0, count);
}

/** The rows by district and group: cell `(district + 1) * GROUPS.length + group`; those in no district come first. */
export const placeCells = perStore(({ columns: { district, group }, districts }): RowCells => {
  const of = new Int32Array(group.length);
  for (let i = 0; i < of.length; i++) of[i] = (district[i] - NO_DISTRICT) * GROUPS.length + group[i];
  return { count: (districts.length + 1) * GROUPS.length, of };
});

/** The figures of the sums over `placeCells`. */
export function countsOf(sums: Sums): Counts {
  const cells = sums.incidents.length;
  const size = cells / GROUPS.length - 1;
  const counts: Counts = {
    ...totalOf(sums, 0, cells),
    byGroup: new Uint32Array(GROUPS.length),
    byDistrict: Array.from({ length: size }, (_, index) => tallyOf(districtTotal(sums, index))),
  };
  for (let cell = 0; cell < cells; cell++) counts.byGroup[cell % GROUPS.length] += sums.incidents[cell];
  return counts;
}

/** What a district of the store, or NO_DISTRICT, has of the sums over `placeCells`. */
export function districtTotal(sums: Sums, index: number): Total {
  const first = (index - NO_DISTRICT) * GROUPS.length;
  return totalOf(sums, first, first + GROUPS.length);
}

/** The first row of each bin, and the row after the last bin: the rows are sorted by first day. */
export function binRows({ columns: { start } }: Store, { edges }: Bins): Uint32Array {
  return Uint32Array.from(edges, (edge) => upperBound(start, edge - 1));
}

/** The group of each row, as its index in those of the grouping. */
export function groupCodes(store: Store, grouping: Grouping): Uint8Array {
  return grouping === 'type' ? store.columns.group : sideGroupCodes(store);
}

const sideGroupCodes = perStore(({ columns: { sides } }) => Uint8Array.from(sides, (bits) => SIDE_GROUP_OF[bits]));

/**
 * The rows that pass the mask by bin and group: cell `bin * groups + group`, with as many groups as the grouping has. An
 * incident counts once, in the bin of its first day.
 */
export function binSums(store: Store, mask: Uint8Array, bins: Bins, grouping: Grouping): Sums {
  const { columns } = store;
  const [rows, group] = [binRows(store, bins), groupCodes(store, grouping)];
  const groups = GROUPINGS[grouping].length;
  const sums = emptySums((rows.length - 1) * groups);
  for (let bin = 0; bin + 1 < rows.length; bin++) {
    const [first, after] = [bin * groups, rows[bin + 1]];
    for (let i = rows[bin]; i < after; i++) if (mask[i]) countRow(sums, columns, i, first + group[i], 1);
  }
  return sums;
}

/** The histogram over time, stacked by group: `binSums` by one measure. */
export function histogram(sums: Sums, measure: Measure): Float64Array {
  return measure === 'incidents' ? sums.incidents : sums.best;
}

/** The incidents of each bin of `binSums`, all groups together, with their deaths. */
export function binTallies(sums: Sums, grouping: Grouping): Tally[] {
  const groups = GROUPINGS[grouping].length;
  return Array.from({ length: sums.incidents.length / groups }, (_, bin) =>
    tallyOf(totalOf(sums, bin * groups, (bin + 1) * groups)),
  );
}

/** All of them in one. */
export function sumOf(tallies: readonly Tally[]): Tally {
  return tallies.reduce(added, NO_TALLY);
}
