import { endOfStep, startOfStep, type Window } from '../time/window.ts';
import type { Store } from './store.ts';

/** Incidents that lie so far from the rest in time that they stretch the axis. */
export interface Far {
  incidents: number;
  /** first to last day of those before the rest, and of those after it */
  days: Window[];
  /** whole months that hold the rest */
  rest: Window;
}

/** Whole months from the first incident to the last: the days that a slider reaches. */
export function extentOf({ extent }: Pick<Store, 'extent'>): Window {
  const { start, end } = extent ?? { start: 0, end: 0 };
  return { start: startOfStep(start, 'month'), end: endOfStep(end, 'month') };
}

/** Of so many incidents one at either end of time may be far from the rest. */
const ONE_IN = 20;
const LEAST_GAP_DAYS = 366;

/**
 * The incidents that are far from the rest in time; `null` where none are. A slip of the pen or a machine's day zero is
 * one day among thousands.
 *
 * The rule: by first day, a twentieth of the incidents at each end may be far, so none of less than twenty; the others
 * are the core. Far is what lies beyond a gap, seen from the core, of more than a year in which nothing happened and
 * which is longer than all of the core's time.
 */
export function farOf({ size, columns: { start, end } }: Pick<Store, 'size' | 'columns'>): Far | null {
  const most = Math.floor(size / ONE_IN);
  if (most === 0) return null;
  const core = start[size - 1 - most] - start[most];
  const isGap = (from: number, to: number) => to - from > Math.max(core, LEAST_GAP_DAYS);
  let [early, late] = [0, 0];
  let [earlyEnd, restEnd, last] = [start[0], start[0], start[0]];
  for (let row = 0; row < size; row++) {
    if (row > 0 && row <= most && isGap(last, start[row])) [early, earlyEnd] = [row, last];
    if (row >= size - most && late === 0 && isGap(last, start[row])) [late, restEnd] = [size - row, last];
    last = Math.max(last, end[row]);
  }
  if (early + late === 0) return null;
  const restLast = late > 0 ? restEnd : last;
  const days: Window[] = [];
  if (early > 0) days.push({ start: start[0], end: earlyEnd });
  if (late > 0) days.push({ start: start[size - late], end: last });
  return {
    incidents: early + late,
    days,
    rest: { start: startOfStep(start[early], 'month'), end: endOfStep(restLast, 'month') },
  };
}
