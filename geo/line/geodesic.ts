import geodesic from 'geographiclib-geodesic';
import type { Position } from '../model/incident.ts';

const { WGS84, DISTANCE, AZIMUTH, LATITUDE, LONGITUDE } = geodesic.Geodesic;

/** A geodesic between two places: its length in metres and its forward azimuth at the second, degrees. */
export interface Geodesic {
  m: number;
  azimuth: number;
}

/** The geodesic from one place to another on WGS 84 (Karney 2013, by GeographicLib: exact to nanometres, any range). */
export function geodesicBetween(lon1: number, lat1: number, lon2: number, lat2: number): Geodesic {
  const { s12, azi2 } = WGS84.Inverse(lat1, lon1, lat2, lon2, DISTANCE | AZIMUTH);
  return { m: s12 ?? NaN, azimuth: azi2 ?? NaN };
}

/** The place that lies `metres` from a place along a geodesic with the given azimuth (degrees from north, clockwise). */
export function placeAt(lon: number, lat: number, azimuth: number, metres: number): Position {
  const { lon2, lat2 } = WGS84.Direct(lat, lon, azimuth, metres, LATITUDE | LONGITUDE);
  return [lon2 ?? NaN, lat2 ?? NaN];
}
