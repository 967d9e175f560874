import { PLACE_SIDES } from '../model/incident.ts';
import type { BorderSide } from '../region.ts';
import type { Bins } from '../time/bins.ts';
import { binRows, type Measure } from './count.ts';
import type { Store } from './store.ts';

const UNDECIDED = PLACE_SIDES.indexOf('undecided');

/** How far from the line a diagram of the border may count, km. */
export const WITHIN_KM = [10, 25, 50, 100, 200] as const;
export const FIRST_WITHIN_KM = 100;

/** Which incidents a diagram of the border counts. */
export interface Strip {
  /** at most this far from the line, km */
  withinKm: number;
  /** one side of the line alone, or `null` for both */
  side: BorderSide | null;
  measure: Measure;
}

/** A grid over the border and time: `cells[row * columns + column]`. */
export interface AlongGrid {
  /** stretches of the line, from the north-east */
  rows: number;
  /** bins of time */
  columns: number;
  /** km of the line in a row; the last row may be shorter */
  rowKm: number;
  cells: Float64Array;
  /** what may lie on the one side that is counted, and is in no cell */
  undecided: number;
}

/**
 * The border through time: incidents or deaths by stretch of the line and bin of time.
 * An incident counts once, in the bin of its first day (as in the histogram) and the row of its nearest point on the
 * line. Locations too coarse for a distance are in no cell.
 */
export function alongGrid(
  store: Store,
  mask: Uint8Array,
  bins: Bins,
  strip: Strip,
  lengthKm: number,
  rowKm: number,
): AlongGrid {
  const { borderKm, alongKm, borderSide, best } = store.columns;
  const rows = Math.max(1, Math.ceil(lengthKm / rowKm));
  const firstRows = binRows(store, bins);
  const columns = firstRows.length - 1;
  const cells = new Float64Array(rows * columns);
  let undecided = 0;
  const side = strip.side === null ? null : PLACE_SIDES.indexOf(strip.side);
  for (let column = 0; column < columns; column++) {
    const after = firstRows[column + 1];
    for (let i = firstRows[column]; i < after; i++) {
      if (!mask[i] || !(borderKm[i] <= strip.withinKm)) continue; // NaN is not within
      const amount = strip.measure === 'incidents' ? 1 : Math.max(0, best[i]);
      if (side !== null && borderSide[i] !== side) {
        if (borderSide[i] === UNDECIDED) undecided += amount;
        continue;
      }
      const row = Math.min(rows - 1, Math.floor(alongKm[i] / rowKm));
      cells[row * columns + column] += amount;
    }
  }
  return { rows, columns, rowKm, cells, undecided };
}
