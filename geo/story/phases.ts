import { parseDay, type Day } from '../model/day.ts';
import type { Phase } from '../model/story.ts';
import type { Window } from '../time/window.ts';

/** The days of a phase. */
export function daysOf({ start, end }: Phase): Window {
  const day = (text: string): Day => parseDay(text) ?? 0; // both are days: the schema has seen to it
  return { start: day(start), end: day(end) };
}
