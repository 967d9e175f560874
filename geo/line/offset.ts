import type { Position } from '../model/incident.ts';
import type { Border } from './border.ts';
import { geodesicBetween, placeAt } from './geodesic.ts';
import { metresPerDegree, toGeocentric } from './wgs84.ts';

/** A place on the line and a direction square to it: where an offset may come from. Degrees. */
interface Ray {
  lon: number;
  lat: number;
  azimuth: number;
}

/** Between rays of one vertex, degrees; the arc between strays from its chord by 0.03 % of the distance. */
const TURN = 3;
/** Between rays of one segment, as a share of the distance. */
const STEP = 0.05;
/** An offset place may be nearer to the line than the distance by this much, as a share: rounding and no more. */
const SLACK = 1e-6;
const DEG = 180 / Math.PI;

/**
 * The places at exactly `km` from a border: the closed rings around all that is nearer, outer and inner ones, not yet in
 * any order; the line lies to their right. Every vertex is the end of a geodesic of that length that leaves the line
 * squarely and has no nearer place of the line; where such stretches meet, the corner is found by bisection.
 */
export function offsetRings(border: Border, km: number): Position[][] {
  const rays = raysAround(border.coordinates, km);
  const end = (ray: Ray) => placeAt(ray.lon, ray.lat, ray.azimuth, km * 1000);
  // What was in the way of one ray is mostly in the way of the next: looking there first saves the search.
  const blocker = blockerWithin(km * 1000 * (1 - SLACK));
  const free = (ray: Ray) => {
    const place = end(ray);
    if (blocker.test(place)) return false;
    const { borderKm, borderPoint } = border.nearest(...place);
    if (borderKm >= km * (1 - SLACK)) return true;
    blocker.set(borderPoint);
    return false;
  };
  return link(runsOf(rays, free).map((run) => run.map(end)));
}

/**
 * Remembers a place of the line, and tells of another place whether it surely lies within `metres` of that: by the chord
 * through the earth, which is shorter than the geodesic by less than the share `c² / 20 R²`. In doubt it says no.
 */
function blockerWithin(metres: number) {
  const [blocker, at] = [new Float64Array(3).fill(Infinity), new Float64Array(3)];
  const bend = 1 / (20 * 6_335_000 ** 2);
  return {
    set: ([lon, lat]: Position) => toGeocentric(lon, lat, blocker, 0),
    test([lon, lat]: Position): boolean {
      toGeocentric(lon, lat, at, 0);
      const chord = Math.hypot(at[0] - blocker[0], at[1] - blocker[1], at[2] - blocker[2]);
      return chord * (1 + chord * chord * bend) < metres;
    },
  };
}

/** All rays, once around the line: its left side forward, the last vertex, its right side back, the first vertex. */
function raysAround(line: readonly Position[], km: number): Ray[] {
  const around = [...line, ...line.slice(0, -1).reverse()];
  const rays: Ray[] = [];
  for (let i = 1; i < around.length; i++) {
    const [from, to] = [around[i - 1], around[i]];
    const next = i + 1 < around.length ? around[i + 1] : around[1];
    const steps = Math.max(1, Math.ceil(geodesicBetween(...from, ...to).m / (km * 1000 * STEP)));
    for (let s = 0; s <= steps; s++) {
      const lon = from[0] + ((to[0] - from[0]) * s) / steps;
      const lat = from[1] + ((to[1] - from[1]) * s) / steps;
      rays.push({ lon, lat, azimuth: course(from, to, lat) - 90 });
    }
    const turn = turnRight(course(from, to, to[1]), course(to, next, to[1]));
    const stops = Math.ceil(turn / TURN);
    const azimuth = rays[rays.length - 1].azimuth;
    for (let s = 1; s < stops; s++) rays.push({ lon: to[0], lat: to[1], azimuth: azimuth + (turn * s) / stops });
  }
  return rays;
}

/** The azimuth of a course that is straight in longitude and latitude, where it passes a latitude. */
function course(from: Position, to: Position, lat: number): number {
  const { north, east } = metresPerDegree(lat);
  return Math.atan2(east * (to[0] - from[0]), north * (to[1] - from[1])) * DEG;
}

/** How far a course turns right, degrees; 0 where it turns left. A course that turns back turns right by 180. */
function turnRight(before: number, after: number): number {
  const turn = (((after - before) % 360) + 360) % 360;
  return turn > 180 + 1e-9 ? 0 : turn;
}

/** The stretches of rays that are free, in cyclic order, each to where it stops being free. */
function runsOf(rays: readonly Ray[], free: (ray: Ray) => boolean): Ray[][] {
  const isFree = rays.map(free);
  const blocked = isFree.indexOf(false);
  if (blocked < 0) return [[...rays]];
  const runs: Ray[][] = [];
  let run: Ray[] | null = null;
  for (let k = 1; k <= rays.length; k++) {
    const i = (blocked + k) % rays.length;
    const before = (i + rays.length - 1) % rays.length;
    if (isFree[i] && !isFree[before]) runs.push((run = [edge(rays[i], rays[before], free)]));
    if (isFree[i]) run?.push(rays[i]);
    if (!isFree[i] && isFree[before]) run?.push(edge(rays[before], rays[i], free));
  }
  return runs;
}

/** The last free ray between a free and a blocked one, to a 16,000th of the way: some 3 cm at 10 km, 30 cm at 100 km. */
function edge(free: Ray, blocked: Ray, isFree: (ray: Ray) => boolean): Ray {
  let [inside, outside] = [free, blocked];
  for (let i = 0; i < 14; i++) {
    const middle = between(inside, outside);
    if (isFree(middle)) inside = middle;
    else outside = middle;
  }
  return inside;
}

function between(a: Ray, b: Ray): Ray {
  const turn = ((((b.azimuth - a.azimuth) % 360) + 540) % 360) - 180;
  return { lon: (a.lon + b.lon) / 2, lat: (a.lat + b.lat) / 2, azimuth: a.azimuth + turn / 2 };
}

/** Joins runs to rings: after each comes the one that begins where it ends. */
function link(runs: readonly Position[][]): Position[][] {
  const left = new Set(runs);
  const rings: Position[][] = [];
  for (const first of runs) {
    if (!left.has(first)) continue;
    const ring: Position[] = [];
    let run = first;
    do {
      left.delete(run);
      ring.push(...run);
      run = nearestStart(run[run.length - 1], left, first);
    } while (run !== first);
    ring.push(ring[0]);
    rings.push(ring);
  }
  return rings;
}

function nearestStart(end: Position, left: ReadonlySet<Position[]>, first: Position[]): Position[] {
  const gap = (run: Position[]) => Math.hypot(run[0][0] - end[0], run[0][1] - end[1]);
  let nearest = first;
  for (const run of left) if (gap(run) < gap(nearest)) nearest = run;
  return nearest;
}
