import { pick } from '../../geo/store/columns.ts';
import type { OtherPlaces } from '../../geo/store/other-places.ts';
import { isFurther, markRows, type MarkRows } from './mark-rows.ts';
import { marksOf, type MarkColumns, type Marks } from './marks.ts';
import { mercatorX, mercatorY } from './mercator.ts';
import { indexPlaces, type PlaceIndex } from './picking.ts';
import { placesOf, type MarkPlaces, type PlacesOfRows } from './places.ts';

/** What marks are prepared from: columns of a store, places in Web Mercator. */
export type RowColumns = Omit<MarkColumns, 'rows'>;

/** All that is needed to draw a store's incidents and to find them under the pointer. What it calls rows are marks, whose rows in the store are `rows`. */
export interface Prepared {
  rows: MarkRows;
  places: MarkPlaces;
  marks: Marks;
  index: PlaceIndex;
}

/** Prepares all rows; a million take a second. */
export function prepare(columns: RowColumns, otherPlaces: OtherPlaces): Prepared {
  const ofMarks = columnsOfMarks(columns, otherPlaces);
  const places = placesOf(ofMarks);
  const marks = marksOf(ofMarks, places);
  return { rows: ofMarks.rows, places, marks, index: indexPlaces(marks, places) };
}

/** The places at which rows are counted: of an incident at several places its first. */
export function placesOfRows({ rows, places: { of, areas } }: Pick<Prepared, 'rows' | 'places'>): PlacesOfRows {
  return { of: rows === null ? of : of.filter((_, mark) => !isFurther(rows, mark)), areas };
}

/** What the rows of a store have, as its marks have it. */
function columnsOfMarks(columns: RowColumns, otherPlaces: OtherPlaces): MarkColumns {
  const rows = markRows(columns.x.length, otherPlaces);
  if (rows === null) return { ...columns, rows };
  const { x, y, start, end, group, sides, best, locationPrecision, datePrecision, district } = columns;
  const ofMarks = {
    ...{ rows, x: pick(x, rows), y: pick(y, rows), start: pick(start, rows), end: pick(end, rows) },
    ...{ group: pick(group, rows), sides: pick(sides, rows), best: pick(best, rows), district: pick(district, rows) },
    locationPrecision: pick(locationPrecision, rows),
    datePrecision: pick(datePrecision, rows),
  };
  for (let mark = 0, next = 0; mark < rows.length; mark++) {
    if (!isFurther(rows, mark)) continue;
    ofMarks.x[mark] = mercatorX(otherPlaces.lon[next]);
    ofMarks.y[mark] = mercatorY(otherPlaces.lat[next++]);
  }
  return ofMarks;
}
