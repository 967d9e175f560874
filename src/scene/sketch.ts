import type { Feature, FeatureCollection, Geometry } from 'geojson';
import type { Areal } from '../../geo/model/geojson.ts';
import type { Position } from '../../geo/model/incident.ts';

/** A colour of the palette that an area is told by, and how much of it; `null` where it is outlined alone. */
export interface AreaTint {
  color: 'hot' | 'cold' | null;
  opacity: number;
}

/** What an open analysis draws on the map. */
export interface Sketch {
  areas: readonly (AreaTint & { geometry: Areal; isStrong: boolean })[];
  /** a path, or an outline about one of its places; what is strong is of the time on show */
  lines: readonly { places: readonly Position[]; kind: 'path' | 'outline'; isStrong: boolean }[];
  dots: readonly { at: Position; label: string; isStrong: boolean }[];
  /** what the areas are told by; `null` where there are none */
  key: SketchKey | null;
}

/** What the tints of areas stand for. */
export interface SketchKey {
  title: string;
  entries: readonly (AreaTint & { label: string })[];
  /** what else must be known to read them; `null` where nothing must */
  note: string | null;
}

/** The sketch as features with a `kind`, `strong`: 1 or 0, and the `opacity` of areas. */
export function sketchFeatures({ areas, lines, dots }: Sketch): FeatureCollection {
  const feature = (geometry: Geometry, properties: { kind: string; isStrong: boolean; label?: string }): Feature => {
    const { kind, isStrong, label = '' } = properties;
    return { type: 'Feature', geometry, properties: { kind, strong: isStrong ? 1 : 0, label } };
  };
  return {
    type: 'FeatureCollection',
    features: [
      ...areas.map(({ geometry, color, opacity, isStrong }): Feature => {
        const { properties, ...rest } = feature(geometry, { kind: color ?? 'plain', isStrong });
        return { ...rest, properties: { ...properties, opacity } };
      }),
      ...lines.map(({ places, kind, isStrong }) =>
        feature({ type: 'LineString', coordinates: [...places] }, { kind, isStrong }),
      ),
      ...dots.map(({ at, label, isStrong }) =>
        feature({ type: 'Point', coordinates: at }, { kind: 'dot', isStrong, label }),
      ),
    ],
  };
}
