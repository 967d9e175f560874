import { BORDER_SIDES } from '../model/border.ts';
import type { Measure } from './count.ts';
import { NO_CODE, UNKNOWN, type Store } from './store.ts';

/**
 * Kilometres across the line: the distance from it, negative on the Afghan side.
 * NaN where the location is too coarse or lies on neither side.
 */
export function acrossKm(store: Store, row: number): number {
  const { borderSide, borderKm } = store.columns;
  if (borderSide[row] === NO_CODE) return NaN;
  return isAfghan(store, row) ? -borderKm[row] : borderKm[row];
}

/**
 * Incidents or deaths by kilometres across the line: the bins from `half` on are Pakistan's,
 * outwards from the line; those before it are Afghanistan's, mirrored.
 */
export interface AcrossBins {
  binKm: number;
  /** bins on each side */
  half: number;
  heights: Float64Array;
  /** what lies beyond the outermost bins */
  beyond: { AF: number; PK: number };
  /** incidents that have no distance */
  without: number;
}

function isAfghan(store: Store, row: number): boolean {
  return store.columns.borderSide[row] === BORDER_SIDES.indexOf('AF');
}

/** The rows counted by their distance from the line, signed. `reachKm` is a whole number of bins. */
export function acrossBins(
  store: Store,
  rows: Uint32Array,
  measure: Measure,
  binKm: number,
  reachKm: number,
): AcrossBins {
  const half = Math.round(reachKm / binKm);
  const bins: AcrossBins = {
    binKm,
    half,
    heights: new Float64Array(2 * half),
    beyond: { AF: 0, PK: 0 },
    without: 0,
  };
  for (const row of rows) {
    const km = acrossKm(store, row);
    if (Number.isNaN(km)) {
      bins.without++;
      continue;
    }
    const best = store.columns.best[row];
    const amount = measure === 'incidents' ? 1 : best === UNKNOWN ? 0 : best;
    const nth = Math.floor(Math.abs(km) / binKm);
    const bin = isAfghan(store, row) ? half - 1 - nth : half + nth;
    if (bin < 0) bins.beyond.AF += amount;
    else if (bin >= 2 * half) bins.beyond.PK += amount;
    else bins.heights[bin] += amount;
  }
  return bins;
}
