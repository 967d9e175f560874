import type { Day } from '../../geo/model/day.ts';
import { STEP_DAYS } from '../../geo/time/bins.ts';
import type { TimeScale } from '../charts/scale.ts';
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

/** The nearest day to a time on which a step begins. */
export function snapStart(time: number, step: Step): Day {
  const before = startOfStep(Math.floor(time), step);
  const after = addSteps(before, step, 1);
  return time - before <= after - time ? before : after;
}

export type Thumb = keyof Window;

/** A thumb that is held. Its edge is where its first day begins, or its last day ends. */
export interface HeldThumb {
  thumb: Thumb;
  /** its day when it was taken hold of */
  day: Day;
  /** from there to its edge, in pixels */
  offset: number;
}

/** Takes hold of a thumb at a place. */
export function holdThumb(thumb: Thumb, day: Day, x: number, scale: TimeScale): HeldThumb {
  return { thumb, day, offset: scale.x(edgeOf(thumb, day)) - x };
}

/**
 * The day of a held thumb when the pointer has come to a place. Its edge goes as far as the pointer; it stays at the
 * nearest edge of a step, or where it was: a small pull never takes it the other way.
 */
export function pullThumb({ thumb, day, offset }: HeldThumb, x: number, scale: TimeScale, step: Step): Day {
  const time = scale.time(x + offset);
  const from = edgeOf(thumb, day);
  const snapped = snapStart(time, step);
  const edge = Math.abs(from - time) <= Math.abs(snapped - time) ? from : snapped;
  return thumb === 'start' ? edge : edge - 1;
}

function edgeOf(thumb: Thumb, day: Day): Day {
  return thumb === 'start' ? day : day + 1;
}

/** A thumb's day after steps from a day: one that ends a step as a last day goes on ending one. */
export function pageThumb(thumb: Thumb, day: Day, step: Step, count: number): Day {
  const endsStep = thumb === 'end' && endOfStep(day, step) === day;
  return endsStep ? addSteps(day + 1, step, count) - 1 : addSteps(day, step, count);
}
