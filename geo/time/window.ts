import { dayOf, partsOf, type Day } from '../model/day.ts';

/** A stretch of time: whole days, both ends included. */
export interface Window {
  start: Day;
  end: Day;
}

/** How many days a window has. */
export function daysIn({ start, end }: Window): number {
  return end - start + 1;
}

/** How the slider's thumbs make a window, after ArcGIS: one step, a moving stretch, cumulative, or all that is left. */
export const MODES = ['instant', 'window', 'from-start', 'to-end'] as const;
export type Mode = (typeof MODES)[number];
/** What holds until another is chosen. */
export const FIRST_MODE: Mode = 'window';

export const STEPS = ['day', 'week', 'month', 'quarter', 'year'] as const;
export type Step = (typeof STEPS)[number];
export const FIRST_STEP: Step = 'month';

/** How many months a step is; 0 for one that is made of days. */
export const STEP_MONTHS: Readonly<Record<Step, number>> = { day: 0, week: 0, month: 1, quarter: 3, year: 12 };

/** The day `count` steps later (earlier where negative). A date that the month lacks becomes the month's last. */
export function addSteps(day: Day, step: Step, count: number): Day {
  if (step === 'day') return day + count;
  if (step === 'week') return day + 7 * count;
  const { year, month, date } = partsOf(day);
  const months = year * 12 + (month - 1) + count * STEP_MONTHS[step];
  const [toYear, toMonth] = [Math.floor(months / 12), (((months % 12) + 12) % 12) + 1];
  const last = partsOf(dayOf(toYear, toMonth + 1, 0)).date;
  return dayOf(toYear, toMonth, Math.min(date, last));
}

/** The first day of the step that holds the day. Weeks begin on Monday (ISO 8601). */
export function startOfStep(day: Day, step: Step): Day {
  if (step === 'day') return day;
  if (step === 'week') return day - ((((day + 3) % 7) + 7) % 7); // 1970-01-01 was a Thursday
  const { year, month } = partsOf(day);
  return dayOf(year, month - ((month - 1) % STEP_MONTHS[step]), 1);
}

/** The last day of the step that holds the day. */
export function endOfStep(day: Day, step: Step): Day {
  return addSteps(startOfStep(day, step), step, 1) - 1;
}

/**
 * Both thumbs moved by `count` steps, each by its date; an end moves as the day after it, so that whole months stay whole.
 * One that its month cut short, a month from the 31st, goes on with the first one's date: no day is left out between a
 * window and the next. A window shorter than a month keeps its width in days: some months lack its dates.
 */
export function moveWindow(thumbs: Window, step: Step, count: number): Window {
  const after = thumbs.end + 1;
  const start = addSteps(thumbs.start, step, count);
  if (after < addSteps(thumbs.start, 'month', 1)) return { start, end: start + thumbs.end - thumbs.start };
  const months = monthsBetween(thumbs.start, after);
  const isCut = STEP_MONTHS[step] > 0 && addSteps(thumbs.start, 'month', months) === after;
  const end = isCut
    ? addSteps(thumbs.start, 'month', months + count * STEP_MONTHS[step])
    : addSteps(after, step, count);
  return { start, end: end - 1 };
}

/** The window moved to begin on the day; its width is kept, in months where it is made of whole months. */
export function windowFrom(window: Window, start: Day): Window {
  const months = wholeMonths(window);
  return { start, end: months ? addSteps(start, 'month', months) - 1 : start + (window.end - window.start) };
}

/** The window moved to finish on the day; its width is kept as by `windowFrom`. */
export function windowTo(window: Window, end: Day): Window {
  const months = wholeMonths(window);
  return { start: months ? addSteps(end + 1, 'month', -months) : end - (window.end - window.start), end };
}

/** The window moved by as little as brings it inside the extent, its width kept; the extent where it is too wide. */
export function fitWindow(window: Window, extent: Window): Window {
  const late = window.end > extent.end ? windowTo(window, extent.end) : window;
  const fit = late.start < extent.start ? windowFrom(late, extent.start) : late;
  return fit.end > extent.end ? extent : fit;
}

/** From the month of one day to that of another. */
export function monthsBetween(from: Day, to: Day): number {
  const [a, b] = [partsOf(from), partsOf(to)];
  return (b.year - a.year) * 12 + b.month - a.month;
}

/** How many months the window is made of, or 0 where it does not begin and finish with a month. */
function wholeMonths({ start, end }: Window): number {
  return partsOf(start).date === 1 && partsOf(end + 1).date === 1 ? monthsBetween(start, end + 1) : 0;
}

/** Whether an incident of the days `start` to `end` is visible in the window. */
export function meets(start: Day, end: Day, window: Window): boolean {
  return start <= window.end && end >= window.start;
}
