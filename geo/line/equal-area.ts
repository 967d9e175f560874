import type { Position } from '../model/incident.ts';
import { degrees, radians, type Vector } from './sphere.ts';
import { EQUATOR_M, FLATTENING } from './wgs84.ts';

const E2 = FLATTENING * (2 - FLATTENING);
const E = Math.sqrt(E2);
/** Snyder's q, of the pole: by it areas on the ellipsoid become areas on a sphere. */
const Q_POLE = qOf(1);
/** The radius of the sphere that has the ellipsoid's area, metres. */
const RADIUS_M = EQUATOR_M * Math.sqrt(Q_POLE / 2);

/**
 * A plane in which areas are true: Lambert's azimuthal projection of WGS 84 about a place (Snyder 1987, "Map Projections:
 * A Working Manual", equations 24-2 to 24-26). Scale is true at that place; a distance that begins at it and is 500 km
 * long is 0.03 % short, one of 1,000 km 0.1 %, and scale at these distances is off by 0.08 % and 0.3 % at most.
 */
export interface EqualAreaPlane {
  /** Metres east and north of the place that `toSphere` wrote at an index of `vectors`, into `x[i]` and `y[i]`. */
  put: (vectors: Float64Array, index: number, x: Float64Array, y: Float64Array, i: number) => void;
  /** The place of metres east and north, degrees. */
  placeOf: (x: number, y: number) => Position;
}

/** Writes where a place lies on the sphere of equal area, a vector of length 1, into three numbers of `out` from `3 * index` on. */
export function toSphere(lon: number, lat: number, out: Float64Array, index: number): void {
  const up = qOf(Math.sin(radians(lat))) / Q_POLE;
  const across = Math.sqrt(Math.max(0, 1 - up * up));
  out[3 * index] = across * Math.cos(radians(lon));
  out[3 * index + 1] = across * Math.sin(radians(lon));
  out[3 * index + 2] = up;
}

/** The plane about the place that lies in the direction of a vector; `null` where it has no length. */
export function planeAbout([vx, vy, vz]: Vector): EqualAreaPlane | null {
  const length = Math.hypot(vx, vy, vz);
  if (!(length > 0)) return null;
  const across = Math.hypot(vx, vy) / length;
  // at a pole any direction is east
  const [cosLon, sinLon] = across > 0 ? [vx / length / across, vy / length / across] : [1, 0];
  const sin = vz / length;
  const sinLat = Math.sin(latOf(sin));
  const stretch = across > 1e-9 ? Math.sqrt((1 - sinLat * sinLat) / (1 - E2 * sinLat * sinLat)) : across;
  const scale = across > 1e-9 ? (EQUATOR_M * stretch) / (RADIUS_M * across) : 1;
  return {
    put: (vectors, index, x, y, i) => {
      const [a, b, c] = [vectors[3 * index], vectors[3 * index + 1], vectors[3 * index + 2]];
      const out = a * cosLon + b * sinLon;
      const along = RADIUS_M * Math.sqrt(2 / (1 + sin * c + across * out));
      x[i] = along * scale * (b * cosLon - a * sinLon);
      y[i] = (along / scale) * (across * c - sin * out);
    },
    placeOf: (x, y) => {
      const [east, north] = [x / scale / RADIUS_M, (y * scale) / RADIUS_M];
      const square = east * east + north * north;
      // of a radius of the plane, which is a chord of the sphere
      const [ahead, aside] = [1 - square / 2, Math.sqrt(Math.max(0, 1 - square / 4))];
      const [toEast, toNorth] = [east * aside, north * aside];
      const out = ahead * across - toNorth * sin;
      const up = ahead * sin + toNorth * across;
      const lon = Math.atan2(toEast * cosLon + out * sinLon, out * cosLon - toEast * sinLon);
      return [degrees(lon), degrees(latOf(up))];
    },
  };
}

/**
 * A plane in which areas are true, the same all around the world: the cylindrical equal-area projection of WGS 84 (Snyder
 * 1987, equations 10-13 to 10-18). Shapes are true along the parallel; 5° of latitude from it, at 33°, they are 12 % too wide
 * or too narrow against their height.
 */
export interface EqualAreaCylinder {
  /** Metres east and north. */
  toPlane: (lon: number, lat: number) => [x: number, y: number];
  placeOf: (x: number, y: number) => Position;
}

/** The cylinder whose parallel is a latitude, degrees. */
export function cylinderAt(parallel: number): EqualAreaCylinder {
  const sin = Math.sin(radians(parallel));
  const scale = Math.sqrt(1 - sin * sin) / Math.sqrt(1 - E2 * sin * sin);
  return {
    toPlane: (lon, lat) => [EQUATOR_M * scale * radians(lon), (EQUATOR_M * qOf(Math.sin(radians(lat)))) / (2 * scale)],
    placeOf: (x, y) => [degrees(x / EQUATOR_M / scale), degrees(latOf((2 * scale * y) / EQUATOR_M / Q_POLE))],
  };
}

/** Snyder's q (3-12) of the sine of a latitude. */
function qOf(sin: number): number {
  return (1 - E2) * (sin / (1 - E2 * sin * sin) + Math.atanh(E * sin) / E);
}

/** The latitude of the sine of the one on the sphere, radians: by Newton's steps (3-16), of which four give all digits. */
function latOf(up: number): number {
  const wanted = Math.min(1, Math.max(-1, up));
  let lat = Math.asin(wanted);
  for (let step = 0; step < 4 && Math.cos(lat) > 1e-9; step++) {
    const sin = Math.sin(lat);
    const w = 1 - E2 * sin * sin;
    lat += ((wanted * Q_POLE - qOf(sin)) * w * w) / (2 * (1 - E2) * Math.cos(lat));
  }
  return lat;
}
