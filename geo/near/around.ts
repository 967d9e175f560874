import KDBush from 'kdbush';
import { geodesicBetween } from '../line/geodesic.ts';
import type { Store } from '../store/store.ts';

/** An incident, by its row, and how far from a place it was, km: of several places of one incident the nearest counts. */
export interface Nearby {
  row: number;
  km: number;
}

/** What finds incidents about a place. */
export interface AroundPlaces {
  /** Those at most so many km away, by the recorded place; nearest first, then by row. */
  within: (lon: number, lat: number, km: number) => Nearby[];
  /** The nearest one that passes; of those as near the one of the lowest row. `null` where none does. */
  nearest: (lon: number, lat: number, passes: (row: number) => boolean) => Nearby | null;
}

/** No radius of curvature of WGS 84 is smaller, km: an angle that is made with it is never too small. */
const SMALLEST_RADIUS_KM = 6335;
/** As far as two places can be apart, km, and more. */
const FARTHEST_KM = 20_040;
/** So far, at first, the nearest is looked for, km. */
const FIRST_KM = 20;
const RAD = Math.PI / 180;

/** Indexes the places of a store's incidents. Distances are geodesics on WGS 84 (Karney 2013), anywhere on earth. */
export function createAround({ size, columns: { lon, lat }, otherPlaces: other }: Store): AroundPlaces {
  const index = new KDBush(size + other.rows.length, 64, Float64Array);
  for (let row = 0; row < size; row++) index.add(lon[row], lat[row]);
  for (let i = 0; i < other.rows.length; i++) index.add(other.lon[i], other.lat[i]);
  index.finish();

  function within(atLon: number, atLat: number, km: number): Nearby[] {
    const nearest = new Map<number, number>();
    for (const [west, south, east, north] of boxesAround(atLon, atLat, km))
      for (const id of index.range(west, south, east, north)) {
        const i = id - size;
        const [row, placeLon, placeLat] = i < 0 ? [id, lon[id], lat[id]] : [other.rows[i], other.lon[i], other.lat[i]];
        const apart = geodesicBetween(atLon, atLat, placeLon, placeLat).m / 1000;
        if (apart <= km && apart < (nearest.get(row) ?? Infinity)) nearest.set(row, apart);
      }
    return Array.from(nearest, ([row, apart]) => ({ row, km: apart })).sort((a, b) => a.km - b.km || a.row - b.row);
  }

  return {
    within,
    nearest(atLon, atLat, passes) {
      for (let km = FIRST_KM; ; km *= 4) {
        const found = within(atLon, atLat, Math.min(km, FARTHEST_KM)).find(({ row }) => passes(row));
        if (found) return found;
        if (km >= FARTHEST_KM) return null;
      }
    },
  };
}

type Box = [west: number, south: number, east: number, north: number];

/** Boxes of degrees that hold all that is within so many km: two where it lies across 180°, all around where it holds a pole. */
function boxesAround(lon: number, lat: number, km: number): Box[] {
  const angle = km / SMALLEST_RADIUS_KM;
  const [south, north] = [lat - angle / RAD, lat + angle / RAD];
  if (south <= -90 || north >= 90) return [[-180, Math.max(south, -90), 180, Math.min(north, 90)]];
  // a meridian touches the circle where it is farthest east: sin(dLon) = sin(angle) / cos(lat)
  const half = Math.asin(Math.min(1, Math.sin(angle) / Math.cos(lat * RAD))) / RAD;
  const [west, east] = [lon - half, lon + half];
  if (west < -180)
    return [
      [west + 360, south, 180, north],
      [-180, south, east, north],
    ];
  if (east > 180)
    return [
      [west, south, 180, north],
      [-180, south, east - 360, north],
    ];
  return [[west, south, east, north]];
}
