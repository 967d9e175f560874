import { inTasks } from '../../geo/next-task.ts';
import type { Store } from '../../geo/store/store.ts';
import { HOT_COLUMNS, type HotDistrict, type HotQuery, type HotRows, type Hotspots } from '../../geo/views/hotspots.ts';
import { ask, type Failed } from './ask.ts';
import { copiedColumns } from './copied-columns.ts';
import type { HotspotsMessage, HotspotsRequest } from './hotspots.ts';
import HotspotsWorker from './hotspots.ts?worker';

/** What is asked of the rows of the store that pass the mask. */
export interface HotQuestion {
  mask: Uint8Array;
  query: HotQuery;
}

/** Finds the hot spots of one store in a worker of their own. */
export interface HotspotsClient {
  /** Asks. One question at a time is with the worker; of those that come meanwhile only the last is asked. */
  ask: (question: HotQuestion) => void;
  /** Ends the worker; nothing is heard of it any more. */
  end: () => void;
}

/** `onFound` hears each answer; `onFailure` why there will be no more of them. */
export function createHotspotsClient(
  store: Store,
  districts: readonly HotDistrict[],
  onFound: (hotspots: Hotspots) => void,
  onFailure: (error: unknown) => void,
): HotspotsClient {
  const worker = new HotspotsWorker();
  const ending = new AbortController();
  let next: HotQuestion | null = null;
  let isBusy = true;
  let mask: Uint8Array | null = null;

  const put = (request: HotspotsRequest) => ask<Exclude<HotspotsMessage, Failed> | Failed>(worker, request);

  async function begin(): Promise<void> {
    const rows: HotRows = {
      columns: await inTasks(copiedColumns(store.columns, HOT_COLUMNS), ending.signal),
      longestSpan: store.longestSpan,
      districtIds: store.districts.map(({ id }) => id),
    };
    await put({ kind: 'rows', rows, districts });
  }

  async function work(): Promise<void> {
    while (next && !ending.signal.aborted) {
      const question: HotQuestion = next;
      next = null;
      const answer = await put({
        kind: 'find',
        mask: question.mask === mask ? null : question.mask,
        query: question.query,
      });
      mask = question.mask;
      if (answer.kind === 'found' && !ending.signal.aborted) onFound(answer.hotspots);
    }
    isBusy = false;
  }

  function fail(error: unknown): void {
    if (ending.signal.aborted) return;
    worker.terminate();
    onFailure(error);
  }

  void begin().then(work).catch(fail);
  return {
    ask: (question) => {
      next = question;
      if (isBusy) return;
      isBusy = true;
      void work().catch(fail);
    },
    end: () => {
      ending.abort();
      worker.terminate();
    },
  };
}
