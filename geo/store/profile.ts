import { BAND_KM } from '../model/border.ts';
import { PLACE_SIDES, type PlaceSide } from '../model/incident.ts';
import { perStore } from './per-store.ts';
import { added, NO_TALLY, tallyOf, totalOf, type RowCells, type Sums, type Tally } from './sums.ts';

/** Incidents of like places as the profile needs them: their computed properties, as far as these tell bands apart. */
export interface ProfileItem extends Tally {
  side: PlaceSide | null;
  borderKm: number | null;
  borderKmMin: number | null;
  borderKmMax: number | null;
}

/** One band of one side, or of those whose side is undecided. `toKm` is `null` in the last, which has no end. */
export interface BandFigures {
  side: PlaceSide;
  fromKm: number;
  toKm: number | null;
  /** By the single figure: each incident with a figure is in one band. */
  figure: Tally;
  /** Those whose whole interval lies in the band. */
  surely: Tally;
  /** Those whose interval lies in this band and in another: they are in the `possibly` of each. */
  possibly: Tally;
}

export interface Profile {
  bands: BandFigures[];
  /** By side: those that could be in either of two bands or more, each counted once. */
  either: Record<PlaceSide, Tally>;
  /** By side: those with a figure but with no known interval, such as a centroid of a district whose shape we lack. */
  noInterval: Record<PlaceSide, Tally>;
  /** By side: those whose location is too coarse for a figure. */
  tooCoarse: Record<PlaceSide, Tally>;
  /** Those in neither country. */
  elsewhere: Tally;
}

/** The bands' limits: 0-10, 10-25, 25-50, 50-100 and 100 km and more. A distance on a limit is in the band that begins there. */
export const BAND_LIMITS: readonly number[] = [0, ...BAND_KM];

/**
 * How many incidents and deaths lie how far from the border on each side, and how sure that is. On each side, the
 * `figure`s of all bands are the incidents with a figure, and these are the `surely`s plus `either` plus `noInterval`.
 */
export function borderProfile(items: Iterable<ProfileItem>): Profile {
  const bands = PLACE_SIDES.flatMap((side) =>
    BAND_LIMITS.map((fromKm, i): BandFigures => {
      const toKm = BAND_LIMITS[i + 1] ?? null;
      return { side, fromKm, toKm, figure: NO_TALLY, surely: NO_TALLY, possibly: NO_TALLY };
    }),
  );
  const bySide = () => ({ PK: NO_TALLY, AF: NO_TALLY, undecided: NO_TALLY });
  const profile = { bands, either: bySide(), noInterval: bySide(), tooCoarse: bySide(), elsewhere: NO_TALLY };
  for (const item of items) addTo(profile, item);
  return profile;
}

function addTo(profile: Profile, item: ProfileItem): void {
  const { side, borderKm, borderKmMin: min, borderKmMax: max } = item;
  if (side === null) return count(profile, 'elsewhere', item);
  if (borderKm === null) return count(profile.tooCoarse, side, item);
  const bands = profile.bands.filter((band) => band.side === side);
  count(bands[bandOf(borderKm)], 'figure', item);
  if (min === null || max === null) return count(profile.noInterval, side, item);
  const [first, last] = [bandOf(min), bandOf(max)];
  if (first === last) return count(bands[first], 'surely', item);
  count(profile.either, side, item);
  for (const band of bands.slice(first, last + 1)) count(band, 'possibly', item);
}

/** The index of the band that a distance lies in. */
export function bandOf(km: number): number {
  let band = 0;
  while (band + 1 < BAND_LIMITS.length && km >= BAND_LIMITS[band + 1]) band++;
  return band;
}

function count<Key extends string>(to: Record<Key, Tally>, key: Key, item: Tally): void {
  to[key] = added(to[key], item);
}

/** The bands of a distance and one for none. */
const LEVELS = BAND_LIMITS.length + 1;
/** Cells of a side: one for each band of the figure, of the nearest and of the farthest that it may be. */
const SIDE_CELLS = LEVELS ** 3;

/** The rows told apart as the profile does: by side and by the bands of their distance and its interval. */
export const profileCells = perStore(({ columns }): RowCells => {
  const { borderSide, borderKm, borderKmMin, borderKmMax } = columns;
  const of = new Int32Array(borderSide.length);
  for (let i = 0; i < of.length; i++) {
    const bands = (levelOf(borderKm[i]) * LEVELS + levelOf(borderKmMin[i])) * LEVELS + levelOf(borderKmMax[i]);
    of[i] = Math.min(borderSide[i], PLACE_SIDES.length) * SIDE_CELLS + bands;
  }
  return { count: (PLACE_SIDES.length + 1) * SIDE_CELLS, of };
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
      side: PLACE_SIDES[Math.floor(cell / SIDE_CELLS)] ?? null,
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
