import { deservedKm, deservedMeasurement } from './decimals.ts';
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

/** GeoJSON (RFC 7946) of a measurement, to the millimetre: the place with all figures, its nearest point, and the straight line between. */
export function measurementGeoJson(
  m: Measurement,
  { grade, interval }: PlaceKnown,
  toDistrict: DistrictDistance | null,
) {
  const { lon, lat, borderPoint, ...figures } = deservedMeasurement(m);
  const place: Position = [lon, lat];
  const [borderKmMin, borderKmMax] = [interval?.min ?? null, interval?.max ?? null].map((km) => km && written(km));
  const range = { placeKnown: grade, borderKmMin, borderKmMax };
  return {
    type: 'FeatureCollection' as const,
    features: [
      feature('Point', place, {
        name: 'measured place',
        ...figures,
        ...range,
        toDistrict: writtenDistrict(toDistrict),
      }),
      feature('Point', borderPoint, { name: 'nearest point of the Durand Line', alongKm: figures.alongKm }),
      feature('LineString', [place, borderPoint], { name: 'shortest distance', lengthKm: figures.borderKm }),
    ],
  };
}

/** GeoJSON (RFC 7946) of a path with the geodesic length of each leg and of all, km to the millimetre. */
export function pathGeoJson(
  points: readonly Position[],
  legsKm: readonly number[],
  totalKm: number,
  toDistrict: DistrictDistance | null,
) {
  const properties = {
    name: 'measured path',
    lengthKm: written(totalKm),
    legsKm: legsKm.map(written),
    toDistrict: writtenDistrict(toDistrict),
  };
  return {
    type: 'FeatureCollection' as const,
    features: [feature('LineString', [...points], properties)],
  };
}

function written(km: number): number {
  return deservedKm(km, 'measured');
}

function writtenDistrict(to: DistrictDistance | null): DistrictDistance | null {
  return to && { ...to, km: written(to.km) };
}

function feature<T extends string, C, P>(type: T, coordinates: C, properties: P) {
  return { type: 'Feature' as const, geometry: { type, coordinates }, properties };
}
