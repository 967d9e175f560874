import type { Position } from '../model/incident.ts';
import { geodesicBetween } from './geodesic.ts';
import { checkPlace, KM_PER_MILE } from './wgs84.ts';

/** The geodesic distance between two places on WGS 84, km. Throws a `RangeError` for a coordinate that is none. */
export function geodesicKm(a: Position, b: Position): number {
  checkPlace(a[0], a[1]);
  checkPlace(b[0], b[1]);
  return geodesicBetween(a[0], a[1], b[0], b[1]).m / 1000;
}

/** The length of each leg of a path, km: one fewer than its places. */
export function legsKm(path: readonly Position[]): number[] {
  return path.slice(1).map((place, i) => geodesicKm(path[i], place));
}

/** The length of a path, geodesic from place to place, km; 0 for fewer than two places. */
export function pathKm(path: readonly Position[]): number {
  return legsKm(path).reduce((sum, km) => sum + km, 0);
}

/** International miles of kilometres. */
export function miles(km: number): number {
  return km / KM_PER_MILE;
}
