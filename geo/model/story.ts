import * as z from 'zod/mini';
import { dayText } from './day.ts';
import { sourceSchema } from './incident.ts';

/** A phase of the conflict: a band on the timeline, with the camera that shows it. */
export const phaseSchema = z.strictObject({
  id: z.string().check(z.regex(/^[a-z-]+$/)),
  name: z.string(),
  start: dayText,
  end: dayText,
  sentence: z.string(),
  sources: z.array(sourceSchema).check(z.minLength(1)),
  /** Ids of the incidents that the sentence rests on. */
  incidents: z.array(z.string()),
  /** west, south, east, north in degrees */
  bbox: z.tuple([z.number(), z.number(), z.number(), z.number()]),
});
export type Phase = z.infer<typeof phaseSchema>;
export const phasesSchema = z.array(phaseSchema);

/** A total of one year as a source published it. Definitions differ: no two series may be joined. */
export const annualTotalSchema = z.strictObject({
  source: z.string(),
  scope: z.string(),
  /** The words of the source for the year: `2024`, `2022-H1`, `2020-21`. */
  period: z.string(),
  start: dayText,
  end: dayText,
  events: z.nullable(z.int().check(z.minimum(0))),
  deaths: z.nullable(z.int().check(z.minimum(0))),
  injured: z.nullable(z.int().check(z.minimum(0))),
  note: z.nullable(z.string()),
  seenUrl: z.nullable(z.string()),
});
export type AnnualTotal = z.infer<typeof annualTotalSchema>;
export const annualTotalsSchema = z.array(annualTotalSchema);
