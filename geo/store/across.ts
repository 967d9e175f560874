import { tallyOf, totalOf, type Tally, type RowCells, type Sums } from './sums.ts';
import { BORDER_SIDES } from '../region.ts';
import { histogram, type Measure } from './count.ts';
import { perStore } from './per-store.ts';
import { NO_CODE, type Store } from './store.ts';

const AFGHAN = BORDER_SIDES.indexOf('AF');

/**
 * Kilometres across the line: the distance from it, negative on the Afghan side.
 * NaN where the location is too coarse or lies on neither side.
 */
export function acrossKm(store: Store, row: number): number {
  const { borderSide, borderKm } = store.columns;
  if (borderSide[row] === NO_CODE) return NaN;
  return borderSide[row] === AFGHAN ? -borderKm[row] : borderKm[row];
}

/** The width of a bin and how far the bins reach on each side, km. */
const BIN_KM = 5;
export const REACH_KM = 150;
const HALF = REACH_KM / BIN_KM;

/** Cells from the Afghan side to the Pakistani: those beyond, the bins of both sides, those beyond; then those without. */
const WITHOUT = 2 * HALF + 2;

/** The rows by their distance across the line. */
export const acrossCells = perStore(({ columns: { borderSide, borderKm } }): RowCells => {
  const of = new Int32Array(borderSide.length);
  for (let i = 0; i < of.length; i++) {
    if (borderSide[i] === NO_CODE || Number.isNaN(borderKm[i])) {
      of[i] = WITHOUT;
      continue;
    }
    const nth = Math.min(HALF, Math.floor(borderKm[i] / BIN_KM));
    of[i] = borderSide[i] === AFGHAN ? HALF - nth : HALF + 1 + nth;
  }
  return { count: WITHOUT + 1, of };
});

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
  beyond: { AF: Tally; PK: Tally };
  /** incidents that have no distance */
  without: number;
}

/** The bins of the sums over `acrossCells`. */
export function acrossBins(sums: Sums, measure: Measure): AcrossBins {
  const tallyIn = (cell: number) => tallyOf(totalOf(sums, cell, cell + 1));
  return {
    binKm: BIN_KM,
    half: HALF,
    heights: histogram(sums, measure).slice(1, 2 * HALF + 1),
    beyond: { AF: tallyIn(0), PK: tallyIn(2 * HALF + 1) },
    without: sums.incidents[WITHOUT],
  };
}
