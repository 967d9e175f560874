import { nearestCrossing } from '../../geo/story/nearest-crossing.ts';
import type { Position } from '../../geo/model/incident.ts';
import type { Units } from '../choices.ts';
import { crossingText } from '../text/measure.ts';
import type { Later } from './later.svelte.ts';

/**
 * Asks for the crossings, and gives what finds the one nearest to a place: with its distance, in words; `null` while they
 * are not here. Call it while a component is made.
 */
export function nearestCrossings({ crossings }: Later) {
  $effect(() => void crossings.want()); // without them the line is not there
  return (place: Position, units: Units, isCoarse: boolean): string | null => {
    const nearest = nearestCrossing(crossings.value ?? [], place);
    return nearest && crossingText(nearest.crossing.id, nearest.km, units, isCoarse);
  };
}
