import * as z from 'zod';
import { positionSchema } from './incident.ts';

/** The Zod schema of a GeoJSON Feature with the given geometry and properties. */
export function featureOf<G extends z.ZodType, P extends z.ZodType>(geometry: G, properties: P) {
  return z.object({ type: z.literal('Feature'), geometry, properties });
}

/** The Zod schema of a FeatureCollection of such features. */
export function collectionOf<F extends z.ZodType>(feature: F) {
  return z.object({ type: z.literal('FeatureCollection'), features: z.array(feature) });
}

const ring = z
  .array(positionSchema)
  .min(4, 'has fewer than 4 positions')
  .refine((r) => r.length > 0 && r[0][0] === r[r.length - 1][0] && r[0][1] === r[r.length - 1][1], 'is not closed');

export const lineStringSchema = z.object({
  type: z.literal('LineString'),
  coordinates: z.array(positionSchema).min(2),
});
export const multiLineStringSchema = z.object({
  type: z.literal('MultiLineString'),
  coordinates: z.array(z.array(positionSchema).min(2)),
});
export const polygonSchema = z.object({ type: z.literal('Polygon'), coordinates: z.array(ring).min(1) });
export const multiPolygonSchema = z.object({
  type: z.literal('MultiPolygon'),
  coordinates: z.array(z.array(ring).min(1)).min(1),
});
export const pointSchema = z.object({ type: z.literal('Point'), coordinates: positionSchema });
export const arealSchema = z.discriminatedUnion('type', [polygonSchema, multiPolygonSchema]);
export const linealSchema = z.discriminatedUnion('type', [lineStringSchema, multiLineStringSchema]);
export type Areal = z.infer<typeof arealSchema>;
