import type { Phase } from '../../geo/model/story.ts';
import { daysOf } from '../../geo/story/phases.ts';
import type { Playback } from '../state/playback.svelte.ts';
import type { View } from '../state/view.svelte.ts';

/** Shows a phase: its window, and the part of the map where it happened. */
export function showPhase(view: View, playback: Playback, phase: Phase): void {
  playback.pause();
  const { start, end } = daysOf(phase);
  view.mode = 'window';
  view.setThumbs(start, end);
  view.phase = phase.id;
  view.target = { bbox: phase.bbox };
}
