import { parseDay } from '../model/day.ts';
import type { Finding } from '../model/findings.ts';
import { finding } from './finding.ts';
import type { DateFlaw, DateRead } from './one-date.ts';
import { LAST_DAY } from './plausible.ts';

/**
 * The last day of an event from a cell for it; that of its first days where the cell is empty, and with a warning where it holds
 * no day that can be: one before them, or none at all.
 */
export function lastDayOf(
  first: DateRead,
  { text, field }: { text: string; field: string },
  dateOf: (text: string) => DateRead | DateFlaw,
  warnings: Finding[],
): string {
  if (text.trim() === '') return first.end;
  const last = dateOf(text);
  if (last === 'unclear-date') warnings.push(finding(field, text, last));
  else if (last !== 'no-date') {
    const day = typeof last === 'string' ? null : parseDay(last.end);
    if (typeof last !== 'string' && day !== null && day <= LAST_DAY && day >= (parseDay(first.start) ?? day)) {
      return last.end;
    }
    warnings.push(finding(field, text, 'odd-end'));
  }
  return first.end;
}
