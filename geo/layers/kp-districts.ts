import * as z from 'zod/mini';
import { polygonSchema, featureOf, collectionOf } from '../model/geojson.ts';
import type { Districts } from '../model/district.ts';
import type { Position } from '../model/incident.ts';
import { SourceError } from '../model/errors.ts';
import { areaKm2 } from '../areas/geodesic.ts';
import { labelPoint } from '../areas/label-point.ts';
import { edgeKeys } from './edges.ts';
import { snapEdge } from './snap.ts';

/** Where the districts' edge along the Durand Line begins and ends in the source. */
const NORTH_EAST: Position = [73.6507, 36.9155];
const SOUTH_WEST: Position = [69.3233, 31.9471];

/** `geo/sources/kp-districts.geojson`: one ring a district, without holes. */
export const districtSourceSchema = collectionOf(
  featureOf(
    polygonSchema.check(z.refine((polygon) => polygon.coordinates.length === 1, 'has a hole')),
    z.strictObject({
      name: z.string().check(z.minLength(1)),
      name_alt: z.array(z.string()),
      division: z.string(),
      former_fata: z.boolean(),
      area_km2_official: z.number().check(z.positive()),
      population_2023: z.int().check(z.positive()),
    }),
  ),
);
export type DistrictSource = z.infer<typeof districtSourceSchema>;

/** The districts of Khyber Pakhtunkhwa, their edge along the Durand Line replaced by the line itself. */
export function kpDistricts(source: DistrictSource, line: readonly Position[], file: string): Districts {
  refuseTwins(source, file);
  const rings = source.features.map(({ geometry }) => geometry.coordinates[0]);
  const snapped = snapEdge(rings, NORTH_EAST, SOUTH_WEST, line);
  const ids = source.features.map(({ properties }) => districtId(properties.name));
  const neighbours = neighboursOf(snapped);
  return {
    type: 'FeatureCollection',
    features: source.features.map(({ properties }, i) => {
      const geometry = { type: 'Polygon' as const, coordinates: [snapped[i]] };
      return {
        type: 'Feature',
        geometry,
        properties: {
          id: ids[i],
          name: properties.name,
          nameAlt: properties.name_alt,
          // no source for names in Urdu is at hand
          nameUr: null,
          division: properties.division,
          formerFata: properties.former_fata,
          areaKm2: Math.round(areaKm2(geometry) * 10) / 10,
          areaKm2Official: properties.area_km2_official,
          population2023: properties.population_2023,
          labelPoint: labelPoint(geometry),
          neighbours: neighbours[i].map((j) => ids[j]).sort(),
        },
      };
    }),
  };
}

/** The name in lower case with hyphens. */
export function districtId(name: string): string {
  return name.toLowerCase().replaceAll(/[^a-z]+/g, '-');
}

function refuseTwins({ features }: DistrictSource, file: string): void {
  const seen = new Set<string>();
  for (const [row, { properties }] of features.entries()) {
    const id = districtId(properties.name);
    if (seen.has(id)) {
      throw new SourceError({ file, row, field: 'name', value: properties.name }, 'is there twice', 'Keep one of them');
    }
    seen.add(id);
  }
}

/** For each ring the indices of those that share an edge with it. */
function neighboursOf(rings: readonly Position[][]): number[][] {
  const owners = new Map<string, number[]>();
  for (const [i, ring] of rings.entries()) {
    for (const key of edgeKeys(ring)) owners.set(key, [...(owners.get(key) ?? []), i]);
  }
  const neighbours = rings.map(() => new Set<number>());
  for (const pair of owners.values()) {
    for (const a of pair) for (const b of pair) if (a !== b) neighbours[a].add(b);
  }
  return neighbours.map((set) => [...set]);
}
