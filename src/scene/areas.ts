import { GROUPINGS, type Grouping } from '../../geo/model/groupings.ts';
import { sumOf } from '../../geo/store/count.ts';
import { tallyOf, totalOf, type RowCells, type Sums, type Tally } from '../../geo/store/sums.ts';
import { along } from './marks.ts';
import type { PlacesOfRows } from './places.ts';

const SMALLEST = 54;
const PER_INCIDENT = 6;
/** More incidents than this are drawn no larger. */
const MOST_INCIDENTS = 300;

/** The radius in pixels of the symbol of so many incidents: its area grows in step with them. */
export function areaRadius(incidents: number): number {
  return Math.sqrt(SMALLEST + PER_INCIDENT * Math.min(incidents, MOST_INCIDENTS));
}

/** How much larger than at scale 1 symbols are drawn at a zoom: less small than marks far out, as they hold a number. */
export function areaScale(zoom: number): number {
  return along(zoom, [
    [4, 0.6],
    [6, 0.9],
    [7.5, 1],
  ]);
}

/** From this zoom on the incidents of an area stand around its symbol, each by itself. */
export const OPEN_ZOOM = 9;

/** The rows by area and group: cell `area * groups + group`; all others are in the last cell. */
export function areaCells({ of: placeOf, areas }: PlacesOfRows, group: Uint8Array, grouping: Grouping): RowCells {
  const groups = GROUPINGS[grouping].length;
  const other = areas.place.length * groups;
  const of = new Int32Array(placeOf.length);
  for (let row = 0; row < of.length; row++) {
    const area = areas.at[placeOf[row]];
    of[row] = area < 0 ? other : area * groups + group[row];
  }
  return { count: other + 1, of };
}

/** How many incidents each area has, in all and of each group. */
export interface AreaCounts {
  incidents: Float64Array;
  /** of area and group, as in areaCells */
  byGroup: Float64Array;
}

/** The counts of some groups (bits, see ALL_GROUPS) from the sums over `areaCells`. */
export function areaCounts({ incidents }: Sums, shown: number, grouping: Grouping): AreaCounts {
  const groups = GROUPINGS[grouping].length;
  const byGroup = incidents.slice(0, -1);
  const counts = new Float64Array(byGroup.length / groups);
  byGroup.forEach((count, cell) => {
    const group = cell % groups;
    if (((shown >> group) & 1) === 0) byGroup[cell] = 0;
    else counts[Math.floor(cell / groups)] += count;
  });
  return { incidents: counts, byGroup };
}

/** What an area has of some groups, from the same sums. */
export function areaTally(sums: Sums, area: number, shown: number, grouping: Grouping): Tally {
  const groups = GROUPINGS[grouping];
  const tallies = groups.flatMap((_, group) => {
    const cell = area * groups.length + group;
    return ((shown >> group) & 1) === 1 ? [tallyOf(totalOf(sums, cell, cell + 1))] : [];
  });
  return sumOf(tallies);
}
