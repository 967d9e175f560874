import type { Areal } from '../model/geojson.ts';
import { createArea } from './area.ts';

/** Gives the name of the area that a place lies in, of the first where several hold it; `null` outside all. */
export function createAreaLookup<Properties>(
  features: readonly { geometry: Areal; properties: Properties }[],
  nameOf: (properties: Properties) => string | null,
): (lon: number, lat: number) => string | null {
  const areas = features.map(({ geometry, properties }) => ({ ...createArea(geometry), name: nameOf(properties) }));
  return (lon, lat) => areas.find((area) => area.contains(lon, lat))?.name ?? null;
}
