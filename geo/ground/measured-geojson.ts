import type { Measurement } from '../model/border.ts';
import type { Position } from '../model/incident.ts';
import type { BorderInterval, PlaceGrade } from './uncertainty.ts';

/** How far a district is from the measured place, or from the last place of a path; 0 inside it. */
export interface DistrictDistance {
  id: string;
  name: string;
  km: number;
}

/** How well the measured place is known, and the distances from the border that it may therefore have. */
export interface PlaceKnown {
  grade: PlaceGrade;
  interval: BorderInterval | null;
}

/** GeoJSON (RFC 7946) of a measurement: the place with all figures, its nearest point, and the straight line between. */
export function measurementGeoJson(
  m: Measurement,
  { grade, interval }: PlaceKnown,
  toDistrict: DistrictDistance | null,
) {
  const { lon, lat, borderPoint, ...figures } = m;
  const place: Position = [lon, lat];
  const range = { placeKnown: grade, borderKmMin: interval?.min ?? null, borderKmMax: interval?.max ?? null };
  return {
    type: 'FeatureCollection' as const,
    features: [
      feature('Point', place, { name: 'measured place', ...figures, ...range, toDistrict }),
      feature('Point', borderPoint, { name: 'nearest point of the Durand Line', alongKm: m.alongKm }),
      feature('LineString', [place, borderPoint], { name: 'shortest distance', lengthKm: m.borderKm }),
    ],
  };
}

/** GeoJSON (RFC 7946) of a path with the geodesic length of each leg and of all, km. */
export function pathGeoJson(
  points: readonly Position[],
  legsKm: readonly number[],
  totalKm: number,
  toDistrict: DistrictDistance | null,
) {
  const properties = { name: 'measured path', lengthKm: totalKm, legsKm: [...legsKm], toDistrict };
  return {
    type: 'FeatureCollection' as const,
    features: [feature('LineString', [...points], properties)],
  };
}

function feature<T extends string, C, P>(type: T, coordinates: C, properties: P) {
  return { type: 'Feature' as const, geometry: { type, coordinates }, properties };
}
