import geodesic from 'geographiclib-geodesic';
import type { Areal } from '../model/geojson.ts';
import type { Position } from '../model/incident.ts';

const M_PER_KM = 1000;

/** The area in km² of a polygon or of several, holes taken out; edges are geodesics on WGS 84 (Karney). */
export function areaKm2(areal: Areal): number {
  const polygons = areal.type === 'Polygon' ? [areal.coordinates] : areal.coordinates;
  let km2 = 0;
  for (const [outer, ...holes] of polygons) {
    km2 += ringKm2(outer);
    for (const hole of holes) km2 -= ringKm2(hole);
  }
  return km2;
}

/** The area in km² that a closed ring holds, whichever way it winds. */
export function ringKm2(ring: readonly Position[]): number {
  const polygon = geodesic.Geodesic.WGS84.Polygon(false);
  for (const [lon, lat] of ring.slice(0, -1)) polygon.AddPoint(lat, lon);
  const { area } = polygon.Compute(false, true);
  if (area === undefined) throw new Error('geographiclib gave no area');
  return Math.abs(area) / (M_PER_KM * M_PER_KM);
}
