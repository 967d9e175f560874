import { parseDay, type Day } from '../../geo/model/day.ts';
import type { Phase } from '../../geo/model/story.ts';
import type { Window } from '../../geo/time/window.ts';
import type { Playback } from '../state/playback.svelte.ts';
import type { View } from '../state/view.svelte.ts';

/** The days of a phase. */
export function daysOf({ start, end }: Phase): Window {
  const day = (text: string): Day => parseDay(text) ?? 0; // both are days: the schema has seen to it
  return { start: day(start), end: day(end) };
}

/** Shows a phase: its window, and the part of the map where it happened. */
export function showPhase(view: View, playback: Playback, phase: Phase): void {
  playback.pause();
  const { start, end } = daysOf(phase);
  view.mode = 'window';
  view.setThumbs(start, end);
  view.phase = phase.id;
  view.target = { bbox: phase.bbox };
}
