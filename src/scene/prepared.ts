import { marksOf, type MarkColumns, type Marks } from './marks.ts';
import { placesOf, type PlaceIndex } from './picking.ts';

/** All that is needed to draw a store's incidents and to find them under the pointer. */
export interface Prepared {
  marks: Marks;
  places: PlaceIndex;
}

/** Prepares all rows; a million take a second. */
export function prepare(columns: MarkColumns): Prepared {
  const marks = marksOf(columns);
  return { marks, places: placesOf(marks) };
}
