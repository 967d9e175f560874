import type { Position } from '../model/incident.ts';
import { geodesicKm } from '../line/between.ts';
import { crossing } from './segments.ts';

/** A closed ring, counterclockwise: first and last position are the same. */
type Ring = Position[];

/** Where the boundary between two rings, or the end of the snapped edge, meets the line. */
interface Cut {
  /** The vertex of the old edge where it met before. */
  old: Position;
  /** The vertex of the line where it meets now. */
  index: number;
  /** Vertices of the boundary that lie beyond the line, the old one among them: they fall away. */
  beyond: Position[];
}

/**
 * Rings whose outer edge from one vertex to another is replaced by a line, vertex for vertex, so that they share it
 * exactly. Where two rings meet at the edge, their boundary is led to the nearest vertex of the line, or cut off where
 * it crosses the line.
 * @param rings tile an area: an edge within is in two rings, once each way, with the same vertices.
 * @param line runs as the edge does, with the rings on its left.
 */
export function snapEdge(rings: readonly Ring[], from: Position, to: Position, line: readonly Position[]): Ring[] {
  const owners = ownersOf(rings);
  const edge = outerEdge(rings, owners, from, to);
  const owner = (i: number) => owners.get(edgeName(edge[i], edge[i + 1]));
  const joints = edge.flatMap((_, i) => (i === 0 || i === edge.length - 1 || owner(i - 1) !== owner(i) ? [i] : []));
  const cuts = joints.map((i) => {
    const before = i === 0 ? undefined : owner(i - 1);
    const after = i === edge.length - 1 ? undefined : owner(i);
    return cutAt(boundaryFrom(edge[i], before, after, rings, owners), line);
  });
  const gone = new Set(cuts.flatMap(({ beyond }) => beyond.map(String)));
  const snapped = [...rings];
  for (const [i, start] of cuts.slice(0, -1).entries()) {
    const end = cuts[i + 1];
    const ring = owner(joints[i]);
    if (ring === undefined) throw new Error(`no ring lies at ${start.old.join()}`);
    if (end.index <= start.index) throw new Error(`${end.old.join()} meets the line before ${start.old.join()}`);
    const rest = runFrom(rings[ring], end.old, start.old).filter((position) => !gone.has(String(position)));
    snapped[ring] = [...line.slice(start.index, end.index + 1), ...rest, line[start.index]];
  }
  return snapped;
}

function edgeName(a: Position, b: Position): string {
  return `${a.join()}>${b.join()}`;
}

/** Which ring lies on the left of an edge. */
function ownersOf(rings: readonly Ring[]): Map<string, number> {
  const owners = new Map<string, number>();
  for (const [index, ring] of rings.entries()) {
    for (let i = 1; i < ring.length; i++) owners.set(edgeName(ring[i - 1], ring[i]), index);
  }
  return owners;
}

/** The vertices of the tiling's outer edge from one to another, counterclockwise. */
function outerEdge(
  rings: readonly Ring[],
  owners: ReadonlyMap<string, number>,
  from: Position,
  to: Position,
): Position[] {
  const next = new Map<string, Position>();
  for (const ring of rings) {
    for (let i = 1; i < ring.length; i++) {
      if (!owners.has(edgeName(ring[i], ring[i - 1]))) next.set(ring[i - 1].join(), ring[i]);
    }
  }
  const edge = [from];
  for (let at = from; at.join() !== to.join(); edge.push(at)) {
    const following = next.get(at.join());
    if (!following || edge.length > next.size)
      throw new Error(`the outer edge does not lead from ${from.join()} to ${to.join()}`);
    at = following;
  }
  return edge;
}

/**
 * The boundary that leaves the outer edge at a vertex: between the ring before and the ring after it, or, at an end of
 * the snapped edge where one of them is missing, the outer edge that goes on.
 */
function boundaryFrom(
  vertex: Position,
  before: number | undefined,
  after: number | undefined,
  rings: readonly Ring[],
  owners: ReadonlyMap<string, number>,
): Position[] {
  const index = before ?? after;
  if (index === undefined) throw new Error(`no ring lies at ${vertex.join()}`);
  const ring = before === undefined ? rings[index].toReversed() : rings[index];
  const walk = runFrom(ring, vertex, vertex);
  const other = (a: Position, b: Position) =>
    before === undefined ? owners.get(edgeName(a, b)) : owners.get(edgeName(b, a));
  const wanted = before === undefined ? undefined : after;
  let end = 1;
  while (end < walk.length && other(walk[end - 1], walk[end]) === wanted) end++;
  return walk.slice(0, end);
}

/** The vertices of a closed ring from one to another, both included; once round where they are the same. */
function runFrom(ring: Ring, from: Position, to: Position): Position[] {
  const open = ring.slice(0, -1);
  const start = open.findIndex((position) => position.join() === from.join());
  if (start < 0) throw new Error(`the ring has no vertex at ${from.join()}`);
  const turned = [...open.slice(start), ...open.slice(0, start), open[start]];
  const end = turned.findIndex((position, i) => i > 0 && position.join() === to.join());
  if (end < 0) throw new Error(`the ring has no vertex at ${to.join()}`);
  return turned.slice(0, end + 1);
}

/** Where a boundary, which begins at the old edge and leads inward, meets the line. */
function cutAt(boundary: readonly Position[], line: readonly Position[]): Cut {
  const last = lastCrossing(boundary, line);
  const beyond = last ? boundary.slice(0, last.segment + 1) : [];
  const inner = boundary[beyond.length];
  const near = last ? last.at : inner;
  const byDistance = line
    .map((position, index) => ({ index, km: geodesicKm(near, position) }))
    .sort((a, b) => a.km - b.km);
  const seen = byDistance.find(({ index }) => crossings(inner, line[index], line).length === 0);
  if (!seen) throw new Error(`no vertex of the line can be joined to ${inner.join()}`);
  return { old: boundary[0], index: seen.index, beyond };
}

/** The crossing of the boundary and the line that is farthest along the boundary. */
function lastCrossing(
  boundary: readonly Position[],
  line: readonly Position[],
): { segment: number; at: Position } | null {
  for (let segment = boundary.length - 2; segment >= 0; segment--) {
    const [a, b] = [boundary[segment], boundary[segment + 1]];
    const found = crossings(a, b, line).sort((p, q) => geodesicKm(b, p) - geodesicKm(b, q));
    if (found.length > 0) return { segment, at: found[0] };
  }
  return null;
}

function crossings(a: Position, b: Position, line: readonly Position[]): Position[] {
  const found: Position[] = [];
  for (let i = 1; i < line.length; i++) {
    const cross = crossing(a, b, line[i - 1], line[i]);
    if (cross) found.push(cross);
  }
  return found;
}
