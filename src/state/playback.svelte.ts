import { moved, positionAt, type ThumbPosition } from '../../geo/time/position.ts';
import { addSteps, fitWindow, startOfStep, windowFrom, windowTo, type Window } from '../../geo/time/window.ts';
import type { View } from './view.svelte.ts';

/** Steps a second. */
export const SPEEDS = [1, 2, 4, 8, 16, 30] as const;
export type Speed = (typeof SPEEDS)[number];

/** What playback needs of a clock; tests bring their own. */
export interface Clock {
  /** Calls back before the next frame with the time in ms; gives what stops it. */
  onFrame(callback: (ms: number) => void): () => void;
}

const browserClock: Clock = {
  onFrame(callback) {
    let handle = requestAnimationFrame(function frame(ms) {
      handle = requestAnimationFrame(frame);
      callback(ms);
    });
    return () => cancelAnimationFrame(handle);
  },
};

/** How time is played, as the page opens. */
export const PLAYED_AT_FIRST: Readonly<{ speed: Speed; loop: boolean }> = Object.freeze({ speed: 4, loop: false });

/** Moves the view's thumbs through time, step by step. */
export class Playback {
  #view: View;
  #clock: Clock;
  #stop: (() => void) | null = null;
  #playing = $state(false);
  speed = $state(PLAYED_AT_FIRST.speed);
  loop = $state(PLAYED_AT_FIRST.loop);
  /** 1 forwards, -1 backwards */
  direction = $state<1 | -1>(1);

  constructor(view: View, clock: Clock = browserClock) {
    this.#view = view;
    this.#clock = clock;
  }

  get playing(): boolean {
    return this.#playing;
  }

  /**
   * Plays from where the thumbs stand; from the far end where there is no room left to move.
   * A window over all time becomes a year wide first, since it could not move.
   */
  play(): void {
    if (this.#playing) return;
    this.#makeRoom();
    this.#playing = true;
    let last: number | null = null;
    this.#stop = this.#clock.onFrame((ms) => {
      last ??= ms;
      const due = Math.floor(((ms - last) / 1000) * this.speed);
      if (due < 1) return;
      last += (due * 1000) / this.speed;
      // a page that slept does not leap: at most one step a frame
      if (due > 1) last = ms;
      if (!this.step(this.direction)) this.#atEnd();
    });
  }

  pause(): void {
    this.#stop?.();
    this.#stop = null;
    this.#playing = false;
  }

  toggle(): void {
    if (this.#playing) this.pause();
    else this.play();
  }

  /**
   * Moves by `count` steps; to the very end of time where that is nearer than a whole step.
   * A window over all time becomes a year wide first. False where there is no room left, and then nothing moves.
   */
  step(count: number): boolean {
    const next = this.#after(count);
    if (next) this.#put(next);
    return next !== null;
  }

  /** To the first window of the extent. */
  first(): void {
    this.#toStart();
  }

  /** To the last window of the extent. */
  last(): void {
    this.#toEnd();
  }

  /** The position after `count` steps; `null` where the end of time is in the way. */
  #after(count: number): ThumbPosition | null {
    const narrowed = this.#narrowed(count);
    return narrowed ? positionAt(narrowed) : moved(this.#view.position, count, this.#view);
  }

  /** A window over all time cannot move: the first year on the axis (the last when going back); `null` for any other. */
  #narrowed(direction: number): Window | null {
    const { extent, axis, thumbs, mode, step } = this.#view;
    if (mode !== 'window' || thumbs.start > extent.start || thumbs.end < extent.end) return null;
    const years = step === 'year' ? 2 : 1;
    const year =
      direction > 0
        ? { start: axis.start, end: addSteps(axis.start, 'year', years) - 1 }
        : { start: addSteps(axis.end + 1, 'year', -years), end: axis.end };
    const fit = fitWindow(year, extent);
    return fit.start > extent.start || fit.end < extent.end ? fit : null;
  }

  #makeRoom(): void {
    const narrowed = this.#narrowed(this.direction);
    if (narrowed) this.#set(narrowed);
    else if (!this.#after(this.direction)) this.#rewind();
  }

  #atEnd(): void {
    if (this.loop) this.#rewind();
    else this.pause();
  }

  #rewind(): void {
    if (this.direction > 0) this.#toStart();
    else this.#toEnd();
  }

  /** To where time begins, the window's width kept. */
  #toStart(): void {
    const { mode, step, thumbs, extent } = this.#view;
    if (mode === 'from-start')
      this.#set({ start: thumbs.start, end: Math.min(addSteps(extent.start, step, 1) - 1, extent.end) });
    else if (mode !== 'window') this.#set({ start: extent.start, end: thumbs.end });
    else this.#set(this.#narrowed(1) ?? windowFrom(thumbs, extent.start));
  }

  #toEnd(): void {
    const { mode, step, thumbs, extent } = this.#view;
    const lastStep = Math.max(startOfStep(extent.end, step), extent.start);
    if (mode === 'from-start') this.#set({ start: thumbs.start, end: extent.end });
    else if (mode !== 'window') this.#set({ start: lastStep, end: thumbs.end });
    else this.#set(this.#narrowed(-1) ?? windowTo(thumbs, extent.end));
  }

  /** A thumb that the mode hides stays where it is, also where the other passes it. */
  #set(thumbs: Window): void {
    this.#put(positionAt(thumbs));
  }

  #put(position: ThumbPosition): void {
    this.#view.position = position;
    this.#view.phase = null;
    this.#view.bringInSight();
  }
}
