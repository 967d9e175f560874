import * as z from 'zod/mini';
import { dayText, parseDay } from './day.ts';

const text = z.string().check(z.trim(), z.minLength(1));
const count = z.int().check(z.minimum(0));
const counts = z.array(count);

/** A calendar month as text, `YYYY-MM`. */
const monthText = z.string().check(
  z.regex(/^\d{4}-\d{2}$/, 'is not a month written YYYY-MM'),
  z.refine((month) => parseDay(`${month}-01`) !== null, 'is no month of the calendar'),
);

/** Events and deaths of an area: a figure for each month of the census, none left out. */
const censusAreaSchema = z.strictObject({
  area: text,
  events: counts,
  best: counts,
  /** the lowest and highest counts; `null` where the census gives its best estimates alone */
  low: z.nullable(counts),
  high: z.nullable(counts),
});
export type CensusArea = z.infer<typeof censusAreaSchema>;

/** A record that is known to no month: counted beside the months, never in one of them. */
const undatedSchema = z.strictObject({
  area: text,
  from: dayText,
  to: dayText,
  events: count,
  best: count,
  low: count,
  high: count,
  /** the record's number at the source */
  record: text,
});
export type UndatedRecord = z.infer<typeof undatedSchema>;

/** What one source counts, month by month and area by area. An event counts in the month of its first day. */
export const censusSchema = z
  .strictObject({
    source: text,
    first: monthText,
    last: monthText,
    areas: z.array(censusAreaSchema).check(z.minLength(1)),
    undated: z.array(undatedSchema),
  })
  .check(
    z.refine(
      ({ areas }) =>
        areas.every(({ events, best, low, high }) =>
          [best, low ?? best, high ?? best].every(({ length }) => length === events.length && length > 0),
        ),
      'has an area without a figure for each month',
    ),
  );
export type Census = z.infer<typeof censusSchema>;
