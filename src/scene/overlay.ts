import type { Feature, FeatureCollection } from 'geojson';
import { geodesicBetween, placeAt } from '../../geo/line/wgs84.ts';
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
        geometry: { type: 'LineString', coordinates: geodesicLine(from, to) },
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
          const line = geodesicLine(from, to);
          return {
            type: 'Feature',
            geometry: { type: 'Point', coordinates: line[Math.floor(line.length / 2)] },
            properties: { kind: 'label', label },
          };
        }),
    ],
  };
}

/** Places along the geodesic (WGS 84), both ends included, an even number of pieces of at most 25 km or 128 of them. */
export function geodesicLine(from: Position, to: Position): Position[] {
  // the azimuth comes for the far end: asked for backwards, that is `from`, looking away from `to`
  const { m, azimuth: away } = geodesicBetween(to[0], to[1], from[0], from[1]);
  const pieces = Math.min(128, 2 * Math.max(1, Math.ceil(m / 50_000)));
  const between = Array.from({ length: pieces - 1 }, (_, i) =>
    placeAt(from[0], from[1], away + 180, (m * (i + 1)) / pieces),
  );
  return [from, ...between, to];
}
