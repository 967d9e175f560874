import type { Position } from '../model/incident.ts';
import { createNearest } from './nearest.ts';
import { indexPaths } from './paths.ts';
import { checkPlace, isPlace } from './wgs84.ts';

/** The nearest place on the border. */
export interface BorderPlace {
  /** Geodesic distance on WGS 84, km. */
  borderKm: number;
  borderPoint: Position;
  /** Kilometres along the border from its first vertex. */
  alongKm: number;
  /** The segment, from 0, that the place lies on. */
  segment: number;
}

/** A border: one line, its segments straight in longitude and latitude (RFC 7946), with an index. */
export interface Border {
  readonly coordinates: readonly Position[];
  readonly lengthKm: number;
  /** The nearest place on the border. Throws a `RangeError` that names a coordinate that is none. */
  nearest(lon: number, lat: number): BorderPlace;
}

/**
 * Indexes a line for exact distances: within a millimetre of the minimum over the whole line by Karney's inverse, from
 * any place of the world. Refuses, with the reason, a line with fewer than two vertices, with a vertex that repeats the
 * one before it or that is no place of the world, and a list of lines (a MultiLineString), whose gaps are not ours to bridge.
 */
export function createBorder(coordinates: readonly Position[]): Border {
  checkLine(coordinates);
  const paths = indexPaths([coordinates]);
  const find = createNearest(paths);
  const lengthKm = paths.startM[paths.startM.length - 1] / 1000;

  function nearest(lon: number, lat: number): BorderPlace {
    checkPlace(lon, lat);
    const { m, lon: pointLon, lat: pointLat, segment, alongM } = find(lon, lat);
    return { borderKm: m / 1000, borderPoint: [pointLon, pointLat], alongKm: alongM / 1000, segment };
  }

  return { coordinates, lengthKm, nearest };
}

function checkLine(line: readonly Position[]): void {
  if (!Array.isArray(line)) throw new RangeError(`A border is a list of positions, not ${String(line)}.`);
  if (line.length < 2) throw new RangeError(`A border needs two vertices or more, but this line has ${line.length}.`);
  for (let i = 0; i < line.length; i++) checkVertex(line[i], i > 0 ? line[i - 1] : null, i);
}

function checkVertex(vertex: unknown, before: Position | null, i: number): void {
  if (!Array.isArray(vertex)) throw new RangeError(`Vertex ${i} of the border is no position: ${String(vertex)}.`);
  const lon: unknown = vertex[0];
  const lat: unknown = vertex[1];
  if (Array.isArray(lon)) {
    throw new RangeError('A border is one line, but this is a list of lines. Join them and bridge the gaps first.');
  }
  if (!isPlace(lon, lat)) {
    throw new RangeError(`Vertex ${i} of the border, ${String(lon)}, ${String(lat)}, is no place in degrees.`);
  }
  if (before && before[0] === lon && before[1] === lat) {
    throw new RangeError(`Vertex ${i} of the border repeats the one before it: ${lon}, ${lat}. Take it out.`);
  }
}
