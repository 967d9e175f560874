import { geodesicKm } from '../line/between.ts';
import type { Position } from '../model/incident.ts';
import type { PlacedCrossing } from './crossings.ts';

/** The crossing nearest to a place, and how far its point is, km; `null` where there are none. */
export function nearestCrossing(
  crossings: readonly PlacedCrossing[],
  place: Position,
): { crossing: PlacedCrossing; km: number } | null {
  let nearest: { crossing: PlacedCrossing; km: number } | null = null;
  for (const crossing of crossings) {
    const km = geodesicKm(place, crossing.position);
    if (!nearest || km < nearest.km) nearest = { crossing, km };
  }
  return nearest;
}
