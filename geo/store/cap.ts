import { degrees, dot, radians, vectorOf, type Vector } from '../line/sphere.ts';
import type { Store } from './store.ts';

/** A circle on the globe: its middle, and its radius as an angle at the earth's centre. Degrees. */
export interface Cap {
  lon: number;
  lat: number;
  radius: number;
}

/** A place is seen well up to 70° from the middle of what a globe shows. */
const COS_SEEN = Math.cos(radians(70));
/** Of so many rows, at most, the cap is found: what more there are changes little. */
const MOST_ROWS = 5000;
/** So many ways to look at the globe are tried, each some 10° from the next. */
const LOOKS = 400;
/** Steps towards the smallest circle: the radius is then at most 1 % too great. */
const STEPS = 100;

/**
 * A small circle that holds the most incidents that can be seen on a globe at once, of several such the narrowest;
 * `null` where there are no rows. The circle about them is drawn close by the method of Bădoiu and Clarkson (Smaller
 * core-sets for balls, 2003).
 */
export function capOf({ columns: { lon, lat } }: Store, rows: Uint32Array): Cap | null {
  if (rows.length === 0) return null;
  const every = Math.ceil(rows.length / MOST_ROWS);
  const places = Array.from(
    rows.filter((_, i) => i % every === 0),
    (row) => vectorOf(lon[row], lat[row]),
  );
  const caps = looks().map((look) => {
    const seen = places.filter((place) => dot(look, place) >= COS_SEEN);
    return { seen, farthest: seen.reduce((least, place) => Math.min(least, dot(look, place)), 1) };
  });
  const { seen } = caps.reduce((best, cap) => (isBetter(cap, best) ? cap : best));
  const middle = middleOf(seen);
  const radius = seen.reduce((widest, place) => Math.max(widest, angle(middle, place)), 0);
  return { lon: degrees(Math.atan2(middle[1], middle[0])), lat: degrees(Math.asin(middle[2])), radius };
}

/** What of the places is in sight from somewhere. */
interface InSight {
  seen: Vector[];
  /** The cosine of the angle to the farthest of them. */
  farthest: number;
}

function isBetter(a: InSight, b: InSight): boolean {
  return a.seen.length !== b.seen.length ? a.seen.length > b.seen.length : a.farthest > b.farthest;
}

/** Directions spread evenly over the globe: along a spiral whose turns are a golden angle apart. */
function looks(): Vector[] {
  const golden = 180 * (3 - Math.sqrt(5));
  return Array.from({ length: LOOKS }, (_, i) => {
    const lat = degrees(Math.asin(1 - (2 * i + 1) / LOOKS));
    return vectorOf(i * golden, lat);
  });
}

/** The middle of a small circle about places. */
function middleOf(places: readonly Vector[]): Vector {
  let middle = places[0];
  for (let step = 1; step <= STEPS; step++) {
    const farthest = places.reduce((far, place) => (dot(middle, place) < dot(middle, far) ? place : far));
    const towards = (axis: 0 | 1 | 2) => middle[axis] + (farthest[axis] - middle[axis]) / (step + 1);
    middle = unit([towards(0), towards(1), towards(2)]);
  }
  return middle;
}

function unit(vector: Vector): Vector {
  const length = Math.hypot(...vector);
  return [vector[0] / length, vector[1] / length, vector[2] / length];
}

/** Degrees between two unit vectors. */
function angle(a: Vector, b: Vector): number {
  return degrees(Math.acos(Math.min(1, Math.max(-1, dot(a, b)))));
}
