import { placedCrossings } from '../../geo/story/crossings.ts';
import { nearestCrossing } from '../../geo/story/nearest-crossing.ts';
import type { Position } from '../../geo/model/incident.ts';
import type { Units } from '../choices.ts';
import { crossingText } from '../text/measure.ts';
import type { Later } from './later.svelte.ts';

/** The crossing nearest to a place with its distance, in words; `null` while crossings are not here. Fetches them where need be. */
export function nearestCrossingText(later: Later, place: Position, units: Units, isCoarse: boolean): string | null {
  const all = later.crossings.value;
  const nearest = all && nearestCrossing(placedCrossings(all), place);
  return nearest && crossingText(nearest.crossing.id, nearest.km, units, isCoarse);
}
