import type { Measurement } from '../model/border.ts';
import type { Position } from '../model/incident.ts';

/** GeoJSON (RFC 7946) of a measurement: the place with all figures, its nearest point, and the straight line between. */
export function measurementGeoJson(m: Measurement) {
  const { lon, lat, borderPoint, ...figures } = m;
  const place: Position = [lon, lat];
  return {
    type: 'FeatureCollection' as const,
    features: [
      feature('Point', place, { name: 'measured place', ...figures }),
      feature('Point', borderPoint, { name: 'nearest point of the Durand Line', alongKm: m.alongKm }),
      feature('LineString', [place, borderPoint], { name: 'shortest distance', lengthKm: m.borderKm }),
    ],
  };
}

/** GeoJSON (RFC 7946) of a path with the geodesic length of each leg and of all, km. */
export function pathGeoJson(points: readonly Position[], legsKm: readonly number[], totalKm: number) {
  return {
    type: 'FeatureCollection' as const,
    features: [feature('LineString', [...points], { name: 'measured path', lengthKm: totalKm, legsKm: [...legsKm] })],
  };
}

function feature<T extends string, C, P>(type: T, coordinates: C, properties: P) {
  return { type: 'Feature' as const, geometry: { type, coordinates }, properties };
}
