import type { DistrictRef } from '../model/incident.ts';
import { createNearest } from '../line/nearest.ts';
import { indexPaths } from '../line/paths.ts';
import { checkPlace } from '../line/wgs84.ts';
import type { District } from '../model/district.ts';
import { createArea, ringsOf } from '../areas/area.ts';

export interface DistrictLookup {
  /** The district that a place lies in, or `null`. */
  at(lon: number, lat: number): DistrictRef | null;
  /** The district with an id, or `null` where there is none. */
  named(id: string): DistrictRef | null;
  /** Geodesic distance from a place to a district, km; 0 inside it. Throws a `RangeError` for an unknown id. */
  distanceKm(id: string, lon: number, lat: number): number;
}

/** Indexes districts. The index of a district's boundary is made when it is first asked for a distance. */
export function createDistrictLookup(districts: { features: readonly District[] }): DistrictLookup {
  const entries = districts.features.map(({ geometry, properties: { id, name } }) => ({
    ref: { id, name },
    area: createArea(geometry),
    boundary: lazily(() => createNearest(indexPaths(ringsOf(geometry)))),
  }));
  const byId = new Map(entries.map((entry) => [entry.ref.id, entry]));

  return {
    at: (lon, lat) => entries.find(({ area }) => area.contains(lon, lat))?.ref ?? null,
    named: (id) => byId.get(id)?.ref ?? null,
    distanceKm(id, lon, lat) {
      checkPlace(lon, lat);
      const entry = byId.get(id);
      if (!entry) throw new RangeError(`There is no district with the id ${JSON.stringify(id)}.`);
      return entry.area.contains(lon, lat) ? 0 : entry.boundary()(lon, lat).m / 1000;
    },
  };
}

/** A value that is made when it is first asked for, and then kept. */
export function lazily<T>(make: () => T): () => T {
  let made: { value: T } | null = null;
  return () => (made ??= { value: make() }).value;
}
