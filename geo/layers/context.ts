import * as z from 'zod/mini';
import { PROVINCE_COUNTRIES, type Countries, type Provinces, type Rivers } from '../model/context.ts';
import { SourceError } from '../model/errors.ts';
import { arealSchema, collectionOf, featureOf, lineStringSchema } from '../model/geojson.ts';
import { DISPUTED_PROVINCES, PROVINCES } from '../region.ts';
import { labelPoint } from '../areas/label-point.ts';

/** `geo/sources/pakistan-afghanistan.geojson`: outlines that share the Durand Line vertex for vertex. */
export const outlinesSchema = collectionOf(
  featureOf(arealSchema, z.strictObject({ iso: z.enum(['PK', 'AF']), name: z.string().check(z.minLength(1)) })),
);
export type Outlines = z.infer<typeof outlinesSchema>;

/** `geo/sources/neighbours.geojson`: the countries around, fitted to those outlines. */
export const neighboursSchema = collectionOf(
  featureOf(
    arealSchema,
    z.strictObject({ iso: z.nullable(z.string().check(z.length(2))), name: z.string().check(z.minLength(1)) }),
  ),
);

export const provinceSourceSchema = collectionOf(
  featureOf(
    arealSchema,
    z.strictObject({ iso: z.string(), name: z.string().check(z.minLength(1)), country: z.enum(PROVINCE_COUNTRIES) }),
  ),
);

const NAMES = new Map<string, string>(Object.entries(PROVINCES));

/** The source has no names of rivers. */
export const riverSourceSchema = collectionOf(featureOf(lineStringSchema, z.strictObject({})));

/** Pakistan and Afghanistan by their own outlines, and the countries around them. */
export function countriesLayer(outlines: Outlines, around: z.infer<typeof neighboursSchema>): Countries {
  const features = [...around.features, ...outlines.features];
  return {
    type: 'FeatureCollection',
    features: features.map(({ geometry, properties }) => ({
      type: 'Feature',
      geometry,
      properties: { ...properties, labelPoint: labelPoint(geometry) },
    })),
  };
}

/** @throws SourceError for a province that is there twice, or one of Pakistan or Afghanistan that goes by another name than in `PROVINCES`. */
export function provincesLayer({ features }: z.infer<typeof provinceSourceSchema>, file: string): Provinces {
  const seen = new Set<string>();
  for (const [row, { properties }] of features.entries()) {
    const where = { file, row, field: 'iso', value: properties.iso };
    if (seen.has(properties.iso)) throw new SourceError(where, 'is there twice', 'Keep one of them');
    seen.add(properties.iso);
    if (properties.country === 'IN' || NAMES.get(properties.iso) === properties.name) continue;
    const of = { file, row, field: 'name', value: properties.name };
    throw new SourceError(of, `is not what ${properties.iso} is called`, 'Name it as PROVINCES in geo/region.ts does');
  }
  return {
    type: 'FeatureCollection',
    features: features.map(({ geometry, properties }) => ({
      type: 'Feature',
      geometry,
      properties: {
        ...properties,
        disputed: DISPUTED_PROVINCES.has(properties.iso),
        labelPoint: labelPoint(geometry),
      },
    })),
  };
}

export function riversLayer({ features }: z.infer<typeof riverSourceSchema>): Rivers {
  return {
    type: 'FeatureCollection',
    features: features.map(({ geometry }) => ({ type: 'Feature', geometry, properties: { name: null } })),
  };
}
