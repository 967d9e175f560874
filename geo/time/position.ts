import { partsOf, type Day } from '../model/day.ts';
import {
  addSteps,
  fitWindow,
  monthsBetween,
  moveWindow,
  STEP_MONTHS,
  type Mode,
  type Step,
  type Window,
} from './window.ts';

/**
 * Where the slider's thumbs stand: so many steps from where they were put. Counted from there, the 31st is the 31st again
 * after a shorter month; counted on from each step, it would stay what the shortest month made of it, and days be lost.
 */
export interface ThumbPosition {
  /** the thumbs as they were put */
  anchor: Window;
  count: number;
}

/** What the thumbs stand for, by how much they step, and how far they reach. */
export interface Reach {
  mode: Mode;
  step: Step;
  extent: Window;
}

/** The position of thumbs that are put somewhere. */
export function positionAt(thumbs: Window): ThumbPosition {
  return { anchor: thumbs, count: 0 };
}

/** Thumbs inside the extent; as a window, in order: in the other modes one of the days is hidden. */
export function fitThumbs({ start, end }: Window, extent: Window, mode: Mode): Window {
  const clamp = (day: Day) => Math.min(Math.max(day, extent.start), extent.end);
  const thumbs = { start: clamp(start), end: clamp(end) };
  if (mode !== 'window') return thumbs;
  return { start: Math.min(thumbs.start, thumbs.end), end: Math.max(thumbs.start, thumbs.end) };
}

/** The thumbs at a position. */
export function thumbsAt(position: ThumbPosition, reach: Reach): Window {
  return thumbsIn(position, reach) ?? position.anchor;
}

/** The window that a position stands for. */
export function windowAt(position: ThumbPosition, reach: Reach): Window {
  const { mode, extent } = reach;
  const thumbs = thumbsAt(position, reach);
  switch (mode) {
    case 'instant':
      return { start: thumbs.start, end: nextStart(position, thumbs.start, reach.step) - 1 };
    case 'window':
      return thumbs;
    case 'from-start':
      return { start: extent.start, end: thumbs.end };
    case 'to-end':
      return { start: thumbs.start, end: extent.end };
  }
}

/** The position `by` steps on, or as many as there is room for; `null` where there is none for one. */
export function moved(position: ThumbPosition, by: number, reach: Reach): ThumbPosition | null {
  let at = position;
  for (let left = Math.abs(by); left > 0; left--) {
    const next = { anchor: at.anchor, count: at.count + Math.sign(by) };
    // towards the anchor there was room
    const isBack = Math.abs(next.count) < Math.abs(at.count);
    if ((!isBack && isAtEnd(thumbsAt(at, reach), by, reach)) || !thumbsIn(next, reach)) break;
    at = next;
  }
  return at === position ? null : at;
}

/** The position at which thumbs put at the anchor have come to stand here; `null` where no count of steps leads here. */
export function positionFrom(anchor: Window, thumbs: Window, reach: Reach): ThumbPosition | null {
  const dayThatMoves = ({ start, end }: Window) => (reach.mode === 'from-start' ? end + 1 : start);
  const months = STEP_MONTHS[reach.step];
  const count = months === 0 ? 0 : monthsBetween(dayThatMoves(anchor), dayThatMoves(thumbs)) / months;
  if (count === 0 || !Number.isInteger(count)) return null;
  const found = thumbsIn({ anchor, count }, reach);
  return found?.start === thumbs.start && found.end === thumbs.end ? { anchor, count } : null;
}

/** Whether the thumbs at a position do not tell how they go on: some months lack a date of the anchor. */
export function needsAnchor({ anchor, count }: ThumbPosition, { step }: Pick<Reach, 'step'>): boolean {
  const isLate = [anchor.start, anchor.end + 1].some((day) => partsOf(day).date > 28);
  return count !== 0 && STEP_MONTHS[step] > 0 && isLate;
}

/** The day on which the next step begins: counted like this one, but where this one was held back by the end of time. */
function nextStart({ anchor, count }: ThumbPosition, start: Day, step: Step): Day {
  const isCounted = addSteps(anchor.start, step, count) === start;
  return isCounted ? addSteps(anchor.start, step, count + 1) : addSteps(start, step, 1);
}

/** The thumbs at a position; `null` where the one that moves would leave the extent. */
function thumbsIn({ anchor, count }: ThumbPosition, { mode, step, extent }: Reach): Window | null {
  if (count === 0) return anchor;
  if (mode === 'window') return fitWindow(moveWindow(anchor, step, count), extent);
  if (mode === 'from-start') {
    const end = addSteps(anchor.end + 1, step, count) - 1;
    return end < extent.start ? null : { start: anchor.start, end: Math.min(end, extent.end) };
  }
  const start = addSteps(anchor.start, step, count);
  return start > extent.end ? null : { start: Math.max(start, extent.start), end: anchor.end };
}

/** Whether what moves has come to the end of time on the way that it goes. */
function isAtEnd({ start, end }: Window, way: number, { mode, extent }: Reach): boolean {
  if (way > 0) return (mode === 'window' || mode === 'from-start') && end >= extent.end;
  return mode !== 'from-start' && start <= extent.start;
}
