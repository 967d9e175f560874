import { upperBound } from '../time/bins.ts';
import type { Window } from '../time/window.ts';
import { placeCells, rangeOf } from './count.ts';
import { perStore } from './per-store.ts';
import { indicesByKey } from './radix.ts';
import type { Store } from './store.ts';
import { clearSums, copySums, countRow, emptySums, type RowCells, type Sums } from './sums.ts';

/**
 * Gives the sums of any window over the rows that pass the mask, a new object each time. It keeps those of the window
 * asked for last and counts in what has entered since and out what has left; all anew where those are more rows than the
 * window itself holds.
 */
export function tallyBy(store: Store, mask: Uint8Array, cells: RowCells): (window: Window) => Sums {
  const { columns } = store;
  const sums = emptySums(cells.count);
  let last: Window | null = null;

  /** A window shows what has begun by its end but for what was over before its start: a move changes these two alone. */
  function move(old: Window, window: Window, limit: number): boolean {
    const { rows, days } = byLastDay(store);
    const [begunOld, begun] = [upperBound(columns.start, old.end), upperBound(columns.start, window.end)];
    const [overOld, over] = [upperBound(days, old.start - 1), upperBound(days, window.start - 1)];
    if (Math.abs(begun - begunOld) + Math.abs(over - overOld) >= limit) return false;
    for (let i = begunOld; i < begun; i++) if (mask[i]) countRow(sums, columns, i, cells.of[i], 1);
    for (let i = begun; i < begunOld; i++) if (mask[i]) countRow(sums, columns, i, cells.of[i], -1);
    for (let i = overOld; i < over; i++) if (mask[rows[i]]) countRow(sums, columns, rows[i], cells.of[rows[i]], -1);
    for (let i = over; i < overOld; i++) if (mask[rows[i]]) countRow(sums, columns, rows[i], cells.of[rows[i]], 1);
    return true;
  }

  function recount(window: Window, from: number, to: number): void {
    clearSums(sums);
    for (let i = from; i < to; i++) {
      if (mask[i] && columns.end[i] >= window.start) countRow(sums, columns, i, cells.of[i], 1);
    }
  }

  return (window) => {
    const { from, to } = rangeOf(store, window);
    if (!last || !isForward(window) || !move(last, window, to - from)) recount(window, from, to);
    last = isForward(window) ? window : null;
    return copySums(sums);
  };
}

/** Of a window that ends before it starts, what is over before its start need not have begun by its end. */
function isForward({ start, end }: Window): boolean {
  return start <= end;
}

/** Makes what every tally of a store needs, so that the first one need not; a generator that rests in between, see inTasks. */
export function* prepareTallies(store: Store): Generator<undefined, void> {
  byLastDay(store);
  yield;
  placeCells(store);
}

/** The rows by last day, and these days. */
const byLastDay = perStore(({ columns: { end }, extent }) => {
  const first = extent?.start ?? 0;
  const keys = new Uint32Array(end.length);
  for (let i = 0; i < keys.length; i++) keys[i] = end[i] - first; // none is over before the first has begun
  const rows = indicesByKey(keys);
  const days = new Int32Array(rows.length);
  for (let i = 0; i < days.length; i++) days[i] = end[rows[i]];
  return { rows, days };
});
