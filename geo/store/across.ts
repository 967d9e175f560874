import { tallyOf, totalOf, type Tally, type RowCells, type Sums } from './sums.ts';
import { PLACE_SIDES } from '../model/incident.ts';
import { histogram, type Measure } from './count.ts';
import { perStore } from './per-store.ts';
import { NO_CODE, type Store } from './store.ts';

const AFGHAN = PLACE_SIDES.indexOf('AF');
const UNDECIDED = PLACE_SIDES.indexOf('undecided');

/**
 * Whether a row lies at a distance across the line between two, km, negative on the Afghan side. Where its side is
 * undecided it may lie on either, and does so if either fits. A location that is too coarse, or in neither country, does
 * not.
 */
export function mayLieAcross(store: Store, min: number, max: number): (row: number) => boolean {
  const { borderSide, borderKm } = store.columns;
  const isWithin = (km: number) => km >= min && km <= max; // NaN is not
  return (row) => {
    const side = borderSide[row];
    const km = borderKm[row];
    if (side === NO_CODE) return false;
    return (side !== AFGHAN && isWithin(km)) || ((side === AFGHAN || side === UNDECIDED) && isWithin(-km));
  };
}

/** The width of a bin and how far the bins reach on each side, km. */
const BIN_KM = 5;
export const REACH_KM = 150;
const HALF = REACH_KM / BIN_KM;

/**
 * Cells from the Afghan side to the Pakistani: those beyond, the bins of both sides, those beyond; then the undecided; then
 * those without.
 */
const EITHER = 2 * HALF + 2;
const WITHOUT = EITHER + 1;

/** The rows by their distance across the line. */
export const acrossCells = perStore(({ columns: { borderSide, borderKm } }): RowCells => {
  const of = new Int32Array(borderSide.length);
  for (let i = 0; i < of.length; i++) {
    if (borderSide[i] === NO_CODE || Number.isNaN(borderKm[i])) {
      of[i] = WITHOUT;
      continue;
    }
    if (borderSide[i] === UNDECIDED) {
      of[i] = EITHER;
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
  /** what may lie on either side, and so is in no bin */
  undecided: Tally;
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
    undecided: tallyIn(EITHER),
    without: sums.incidents[WITHOUT],
  };
}
