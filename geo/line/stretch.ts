import type { Position } from '../model/incident.ts';
import { geodesicKm } from './between.ts';

/** Kilometres along a line at each of its vertices. */
export function kmAtVertices(line: readonly Position[]): Float64Array {
  const km = new Float64Array(line.length);
  for (let i = 1; i < line.length; i++) km[i] = km[i - 1] + geodesicKm(line[i - 1], line[i]);
  return km;
}

/** The place at a kilometre along the line, straight in longitude and latitude between vertices. */
export function placeAt(line: readonly Position[], vertexKm: Float64Array, km: number): Position {
  const after = Math.min(Math.max(indexAfter(vertexKm, km), 1), line.length - 1);
  const [a, b] = [line[after - 1], line[after]];
  const length = vertexKm[after] - vertexKm[after - 1];
  const t = length > 0 ? Math.min(Math.max((km - vertexKm[after - 1]) / length, 0), 1) : 0;
  return [a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t];
}

/** The stretch of a line between two kilometres, both ends included; what lies beyond the line is left out. */
export function stretchOf(line: readonly Position[], vertexKm: Float64Array, fromKm: number, toKm: number): Position[] {
  const [from, to] = [Math.max(fromKm, 0), Math.min(toKm, vertexKm[vertexKm.length - 1])];
  const within = line.filter((_, i) => vertexKm[i] > from && vertexKm[i] < to);
  return [placeAt(line, vertexKm, from), ...within, placeAt(line, vertexKm, to)];
}

function indexAfter(vertexKm: Float64Array, km: number): number {
  let [low, high] = [0, vertexKm.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (vertexKm[middle] <= km) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Of latitude, near enough to frame a view or to look beside the line. */
export const KM_PER_DEGREE = 111.2;

/** West, south, east, north of a stretch of a line and of what lies within some km of it. */
export function bboxOfStretch(
  line: readonly Position[],
  fromKm: number,
  toKm: number,
  withinKm: number,
): [number, number, number, number] {
  const places = stretchOf(line, kmAtVertices(line), fromKm, toKm);
  const [lons, lats] = [places.map(([lon]) => lon), places.map(([, lat]) => lat)];
  const up = withinKm / KM_PER_DEGREE;
  const across = up / Math.cos((Math.max(...lats) * Math.PI) / 180);
  return [Math.min(...lons) - across, Math.min(...lats) - up, Math.max(...lons) + across, Math.max(...lats) + up];
}
