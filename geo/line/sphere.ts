/** A place on a sphere, or a direction: a vector of length 1. */
export type Vector = readonly [x: number, y: number, z: number];

/** The vector of a place in degrees. */
export function vectorOf(lon: number, lat: number): Vector {
  const [east, north] = [radians(lon), radians(lat)];
  return [Math.cos(north) * Math.cos(east), Math.cos(north) * Math.sin(east), Math.sin(north)];
}

/** The cosine of the angle between two. */
export function dot(a: Vector, b: Vector): number {
  return a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
}

/** An angle of degrees. */
export function radians(angle: number): number {
  return (angle * Math.PI) / 180;
}

/** An angle of radians. */
export function degrees(angle: number): number {
  return (angle * 180) / Math.PI;
}
