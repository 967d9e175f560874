import { marksOf, type MarkColumns, type Marks } from './marks.ts';
import { placesOf, type Places } from './picking.ts';

/** All that is needed to draw a store's incidents and to find them under the pointer. */
export interface Prepared {
  marks: Marks;
  places: Places;
}

/** Prepares all rows; a million take seconds. */
export function prepare(columns: MarkColumns): Prepared {
  const marks = marksOf(columns);
  return { marks, places: placesOf(marks) };
}

/** Up to so many rows are prepared at once: it takes less than starting a worker. */
const MOST_AT_ONCE = 20_000;

/**
 * Gives what prepares columns and hands over the result: at once where they are few, otherwise from a worker that
 * `start` starts. Columns that come before an earlier answer take its place.
 */
export function createPreparer(
  start: () => Worker,
  onPrepared: (prepared: Prepared) => void,
): (columns: MarkColumns) => void {
  let worker: Worker | null = null;
  return (columns) => {
    worker?.terminate();
    worker = null;
    if (columns.lon.length <= MOST_AT_ONCE) return onPrepared(prepare(columns));
    const begun = (worker = start());
    begun.onmessage = ({ data }: MessageEvent<Prepared>) => {
      begun.terminate();
      onPrepared(data);
    };
    // the browser has told why: slowly is better than not at all
    begun.onerror = () => {
      begun.terminate();
      onPrepared(prepare(columns));
    };
    const { lon, lat, start: first, end, group, best, locationPrecision, datePrecision, dataset } = columns;
    begun.postMessage({ lon, lat, start: first, end, group, best, locationPrecision, datePrecision, dataset });
  };
}
