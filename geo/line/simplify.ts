import type { Position } from '../model/incident.ts';
import { metresPerDegree } from './wgs84.ts';

/** How far, in metres, the vertices that are left out may lie to the left and to the right of the new line. */
export interface Tolerance {
  left: number;
  right: number;
}

/**
 * Fewer vertices for a line: Douglas and Peucker's method, distances in metres on the ground near each chord. No vertex
 * that is left out lies farther from the new line than the tolerance of its side. The ends stay. A closed ring is a line
 * whose ends meet; at least four of its vertices stay.
 */
export function simplify(line: readonly Position[], tolerance: Tolerance): Position[] {
  const keep = new Uint8Array(line.length);
  keep[0] = keep[line.length - 1] = 1;
  const closed = line[0][0] === line[line.length - 1][0] && line[0][1] === line[line.length - 1][1];
  const spans: [number, number][] = closed ? split(line, keep) : [[0, line.length - 1]];
  for (let span = spans.pop(); span; span = spans.pop()) {
    const [from, to] = span;
    const { index, off } = farthest(line, from, to, tolerance);
    if (off <= 1) continue;
    keep[index] = 1;
    spans.push([from, index], [index, to]);
  }
  return line.filter((_, i) => keep[i] === 1);
}

const EVEN: Tolerance = { left: 1, right: 1 };

/** A ring is cut in three: at its start, at the vertex farthest from there, and at the one farthest from their chord. */
function split(ring: readonly Position[], keep: Uint8Array): [number, number][] {
  const last = ring.length - 1;
  const far = farthest(ring, 0, last, EVEN).index;
  const [a, b] = [farthest(ring, 0, far, EVEN), farthest(ring, far, last, EVEN)];
  const third = a.off > b.off ? a.index : b.index;
  keep[far] = keep[third] = 1;
  const cuts = [0, Math.min(far, third), Math.max(far, third), last];
  return [1, 2, 3].map((i) => [cuts[i - 1], cuts[i]]);
}

/** The vertex between two that lies farthest from their chord, and how many tolerances that is. */
function farthest(
  line: readonly Position[],
  from: number,
  to: number,
  { left, right }: Tolerance,
): { index: number; off: number } {
  const [a, b] = [line[from], line[to]];
  const { north, east } = metresPerDegree((a[1] + b[1]) / 2);
  const [ux, uy] = [(b[0] - a[0]) * east, (b[1] - a[1]) * north];
  const square = ux * ux + uy * uy;
  let farthest = { index: from, off: 0 };
  for (let i = from + 1; i < to; i++) {
    const [px, py] = [(line[i][0] - a[0]) * east, (line[i][1] - a[1]) * north];
    const t = square === 0 ? 0 : Math.min(1, Math.max(0, (px * ux + py * uy) / square));
    const off = Math.hypot(px - t * ux, py - t * uy) / (ux * py - uy * px > 0 ? left : right);
    if (off > farthest.off) farthest = { index: i, off };
  }
  return farthest;
}
