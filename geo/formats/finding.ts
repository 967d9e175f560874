import type { Finding, RowRead } from './format.ts';

/** Values are shown with no more than so many characters. */
const LONGEST_VALUE = 200;

/** A finding, its value cut where it is long. */
export function finding(field: string | null, value: unknown, reason: string): Finding {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? '');
  return { field, value: text.length > LONGEST_VALUE ? `${text.slice(0, LONGEST_VALUE)}…` : text, reason };
}

/** A row that is not taken. */
export function rejection(field: string | null, value: unknown, reason: string): RowRead {
  return { rejected: finding(field, value, reason) };
}
