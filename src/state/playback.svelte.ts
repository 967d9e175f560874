import { addSteps, moveWindow, startOfStep, windowFrom, windowTo, type Window } from '../../geo/time/window.ts';
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

/** Moves the view's thumbs through time, step by step. */
export class Playback {
  #view: View;
  #clock: Clock;
  #stop: (() => void) | null = null;
  #playing = $state(false);
  speed = $state<Speed>(4);
  loop = $state(false);
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

  /** Moves by `count` steps; false where the end of time is in the way, and then nothing moves. */
  step(count: number): boolean {
    const { extent, step } = this.#view;
    const moved = moveWindow(this.#view.thumbs, step, count);
    const next = this.#inMode(moved);
    const edge = this.#leadingDay(next, count);
    if (edge > extent.end || edge < extent.start) return false;
    this.#set(next);
    return true;
  }

  /** To the first window of the extent. */
  first(): void {
    this.#to(this.#view.extent.start);
  }

  /** To the last window of the extent. */
  last(): void {
    this.#toEnd();
  }

  /** The thumbs that a mode does not use stay where they are. */
  #inMode(moved: Window): Window {
    const { mode, thumbs } = this.#view;
    if (mode === 'from-start') return { start: thumbs.start, end: moved.end };
    if (mode === 'to-end') return { start: moved.start, end: thumbs.end };
    return moved;
  }

  /** The day that meets the end of time first when moving by `count`. */
  #leadingDay(next: Window, count: number): number {
    const { mode } = this.#view;
    if (mode === 'from-start') return next.end;
    if (mode === 'to-end' || mode === 'instant') return next.start;
    return count > 0 ? next.end : next.start;
  }

  #makeRoom(): void {
    const { extent, thumbs, mode, step } = this.#view;
    if (mode === 'window' && thumbs.start <= extent.start && thumbs.end >= extent.end) {
      const width = step === 'year' ? 2 : 1;
      this.#set({ start: extent.start, end: addSteps(extent.start, 'year', width) - 1 });
      if (this.direction < 0) this.#toEnd();
      return;
    }
    const next = this.#inMode(moveWindow(thumbs, step, this.direction));
    const edge = this.#leadingDay(next, this.direction);
    if (edge > extent.end || edge < extent.start) this.#rewind();
  }

  #atEnd(): void {
    if (this.loop) this.#rewind();
    else this.pause();
  }

  #rewind(): void {
    if (this.direction > 0) this.#to(this.#view.extent.start);
    else this.#toEnd();
  }

  /** Moves the window, its width kept, so that it begins on the day. */
  #to(start: number): void {
    const { mode, step, thumbs } = this.#view;
    if (mode === 'from-start') this.#set({ start: thumbs.start, end: addSteps(start, step, 1) - 1 });
    else if (mode === 'to-end') this.#set({ start, end: thumbs.end });
    else this.#set(windowFrom(thumbs, start));
  }

  #toEnd(): void {
    const { mode, step, thumbs, extent } = this.#view;
    const lastStep = startOfStep(extent.end, step);
    if (mode === 'from-start') this.#set({ start: thumbs.start, end: extent.end });
    else if (mode === 'to-end') this.#set({ start: lastStep, end: thumbs.end });
    else if (mode === 'instant') this.#set({ start: lastStep, end: Math.max(thumbs.end, lastStep) });
    else this.#set(windowTo(thumbs, extent.end));
  }

  #set({ start, end }: Window): void {
    this.#view.thumbs = start <= end ? { start, end } : { start, end: start };
    this.#view.phase = null;
  }
}
