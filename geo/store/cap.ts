import type { Store } from './store.ts';

/** A circle on the globe: its middle, and its radius as an angle at the earth's centre. Degrees. */
export interface Cap {
  lon: number;
  lat: number;
  radius: number;
}

/** How far from the middle of what a globe shows a place can be seen well, degrees. */
const SEEN = 70;
/** Of so many rows, at most, the cap is found, and about so many of their places: what more there are changes little. */
const MOST_ROWS = 5000;
const MOST_MIDDLES = 100;
/** Steps towards the smallest circle: the radius is then at most 1 % too great. */
const STEPS = 100;

type Vector = readonly [x: number, y: number, z: number];

/**
 * A small circle that holds the most incidents that can be seen on a globe at once; `null` where there are no rows. The
 * circle about them is drawn close by the method of Bădoiu and Clarkson (Smaller core-sets for balls, 2003).
 */
export function capOf({ columns: { lon, lat } }: Store, rows: Uint32Array): Cap | null {
  if (rows.length === 0) return null;
  const places = sampled(Array.from(rows), MOST_ROWS).map((row) => vectorOf(lon[row], lat[row]));
  let most: Vector[] = [];
  for (const middle of sampled(places, MOST_MIDDLES)) {
    const seen = places.filter((place) => angle(middle, place) <= SEEN);
    if (seen.length > most.length) most = seen;
  }
  const middle = middleOf(most);
  const radius = Math.max(...most.map((place) => angle(middle, place)));
  return { lon: degrees(Math.atan2(middle[1], middle[0])), lat: degrees(Math.asin(middle[2])), radius };
}

/** The middle of a small circle about places. */
function middleOf(places: readonly Vector[]): Vector {
  let middle = places[0];
  for (let step = 1; step <= STEPS; step++) {
    const farthest = places.reduce((far, place) => (dot(middle, place) < dot(middle, far) ? place : far));
    middle = unit(middle.map((part, i) => part + (farthest[i] - part) / (step + 1)) as unknown as Vector);
  }
  return middle;
}

function sampled<T>(all: readonly T[], most: number): T[] {
  const every = Math.max(1, Math.ceil(all.length / most));
  return all.filter((_, i) => i % every === 0);
}

function vectorOf(lon: number, lat: number): Vector {
  const [east, north] = [radians(lon), radians(lat)];
  return [Math.cos(north) * Math.cos(east), Math.cos(north) * Math.sin(east), Math.sin(north)];
}

function unit(vector: Vector): Vector {
  const length = Math.hypot(...vector);
  return [vector[0] / length, vector[1] / length, vector[2] / length];
}

function dot(a: Vector, b: Vector): number {
  return a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
}

/** Degrees between two unit vectors. */
function angle(a: Vector, b: Vector): number {
  return degrees(Math.acos(Math.min(1, Math.max(-1, dot(a, b)))));
}

function radians(angle: number): number {
  return (angle * Math.PI) / 180;
}

function degrees(angle: number): number {
  return (angle * 180) / Math.PI;
}
