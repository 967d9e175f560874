import type { Day } from '../model/day.ts';
import { addSteps, daysIn, startOfStep, STEPS, type Step, type Window } from './window.ts';

/** Consecutive bins of whole steps that cover an extent. Bin `i` holds the days `edges[i]` to `edges[i + 1] - 1`. */
export interface Bins {
  step: Step;
  edges: Int32Array;
}

/** The bins of a step that cover the extent. */
export function binsOf(extent: Window, step: Step): Bins {
  const edges: Day[] = [];
  const first = startOfStep(extent.start, step);
  for (let i = 0; edges.length === 0 || edges[edges.length - 1] <= extent.end; i++)
    edges.push(addSteps(first, step, i));
  return { step, edges: Int32Array.from(edges) };
}

/** Mean length of a step in days. */
export const STEP_DAYS: Readonly<Record<Step, number>> = { day: 1, week: 7, month: 30.44, quarter: 91.3, year: 365.25 };

/** The finest step that makes at most `most` bins of the extent; a year where none does. */
export function finestStep(extent: Window, most: number): Step {
  const days = daysIn(extent);
  return STEPS.find((step) => days / STEP_DAYS[step] <= most) ?? 'year';
}

/** The bin that holds the day, or -1 outside all of them. */
export function binIndex(edges: Int32Array, day: Day): number {
  const after = upperBound(edges, day);
  return after === edges.length ? -1 : after - 1;
}

/** The index of the first entry above the value in ascending numbers. */
export function upperBound(
  ascending: Int32Array | Uint32Array,
  value: number,
  low = 0,
  high = ascending.length,
): number {
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (ascending[middle] <= value) low = middle + 1;
    else high = middle;
  }
  return low;
}
