import { moved, positionAt, windowAt, type Reach, type ThumbPosition } from '../../../geo/time/position.ts';
import { addSteps, fitWindow, windowFrom, type Mode, type Step, type Window } from '../../../geo/time/window.ts';
import { FILM_WIDTHS, type FilmSpan, type FilmWidth } from '../../choices.ts';

/** What of the view a film follows. */
interface FilmedTime {
  extent: Window;
  axis: Window;
  window: Window;
  thumbs: Window;
  mode: Mode;
}

/** Which days a film shows, and how they move. */
export interface FilmTime {
  span: FilmSpan;
  width: FilmWidth;
  step: Step;
}

/** How a film runs: steps and frames a second, and seconds for which the last picture stays. */
export interface FilmPace {
  speed: number;
  rate: number;
  hold: number;
}

/** One picture of a film: where the thumbs stand, and what is written above it. */
export interface FilmStep {
  position: ThumbPosition;
  caption: string;
}

/** A film through time: what its thumbs stand for, and its pictures in their order. */
export interface FilmPlan {
  reach: Reach;
  steps: readonly FilmStep[];
}

/** More pictures no film has: at a step a day they are more than a century. */
export const MOST_STEPS = 40_000;

/** A film as playback would play it from the first day of its span to the last. */
export function planOf(played: FilmedTime, { span, width, step }: FilmTime, caption: string): FilmPlan {
  const extent = { all: played.extent, timeline: played.axis, window: played.window }[span];
  const mode = width === 'grows' ? 'from-start' : width === 'played' ? played.mode : 'window';
  const reach = { mode, step, extent };
  const steps: FilmStep[] = [];
  let position: ThumbPosition | null = positionAt(firstThumbs(played, reach, width));
  while (position && steps.length < MOST_STEPS) {
    steps.push({ position, caption });
    position = moved(position, 1, reach);
  }
  return { reach, steps };
}

/** As playback goes to where time begins, the width kept; a window over all of it, which could not move, becomes a year. */
function firstThumbs(played: FilmedTime, { mode, step, extent }: Reach, width: FilmWidth): Window {
  const { start, end } = extent;
  if (mode === 'from-start') return { start, end: Math.min(addSteps(start, step, 1) - 1, end) };
  if (mode !== 'window') return { start, end };
  const months = FILM_WIDTHS[width];
  if (months !== null) return fitWindow({ start, end: addSteps(start, 'month', months) - 1 }, extent);
  const kept = fitWindow(windowFrom(played.thumbs, start), extent);
  const years = step === 'year' ? 2 : 1;
  return kept.end < end ? kept : fitWindow({ start, end: addSteps(start, 'year', years) - 1 }, extent);
}

/** The days that a picture of a film shows. */
export function windowOf({ reach }: Pick<FilmPlan, 'reach'>, { position }: FilmStep): Window {
  return windowAt(position, reach);
}

/** The frame with which a picture begins: frame k shows picture ⌊k × speed / rate⌋. */
function firstFrame(nth: number, { speed, rate }: FilmPace): number {
  return Math.ceil((nth * rate) / speed);
}

/** For how many frames the picture stays; the last one as long as it is held, too. At least one: the speed is no more than the rate. */
export function framesOf(nth: number, pictures: number, pace: FilmPace): number {
  const held = nth === pictures - 1 ? Math.round(pace.hold * pace.rate) : 0;
  return firstFrame(nth + 1, pace) - firstFrame(nth, pace) + held;
}

/** How many frames so many pictures take. */
export function allFrames(pictures: number, pace: FilmPace): number {
  return pictures === 0 ? 0 : firstFrame(pictures, pace) + Math.round(pace.hold * pace.rate);
}
