import type { Day } from '../model/day.ts';
import { binsOf } from '../time/bins.ts';
import { NO_DISTRICT, type Store } from './store.ts';

/** What two datasets have in one month and district. */
export interface Compared {
  /** the month's first day */
  month: Day;
  /** index in the store's districts, or NO_DISTRICT */
  district: number;
  a: number;
  b: number;
}

/** Two datasets side by side. */
export interface Comparison {
  /** months and districts in which either has incidents, by time and then by district */
  cells: Compared[];
  /** of these, in how many both have some, or one alone */
  both: number;
  onlyA: number;
  onlyB: number;
}

/**
 * Counts the incidents of two of the store's datasets among some rows, by the month of the first day and by district.
 * The rows are ascending, as `visibleRows` gives them.
 */
export function compareDatasets(store: Store, rows: Uint32Array, a: number, b: number): Comparison {
  const comparison: Comparison = { cells: [], both: 0, onlyA: 0, onlyB: 0 };
  if (rows.length === 0) return comparison;
  const { start, district, dataset } = store.columns;
  const { edges } = binsOf({ start: start[rows[0]], end: start[rows[rows.length - 1]] }, 'month');
  const places = store.districts.length + 1;
  const counts = { a: new Uint32Array(places), b: new Uint32Array(places) };
  let month = 0;
  const close = () => {
    for (let place = 0; place < places; place++) {
      const cell = { month: edges[month], district: place + NO_DISTRICT, a: counts.a[place], b: counts.b[place] };
      if (cell.a === 0 && cell.b === 0) continue;
      comparison.cells.push(cell);
      if (cell.b === 0) comparison.onlyA++;
      else if (cell.a === 0) comparison.onlyB++;
      else comparison.both++;
    }
    counts.a.fill(0);
    counts.b.fill(0);
  };
  for (const row of rows) {
    if (start[row] >= edges[month + 1]) {
      close();
      while (start[row] >= edges[month + 1]) month++;
    }
    const place = district[row] - NO_DISTRICT;
    if (dataset[row] === a) counts.a[place]++;
    else if (dataset[row] === b) counts.b[place]++;
  }
  close();
  return comparison;
}
