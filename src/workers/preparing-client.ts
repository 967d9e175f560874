import { inTasks } from '../../geo/next-task.ts';
import type { Grid, GridQuery } from '../../geo/store/grid.ts';
import type { Store } from '../../geo/store/store.ts';
import { DATA } from '../text/data.ts';
import type { Prepared } from '../scene/prepared.ts';
import { watchSilence, type Watch } from './silence.ts';
import type { PreparingAnswer, PreparingRequest, PreparedColumns } from './preparing.ts';

export interface GridQuestion {
  store: Store;
  mask: Uint8Array;
  query: GridQuery;
}

export interface GridListener {
  onGrid: (grid: Grid) => void;
  /** The worker is gone, for the reason given; there will be no more grids of this store. */
  onFailure: (reason: string) => void;
}

/** What asks a worker for what is drawn of a store. A question about another store ends all that was asked before. */
export interface PreparingClient {
  /** Tells who hears of grids. */
  listen: (listener: GridListener) => void;
  /** Asks for a grid. One question at a time is with the worker; of those that come meanwhile only the last is asked, so that it never works for a picture that is past. */
  askGrid: (question: GridQuestion) => void;
  /** Asks for the marks; `null` where the worker fails. */
  askMarks: (store: Store, onMarks: (prepared: Prepared | null) => void) => void;
  /** Ends what works for another store than this one: it holds that one's columns. */
  release: (store: Store) => void;
  /** Resolves once nothing that was asked for is waited for. */
  whenIdle: () => Promise<void>;
}

/** What is between the page and the worker of one store. */
interface Session {
  store: Store;
  post: (request: PreparingRequest) => void;
  /** Ends the worker; it is not heard any more. */
  end: () => void;
  hasFailed: boolean;
  /** whether a grid is asked for, the question after it, and the mask that the worker has */
  asked: boolean;
  next: GridQuestion | null;
  mask: Uint8Array | null;
  onMarks: ((prepared: Prepared | null) => void) | null;
  /** while something is asked for */
  watch: Watch | null;
}

/** Grids and marks come from one worker, one after the other: on a small machine two would keep the page waiting. */
export function createPreparingClient(start: () => Worker): PreparingClient {
  let listener: GridListener | null = null;
  let session: Session | null = null;
  const idle: (() => void)[] = [];

  function sessionOf(store: Store): Session {
    if (session?.store === store) return session;
    session?.end();
    return (session = begin(store));
  }

  function release(store: Store): void {
    if (!session || session.store === store) return;
    session.end();
    session = null;
    rest();
  }

  function begin(store: Store): Session {
    const worker = start();
    const sending = new AbortController();
    const sent = inTasks(sendColumns(worker, store), sending.signal);
    const begun: Session = {
      ...{ store, hasFailed: false, asked: false, next: null, mask: null, onMarks: null, watch: null },
      post: (request) => {
        begun.watch ??= watchSilence(() => fail(DATA.partSilent));
        void sent.then(
          () => worker.postMessage(request satisfies PreparingRequest),
          () => undefined, // another store has come
        );
      },
      end: () => {
        sending.abort();
        worker.terminate();
        begun.watch?.end();
      },
    };
    const fail = (reason: string) => {
      begun.end();
      begun.hasFailed = true;
      listener?.onFailure(reason);
      hearMarks(begun, null);
    };
    worker.onmessage = ({ data }: MessageEvent<PreparingAnswer>) => {
      begun.watch?.hear();
      if (data.kind === 'grid') hearGrid(begun, data.grid);
      else hearMarks(begun, data.prepared);
    };
    // one whose file cannot be loaded has no message
    worker.onerror = ({ message }) => fail(message || DATA.partNotLoaded);
    return begun;
  }

  function postGrid(to: Session, { mask, query }: GridQuestion): void {
    to.post({ kind: 'grid', mask: mask === to.mask ? null : mask, query });
    to.asked = true;
    to.mask = mask;
  }

  function hearGrid(from: Session, grid: Grid): void {
    from.asked = false;
    if (from.next) postGrid(from, from.next);
    from.next = null;
    listener?.onGrid(grid);
    rest();
  }

  function hearMarks(from: Session, prepared: Prepared | null): void {
    from.onMarks?.(prepared);
    from.onMarks = null;
    rest();
  }

  const isIdle = () => !session || session.hasFailed || (!session.asked && !session.onMarks);

  function rest(): void {
    if (!isIdle()) return;
    session?.watch?.end();
    if (session) session.watch = null;
    for (const resolve of idle.splice(0)) resolve();
  }

  return {
    listen: (next) => (listener = next),
    askGrid: (question) => {
      const to = sessionOf(question.store);
      if (to.hasFailed) return;
      if (to.asked) to.next = question;
      else postGrid(to, question);
    },
    askMarks: (store, onMarks) => {
      const to = sessionOf(store);
      if (to.hasFailed) return onMarks(null);
      to.onMarks = onMarks;
      to.post({ kind: 'marks' });
    },
    release,
    whenIdle: () => (isIdle() ? Promise.resolve() : new Promise((resolve) => idle.push(resolve))),
  };
}

/** Hands over copies of the columns one by one, as each takes a while; a generator, see inTasks. The browser's own way of copying makes two. */
function* sendColumns(worker: Worker, { columns, otherPlaces, longestSpan }: Store): Generator<undefined, void> {
  const { lon, lat, start, end, group, sides, best, low, high, locationPrecision, datePrecision, district } = columns;
  const drawn: PreparedColumns = {
    ...{ lon, lat, start, end, group, sides, best, low, high },
    ...{ locationPrecision, datePrecision, district },
  };
  for (const [name, column] of Object.entries(drawn)) {
    const copy = column.slice();
    worker.postMessage({ kind: 'column', columns: { [name]: copy } } satisfies PreparingRequest, [copy.buffer]);
    yield;
  }
  worker.postMessage({ kind: 'columns', longestSpan, otherPlaces } satisfies PreparingRequest);
}
