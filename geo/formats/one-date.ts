import { dayOf, formatDay, parseDay, partsOf, type Day } from '../model/day.ts';
import type { DatePrecision } from '../model/incident.ts';

/** A date as a table has it: its first and last day (a month or a year is a span). */
export interface DateRead {
  start: string;
  end: string;
  precision: DatePrecision;
  /** Its year has two digits, and the century is our rule's: 00 to 49 are of this one, 50 to 99 of the last. */
  hasShortYear: boolean;
}

/** In which order three numbers stand: `31/12/2024`, `12/31/2024`, `98/12/31`. */
export const DATE_ORDERS = ['day first', 'month first', 'year first'] as const;
export type DateOrder = (typeof DATE_ORDERS)[number];

/** What numbers stand for in a column that holds nothing else: days as spreadsheets count them, or time since 1970. */
export const DATE_NUMBERS = ['spreadsheet', 'seconds', 'milliseconds'] as const;
export type DateNumbers = (typeof DATE_NUMBERS)[number];

/**
 * What a file's dates are written in; `null` while nobody knows yet. `each` takes the order of each date from its own
 * numbers, where they can be read in one way only: files that were kept before orders were settled for the whole.
 */
export interface DateStyle {
  order: DateOrder | 'each' | null;
  numbers: DateNumbers | 'none' | null;
}

/** Why a text is not taken as a date. */
export type DateFlaw = 'no-date' | 'not-date' | 'unclear-date' | 'other-date-order';

/** No date is so long. */
const LONGEST = 100;
const TIME = String.raw`(?:[T ,]+(?:at )?\d{1,2}[:.h]\d{2}(?:[:.]\d{2}(?:[.,]\d+)?)?|T\d{4}(?:\d{2})?)\s*(?:[ap]\.?m\.?)?\s*(?:z|[a-z]{2,5})?\s*(?:[+-]\d{1,2}(?::?\d{2})?)?`;
/** A time of day, and words without a number and other than of another month: neither changes the day. */
const TAIL = String.raw`(?:${TIME})?(?:[ ,(](?![ ,(-]*(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec))\D*)?$`;
const NAME = String.raw`([a-z]{3,9})\.?`;
const DAY = String.raw`(\d{1,2})(?:st|nd|rd|th)?`;
const GAP = String.raw`[ .,/-]*`;
/** Of four digits, or of two after one sign: in `5 March - 17` it is a day. */
const YEAR = String.raw`(?:[ .,/-]*(?=\d{4})|, |[ ./-])'?(\d{4}|\d{2})`;

