import { ringsOf } from '../../geo/areas/area.ts';
import { edgeKey, edgeKeys } from '../../geo/layers/edges.ts';
import type { Areal } from '../../geo/model/geojson.ts';
import type { Position } from '../../geo/model/incident.ts';

/** degrees */
const STEP = 0.05;

/** The lines between areas: each edge that two of them share, once, joined into lines. */
export function sharedEdges(features: readonly { geometry: Areal }[]): Position[][] {
  const times = new Map<string, number>();
  const rings = features.flatMap(({ geometry }) => ringsOf(geometry));
  for (const key of rings.flatMap(edgeKeys)) times.set(key, (times.get(key) ?? 0) + 1);
  return eachOnce(rings, (key) => times.get(key) === 2);
}

/** The outlines of areas, an edge that two of them share once, without the edges that are left out. */
export function jointOutlines(areas: readonly Areal[], isLeftOut: (a: Position, b: Position) => boolean): Position[][] {
  return eachOnce(areas.flatMap(ringsOf), (_, a, b) => !isLeftOut(a, b));
}

function eachOnce(rings: readonly Position[][], isWanted: (key: string, a: Position, b: Position) => boolean) {
  const drawn = new Set<string>();
  return rings.flatMap((ring) =>
    pieces(ring, (a, b) => {
      const key = edgeKey(a, b);
      if (drawn.has(key) || !isWanted(key, a, b)) return false;
      drawn.add(key);
      return true;
    }),
  );
}

/** The edges of an area that none of the others has, joined into lines. */
export function outerEdge(area: Areal, others: readonly Areal[]): Position[][] {
  const isTaken = isPieceOf(others.flatMap(ringsOf));
  return ringsOf(area).flatMap((ring) => pieces(ring, (a, b) => !isTaken(a, b)));
}

/** Tells whether an edge, in either direction, is a piece of some lines. */
export function isPieceOf(lines: readonly Position[][]): (a: Position, b: Position) => boolean {
  const keys = new Set(lines.flatMap(edgeKeys));
  return (a, b) => keys.has(edgeKey(a, b));
}

/** The outlines of areas without the edges that are left out. */
export function outlines(areas: readonly Areal[], isLeftOut: (a: Position, b: Position) => boolean): Position[][] {
  return areas.flatMap(ringsOf).flatMap((ring) => pieces(ring, (a, b) => !isLeftOut(a, b)));
}

/** The stretches of a line whose edges are wanted. */
function pieces(line: readonly Position[], isWanted: (a: Position, b: Position) => boolean): Position[][] {
  const found: Position[][] = [];
  let open: Position[] | null = null;
  for (let i = 1; i < line.length; i++) {
    if (!isWanted(line[i - 1], line[i])) {
      open = null;
    } else if (open) {
      open.push(line[i]);
    } else {
      open = [line[i - 1], line[i]];
      found.push(open);
    }
  }
  return found;
}

/**
 * The general course of a line: its places at every 0.05 degrees, each the mean of those within `reach` steps of it.
 * A name set along it is not shaken by every bend.
 */
export function smoothCourse(line: readonly Position[], reach: number): Position[] {
  const even = resample(line, STEP);
  return even.map((_, i) => {
    const near = Math.min(reach, i, even.length - 1 - i); // the ends stay where they are
    const some = even.slice(i - near, i + near + 1);
    const mean = (axis: 0 | 1) => some.reduce((sum, place) => sum + place[axis], 0) / some.length;
    return [mean(0), mean(1)];
  });
}

function resample(line: readonly Position[], step: number): Position[] {
  const even: Position[] = [line[0]];
  let left = step;
  for (let i = 1; i < line.length; i++) {
    const [[x, y], [toX, toY]] = [line[i - 1], line[i]];
    const length = Math.hypot(toX - x, toY - y);
    for (; left <= length; left += step) {
      const part = left / length;
      even.push([x + (toX - x) * part, y + (toY - y) * part]);
    }
    left -= length;
  }
  even.push(line[line.length - 1]);
  return even;
}
