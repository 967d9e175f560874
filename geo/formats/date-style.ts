import type { DatePlaces } from './date-places.ts';
import type { Mapping } from './format.ts';
import { POSITION_ORDER } from './positions.ts';
import { readDate, sidesOf, yearIn } from './dates.ts';
import {
  DATE_NUMBERS,
  DATE_ORDERS,
  numbersIn,
  plainDate,
  readingsOf,
  type DateNumbers,
  type DateOrder,
  type DateRead,
  type DateStyle,
} from './one-date.ts';

/** In a mapping, the order of the numbers in dates, one of `DATE_ORDERS`, or `each`. */
export const DATE_ORDER = 'dateOrder';
/** In a mapping, what a number alone is as a date, one of `DATE_NUMBERS`, or `none`. */
export const DATE_COUNT = 'dateNumbers';

/** In a mapping, the date of all features that have none, YYYY-MM-DD, YYYY-MM or YYYY. */
export const ONE_DATE = 'oneDate';

/** Whether a text may stand as `ONE_DATE`. */
export function isOneDate(text: string): boolean {
  return /^\d{4}(?:-\d{2}){0,2}$/.test(text) && typeof readDate(text, { order: 'each', numbers: 'none' }) !== 'string';
}

/** What a mapping says of dates, which names no columns. */
export const OF_DATES: readonly string[] = [DATE_ORDER, DATE_COUNT, ONE_DATE];

/** What a mapping says of how dates are written; what it does not say is not settled. */
export function styleIn(mapping: Mapping): DateStyle {
  const [order, numbers] = [mapping[DATE_ORDER], mapping[DATE_COUNT]];
  return {
    order: [...DATE_ORDERS, 'each' as const].find((each) => each === order) ?? null,
    numbers: [...DATE_NUMBERS, 'none' as const].find((each) => each === numbers) ?? null,
  };
}

/** The mapping, where what it does not say of dates is settled by each date alone: for rows that are read again. */
export function withAnyStyle(mapping: Mapping | null): Mapping {
  return { [DATE_ORDER]: 'each', [DATE_COUNT]: 'none', ...mapping };
}

/** Whether a mapping says anything but what it says of dates. */
export function namesColumns(mapping: Mapping): boolean {
  return Object.keys(mapping).some((key) => ![...OF_DATES, POSITION_ORDER].includes(key));
}

/** A date that was met. */
export interface DateSeen {
  text: string;
  /** of a feature its number, from 1 */
  line: number;
}

/** What the dates of a file say of how they are written. Each list holds two at the most. */
export interface DatesFound {
  /** `null` where no date has numbers that can be exchanged, or where it is open. */
  order: DateOrder | null;
  numbers: DateNumbers | null;
  /** The date that tells the order; `null` where a header does, or the usual way. */
  by: DateSeen | null;
  /** Dates that could be read in several ways, where no date tells in which. */
  open: DateSeen[];
  /** Dates that can only have the day first, and others that can only have the month first: no order holds for all. */
  against: { day: DateSeen[]; month: DateSeen[] };
}

const SHOWN = 2;

/** Goes through all dates of a file, and says how they are written. */
export function createDateSurvey({ named, dayFirst }: DatePlaces): {
  /** A cell of dates; `year` is what a column of years says beside it. */
  see: (text: string, year: string, line: number) => void;
  found: () => DatesFound;
} {
  const against: Record<DateOrder, DateSeen[]> = { 'day first': [], 'month first': [], 'year first': [] };
  const open: DateSeen[] = [];
  const only: { day: DateSeen[]; month: DateSeen[] } = { day: [], month: [] };
  let [counts, others, isUsual] = [0, 0, true];
  const kinds = new Set<DateNumbers>(DATE_NUMBERS);

  function see(text: string, year: string, line: number): void {
    const written = plainDate(text);
    if (written === '') return;
    const may = numbersIn(written);
    if (may.length > 0) {
      counts++;
      for (const kind of kinds) if (!may.includes(kind)) kinds.delete(kind);
      return;
    }
    others++;
    const seen = { text: text.trim(), line };
    const whole = readingsOf(written);
    if (whole) return seeNumbers(whole, year, seen);
    if (!/\d{1,2}[/.-]\d{1,2}[/.-]/.test(written) || written.length > 60) return;
    for (const sides of sidesOf(written)) {
      const both = sides.map((side) => readingsOf(plainDate(side)));
      for (const side of both) if (side && both.every((each) => each !== null)) seeNumbers(side, year, seen);
    }
  }

  function seeNumbers(
    { separator, readings }: { separator: string; readings: Map<DateOrder, DateRead> },
    year: string,
    seen: DateSeen,
  ): void {
    const known = yearIn(year);
    const fits = [...readings].filter(([, date]) => known === null || isOfYear(date, known));
    const orders = new Map(fits.length > 0 ? fits : readings);
    if (orders.size === 0) return;
    for (const order of DATE_ORDERS) if (!orders.has(order)) add(against[order], seen);
    const [day, month] = [orders.get('day first'), orders.get('month first')];
    if (day && !month) add(only.day, seen);
    if (month && !day) add(only.month, seen);
    if (!day || !month || day.start === month.start) return;
    add(open, seen);
    if (!dayFirst.includes(separator)) isUsual = false;
  }

  function found(): DatesFound {
    const numbers = counts > 0 && others === 0 ? ([...kinds].at(0) ?? null) : null;
    const can = DATE_ORDERS.filter((order) => against[order].length === 0);
    const isOpen = can.includes('day first') && can.includes('month first');
    const none = { numbers, order: null, by: null, open: [], against: { day: [], month: [] } };
    if (isOpen) {
      if (named !== null && can.includes(named)) return { ...none, order: named };
      if (open.length === 0) return none;
      return isUsual ? { ...none, order: 'day first' } : { ...none, open };
    }
    if (can.length === 0) return { ...none, against: only };
    const [order] = can;
    const other = order === 'day first' ? 'month first' : 'day first';
    return { ...none, order, by: against[other].at(0) ?? null };
  }

  return { see, found };
}

/** A year of two digits is any that ends in them. */
function isOfYear({ start, hasShortYear }: DateRead, year: number): boolean {
  const shown = Number(start.slice(0, 4));
  return hasShortYear ? shown % 100 === year % 100 : shown === year;
}

function add(list: DateSeen[], seen: DateSeen): void {
  if (list.length < SHOWN) list.push(seen);
}
