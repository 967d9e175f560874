import type { Phase } from '../../geo/model/story.ts';
import { daysOf } from '../../geo/story/phases.ts';
import type { AppState } from '../state/app.svelte.ts';

/** Shows a phase: its window, and the part of the map where it happened. */
export function showPhase({ view, playback, map }: AppState, phase: Phase): void {
  playback.pause();
  const { start, end } = daysOf(phase);
  view.mode = 'window';
  view.goTo(start, end);
  view.phase = phase.id;
  void map.fit(phase.bbox);
}
