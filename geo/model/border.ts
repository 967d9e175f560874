import * as z from 'zod';
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
      lengthKm: z.number().positive(),
      vertices: z.int().min(2),
      /** Gaps of the source that were bridged straight, and how long the bridges are together. */
      gaps: z.int().min(0),
      bridgedKm: z.number().min(0),
    }),
  ),
);
export type DurandLine = z.infer<typeof durandLineSchema>;

export const bandsSchema = collectionOf(
  featureOf(
    arealSchema,
    z.strictObject({ side: z.enum(BORDER_SIDES), fromKm: z.number().min(0), toKm: z.number().positive() }),
  ),
);
export type Bands = z.infer<typeof bandsSchema>;

/** The answer of `geo measure` and of the measuring tool. `null` is unknown, never a guess. */
export const measurementSchema = z.strictObject({
  lon: z.number(),
  lat: z.number(),
  borderKm: z.number().min(0),
  borderPoint: positionSchema,
  side: z.enum(BORDER_SIDES).nullable(),
  alongKm: z.number().min(0),
  district: z.strictObject({ id: z.string(), name: z.string() }).nullable(),
  /** ISO 3166-1 alpha-2 of the country that the point lies in; `null` outside the countries that the layers hold. */
  country: z.string().nullable(),
});
export type Measurement = z.infer<typeof measurementSchema>;

/** What lies beside a stretch of the Durand Line, in the order of the line. */
export const stretchesSchema = z.array(
  z.strictObject({
    side: z.enum(BORDER_SIDES),
    /** A district of Khyber Pakhtunkhwa, or a first-level province. */
    level: z.enum(['district', 'province']),
    name: z.string(),
    fromKm: z.number().min(0),
    toKm: z.number().positive(),
  }),
);
export type Stretch = z.infer<typeof stretchesSchema>[number];
