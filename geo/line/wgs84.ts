import geodesic from 'geographiclib-geodesic';
import type { Position } from '../model/incident.ts';

const { WGS84, DISTANCE, AZIMUTH, LATITUDE, LONGITUDE } = geodesic.Geodesic;

/** The equatorial radius of WGS 84, metres. */
export const EQUATOR_M = 6_378_137;
const FLATTENING = 1 / 298.257223563;
const E2 = FLATTENING * (2 - FLATTENING);
const RAD = Math.PI / 180;

/** Kilometres in an international mile. */
export const KM_PER_MILE = 1.609344;

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

/** Writes the geocentric coordinates (metres) of a place on the ellipsoid into `out` at `at`. */
export function toGeocentric(lon: number, lat: number, out: Float64Array, at: number): void {
  const sin = Math.sin(lat * RAD);
  const cos = Math.cos(lat * RAD);
  const normal = EQUATOR_M / Math.sqrt(1 - E2 * sin * sin);
  out[at] = normal * cos * Math.cos(lon * RAD);
  out[at + 1] = normal * cos * Math.sin(lon * RAD);
  out[at + 2] = normal * (1 - E2) * sin;
}

/** Metres north and east for one degree of latitude and longitude, at a latitude in degrees. */
export function metresPerDegree(lat: number): { north: number; east: number } {
  const sin = Math.sin(lat * RAD);
  const w2 = 1 - E2 * sin * sin;
  const normal = EQUATOR_M / Math.sqrt(w2);
  return { north: ((normal * (1 - E2)) / w2) * RAD, east: normal * Math.max(0, Math.cos(lat * RAD)) * RAD };
}

/**
 * The length in metres of a course that is straight in longitude and latitude, from the latitude of its middle and its
 * extent in degrees: the ellipsoid's metric at the middle. Of a course of 1.5 km the error is 4 micrometres.
 */
export function courseLength(middle: number, dLon: number, dLat: number): number {
  const sin = Math.sin(middle * RAD);
  const w2 = 1 - E2 * sin * sin;
  const normal = EQUATOR_M / Math.sqrt(w2);
  const north = ((normal * (1 - E2)) / w2) * dLat;
  const east = normal * Math.cos(middle * RAD) * dLon;
  return Math.sqrt(north * north + east * east) * RAD;
}

/** Whether both are finite numbers of degrees inside the world. */
export function isPlace(lon: unknown, lat: unknown): boolean {
  return typeof lon === 'number' && typeof lat === 'number' && Math.abs(lon) <= 180 && Math.abs(lat) <= 90;
}

/** Throws a `RangeError` that names the value unless both are numbers inside the world. */
export function checkPlace(lon: number, lat: number): void {
  if (isPlace(lon, lat)) return;
  const [name, value, limit] = isPlace(lon, 0) ? ['latitude', lat, 90] : ['longitude', lon, 180];
  throw new RangeError(`${name} ${String(value)} is not a number of degrees from -${limit} to ${limit}.`);
}