const pattern = (source: string) => new RegExp(`^${source}`, 'i');
const ISO = pattern(String.raw`(\d{4})([-/.])(\d{1,2})\2(\d{1,2})${TAIL}`);
const COMPACT = pattern(String.raw`(\d{4})(\d{2})(\d{2})${TAIL}`);
const YEAR_ALONE = /^\d{4}$/;
const YEAR_MONTH = /^(\d{4})[-/](\d{1,2})$/;
const MONTH_YEAR = /^(\d{1,2})[-/](\d{4})$/;
const NUMBERS = pattern(String.raw`(\d{1,2})\s*([/.-])\s*(\d{1,2})\s*\2\s*(\d{4}|\d{1,2})${TAIL}`);
const DAY_NAME_YEAR = pattern(String.raw`(?:the )?${DAY}(?: of)?${GAP}${NAME}${YEAR}${TAIL}`);
const NAME_DAY_YEAR = pattern(String.raw`${NAME}${GAP}${DAY}(?=[ .,/-])${YEAR}${TAIL}`);
const YEAR_NAME_DAY = pattern(String.raw`(\d{4})${GAP}${NAME}${GAP}${DAY}${TAIL}`);
/** As C writes it: `Mar  5 23:30:00 2020`. */
const NAME_DAY_TIME_YEAR = /^([a-z]{3,9}) (\d{1,2}) \d{1,2}:\d{2}:\d{2}(?: [a-z]{2,5})? (\d{4})$/i;
const NAME_YEAR = pattern(String.raw`${NAME}${GAP}(\d{4})$`);
const YEAR_NAME = pattern(String.raw`(\d{4})${GAP}${NAME}$`);
const WEEKDAY = /^(?:mon|tue|tues|wed|wednes|thu|thur|thurs|fri|sat|satur|sun)(?:day)?(?:\.,? ?|, ?|-| )(?=[a-z\d'])/i;

const MONTHS = [
  ...['january', 'february', 'march', 'april', 'may', 'june', 'july', 'august', 'september', 'october', 'november'],
  'december',
];

/** The text of a date as the patterns have it: digits of Urdu, Persian and Arabic as ours, one kind of dash, no weekday. */
export function plainDate(text: string): string {
  const ascii = /^[ -~]*$/.test(text) ? text : withOurDigits(text);
  return ascii.trim().replace(/\s+/g, ' ').replace(WEEKDAY, '');
}

/** The text with digits of Urdu, Persian and Arabic as ours, plain dashes and commas, and no marks of direction. */
export function withOurDigits(text: string): string {
  return text
    .replace(/[\u0660-\u0669]/g, (digit) => String(digit.charCodeAt(0) - 0x660))
    .replace(/[\u06f0-\u06f9]/g, (digit) => String(digit.charCodeAt(0) - 0x6f0))
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/[\u060c\u066b]/g, ',')
    .replace(/[\u200e\u200f\u061c\ufeff\u202a-\u202e\u2066-\u2069]/g, '');
}

/** A date in one of the usual ways of writing, from `plainDate`; or why it is none. */
export function readOneDate(written: string, style: DateStyle): DateRead | DateFlaw {
  if (written === '') return 'no-date';
  if (written.length > LONGEST) return 'not-date';
  const numbers = NUMBERS.exec(written);
  if (numbers) return readNumbers(numbers, style.order);
  const count = numbersIn(written);
  if (count.length > 0) return readCount(Number(written), count, style.numbers);
  return readWords(written) ?? 'not-date';
}

function readWords(written: string): DateRead | null {
  let match = ISO.exec(written);
  if (match) return oneDay(match[1], match[3], match[4]);
  match = COMPACT.exec(written);
  if (match) return oneDay(match[1], match[2], match[3]);
  if (YEAR_ALONE.test(written)) return span(dayOf(Number(written), 1, 1), dayOf(Number(written), 12, 31), 'year');
  match = YEAR_MONTH.exec(written);
  if (match) return wholeMonth(match[1], Number(match[2]));
  match = MONTH_YEAR.exec(written);
  if (match) return wholeMonth(match[2], Number(match[1]));
  match = DAY_NAME_YEAR.exec(written);
  if (match) return oneDay(match[3], monthOf(match[2]), match[1]);
  match = NAME_DAY_YEAR.exec(written) ?? NAME_DAY_TIME_YEAR.exec(written);
  if (match) return oneDay(match[3], monthOf(match[1]), match[2]);
  match = YEAR_NAME_DAY.exec(written);
  if (match) return oneDay(match[1], monthOf(match[2]), match[3]);
  match = NAME_YEAR.exec(written);
  if (match) return wholeMonth(match[2], monthOf(match[1]));
  match = YEAR_NAME.exec(written);
  return match && wholeMonth(match[1], monthOf(match[2]));
}

/** The days that three numbers stand for, by the order in which they would be read; `null` where the text is no such date. */
export function readingsOf(written: string): { separator: string; readings: Map<DateOrder, DateRead> } | null {
  const match = NUMBERS.exec(written);
  return match && { separator: match[2], readings: readingsIn(match) };
}

function readingsIn([, first, , second, third]: RegExpExecArray): Map<DateOrder, DateRead> {
  const readings = new Map<DateOrder, DateRead>();
  const add = (order: DateOrder, read: DateRead | null) => {
    if (read) readings.set(order, read);
  };
  if (third.length !== 1) {
    add('day first', oneDay(third, second, first));
    add('month first', oneDay(third, first, second));
  }
  if (first.length === 2 && third.length <= 2) add('year first', oneDay(first, second, third));
  return readings;
}

function readNumbers(match: RegExpExecArray, order: DateStyle['order']): DateRead | DateFlaw {
  const readings = readingsIn(match);
  if (readings.size === 0) return 'not-date';
  if (order !== null && order !== 'each') return readings.get(order) ?? 'other-date-order';
  const [day, month] = [readings.get('day first'), readings.get('month first')];
  if (day && day.start === month?.start) return day;
  if (order === null) return 'unclear-date';
  if (match[2] === '.' && day) return day;
  if (day && month) return 'unclear-date';
  return day ?? month ?? readings.get('year first') ?? 'not-date';
}

const DAY_COUNT = /^\d{5}(?:\.\d+)?$/;
const SECONDS = /^\d{9,10}(?:\.\d+)?$/;
const MILLISECONDS = /^\d{12,13}$/;

/** What a number alone may stand for as a date: none where it is a year or `20251008`. */
export function numbersIn(written: string): DateNumbers[] {
  if (DAY_COUNT.test(written)) return ['spreadsheet'];
  if (SECONDS.test(written)) return ['seconds'];
  return MILLISECONDS.test(written) ? ['milliseconds'] : [];
}

/** Spreadsheets count days from here on, all since March 1900. */
const SPREADSHEET_START = dayOf(1899, 12, 30);
const SECONDS_PER_DAY = 86_400;

function readCount(count: number, may: readonly DateNumbers[], numbers: DateStyle['numbers']): DateRead | DateFlaw {
  if (numbers === null) return 'unclear-date';
  if (numbers === 'none' || !may.includes(numbers)) return 'not-date';
  const seconds = numbers === 'seconds' ? count : count / 1000;
  const day = Math.floor(numbers === 'spreadsheet' ? SPREADSHEET_START + count : seconds / SECONDS_PER_DAY);
  return span(day, day, 'day');
}

/** The month that an English name or its beginning means, from 1; 0 for other words. */
export function monthOf(name: string): number {
  const lower = name.toLowerCase();
  if (lower === 'sept') return 9;
  return lower.length < 3 ? 0 : MONTHS.findIndex((month) => month.startsWith(lower)) + 1;
}

/** A day of the calendar from its parts, a year of two digits by our rule; `null` where there is no such day. */
export function oneDay(year: string, month: string | number, date: string): DateRead | null {
  const text = `${fullYear(year)}-${String(month).padStart(2, '0')}-${date.padStart(2, '0')}`;
  return parseDay(text) === null ? null : { start: text, end: text, precision: 'day', hasShortYear: year.length === 2 };
}

/** Two digits up to this one are of the years from 2000. */
const LAST_OF_CENTURY = 49;

function fullYear(year: string): string {
  if (year.length !== 2) return year;
  return (Number(year) <= LAST_OF_CENTURY ? '20' : '19') + year;
}

/** All days of a month; `null` where there is no such month. */
export function wholeMonth(year: string, month: number): DateRead | null {
  if (month < 1 || month > 12) return null;
  const full = Number(fullYear(year));
  return {
    ...span(dayOf(full, month, 1), dayOf(full, month + 1, 0), 'month'),
    hasShortYear: year.length === 2,
  };
}

/** All days of a year. */
export function wholeYear(year: string): DateRead {
  const full = Number(fullYear(year));
  return { ...span(dayOf(full, 1, 1), dayOf(full, 12, 31), 'year'), hasShortYear: year.length === 2 };
}

function span(start: Day, end: Day, precision: DatePrecision): DateRead {
  return { start: formatDay(start), end: formatDay(end), precision, hasShortYear: false };
}

/** The date in the year that another column names, where its own two digits agree with it; else as it is. */
export function inYear(date: DateRead, year: number): DateRead {
  const shown = Number(date.start.slice(0, 4));
  if (year % 100 !== shown % 100) return date;
  const [start, end] = [date.start, date.end].map((text) => {
    const parts = partsOf(parseDay(text) ?? 0);
    return formatDay(dayOf(parts.year + year - shown, parts.month, parts.date));
  });
  return { ...date, start, end, hasShortYear: false };
}
