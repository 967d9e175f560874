import { dayOf, partsOf, type Day } from '../model/day.ts';

/** A stretch of time: whole days, both ends included. */
export interface Window {
  start: Day;
  end: Day;
}

/** How the slider's thumbs make a window, after ArcGIS: one step, a moving stretch, cumulative, or all that is left. */
export const MODES = ['instant', 'window', 'from-start', 'to-end'] as const;
export type Mode = (typeof MODES)[number];

export const STEPS = ['day', 'week', 'month', 'quarter', 'year'] as const;
export type Step = (typeof STEPS)[number];

const MONTHS: Readonly<Record<Exclude<Step, 'day' | 'week'>, number>> = { month: 1, quarter: 3, year: 12 };

/** The day `count` steps later (earlier where negative). A date that the month lacks becomes the month's last. */
export function addSteps(day: Day, step: Step, count: number): Day {
  if (step === 'day') return day + count;
  if (step === 'week') return day + 7 * count;
  const { year, month, date } = partsOf(day);
  const months = year * 12 + (month - 1) + count * MONTHS[step];
  const [toYear, toMonth] = [Math.floor(months / 12), (((months % 12) + 12) % 12) + 1];
  const last = partsOf(dayOf(toYear, toMonth + 1, 0)).date;
  return dayOf(toYear, toMonth, Math.min(date, last));
}

/** The first day of the step that holds the day. Weeks begin on Monday (ISO 8601). */
export function startOfStep(day: Day, step: Step): Day {
  if (step === 'day') return day;
  if (step === 'week') return day - ((((day + 3) % 7) + 7) % 7); // 1970-01-01 was a Thursday
  const { year, month } = partsOf(day);
  return dayOf(year, month - ((month - 1) % MONTHS[step]), 1);
}

/** The last day of the step that holds the day. */
export function endOfStep(day: Day, step: Step): Day {
  return addSteps(startOfStep(day, step), step, 1) - 1;
}

/** The window that the thumbs stand for in a mode, inside the extent. */
export function windowOf(mode: Mode, thumbs: Window, step: Step, extent: Window): Window {
  switch (mode) {
    case 'instant':
      return { start: thumbs.start, end: addSteps(thumbs.start, step, 1) - 1 };
    case 'window':
      return thumbs;
    case 'from-start':
      return { start: extent.start, end: thumbs.end };
    case 'to-end':
      return { start: thumbs.start, end: extent.end };
  }
}

/**
 * Both thumbs moved by `count` steps. An end moves as the day after it, so that whole months stay whole.
 * A window that touches the 29th to 31st keeps its width in days: not every month has these dates.
 */
export function moveWindow(thumbs: Window, step: Step, count: number): Window {
  const start = addSteps(thumbs.start, step, count);
  const late = [thumbs.start, thumbs.end + 1].some((day) => partsOf(day).date > 28);
  return { start, end: late ? start + thumbs.end - thumbs.start : addSteps(thumbs.end + 1, step, count) - 1 };
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

/** How many months the window is made of, or 0 where it does not begin and finish with a month. */
function wholeMonths({ start, end }: Window): number {
  const [from, to] = [partsOf(start), partsOf(end + 1)];
  return from.date === 1 && to.date === 1 ? (to.year - from.year) * 12 + (to.month - from.month) : 0;
}

/** Whether an incident of the days `start` to `end` is visible in the window. */
export function meets(start: Day, end: Day, window: Window): boolean {
  return start <= window.end && end >= window.start;
}
