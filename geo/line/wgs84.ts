/** The equatorial radius of WGS 84, metres. */
export const EQUATOR_M = 6_378_137;
/** How much shorter the polar radius of WGS 84 is, as a share. */
export const FLATTENING = 1 / 298.257223563;
const E2 = FLATTENING * (2 - FLATTENING);
const RAD = Math.PI / 180;

/** Kilometres in an international mile. */
export const KM_PER_MILE = 1.609344;

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
