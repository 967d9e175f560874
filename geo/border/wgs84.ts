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

const GAUSS_AT = [0.5 - Math.sqrt(0.15), 0.5, 0.5 + Math.sqrt(0.15)];
const GAUSS_WEIGHT = [5 / 18, 8 / 18, 5 / 18];

/**
 * The length in metres of the course that is straight in longitude and latitude between two places: the integral of the
 * ellipsoid's metric, three Gauss-Legendre nodes. For short courses (kilometres) the error is far below a micrometre.
 */
export function courseLength(lon1: number, lat1: number, lon2: number, lat2: number): number {
  let length = 0;
  for (let i = 0; i < 3; i++) {
    const { north, east } = metresPerDegree(lat1 + (lat2 - lat1) * GAUSS_AT[i]);
    length += GAUSS_WEIGHT[i] * Math.hypot(north * (lat2 - lat1), east * (lon2 - lon1));
  }
  return length;
}

/** Throws a `RangeError` that names the value unless both are numbers inside the world. */
export function checkPlace(lon: number, lat: number): void {
  if (!(lon >= -180 && lon <= 180)) throw outside('longitude', lon, 180);
  if (!(lat >= -90 && lat <= 90)) throw outside('latitude', lat, 90);
}

function outside(name: string, value: unknown, limit: number): RangeError {
  return new RangeError(`${name} ${String(value)} is not a number of degrees from -${limit} to ${limit}.`);
}
