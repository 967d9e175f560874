import { dayOf, formatDay, parseDay, type Day } from '../model/day.ts';
import type { DatePrecision } from '../model/incident.ts';

/** A date as a table has it: its first and last day (a month or a year is a span). */
export interface DateRead {
  start: string;
  end: string;
  precision: DatePrecision;
}

/** Which of two numbers between slashes is the day; `null` where that is not known. */
export type DateOrder = 'day first' | 'month first' | null;

const ISO = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ].*)?$/;
const COMPACT = /^(\d{4})(\d{2})(\d{2})$/;
const MONTH = /^(\d{4})-(\d{1,2})$/;
const YEAR = /^\d{4}$/;
const NUMBERS = /^(\d{1,2})([/.-])(\d{1,2})\2(\d{4})(?:[T ,].*)?$/;
const DAY_NAME_YEAR = /^(\d{1,2})[ .-]+([a-z]{3,9})\.?[ .,-]+(\d{4})(?:[T ,].*)?$/i;
const NAME_DAY_YEAR = /^([a-z]{3,9})\.? +(\d{1,2})(?:st|nd|rd|th)?,? +(\d{4})(?:[T ,].*)?$/i;

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/**
 * A date in one of the usual ways of writing: `2025-10-08` with or without a time of day, `20251008`, `8 October 2025`,
 * `October 8, 2025`, `08.10.2025`, `2025-10`, `2025`. Of `8/10/2025` the order decides, where neither number can only
 * be a day. `null` where it is no date, or which date is not clear.
 */
export function readDate(text: string, order: DateOrder): DateRead | null {
  const written = text.trim();
  const iso = ISO.exec(written) ?? COMPACT.exec(written);
  if (iso) return oneDay(iso[1], iso[2], iso[3]);
  if (YEAR.test(written)) return span(dayOf(Number(written), 1, 1), dayOf(Number(written), 12, 31), 'year');
  const month = MONTH.exec(written);
  if (month) return wholeMonth(Number(month[1]), Number(month[2]));
  const named = DAY_NAME_YEAR.exec(written);
  if (named) return oneDay(named[3], monthOf(named[2]), named[1]);
  const american = NAME_DAY_YEAR.exec(written);
  if (american) return oneDay(american[3], monthOf(american[1]), american[2]);
  const numbers = NUMBERS.exec(written);
  if (!numbers) return null;
  const [, first, separator, second, year] = numbers;
  const known = separator === '.' ? 'day first' : (orderOf(Number(first), Number(second)) ?? order);
  if (known === null) return null;
  return known === 'day first' ? oneDay(year, second, first) : oneDay(year, first, second);
}

/** What a column of dates between slashes says of the order of its numbers; `null` where no date tells, or some disagree. */
export function orderOfDates(texts: readonly string[]): DateOrder {
  const orders = new Set<DateOrder>();
  for (const text of texts) {
    const numbers = NUMBERS.exec(text.trim());
    const order = numbers && orderOf(Number(numbers[1]), Number(numbers[3]));
    if (order) orders.add(order);
  }
  const [only] = orders;
  return orders.size === 1 ? only : null;
}

function orderOf(first: number, second: number): DateOrder {
  if (first > 12 && second <= 12) return 'day first';
  if (second > 12 && first <= 12) return 'month first';
  return first === second ? 'day first' : null;
}

function monthOf(name: string): number {
  return MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1;
}

function oneDay(year: string, month: string | number, date: string): DateRead | null {
  const text = `${year}-${String(month).padStart(2, '0')}-${date.padStart(2, '0')}`;
  return parseDay(text) === null ? null : { start: text, end: text, precision: 'day' };
}

function wholeMonth(year: number, month: number): DateRead | null {
  return month < 1 || month > 12 ? null : span(dayOf(year, month, 1), dayOf(year, month + 1, 0), 'month');
}

function span(start: Day, end: Day, precision: DatePrecision): DateRead {
  return { start: formatDay(start), end: formatDay(end), precision };
}
