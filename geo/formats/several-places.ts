import type { Position } from '../model/incident.ts';
import { finding } from './finding.ts';
import type { RowRead } from './format.ts';

/** The column that sets of points become, as well-known text. */
export const SET_COLUMN = 'wkt';

/** A row of one incident that was at other places too, which a warning names; `field` is what says so. */
export function atOthers(read: RowRead, otherPlaces: readonly Position[], field = 'geometry'): RowRead {
  if ('rejected' in read || otherPlaces.length === 0) return read;
  const { event, warnings } = read;
  return {
    ...read,
    event: { ...event, otherPlaces },
    warnings: [finding(field, placesText(otherPlaces), 'several-places'), ...warnings],
  };
}

/** Places without those that were there before. */
export function distinctPlaces(places: readonly Position[]): Position[] {
  return places.filter(([lon, lat], i) => places.findIndex((place) => place[0] === lon && place[1] === lat) === i);
}

/** Places as figures, latitude first: `35, 72; 36.1, 71`. */
export function placesText(places: readonly Position[]): string {
  return places.map(([lon, lat]) => `${lat}, ${lon}`).join('; ');
}
