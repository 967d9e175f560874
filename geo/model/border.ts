import * as z from 'zod/mini';
import { arealSchema, collectionOf, featureOf, lineStringSchema } from './geojson.ts';
import { BORDER_SIDES } from '../region.ts';
import { positionSchema } from './incident.ts';

/** The distance bands, in km from the line. */
export const BAND_KM = [10, 25, 50, 100] as const;

export const durandLineSchema = collectionOf(
  featureOf(
    lineStringSchema,
    z.strictObject({
      name: z.string(),
      /** Geodesic length on WGS 84. */
      lengthKm: z.number().check(z.positive()),
      vertices: z.int().check(z.minimum(2)),
      /** Gaps of the source that were bridged straight, and how long the bridges are together. */
      gaps: z.int().check(z.minimum(0)),
      bridgedKm: z.number().check(z.minimum(0)),
    }),
  ),
);
export type DurandLine = z.infer<typeof durandLineSchema>;

export const bandsSchema = collectionOf(
  featureOf(
    arealSchema,
    z.strictObject({
      side: z.enum(BORDER_SIDES),
      fromKm: z.number().check(z.minimum(0)),
      toKm: z.number().check(z.positive()),
    }),
  ),
);
export type Bands = z.infer<typeof bandsSchema>;

/** The answer of `geo measure` and of the measuring tool. `null` is unknown, never a guess. */
export const measurementSchema = z.strictObject({
  lon: z.number(),
  lat: z.number(),
  borderKm: z.number().check(z.minimum(0)),
  borderPoint: positionSchema,
  side: z.nullable(z.enum(BORDER_SIDES)),
  alongKm: z.number().check(z.minimum(0)),
  district: z.nullable(z.strictObject({ id: z.string(), name: z.string() })),
  /** ISO 3166-1 alpha-2 of the country that the point lies in; `null` outside the countries that the layers hold. */
  country: z.nullable(z.string()),
});
export type Measurement = z.infer<typeof measurementSchema>;

/** What lies beside a stretch of the Durand Line, in the order of the line. */
export const stretchesSchema = z.array(
  z.strictObject({
    side: z.enum(BORDER_SIDES),
    /** A district of Khyber Pakhtunkhwa, or a first-level province. */
    level: z.enum(['district', 'province']),
    name: z.string(),
    fromKm: z.number().check(z.minimum(0)),
    toKm: z.number().check(z.positive()),
  }),
);
export type Stretch = z.infer<typeof stretchesSchema>[number];
