import type { Bbox } from '../bbox.ts';
import type { Store } from './store.ts';

/** How many incidents of the store lie outside the box, or have a place there; those of one dataset, by its code, are not counted. */
export function countOutside(
  { size, columns, otherPlaces }: Store,
  [west, south, east, north]: Bbox,
  except = -1,
): number {
  const { lon, lat, dataset } = columns;
  const isOut = (x: number, y: number) => x < west || x > east || y < south || y > north;
  let count = 0;
  for (let row = 0; row < size; row++) {
    const isOutside = isOut(lon[row], lat[row]);
    if (isOutside && dataset[row] !== except) count++;
  }
  const { rows } = otherPlaces;
  const rowsOut = rows.filter((row, i) => isOut(otherPlaces.lon[i], otherPlaces.lat[i]) && !isOut(lon[row], lat[row]));
  return count + [...new Set(rowsOut)].filter((row) => dataset[row] !== except).length;
}

/** The smallest box that holds all places of the rows; `null` where there are none. */
export function boxOf({ columns: { lon, lat }, otherPlaces }: Store, rows: Uint32Array): Bbox | null {
  if (rows.length === 0) return null;
  let [west, south, east, north] = [180, 90, -180, -90];
  const hold = (x: number, y: number) => {
    west = Math.min(west, x);
    east = Math.max(east, x);
    south = Math.min(south, y);
    north = Math.max(north, y);
  };
  for (const row of rows) hold(lon[row], lat[row]);
  if (otherPlaces.rows.length > 0) {
    const held = new Set(rows);
    otherPlaces.rows.forEach((row, i) => {
      if (held.has(row)) hold(otherPlaces.lon[i], otherPlaces.lat[i]);
    });
  }
  return [west, south, east, north];
}
