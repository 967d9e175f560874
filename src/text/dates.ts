import { partsOf, type Day } from '../../geo/model/day.ts';
import type { DatePrecision } from '../../geo/model/incident.ts';
import type { Window } from '../../geo/time/window.ts';

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const;

/** A day as `8 Oct 2025`. */
export function dayText(day: Day): string {
  const { year, month, date } = partsOf(day);
  return `${date} ${MONTHS[month - 1]} ${year}`;
}

/** A month as `Oct 2025`. */
export function monthText(day: Day): string {
  const { year, month } = partsOf(day);
  return `${MONTHS[month - 1]} ${year}`;
}

/** A range as short as it can be: `8 Oct 2025`, `8–15 Oct 2025`, `28 Sep – 3 Oct 2025`, `28 Dec 2025 – 3 Jan 2026`. */
export function rangeText({ start, end }: Window): string {
  if (start === end) return dayText(start);
  const [a, b] = [partsOf(start), partsOf(end)];
  if (a.year !== b.year) return `${dayText(start)} – ${dayText(end)}`;
  if (a.month !== b.month) return `${a.date} ${MONTHS[a.month - 1]} – ${dayText(end)}`;
  return `${a.date}–${dayText(end)}`;
}

/** When an incident was, no finer than it is known: `8 Oct 2025`, `week of 6 Oct 2025`, `Oct 2025`, `2025`. */
export function whenText(start: Day, end: Day, precision: DatePrecision): string {
  switch (precision) {
    case 'day':
      return rangeText({ start, end });
    case 'week':
      return end - start > 7 ? `about ${rangeText({ start, end })}` : `week of ${dayText(start)}`;
    case 'month':
      return monthText(start) === monthText(end) ? monthText(start) : `${monthText(start)} – ${monthText(end)}`;
    case 'year':
      return partsOf(start).year === partsOf(end).year
        ? String(partsOf(start).year)
        : `${partsOf(start).year}–${partsOf(end).year}`;
  }
}
