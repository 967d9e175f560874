import { dayOf } from '../../../geo/model/day.ts';
import { moveWindow, type Window } from '../../../geo/time/window.ts';

const FIRST_YEAR = 2000;
const YEARS = 26;
/** What the synthetic incidents cover. */
export const ALL_TIME: Window = { start: dayOf(FIRST_YEAR, 1, 1), end: dayOf(FIRST_YEAR + YEARS, 1, 1) - 1 };

const STEPS = 60;
/** After so many steps of a month comes a jump to somewhere else. */
const STEPS_TO_JUMP = 6;
/** Months from the first window; far apart, so that no jump meets what the one before showed. */
const JUMPS = [200, 20, 260, 110, 290, 60, 230, 150, 5, 180];

/** The year-wide window that lies some months after the first. */
export function yearFrom(months: number): Window {
  const first = { start: ALL_TIME.start, end: dayOf(FIRST_YEAR + 1, 1, 1) - 1 };
  return moveWindow(first, 'month', months);
}

/** A window in which nothing happened. */
export const NO_TIME: Window = { start: dayOf(1990, 1, 1), end: dayOf(1990, 12, 31) };

/** A year-wide window, moved on by a month 60 times, with a jump elsewhere after every sixth. */
export function stepWindows(): Window[] {
  const windows: Window[] = [];
  for (let step = 1; step <= STEPS; step++) {
    windows.push(yearFrom(60 + step));
    if (step % STEPS_TO_JUMP === 0) windows.push(yearFrom(JUMPS[step / STEPS_TO_JUMP - 1]));
  }
  return windows;
}
