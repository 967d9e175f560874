import { partsOf, type Day } from '../../geo/model/day.ts';
import type { DatePrecision } from '../../geo/model/incident.ts';
import type { Step, Window } from '../../geo/time/window.ts';
import { monthName, plainText } from './locale.ts';

/**
 * The names of the months are those of `Intl`; their order is ours: no English of `Intl` writes both `Sep` and
 * `8–15 Oct 2025`, and each browser has its own idea of the spaces.
 */
const DATES = {
  day: ({ date, month, year }: Record<'date' | 'month' | 'year', string>) => `${date} ${month} ${year}`,
  dayOfYear: ({ date, month }: Record<'date' | 'month', string>) => `${date} ${month}`,
  month: ({ month, year }: Record<'month' | 'year', string>) => `${month} ${year}`,
  /** Of two that are one word each, and of two that are more. */
  close: ({ from, to }: Record<'from' | 'to', string>) => `${from}–${to}`,
  apart: ({ from, to }: Record<'from' | 'to', string>) => `${from} – ${to}`,
  about: ({ time }: { time: string }) => `about ${time}`,
  week: ({ first }: { first: string }) => `week of ${first}`,
} as const;

const MILLISECONDS_OF_DAY = 86_400_000;

function partsText(day: Day): Record<'date' | 'month' | 'year', string> {
  const { year, date } = partsOf(day);
  return { date: plainText(date), month: monthName(day * MILLISECONDS_OF_DAY), year: plainText(year) };
}

/** A day as `8 Oct 2025`. */
export function dayText(day: Day): string {
  return DATES.day(partsText(day));
}

/** A month as `Oct 2025`. */
export function monthText(day: Day): string {
  return DATES.month(partsText(day));
}

/** A year as `2025`. */
export function yearText(day: Day): string {
  return partsText(day).year;
}

/** What an axis says where a step begins: `2025`, `Oct`, `8 Oct`; whole where the year is not told otherwise: `Oct 2025`. */
export function tickText(day: Day, step: Step, whole: boolean): string {
  const parts = partsText(day);
  switch (step) {
    case 'year':
      return parts.year;
    case 'quarter':
    case 'month':
      if (partsOf(day).month === 1) return parts.year;
      return whole ? DATES.month(parts) : parts.month;
    case 'week':
    case 'day':
      return whole ? DATES.day(parts) : DATES.dayOfYear(parts);
  }
}

/** Months of one year as `Jul–Sep 2025`. */
export function monthsText({ start, end }: Window): string {
  return DATES.close({ from: partsText(start).month, to: monthText(end) });
}

/** A range as short as it can be: `8 Oct 2025`, `8–15 Oct 2025`, `28 Sep – 3 Oct 2025`, `28 Dec 2025 – 3 Jan 2026`. */
export function rangeText({ start, end }: Window): string {
  if (start === end) return dayText(start);
  const [a, b] = [partsText(start), partsText(end)];
  if (a.year !== b.year) return DATES.apart({ from: DATES.day(a), to: DATES.day(b) });
  if (a.month !== b.month) return DATES.apart({ from: DATES.dayOfYear(a), to: DATES.day(b) });
  return DATES.close({ from: a.date, to: DATES.day(b) });
}

/** When an incident was, no finer than it is known: `8 Oct 2025`, `week of 6 Oct 2025`, `Oct 2025`, `2025`. */
export function whenText(start: Day, end: Day, precision: DatePrecision): string {
  switch (precision) {
    case 'day':
      return rangeText({ start, end });
    case 'week':
      return end - start > 7 ? DATES.about({ time: rangeText({ start, end }) }) : DATES.week({ first: dayText(start) });
    case 'month': {
      const [from, to] = [monthText(start), monthText(end)];
      return from === to ? from : DATES.apart({ from, to });
    }
    case 'year': {
      const [from, to] = [yearText(start), yearText(end)];
      return from === to ? from : DATES.close({ from, to });
    }
  }
}
