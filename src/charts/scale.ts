import { dayOf, partsOf, type Day } from '../../geo/model/day.ts';
import type { Window } from '../../geo/time/window.ts';

/** Days along a width in pixels. The first day begins at 0, the last ends at `width`. */
export interface TimeScale {
  width: number;
  /** Where a day begins. */
  x(day: Day): number;
  /** The day under a place, inside the extent. */
  day(x: number): Day;
  /** The time at a place, in days with their parts; outside the extent too. */
  time(x: number): number;
}

/** The scale of an extent on a width in pixels. */
export function timeScale(extent: Window, width: number): TimeScale {
  const days = extent.end - extent.start + 1;
  const time = (x: number) => extent.start + (width > 0 ? x / width : 0) * days;
  return {
    width,
    x: (day) => ((day - extent.start) / days) * width,
    day: (x) => Math.min(Math.max(Math.floor(time(x)), extent.start), extent.end),
    time,
  };
}

export interface YearTick {
  year: number;
  x: number;
  labelled: boolean;
}

const EVERY = [1, 2, 5, 10, 25, 50, 100];
const LABEL_WIDTH = 34;
/** How far the last label may reach past the end. */
const OVERHANG = 26;

/** A tick where each year of the extent begins; as many are labelled as fit, at round years. */
export function yearTicks(extent: Window, scale: TimeScale): YearTick[] {
  const first = partsOf(extent.start - 1).year + 1;
  const last = partsOf(extent.end).year;
  const perYear = scale.width / ((extent.end - extent.start + 1) / 365.25);
  const every = EVERY.find((years) => years * perYear >= LABEL_WIDTH * 1.3) ?? 100;
  const ticks: YearTick[] = [];
  for (let year = first; year <= last; year++) {
    const x = scale.x(dayOf(year, 1, 1));
    ticks.push({ year, x, labelled: year % every === 0 && x + LABEL_WIDTH <= scale.width + OVERHANG });
  }
  return ticks;
}
