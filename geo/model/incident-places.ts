import type { Incident, Position } from './incident.ts';

type Geometry = Incident['geometry'];

/** An incident at more places could not be told from many incidents. */
export const MOST_PLACES = 1000;

/** The places of an incident. What is counted or measured once is counted at the first and measured from there. */
export function placesOfIncident({ geometry }: { geometry: Geometry }): readonly [Position, ...Position[]] {
  return geometry.type === 'Point' ? [geometry.coordinates] : geometry.coordinates;
}

/** The geometry of an incident that was at one place, or at others too. */
export function geometryAt(place: Position, otherPlaces: readonly Position[] = []): Geometry {
  const [second, ...more] = otherPlaces;
  if (second === undefined) return { type: 'Point', coordinates: place };
  return { type: 'MultiPoint', coordinates: [place, second, ...more] };
}
