import * as z from 'zod/mini';

/** A calendar day as whole days since 1970-01-01. No clock time and no time zone ever enters it. */
export type Day = number;

const MS_PER_DAY = 86_400_000;
const SHAPE = /^([+-]?\d{4,6})-(\d{2})-(\d{2})$/;

/** The day of a proleptic Gregorian date; `month` counts from 1. Day 0 of a month is the last of the month before. */
export function dayOf(year: number, month: number, date: number): Day {
  const at = new Date(0);
  at.setUTCFullYear(year, month - 1, date);
  return Math.round(at.getTime() / MS_PER_DAY);
}

/** Year, month (from 1) and date of a day. */
export function partsOf(day: Day): { year: number; month: number; date: number } {
  const at = new Date(day * MS_PER_DAY);
  return { year: at.getUTCFullYear(), month: at.getUTCMonth() + 1, date: at.getUTCDate() };
}

/** The day written `YYYY-MM-DD`, or `null` where the text is not a real calendar day (2023-02-29, say). */
export function parseDay(text: string): Day | null {
  const match = SHAPE.exec(text);
  if (!match) return null;
  const [year, month, date] = [Number(match[1]), Number(match[2]), Number(match[3])];
  const day = dayOf(year, month, date);
  const back = partsOf(day);
  return back.year === year && back.month === month && back.date === date ? day : null;
}

/** The day as `YYYY-MM-DD`; years before 0 and after 9999 with a sign and six digits, as ISO 8601 has them. */
export function formatDay(day: Day): string {
  return new Date(day * MS_PER_DAY).toISOString().slice(0, -'T00:00:00.000Z'.length);
}

/** A calendar day as text, `YYYY-MM-DD`, that exists in the calendar. */
export const dayText = z.string().check(
  z.refine((text) => parseDay(text) !== null, 'is not a calendar day written YYYY-MM-DD'),
  z.meta({ format: 'date' }),
);
