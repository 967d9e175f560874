import * as z from 'zod/mini';
import { dayText } from './day.ts';
import { positionSchema, sourceSchema } from './incident.ts';

const text = z.string().check(z.trim(), z.minLength(1));

export const CROSSING_KINDS = ['official gate', 'pass', 'seasonal'] as const;

/** A crossing of the Durand Line. */
export const crossingSchema = z
  .strictObject({
    /** the name before what stands in brackets or after a stroke: what closures call it */
    id: text,
    name: text,
    nameUr: z.nullable(text),
    namePs: z.nullable(text),
    /** the `id` of the crossing that this is another name of: one mark stands for both */
    sameAs: z.nullable(text),
    /** `null` where no point is known: it must not be given one */
    position: z.nullable(positionSchema),
    /** so many km the point may be off */
    precisionKm: z.nullable(z.number().check(z.positive())),
    district: text,
    province: z.nullable(text),
    kind: z.nullable(z.enum(CROSSING_KINDS)),
    /** in the words of the compilation */
    openSince: z.nullable(text),
    status: text,
    /** the day, month or year of the newest source: the status is as of then, never of now */
    statusAsOf: z.nullable(text),
    statusSources: z.array(sourceSchema),
    positionSource: z.nullable(text),
    note: z.nullable(text),
  })
  .check(
    z.refine(({ position, precisionKm }) => (position === null) === (precisionKm === null), {
      message: 'goes with a point',
      path: ['precisionKm'],
    }),
  );
export type Crossing = z.infer<typeof crossingSchema>;
export const crossingsSchema = z.array(crossingSchema);

export const CLOSURE_KINDS = ['closed', 'partly', 'reopened'] as const;
/** Whether the end is known; unknown: it opened again on a day that was not found; ongoing: as last seen. */
export const CLOSURE_ENDS = ['known', 'unknown', 'ongoing'] as const;
export const CLOSURE_PRECISIONS = ['day', 'week', 'month'] as const;

/** A closure of a crossing that was found; there were others. One that is `partly` may lie inside one that is `closed`. */
export const closureSchema = z.strictObject({
  /** the `id` of the crossing */
  crossing: text,
  kind: z.enum(CLOSURE_KINDS),
  start: dayText,
  /** the last day; `null` where it is not known, or for a reopening */
  end: z.nullable(dayText),
  precision: z.enum(CLOSURE_PRECISIONS),
  /** how the end is known; `null` for a reopening */
  ending: z.nullable(z.enum(CLOSURE_ENDS)),
  sources: z.array(sourceSchema).check(z.minLength(1)),
  note: text,
});
export type Closure = z.infer<typeof closureSchema>;
export const closuresSchema = z.array(closureSchema);
