import type { DateOrder } from './one-date.ts';

const LETTERS: Readonly<Record<string, DateOrder>> = { d: 'day first', m: 'month first', y: 'year first' };
const FORM =
  /(?:^|[^a-z])((?:d{1,2}|m{1,3}|y{2,4})(?:[^a-z\d]+(?:d{1,2}|m{1,3}|y{2,4})){2}|(?:ddmm|mmdd)yy(?:yy)?)(?:$|[^a-z])/i;

/** The way of writing dates that a column's name gives: `MM-DD-YYYY` of `Date (MM-DD-YYYY)`; `null` where there is none. */
export function formIn(name: string): string | null {
  return FORM.exec(name)?.[1] ?? null;
}

/** The order that a column's name gives. */
export function orderNamed(name: string): DateOrder | null {
  const form = formIn(name);
  return form === null ? null : (LETTERS[form[0].toLowerCase()] ?? null);
}
