const RAD = Math.PI / 180;

/** A place in Web Mercator. */
export interface MercatorPlace {
  x: number;
  y: number;
}

/** Web Mercator, x: 0 at 180° W to 1 at 180° E. */
export function mercatorX(lon: number): number {
  return (lon + 180) / 360;
}

/** Web Mercator, y: 0 at about 85.05° N to 1 at about 85.05° S. */
export function mercatorY(lat: number): number {
  return (1 - Math.log(Math.tan(Math.PI / 4 + (lat * RAD) / 2)) / Math.PI) / 2;
}

/** Columns of places, degrees, in Web Mercator. */
export function inMercator(lon: Float64Array, lat: Float64Array): { x: Float64Array; y: Float64Array } {
  return { x: lon.map(mercatorX), y: lat.map(mercatorY) };
}

/** The longitude of a Mercator x, degrees. */
export function lonOf(x: number): number {
  return x * 360 - 180;
}

/** The latitude of a Mercator y, degrees. */
export function latOf(y: number): number {
  return (2 * Math.atan(Math.exp(Math.PI * (1 - 2 * y))) - Math.PI / 2) / RAD;
}

/**
 * A double as the sum of two 32-bit floats, `[high, low]`. One float holds a place in the world to about 2 m only;
 * the difference of two such pairs, taken part by part, is exact to less than a millimetre.
 */
export function splitFloat(value: number): [number, number] {
  const high = Math.fround(value);
  return [high, Math.fround(value - high)];
}
