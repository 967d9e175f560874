import { marksOf, type MarkColumns, type Marks } from './marks.ts';
import { indexPlaces, type PlaceIndex } from './picking.ts';
import { placesOf, type MarkPlaces } from './places.ts';

/** All that is needed to draw a store's incidents and to find them under the pointer. */
export interface Prepared {
  places: MarkPlaces;
  marks: Marks;
  index: PlaceIndex;
}

/** Prepares all rows; a million take a second. */
export function prepare(columns: MarkColumns): Prepared {
  const places = placesOf(columns);
  const marks = marksOf(columns, places);
  return { places, marks, index: indexPlaces(marks, places) };
}
