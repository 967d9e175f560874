import * as z from 'zod/mini';
import { positionSchema, type Position } from './incident.ts';

/** The Zod schema of a GeoJSON Feature with the given geometry and properties. */
export function featureOf<G extends z.ZodMiniType, P extends z.ZodMiniType>(geometry: G, properties: P) {
  return z.object({ type: z.literal('Feature'), geometry, properties });
}

/** The Zod schema of a FeatureCollection of such features. */
export function collectionOf<F extends z.ZodMiniType>(feature: F) {
  return z.object({ type: z.literal('FeatureCollection'), features: z.array(feature) });
}

function isPosition(value: unknown): boolean {
  if (!Array.isArray(value) || value.length !== 2) return false;
  const [lon, lat] = value;
  return typeof lon === 'number' && typeof lat === 'number' && Math.abs(lon) <= 180 && Math.abs(lat) <= 90;
}

/** Many positions, checked in one loop: one by one their schema takes longer than all the rest of opening the page. */
const positions = z.custom<Position[]>(Array.isArray, 'is no list of positions').check(({ value, issues }) => {
  const wrong = Array.isArray(value) ? value.findIndex((position) => !isPosition(position)) : -1;
  if (wrong < 0) return;
  const message = 'is no [longitude, latitude] in degrees';
  issues.push({ code: 'custom', input: value[wrong], path: [wrong], message });
});

const ring = positions.check(
  z.refine((r) => r.length >= 4, 'has fewer than 4 positions'),
  z.refine((r) => r.length > 0 && r[0][0] === r[r.length - 1][0] && r[0][1] === r[r.length - 1][1], 'is not closed'),
);

const path = positions.check(z.refine((line) => line.length >= 2, 'has fewer than 2 positions'));

export const lineStringSchema = z.object({ type: z.literal('LineString'), coordinates: path });
export const multiLineStringSchema = z.object({ type: z.literal('MultiLineString'), coordinates: z.array(path) });
export const polygonSchema = z.object({ type: z.literal('Polygon'), coordinates: z.array(ring).check(z.minLength(1)) });
export const multiPolygonSchema = z.object({
  type: z.literal('MultiPolygon'),
  coordinates: z.array(z.array(ring).check(z.minLength(1))).check(z.minLength(1)),
});
export const pointSchema = z.object({ type: z.literal('Point'), coordinates: positionSchema });
export const arealSchema = z.discriminatedUnion('type', [polygonSchema, multiPolygonSchema]);
export const linealSchema = z.discriminatedUnion('type', [lineStringSchema, multiLineStringSchema]);
export type Areal = z.infer<typeof arealSchema>;
