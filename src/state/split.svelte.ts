import type { Window } from '../../geo/time/window.ts';

/** What one of two maps shows: the incidents of its days, and what is said of them. */
export interface MapHalf {
  window: Window;
  text: string;
}

/** Two windows that have a map each, beside each other; whoever opens them takes them away again. */
export class Split {
  /** the first and the second; `null` while there is one map */
  halves = $state.raw<readonly [MapHalf, MapHalf] | null>(null);
}
