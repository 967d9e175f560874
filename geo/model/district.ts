import * as z from 'zod/mini';
import { arealSchema, collectionOf, featureOf } from './geojson.ts';
import { positionSchema } from './incident.ts';

export const districtPropertiesSchema = z.strictObject({
  /** The name in lower case with hyphens: `north-waziristan`. */
  id: z.string().check(z.regex(/^[a-z]+(-[a-z]+)*$/)),
  name: z.string(),
  nameAlt: z.array(z.string()),
  nameUr: z.nullable(z.string()),
  division: z.string(),
  formerFata: z.boolean(),
  /** Geodesic area of the polygon, km², and the area that the census gives. */
  areaKm2: z.number().check(z.positive()),
  areaKm2Official: z.number().check(z.positive()),
  population2023: z.int().check(z.positive()),
  labelPoint: positionSchema,
  /** Ids of the districts that share an edge with it. */
  neighbours: z.array(z.string()),
});

export const districtSchema = featureOf(arealSchema, districtPropertiesSchema);
export type District = z.infer<typeof districtSchema>;
export const districtsSchema = collectionOf(districtSchema);
export type Districts = z.infer<typeof districtsSchema>;
