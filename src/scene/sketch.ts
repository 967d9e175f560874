import type { Feature, FeatureCollection, Geometry } from 'geojson';
import type { Areal } from '../../geo/model/geojson.ts';
import type { Position } from '../../geo/model/incident.ts';
import type { Heat } from '../../geo/views/hotspots.ts';

/** What an open analysis draws on the map. */
export interface Sketch {
  areas: readonly { geometry: Areal; heat: Heat }[];
  /** a path, or an outline about one of its places; what is strong is of the time on show */
  lines: readonly { places: readonly Position[]; kind: 'path' | 'outline'; isStrong: boolean }[];
  dots: readonly { at: Position; label: string; isStrong: boolean }[];
}

/** The sketch as features with a `kind`, and `strong`: 1 or 0. */
export function sketchFeatures({ areas, lines, dots }: Sketch): FeatureCollection {
  const feature = (geometry: Geometry, kind: string, isStrong: boolean, label = ''): Feature => ({
    type: 'Feature',
    geometry,
    properties: { kind, strong: isStrong ? 1 : 0, label },
  });
  return {
    type: 'FeatureCollection',
    features: [
      ...areas.map(({ geometry, heat }) => feature(geometry, heat, heat !== 'neither')),
      ...lines.map(({ places, kind, isStrong }) =>
        feature({ type: 'LineString', coordinates: [...places] }, kind, isStrong),
      ),
      ...dots.map(({ at, label, isStrong }) => feature({ type: 'Point', coordinates: at }, 'dot', isStrong, label)),
    ],
  };
}
