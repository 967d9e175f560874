import type { Grid, GridQuery } from '../../geo/store/grid.ts';
import type { Store } from '../../geo/store/store.ts';
import type { DensityRequest, Incidents } from './density.ts';

interface Question {
  store: Store;
  mask: Uint8Array;
  query: GridQuery;
}

interface Listener {
  onGrid: (grid: Grid) => void;
  /** The worker is gone, for the reason given; there will be no more grids. */
  onFailure: (reason: string) => void;
}

/**
 * Gives what asks the density worker for a grid. One question at a time is with the worker; of those that come
 * meanwhile only the last is asked, so that it never works for a picture that is past.
 */
export function createDensityClient(
  start: () => Worker,
  { onGrid, onFailure }: Listener,
): (question: Question) => void {
  let worker: Worker | null = null;
  let sent: { store: Store | null; mask: Uint8Array | null } = { store: null, mask: null };
  let asked = false;
  let failed = false;
  let next: Question | null = null;

  const post = (to: Worker, { store, mask, query }: Question) => {
    const request: DensityRequest = {
      incidents: store === sent.store ? null : incidentsOf(store),
      mask: mask === sent.mask ? null : mask,
      query,
    };
    sent = { store, mask };
    asked = true;
    to.postMessage(request);
  };

  const begin = (): Worker => {
    const begun = start();
    begun.onmessage = ({ data }: MessageEvent<Grid>) => {
      asked = false;
      if (next) post(begun, next);
      next = null;
      onGrid(data);
    };
    begun.onerror = (event) => {
      begun.terminate();
      failed = true;
      onFailure(event.message);
    };
    return begun;
  };

  return (question) => {
    if (failed) return;
    worker ??= begin();
    if (asked) next = question;
    else post(worker, question);
  };
}

function incidentsOf({ columns: { lon, lat, start, end, best }, longestSpan }: Store): Incidents {
  return { columns: { lon, lat, start, end, best }, longestSpan };
}
