import * as z from 'zod';
import { RADIUS_KM } from '../ground/uncertainty.ts';
import { recordedSchema, type Recorded } from '../model/incident.ts';
import { finding } from './finding.ts';
import type { Finding } from './format.ts';

const ownSchema = recordedSchema.strip();
/** An object with all of these is an incident in our own form. */
export const RECORDED_FIELDS = Object.keys(recordedSchema.shape) as readonly (keyof Recorded)[];

/** What is recorded in an incident of our own form; what is computed is left out, as it is computed anew. */
export function readRecorded(value: unknown): Recorded | { rejected: Finding } {
  const result = ownSchema.safeParse(value);
  if (result.success) return result.data;
  const [{ path, message }] = result.error.issues;
  const at = path.reduce<unknown>(
    (v, key) => (isObject(v) && Object.hasOwn(v, key) ? Reflect.get(v, key) : null),
    value,
  );
  return { rejected: finding(String(path[0]), at, message) };
}

const intervalSchema = z.object({
  locationPrecision: z.enum(['exact', 'town']),
  borderKm: z.number(),
  borderKmMax: z.number(),
});

/** The radius, km, that an incident's interval was computed with, where that is not its precision's own. */
export function radiusOf(properties: unknown): number | null {
  const result = intervalSchema.safeParse(properties);
  if (!result.success) return null;
  const { locationPrecision, borderKm, borderKmMax } = result.data;
  const metres = Math.round((borderKmMax - borderKm) * 1000);
  return metres < 0 || metres === RADIUS_KM[locationPrecision] * 1000 ? null : metres / 1000;
}

/** Whether a value read from JSON has properties. */
export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
