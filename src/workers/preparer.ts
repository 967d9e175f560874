import type { Store } from '../../geo/store/store.ts';
import { inMercator } from '../scene/mercator.ts';
import { prepare, type Prepared } from '../scene/prepared.ts';
import type { PreparingClient } from './preparing-client.ts';

/** Up to so many rows are prepared at once: it takes less than starting a worker. */
const MOST_AT_ONCE = 20_000;

/** Longer than it takes to keep a million incidents, ms. */
const AT_REST_MS = 4000;

export interface Preparer {
  /** Prepares a store, once; where that can wait, many rows later, when it has not been asked for again for a while. */
  prepare: (store: Store, when: 'now' | 'later') => void;
  /** Nothing is prepared any more that has not been begun. */
  end: () => void;
}

/**
 * Prepares stores and hands over the results: at once where rows are few, otherwise from the preparing worker. Where that
 * fails they are prepared here: slowly is better than not at all.
 */
export function createPreparer(
  askMarks: PreparingClient['askMarks'],
  onPrepared: (prepared: Prepared, store: Store) => void,
): Preparer {
  let begun: Store | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;

  function begin(store: Store): void {
    begun = store;
    if (store.size <= MOST_AT_ONCE) onPrepared(prepareHere(store), store);
    else askMarks(store, (prepared) => onPrepared(prepared ?? prepareHere(store), store));
  }

  return {
    prepare: (store, when) => {
      clearTimeout(timer);
      if (store === begun) return;
      if (when === 'now' || store.size <= MOST_AT_ONCE) begin(store);
      else timer = setTimeout(() => begin(store), AT_REST_MS);
    },
    end: () => clearTimeout(timer),
  };
}

function prepareHere({ columns: { lon, lat, ...columns }, otherPlaces }: Store): Prepared {
  return prepare({ ...inMercator(lon, lat), ...columns }, otherPlaces);
}
