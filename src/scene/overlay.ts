import type { Feature, FeatureCollection } from 'geojson';
import { degrees, vectorOf } from '../../geo/line/sphere.ts';
import type { Position } from '../../geo/model/incident.ts';

/** A line from a place to another, with words set beside it. */
export interface LabelledLine {
  from: Position;
  to: Position;
  label: string;
}

/** What is drawn over the map while something is selected or measured. */
export interface Overlay {
  lines: readonly LabelledLine[];
  /** Places marked with a dot, each with words or none. */
  dots: readonly { at: Position; label: string }[];
}

/** An overlay of nothing. */
export const NOTHING: Overlay = { lines: [], dots: [] };

/** The overlay as features: lines, their labels at the middle, and dots; told apart by `kind`. */
export function overlayFeatures({ lines, dots }: Overlay): FeatureCollection {
  return {
    type: 'FeatureCollection',
    features: [
      ...lines.map(({ from, to }): Feature => ({
        type: 'Feature',
        geometry: { type: 'LineString', coordinates: greatCircle(from, to) },
        properties: { kind: 'line', label: '' },
      })),
      ...dots.map(({ at, label }): Feature => ({
        type: 'Feature',
        geometry: { type: 'Point', coordinates: at },
        properties: { kind: 'dot', label },
      })),
      ...lines
        .filter(({ label }) => label !== '')
        .map(({ from, to, label }): Feature => {
          const line = greatCircle(from, to);
          return {
            type: 'Feature',
            geometry: { type: 'Point', coordinates: line[Math.floor(line.length / 2)] },
            properties: { kind: 'label', label },
          };
        }),
    ],
  };
}

/**
 * Places along the great circle, both ends included, an even number of pieces of at most 25 km or 128 of them. It is drawn
 * alone, never measured: the geodesic on WGS 84 lies within a pixel of it wherever both ends are on the screen.
 */
export function greatCircle(from: Position, to: Position): Position[] {
  const [a, b] = [vectorOf(...from), vectorOf(...to)];
  // by the chord: the cosine of a small angle tells nothing
  const angle = 2 * Math.asin(Math.min(1, Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]) / 2));
  const pieces = Math.min(128, 2 * Math.max(1, Math.ceil((angle * RADIUS_KM) / 50)));
  const between = Array.from({ length: pieces - 1 }, (_, i) => {
    const share = (i + 1) / pieces;
    // of no way at all both ends are the middle
    const [p, q] = angle === 0 ? [1, 0] : [Math.sin((1 - share) * angle), Math.sin(share * angle)];
    return positionOf(p * a[0] + q * b[0], p * a[1] + q * b[1], p * a[2] + q * b[2]);
  });
  return [from, ...between, to];
}

/** The mean radius of the earth. */
const RADIUS_KM = 6371;

function positionOf(x: number, y: number, z: number): Position {
  return [degrees(Math.atan2(y, x)), degrees(Math.atan2(z, Math.hypot(x, y)))];
}
