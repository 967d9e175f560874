import type { Day } from '../../geo/model/day.ts';
import { STEP_DAYS } from '../../geo/time/bins.ts';
import {
  addSteps,
  endOfStep,
  fitWindow,
  moveWindow,
  startOfStep,
  windowFrom,
  type Mode,
  type Step,
  type Window,
} from '../../geo/time/window.ts';

/** What the thumbs and the window snap to and cannot leave. */
export interface Time {
  extent: Window;
  thumbs: Window;
  mode: Mode;
  step: Step;
}

/** What a press on the histogram takes hold of: the window as a whole, a new window, or the mode's one thumb. */
export interface Grip {
  kind: 'move' | 'draw' | 'thumb';
  /** the day that was pressed */
  from: Day;
  /** the thumbs as they were */
  thumbs: Window;
}

/** The grip of a press on a day. */
export function gripAt(day: Day, { extent, thumbs, mode }: Time): Grip {
  const all = thumbs.start <= extent.start && thumbs.end >= extent.end;
  const inside = day >= thumbs.start && day <= thumbs.end;
  const kind = mode !== 'window' ? 'thumb' : inside && !all ? 'move' : 'draw';
  return { kind, from: day, thumbs };
}

/** The thumbs when a grip is dragged to a day. */
export function dragTo(grip: Grip, day: Day, time: Time): Window {
  const { step, mode, extent, thumbs } = time;
  switch (grip.kind) {
    case 'move':
      return fitWindow(moveWindow(grip.thumbs, step, Math.round((day - grip.from) / STEP_DAYS[step])), extent);
    case 'draw':
      return { start: startOfStep(Math.min(grip.from, day), step), end: endOfStep(Math.max(grip.from, day), step) };
    case 'thumb':
      return mode === 'from-start'
        ? { start: thumbs.start, end: endOfStep(day, step) }
        : { start: startOfStep(day, step), end: thumbs.end };
  }
}

/** The thumbs when a day is pressed and let go: a window comes to stand about it. */
export function pressOn(grip: Grip, time: Time): Window {
  const { extent, step } = time;
  if (grip.kind === 'thumb') return dragTo(grip, grip.from, time);
  const { thumbs } = grip;
  const middle = grip.from - Math.floor((thumbs.end - thumbs.start) / 2);
  const inside = grip.kind === 'move' || (grip.from >= thumbs.start && grip.from <= thumbs.end);
  return inside ? thumbs : fitWindow(windowFrom(thumbs, snapStart(middle, step)), extent);
}

/** The nearest day on which a step begins. */
export function snapStart(day: Day, step: Step): Day {
  const before = startOfStep(day, step);
  const after = addSteps(before, step, 1);
  return day - before <= after - day ? before : after;
}

/** The nearest day on which a step ends. */
export function snapEnd(day: Day, step: Step): Day {
  return snapStart(day + 1, step) - 1;
}

/** A last day moved by steps: the end of a step stays the end of one. */
export function stepEnd(day: Day, step: Step, count: number): Day {
  return endOfStep(day, step) === day ? addSteps(day + 1, step, count) - 1 : addSteps(day, step, count);
}
