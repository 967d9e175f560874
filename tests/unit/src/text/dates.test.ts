import { describe, expect, it } from 'vitest';
import { dayOf } from '../../../../geo/model/day.ts';
import { dayText, monthText, rangeText, whenText } from '../../../../src/text/dates.ts';

const day = (text: string) => {
  const [year, month, date] = text.split('-').map(Number);
  return dayOf(year, month, date);
};

describe('text of days', () => {
  it('a day and its month', () => {
    expect(dayText(day('2025-10-08'))).toBe('8 Oct 2025');
    expect(dayText(day('1893-11-12'))).toBe('12 Nov 1893');
    expect(monthText(day('2026-01-31'))).toBe('Jan 2026');
  });

  it.each([
    ['2025-10-08', '2025-10-08', '8 Oct 2025'],
    ['2025-10-08', '2025-10-15', '8–15 Oct 2025'],
    ['2025-09-28', '2025-10-03', '28 Sep – 3 Oct 2025'],
    ['2025-12-28', '2026-01-03', '28 Dec 2025 – 3 Jan 2026'],
    ['2025-07-01', '2026-06-30', '1 Jul 2025 – 30 Jun 2026'],
    // the same date a year on is not one day
    ['2025-10-08', '2026-10-08', '8 Oct 2025 – 8 Oct 2026'],
  ])('%s to %s: %s', (start, end, expected) => {
    expect(rangeText({ start: day(start), end: day(end) })).toBe(expected);
  });

  it.each([
    ['2025-10-08', '2025-10-08', 'day', '8 Oct 2025'],
    ['2025-10-06', '2025-10-12', 'week', 'week of 6 Oct 2025'],
    ['2025-10-06', '2025-10-26', 'week', 'about 6–26 Oct 2025'],
    ['2025-10-01', '2025-10-31', 'month', 'Oct 2025'],
    ['2025-10-01', '2025-11-30', 'month', 'Oct 2025 – Nov 2025'],
    ['2025-01-01', '2025-12-31', 'year', '2025'],
    ['2024-01-01', '2025-12-31', 'year', '2024–2025'],
  ] as const)('%s to %s, known to the %s: %s', (start, end, precision, expected) => {
    expect(whenText(day(start), day(end), precision)).toBe(expected);
  });
});
