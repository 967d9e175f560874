import { BAND_LIMITS, bandOf, borderProfile, type Profile, type ProfileItem } from '../border/profile.ts';
import { BORDER_SIDES } from '../model/border.ts';
import { perStore } from './per-store.ts';
import { tallyOf, totalOf, type Cells, type Sums } from './sums.ts';

/** The bands of a distance and one for none. */
const LEVELS = BAND_LIMITS.length + 1;
/** Cells of a side: one for each band of the figure, of the nearest and of the farthest that it may be. */
const SIDE_CELLS = LEVELS ** 3;

/** The rows told apart as the profile does: by side and by the bands of their distance and its interval. */
export const profileCells = perStore(({ columns }): Cells => {
  const { borderSide, borderKm, borderKmMin, borderKmMax } = columns;
  const of = new Int32Array(borderSide.length);
  for (let i = 0; i < of.length; i++) {
    const bands = (levelOf(borderKm[i]) * LEVELS + levelOf(borderKmMin[i])) * LEVELS + levelOf(borderKmMax[i]);
    of[i] = Math.min(borderSide[i], BORDER_SIDES.length) * SIDE_CELLS + bands;
  }
  return { count: (BORDER_SIDES.length + 1) * SIDE_CELLS, of };
});

/** The profile of the sums over `profileCells`. */
export function profileOf(sums: Sums): Profile {
  return borderProfile(profileItems(sums));
}

/** Each cell that is not empty, with the least distances that lie in its bands. */
function* profileItems(sums: Sums): Generator<ProfileItem> {
  for (let cell = 0; cell < sums.incidents.length; cell++) {
    if (sums.incidents[cell] === 0) continue;
    yield {
      side: BORDER_SIDES[Math.floor(cell / SIDE_CELLS)] ?? null,
      borderKm: leastKm(Math.floor(cell / LEVELS ** 2) % LEVELS),
      borderKmMin: leastKm(Math.floor(cell / LEVELS) % LEVELS),
      borderKmMax: leastKm(cell % LEVELS),
      ...tallyOf(totalOf(sums, cell, cell + 1)),
    };
  }
}

/** 0 for no distance, else the band and one. */
function levelOf(km: number): number {
  return Number.isNaN(km) ? 0 : bandOf(km) + 1;
}

function leastKm(level: number): number | null {
  return level === 0 ? null : BAND_LIMITS[level - 1];
}
