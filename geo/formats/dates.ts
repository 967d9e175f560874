import { DATE_PRECISIONS } from '../model/incident.ts';
import { memoised } from '../memo.ts';
import {
  inYear,
  monthOf,
  oneDay,
  plainDate,
  readOneDate,
  wholeMonth,
  wholeYear,
  withOurDigits,
  type DateFlaw,
  type DateRead,
  type DateStyle,
} from './one-date.ts';

/**
 * The days that a text names: `2025-10-08` with or without a time of day, `20251008`, `8 October 2025`, `08-Oct-25`,
 * `Wednesday, October 8, 2025`, `08.10.2025`, `2025-10`, `October 2025`, `2025`, or two of them as a range: `5-7 March
 * 2025`, `2025-03-05 to 2025-03-07`. The day is the one written, whatever the zone. In which order numbers stand, and what a number
 * alone is, the style says. Else why it is no date: `unclear-date` where the style does not say enough.
 */
export function readDate(text: string, style: DateStyle): DateRead | DateFlaw {
  const written = plainDate(text);
  const one = readOneDate(written, style);
  return one === 'not-date' ? (readRange(written, style) ?? one) : one;
}

/** Gives `readDate` of a style; a year of two digits is settled by what a column of years says, where there is one. */
export function createDateReader(style: DateStyle): (text: string, year: string) => DateRead | DateFlaw {
  const read = memoised((text) => readDate(text, style));
  return (text, year) => {
    const date = read(text);
    if (typeof date === 'string' || !date.hasShortYear) return date;
    const known = yearIn(year);
    return known === null ? date : inYear(date, known);
  };
}

/** The year that a cell holds, of four digits; `null` for anything else. */
export function yearIn(text: string): number | null {
  const written = partIn(text);
  return /^\d{4}$/.test(written) ? Number(written) : null;
}

/**
 * The days that a year, a month (as a number or an English name) and a day say in three cells. A month or a day that is 0, empty
 * or said to be unknown is not known: then the whole year or month is meant.
 */
export function readDateParts(year: string, month: string, date: string): DateRead | DateFlaw {
  const [y, m, d] = [year, month, date].map(partIn);
  if (isUnknownPart(y)) return 'no-date';
  if (!/^(?:\d{4}|\d{2})$/.test(y)) return 'not-date';
  if (isUnknownPart(m)) return wholeYear(y);
  const known = /^\d{1,2}$/.test(m) ? Number(m) : monthOf(m);
  const read = isUnknownPart(d) ? wholeMonth(y, known) : /^\d{1,2}$/.test(d) ? oneDay(y, known, d) : null;
  return read ?? 'not-date';
}

/** Spreadsheets write `2` as `2.0`. */
function partIn(cell: string): string {
  return withOurDigits(cell).trim().replace(/\.0*$/, '');
}

function isUnknownPart(part: string): boolean {
  return /^(?:0*|-9|-99|-|\?|na|nan|n\/a|null|none|unknown)$/i.test(part);
}

const BETWEEN = /\s*(?:-|\/|~|&|\.{2,}|\b(?:to|until|till|through|and)\b)\s*/gi;

/** The two sides of each place at which a text may be a range of dates. */
export function sidesOf(written: string): [first: string, last: string][] {
  const whole = written.replace(/^(?:between|from) /i, '');
  return [...whole.matchAll(BETWEEN)]
    .map(({ index, 0: { length } }): [string, string] => [whole.slice(0, index), whole.slice(index + length)])
    .filter(([first, last]) => first !== '' && last !== '');
}

function readRange(written: string, style: DateStyle): DateRead | DateFlaw | null {
  if (written.length > LONGEST_RANGE) return null;
  let flaw: DateFlaw | null = null;
  for (const sides of sidesOf(written)) {
    for (const [first, last] of completed(sides)) {
      const [start, end] = [readOneDate(plainDate(first), style), readOneDate(plainDate(last), style)];
      if (typeof start !== 'string' && typeof end !== 'string') {
        if (start.start <= end.start && start.end <= end.end) return joinedDates(start, end);
      } else if (isDated(start) && isDated(end)) flaw ??= typeof start === 'string' ? start : (end as DateFlaw);
    }
  }
  return flaw;
}

const LONGEST_RANGE = 60;

/** A date, or one for which only the style is missing. */
function isDated(read: DateRead | DateFlaw): boolean {
  return typeof read !== 'string' || read === 'unclear-date' || read === 'other-date-order';
}

/** What is left out on one side is taken from the other: `5-7 March 2020`, `5 March - 7 April 2020`, `March 5-7, 2020`. */
function* completed([first, last]: [string, string]): Generator<[string, string]> {
  yield [first, last];
  const after = /^\d{1,2}(?:st|nd|rd|th)?(?!\d)(.*[a-z].*)$/i.exec(last)?.[1];
  if (after !== undefined && /^\d{1,2}(?:st|nd|rd|th)?$/.test(first)) yield [first + after, last];
  const year = /\d{4}$/.exec(last)?.[0];
  if (year === undefined || !/[a-z]/i.test(first)) return;
  yield [`${first} ${year}`, last];
  const name = /^[a-z]+\.?/i.exec(first)?.[0];
  if (name !== undefined) yield [`${first} ${year}`, `${name} ${last}`];
}

/** From the first day of one to the last day of the other, known as well as the one that is known worse. */
function joinedDates(first: DateRead, last: DateRead): DateRead {
  const worst = Math.max(DATE_PRECISIONS.indexOf(first.precision), DATE_PRECISIONS.indexOf(last.precision));
  return {
    start: first.start,
    end: last.end,
    precision: DATE_PRECISIONS[worst],
    hasShortYear: first.hasShortYear || last.hasShortYear,
  };
}
