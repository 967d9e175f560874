import {
  booleanPointInPolygon,
  featureCollection,
  lineString,
  point,
  pointOnFeature,
  polygonize,
  union,
  voronoi,
} from '@turf/turf';
import type { Feature, MultiPolygon, Polygon } from 'geojson';
import { edgeKey } from '../../layers/edges.ts';
import type { Position } from '../../model/incident.ts';
import { simplified } from './rings.ts';

type Shape = Feature<Polygon | MultiPolygon>;

/** Sample points lie this far apart along the edges of the shapes, and this far inside. Degrees of latitude. */
const SPACING = 0.02;
const INSET = 0.04;
const TOLERANCE = 0.012;
/** Longitudes are shrunk as they are at the region's latitude. */
const SHRINK = Math.cos((32 * Math.PI) / 180);
const FRAME: [number, number, number, number] = [50 * SHRINK, 18, 87 * SHRINK, 46];

/**
 * For each shape the area of the places nearest to it, within a frame around the region; the areas share their edges.
 * Made of the Voronoi cells of points a little inside each shape's edge, merged by shape and simplified.
 */
export function nearestTiling(shapes: Shape[]): Shape[] {
  const samples = shapes.flatMap((shape, owner) =>
    outerRings(shape)
      .flatMap(insetSamples)
      .filter((at) => shapes.every((other, i) => booleanPointInPolygon(at, other) === (i === owner)))
      .map((at) => ({ owner, at })),
  );
  const points = featureCollection(samples.map(({ at }) => point([at[0] * SHRINK, at[1]])));
  const cells = voronoi(points, { bbox: FRAME }).features.map(({ geometry }) => geometry.coordinates[0].map(unshrunk));
  const owners = samples.map(({ owner }) => owner);
  const arcs = arcsOf(bordersBetween(cells, owners)).map((arc) => simplified(arc, TOLERANCE));
  const faces = polygonize(featureCollection(arcs.map((arc) => lineString(arc)))).features;
  const byOwner = shapes.map((): Shape[] => []);
  for (const face of faces) {
    const [lon, lat] = pointOnFeature(face).geometry.coordinates;
    byOwner[nearestOwner([lon, lat], samples)].push(face);
  }
  return byOwner.map((parts) => {
    const whole = parts.length === 1 ? parts[0] : union(featureCollection(parts));
    if (!whole) throw new Error('a shape is nearest to no place');
    return whole;
  });
}

function outerRings({ geometry }: Shape): Position[][] {
  const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
  return polygons.map(([outer]) => outer.map(([lon, lat]): Position => [lon, lat]));
}

/** Points on both sides of a ring's edges; those outside are sorted out after. */
function insetSamples(ring: Position[]): Position[] {
  const samples: Position[] = [];
  for (let i = 1; i < ring.length; i++) {
    const [[ax, ay], [bx, by]] = [ring[i - 1], ring[i]];
    const [dx, dy] = [(bx - ax) * SHRINK, by - ay];
    const length = Math.hypot(dx, dy);
    if (length === 0) continue;
    const [nx, ny] = [((-dy / length) * INSET) / SHRINK, (dx / length) * INSET];
    const steps = Math.ceil(length / SPACING);
    for (let k = 0; k < steps; k++) {
      const t = (k + 0.5) / steps;
      const [x, y] = [ax + t * (bx - ax), ay + t * (by - ay)];
      samples.push([x + nx, y + ny], [x - nx, y - ny]);
    }
  }
  return samples;
}

function unshrunk([x, y]: number[]): Position {
  return [Number((x / SHRINK).toFixed(6)), Number(y.toFixed(6))];
}

/** The edges of the cells that lie between two owners or on the frame. */
function bordersBetween(cells: Position[][], owners: number[]): [Position, Position][] {
  const sides = new Map<string, { edge: [Position, Position]; owners: number[] }>();
  for (const [i, ring] of cells.entries()) {
    for (let k = 1; k < ring.length; k++) {
      const edge: [Position, Position] = [ring[k - 1], ring[k]];
      if (edge[0].join() === edge[1].join()) continue;
      const side = sides.get(edgeKey(...edge));
      if (side) side.owners.push(owners[i]);
      else sides.set(edgeKey(...edge), { edge, owners: [owners[i]] });
    }
  }
  return [...sides.values()].filter((side) => side.owners.length === 1 || side.owners[0] !== side.owners[1]).map((side) => side.edge);
}

/** Edges chained to arcs that end where more or fewer than two edges meet. */
function arcsOf(edges: [Position, Position][]): Position[][] {
  const at = new Map<string, [Position, Position][]>();
  for (const edge of edges) for (const end of edge) at.set(end.join(), [...(at.get(end.join()) ?? []), edge]);
  const used = new Set<[Position, Position]>();
  const follow = (arc: Position[]) => {
    for (;;) {
      const end = arc[arc.length - 1];
      const meeting = at.get(end.join()) ?? [];
      const next = meeting.find((edge) => !used.has(edge));
      if (meeting.length !== 2 || !next) return arc;
      used.add(next);
      arc.push(next[0].join() === end.join() ? next[1] : next[0]);
    }
  };
  const arcs: Position[][] = [];
  for (const edge of edges) {
    if (used.has(edge)) continue;
    used.add(edge);
    const forward = follow([edge[0], edge[1]]);
    arcs.push(follow(forward.toReversed()));
  }
  return arcs;
}

function nearestOwner([lon, lat]: Position, samples: { owner: number; at: Position }[]): number {
  let best = { owner: -1, far: Infinity };
  for (const { owner, at } of samples) {
    const far = Math.hypot((at[0] - lon) * SHRINK, at[1] - lat);
    if (far < best.far) best = { owner, far };
  }
  return best.owner;
}
