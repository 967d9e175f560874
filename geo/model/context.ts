import * as z from 'zod/mini';
import { BORDER_SIDES } from '../region.ts';
import {
  arealSchema,
  collectionOf,
  featureOf,
  linealSchema,
  multiLineStringSchema,
  multiPolygonSchema,
  pointSchema,
} from './geojson.ts';
import { positionSchema } from './incident.ts';

/** Countries of the region. `iso` is ISO 3166-1 alpha-2, `null` where the source gives none. */
export const countriesSchema = collectionOf(
  featureOf(arealSchema, z.strictObject({ iso: z.nullable(z.string()), name: z.string(), labelPoint: positionSchema })),
);
export type Countries = z.infer<typeof countriesSchema>;

/** The world outside the region, coarsely: its land, and the borders on it. */
export const worldSchema = z.object({
  type: z.literal('FeatureCollection'),
  features: z.tuple([
    featureOf(multiPolygonSchema, z.strictObject({})),
    featureOf(multiLineStringSchema, z.strictObject({})),
  ]),
});
export type World = z.infer<typeof worldSchema>;

/** Whose provinces there are: of India those alone whose status is disputed. */
export const PROVINCE_COUNTRIES = [...BORDER_SIDES, 'IN'] as const;

/** First-level provinces of Pakistan and Afghanistan, and the disputed territories that India administers. */
export const provincesSchema = collectionOf(
  featureOf(
    arealSchema,
    z.strictObject({
      iso: z.string(),
      name: z.string(),
      country: z.enum(PROVINCE_COUNTRIES),
      disputed: z.boolean(),
      labelPoint: positionSchema,
    }),
  ),
);
export type Provinces = z.infer<typeof provincesSchema>;

export const riversSchema = collectionOf(featureOf(linealSchema, z.strictObject({ name: z.nullable(z.string()) })));
export type Rivers = z.infer<typeof riversSchema>;

/** Towns. `rank` 1 is a capital or a great city; greater ranks appear at higher zooms. */
export const placesSchema = collectionOf(
  featureOf(
    pointSchema,
    z.strictObject({
      name: z.string(),
      nameUr: z.nullable(z.string()),
      namePs: z.nullable(z.string()),
      country: z.string(),
      rank: z.int().check(z.minimum(1), z.maximum(4)),
    }),
  ),
);
export type Places = z.infer<typeof placesSchema>;
