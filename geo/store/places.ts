import type { Bbox } from '../bbox.ts';
import type { Store } from './store.ts';

/** How many incidents of the store lie outside the box; those of one dataset, by its code, are not counted. */
export function countOutside({ size, columns }: Store, [west, south, east, north]: Bbox, except = -1): number {
  const { lon, lat, dataset } = columns;
  let count = 0;
  for (let row = 0; row < size; row++) {
    const isOutside = lon[row] < west || lon[row] > east || lat[row] < south || lat[row] > north;
    if (isOutside && dataset[row] !== except) count++;
  }
  return count;
}

/** The smallest box that holds the rows; `null` where there are none. */
export function boxOf({ columns: { lon, lat } }: Store, rows: Uint32Array): Bbox | null {
  if (rows.length === 0) return null;
  let [west, south, east, north] = [180, 90, -180, -90];
  for (const row of rows) {
    west = Math.min(west, lon[row]);
    east = Math.max(east, lon[row]);
    south = Math.min(south, lat[row]);
    north = Math.max(north, lat[row]);
  }
  return [west, south, east, north];
}
