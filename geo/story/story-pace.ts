import type { WrittenStory } from '../model/written-story.ts';
import type { Window } from '../time/window.ts';

/** Words that are read in a minute, without haste. */
const WORDS_A_MINUTE = 200;
/** However few words it has, a step stands so long. */
const LEAST_MS = 4000;
/** So long the map flies and time plays from one step to the next. */
export const MOVE_MS = 2000;

/** A step as a story that plays by itself, or a film of it, shows it. */
export interface StoryBeat {
  /** from 0 */
  step: number;
  /** the hash of its view, without `#` */
  view: string;
  /** from the beginning to where the way there begins */
  startMs: number;
  /** the way there; none to the first */
  moveMs: number;
  /** to read it once it is there */
  readMs: number;
}

/** So long it takes to read a text. */
export function readingMs(text: string): number {
  const count = text.match(/[\p{L}\p{N}]+/gu)?.length ?? 0;
  return Math.max(LEAST_MS, Math.round((count / WORDS_A_MINUTE) * 60_000));
}

/** The steps of a story in time, as it plays by itself. */
export function storyBeats({ steps }: Pick<WrittenStory, 'steps'>): StoryBeat[] {
  let startMs = 0;
  return steps.map(({ heading, view, words }, step) => {
    const beat = { step, view, startMs, moveMs: step === 0 ? 0 : MOVE_MS, readMs: readingMs(`${heading} ${words}`) };
    startMs += beat.moveMs + beat.readMs;
    return beat;
  });
}

/** How far the way from a step to the next has gone after a share of its time, both from 0 to 1: it begins and ends slowly. */
export function easedShare(share: number): number {
  return share * share * (3 - 2 * share);
}

/** The days on the way from some to others, which are at a share of it. */
export function windowBetween(from: Window, to: Window, share: number): Window {
  const at = (a: number, b: number) => Math.round(a + (b - a) * share);
  return { start: at(from.start, to.start), end: at(from.end, to.end) };
}
