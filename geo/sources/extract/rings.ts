import { lineString, simplify } from '@turf/turf';
import type { Position } from '../../model/incident.ts';
import { edgeKeys } from '../../layers/edges.ts';
import { geodesicKm, pathKm } from '../../line/between.ts';
import { crossing } from '../../layers/segments.ts';

/** A closed ring, or an open run of one. */
export type Run = Position[];

/** The names of all edges of the rings. */
export function edgesOf(rings: readonly Position[][]): Set<string> {
  const edges = new Set<string>();
  for (const ring of rings) for (const key of edgeKeys(ring)) edges.add(key);
  return edges;
}

/** Runs of consecutive edges for which `is` has one answer, in the order of the ring. */
export function runsOf<T>(ring: readonly Position[], is: (a: Position, b: Position) => T): { is: T; run: Run }[] {
  const runs: { is: T; run: Run }[] = [];
  for (let i = 1; i < ring.length; i++) {
    const value = is(ring[i - 1], ring[i]);
    const last = runs.at(-1);
    if (last && last.is === value) last.run.push(ring[i]);
    else runs.push({ is: value, run: [ring[i - 1], ring[i]] });
  }
  return runs;
}

/** The part of a closed ring from one of its vertices to another, going the way that the ring goes. */
export function runBetween(ring: readonly Position[], from: Position, to: Position): Run {
  const open = ring.slice(0, -1);
  const start = indexOf(open, from);
  const turned = [...open.slice(start), ...open.slice(0, start)];
  return turned.slice(0, indexOf(turned, to) + 1);
}

function indexOf(ring: readonly Position[], position: Position): number {
  const index = ring.findIndex(([lon, lat]) => lon === position[0] && lat === position[1]);
  if (index < 0) throw new Error(`the ring has no vertex at ${position.join()}`);
  return index;
}

/** Twice the signed area in square degrees of a run closed straight; positive where it winds counterclockwise. */
export function signedArea(run: readonly Position[]): number {
  let sum = 0;
  for (let i = 0; i < run.length; i++) {
    const [a, b] = [run[i], run[(i + 1) % run.length]];
    sum += a[0] * b[1] - b[0] * a[1];
  }
  return sum;
}

/**
 * A run without the narrow inlets that water cuts into land: wherever the run winds at least `factor` times as far as
 * a mouth of at most `mouthKm` and comes back, the mouth is closed straight. `run` has land on its left.
 */
export function closeInlets(run: readonly Position[], mouthKm: number, factor: number): Run {
  const along = [0];
  for (let i = 1; i < run.length; i++) along.push(along[i - 1] + geodesicKm(run[i - 1], run[i]));
  const reach = mouthKm / 80;
  const closed: Run = [];
  for (let i = 0; i < run.length; ) {
    closed.push(run[i]);
    let next = i + 1;
    for (let j = run.length - 1; j > i + 1; j--) {
      if (Math.abs(run[j][0] - run[i][0]) > reach || Math.abs(run[j][1] - run[i][1]) > reach) continue;
      const km = geodesicKm(run[i], run[j]);
      if (km > mouthKm || along[j] - along[i] < factor * km + 1) continue;
      if (signedArea(run.slice(i, j + 1)) >= 0) continue;
      next = j;
      break;
    }
    i = next;
  }
  return closed;
}

/** Whether a run leaves and comes back at more than `factor` times the straight distance. */
export function isDetour(run: readonly Position[], factor: number): boolean {
  return pathKm(run) > factor * geodesicKm(run[0], run[run.length - 1]);
}

/** The run within `degrees` of the given one (Douglas and Peucker, Turf), its ends kept. */
export function simplified(run: readonly Position[], degrees: number): Run {
  const line = lineString(run.map(([lon, lat]) => [lon, lat]));
  return simplify(line, { tolerance: degrees, highQuality: true }).geometry.coordinates.map(([lon, lat]) => [lon, lat]);
}

/** The run without the small loops that simplifying leaves where it crosses itself: the crossing takes their place. */
export function withoutLoops(run: readonly Position[]): Run {
  const clean: Run = [];
  for (let i = 0; i < run.length - 1; i++) {
    clean.push(run[i]);
    for (let j = run.length - 2; j > i + 1; j--) {
      const cross = crossing(run[i], run[i + 1], run[j], run[j + 1]);
      if (!cross) continue;
      clean.push([Number(cross[0].toFixed(4)), Number(cross[1].toFixed(4))]);
      i = j;
      break;
    }
  }
  clean.push(run[run.length - 1]);
  return clean;
}
