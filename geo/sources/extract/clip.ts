import type { MultiPolygon, Polygon } from 'geojson';
import { ringKm2 } from '../../areas/geodesic.ts';
import type { Areal } from '../../model/geojson.ts';
import type { Position } from '../../model/incident.ts';

/** West, south, east, north of what the map shows. */
export const REGION: [number, number, number, number] = [55, 22, 82, 42];

/** Pieces and holes below this are left over from cutting and are dropped. */
const CRUMB_KM2 = 2;

export function inRegion(lon: number, lat: number): boolean {
  return lon >= REGION[0] && lat >= REGION[1] && lon <= REGION[2] && lat <= REGION[3];
}

/** The area with positions rounded, and without those that then repeat. */
export function roundedAreal(areal: Polygon | MultiPolygon, digits: number): Areal {
  const polygons = areal.type === 'Polygon' ? [areal.coordinates] : areal.coordinates;
  const rounded = polygons.map((rings) => rings.map((ring) => roundedLine(ring, digits)).filter((ring) => ring.length > 3));
  return { type: 'MultiPolygon', coordinates: rounded.filter((rings) => rings.length > 0) };
}

/** The line with positions rounded, and without those that then repeat. */
export function roundedLine(line: readonly number[][], digits: number): Position[] {
  const rounded = line.map(([lon, lat]): Position => [Number(lon.toFixed(digits)), Number(lat.toFixed(digits))]);
  return rounded.filter((position, i) => i === 0 || position.join() !== rounded[i - 1].join());
}

export function withoutCrumbs(areal: Areal): Areal {
  const polygons = areal.type === 'Polygon' ? [areal.coordinates] : areal.coordinates;
  const kept = polygons
    .map(([outer, ...holes]) => [outer, ...holes.filter((hole) => ringKm2(hole) >= CRUMB_KM2)])
    .filter(([outer]) => ringKm2(outer) >= CRUMB_KM2);
  return kept.length === 1 ? { type: 'Polygon', coordinates: kept[0] } : { type: 'MultiPolygon', coordinates: kept };
}
