import type { Border } from '../line/border.ts';
import { createNearest } from '../line/nearest.ts';
import { indexPaths } from '../line/paths.ts';
import { metresPerDegree } from '../line/wgs84.ts';
import type { Areal } from '../model/geojson.ts';
import type { District } from '../model/district.ts';
import { createArea, ringsOf } from '../areas/area.ts';
import { lazily } from './district-lookup.ts';

/** The distances from the border, km, that places of a district have. */
export interface BorderRange {
  nearestKm: number;
  farthestKm: number;
}

/** The farthest place is searched down to this, km: a hundredth of how well the districts' edges are known. */
const TOLERANCE_KM = 0.01;

/** Gives the range of each district by id, reckoned once when first asked for; `null` for an unknown id. */
export function createBorderRanges(
  districts: { features: readonly District[] },
  border: Border,
): (id: string) => BorderRange | null {
  const ranges = new Map(
    districts.features.map(({ geometry, properties }) => [properties.id, lazily(() => borderRange(geometry, border))]),
  );
  return (id) => ranges.get(id)?.() ?? null;
}

/** The true nearest and farthest geodesic distance of polygons from the border, the nearest to 1 m, the farthest to 10 m. */
export function borderRange(areal: Areal, border: Border): BorderRange {
  return { nearestKm: nearestKm(areal, border), farthestKm: farthestKm(areal, border) };
}

/** Two courses that do not meet are nearest at a vertex of one of them: their edges are a few km at most. */
function nearestKm(areal: Areal, border: Border): number {
  const rings = ringsOf(areal);
  let nearest = Infinity;
  for (const [lon, lat] of rings.flat()) nearest = Math.min(nearest, border.nearest(lon, lat).borderKm);
  if (nearest < 1e-6) return 0;
  const area = createArea(areal);
  const boundary = createNearest(indexPaths(rings));
  for (const [lon, lat] of border.coordinates) {
    if (area.contains(lon, lat)) return 0;
    nearest = Math.min(nearest, boundary(lon, lat).m / 1000);
  }
  return nearest;
}

/**
 * Branch and bound over a grid that is refined. No place in a cell is farther from the border than the cell's centre by
 * more than the cell's radius (the triangle inequality), so cells that cannot beat the farthest found are dropped.
 */
function farthestKm(areal: Areal, border: Border): number {
  const rings = ringsOf(areal);
  const area = createArea(areal);
  const boundary = createNearest(indexPaths(rings));
  let farthest = 0;
  for (const [lon, lat] of rings.flat()) farthest = Math.max(farthest, border.nearest(lon, lat).borderKm);
  const [west, south, east, north] = area.bbox;
  let [width, height] = [(east - west) / 2, (north - south) / 2];
  let cells: [number, number][] = [[west + width, south + height]];
  while (cells.length > 0) {
    const next: [number, number][] = [];
    for (const [lon, lat] of cells) {
      const radius = radiusKm(lat, width, height);
      const km = border.nearest(lon, lat).borderKm;
      if (km + radius <= farthest + TOLERANCE_KM) continue;
      const inside = area.contains(lon, lat);
      if (inside) farthest = Math.max(farthest, km);
      else if (boundary(lon, lat).m / 1000 > radius) continue;
      if (radius < TOLERANCE_KM) continue;
      for (const [x, y] of [
        [-0.5, -0.5],
        [0.5, -0.5],
        [-0.5, 0.5],
        [0.5, 0.5],
      ])
        next.push([lon + x * width, lat + y * height]);
    }
    cells = next;
    width /= 2;
    height /= 2;
  }
  return farthest;
}

/** The distance, km, from a cell's centre to its corners, from above. */
function radiusKm(lat: number, width: number, height: number): number {
  const east = metresPerDegree(Math.max(0, Math.abs(lat) - height)).east;
  const north = metresPerDegree(Math.min(90, Math.abs(lat) + height)).north;
  return (Math.hypot(east * width, north * height) / 1000) * 1.001;
}
