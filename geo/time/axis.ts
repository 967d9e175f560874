import { daysIn, type Window } from './window.ts';

/** An axis of whole days, a day at least, moved by as little as brings it inside the extent. */
export function fitAxis({ start, end }: Window, extent: Window): Window {
  const days = Math.min(Math.max(Math.round(end) - Math.round(start) + 1, 1), daysIn(extent));
  const from = Math.min(Math.max(Math.round(start), extent.start), extent.end - days + 1);
  return { start: from, end: from + days - 1 };
}

/**
 * The axis with `factor` times as many days, by a day at least, so that in and out by the same is never short of where it
 * began; the time `at` (days with their parts) stays where it is, unless the extent ends there.
 */
export function zoomAxis(axis: Window, extent: Window, factor: number, at: number): Window {
  const before = daysIn(axis);
  const days = Math.min(Math.ceil(before * factor), factor < 1 ? before - 1 : Infinity);
  const start = Math.round(at - ((at - axis.start) * days) / before);
  return fitAxis({ start, end: start + days - 1 }, extent);
}

/**
 * The axis on which days are in sight: the same where they are; else as long, with the days at its beginning where they
 * are later and at its end where they are earlier, so that playing turns a page now and then; the days, where it is too
 * short for them.
 */
export function axisWith(axis: Window, days: Window, extent: Window): Window {
  if (days.start >= axis.start && days.end <= axis.end) return axis;
  if (daysIn(days) >= daysIn(axis)) return fitAxis(days, extent);
  const start = days.end > axis.end ? days.start : days.end - daysIn(axis) + 1;
  return fitAxis({ start, end: start + daysIn(axis) - 1 }, extent);
}

/** A time held at a place on the axis: a finger on it. */
export interface HeldTime {
  /** days with their parts */
  time: number;
  /** pixels from the axis' left */
  x: number;
}

/** The axis of a width in pixels on which two times are at their places. Fingers that meet change nothing: `null`. */
export function axisThrough([a, b]: readonly [HeldTime, HeldTime], width: number, extent: Window): Window | null {
  const perPixel = (b.time - a.time) / (b.x - a.x);
  if (!Number.isFinite(perPixel) || perPixel <= 0) return null;
  const start = a.time - a.x * perPixel;
  return fitAxis({ start, end: start + width * perPixel - 1 }, extent);
}
