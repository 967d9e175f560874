import type { Store } from '../../geo/store/store.ts';
import type { DrawingClient } from '../workers/drawing-client.ts';
import { inMercator } from './mercator.ts';
import { marksOf, type MarkColumns, type Marks } from './marks.ts';
import { placesOf, type Places } from './picking.ts';

/** All that is needed to draw a store's incidents and to find them under the pointer. */
export interface Prepared {
  marks: Marks;
  places: Places;
}

/** Prepares all rows; a million take a second. */
export function prepare(columns: MarkColumns): Prepared {
  const marks = marksOf(columns);
  return { marks, places: placesOf(marks) };
}

/** Up to so many rows are prepared at once: it takes less than starting a worker. */
const MOST_AT_ONCE = 20_000;

/**
 * Prepares a store and hands over the result: at once where its rows are few, otherwise from the drawing worker. Where
 * that fails they are prepared here: slowly is better than not at all.
 */
export function prepareStore(
  store: Store,
  askMarks: DrawingClient['askMarks'],
  onPrepared: (prepared: Prepared) => void,
): void {
  const here = () => {
    const { lon, lat, ...columns } = store.columns;
    return prepare({ ...inMercator(lon, lat), ...columns });
  };
  if (store.size <= MOST_AT_ONCE) onPrepared(here());
  else askMarks(store, (prepared) => onPrepared(prepared ?? here()));
}
