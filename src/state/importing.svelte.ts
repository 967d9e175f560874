import type { Choices } from '../../geo/formats/reading.ts';
import type { Sample } from '../../geo/formats/sample.ts';
import type { DateChoice } from '../../geo/formats/settle-dates.ts';
import type { ImportCounts } from '../../geo/import/take.ts';
import { MOST_DATASETS } from '../../geo/store/columns.ts';
import type { Rows } from '../../geo/store/rows.ts';
import type { ImportMessage, ImportRequest } from '../workers/import.ts';
import ImportWorker from '../workers/import.ts?worker';
import { messageOf } from '../../geo/model/errors.ts';
import { watchSilence, type Watch } from '../workers/silence.ts';
import { DATA, LICENCES } from '../text/data.ts';
import type { Failure } from '../text/findings.ts';
import type { Data } from './data.svelte.ts';
import type { Dataset } from './datasets.ts';
import type { ImportReport } from '../../geo/import/report.ts';
import { groundLayersOf, type Scenery } from './layers.ts';
import { rawStore } from './raw-store.ts';

/** What is going on with the file that was opened last. */
export type ImportState =
  | { kind: 'idle' }
  | { kind: 'running'; file: string; share: number; counts: ImportCounts }
  | { kind: 'mapping'; opened: Opened; sample: Sample }
  | { kind: 'date-order'; opened: Opened; choices: readonly DateChoice[] }
  | { kind: 'failed'; file: string; failure: Failure }
  | { kind: 'done'; report: ImportReport };

/** How it ended with a file. */
export type Outcome = Extract<ImportState, { kind: 'failed' | 'done' }>;

/** Whether the reader has to be answered something about the file before it can be read. */
export function isAsking(state: ImportState): state is Extract<ImportState, { kind: 'mapping' | 'date-order' }> {
  return state.kind === 'mapping' || state.kind === 'date-order';
}

const IDLE: ImportState = { kind: 'idle' };
const thrown = (message: string): Failure => ({ code: 'thrown', message });
/** Unlike `crypto.randomUUID` these numbers are there on plain http under any name. */
const newId = () => [...crypto.getRandomValues(new Uint32Array(4))].join('-');
const NO_COUNTS: ImportCounts = { read: 0, accepted: 0, rejected: 0 };

/** A file to be read, what was said of how, and what its dataset is to be called. */
export interface Opened {
  file: File;
  choices: Choices;
  as: Pick<Dataset, 'name' | 'licence' | 'on'> | null;
}

/** Reads files into datasets, in a worker: one at a time, the others wait. */
export class Importing {
  #data: Data;
  #onAdded: (id: string) => void;
  #state = $state.raw<ImportState>(IDLE);
  #outcomes = $state.raw<readonly Outcome[]>([]);
  #worker: Worker | null = null;
  #watch: Watch | null = null;
  #unpacking: AbortController | null = null;
  #waiting = $state.raw<readonly Opened[]>([]);
  /** told when nothing is read and nothing waits */
  #onIdle: (() => void)[] = [];

  /** `onAdded` is called when a dataset has been added and the store holds it. */
  constructor(data: Data, onAdded: (id: string) => void) {
    this.#data = data;
    this.#onAdded = onAdded;
  }

  get state(): ImportState {
    return this.#state;
  }

  /** How it ended with each of the files that were opened together. */
  get outcomes(): readonly Outcome[] {
    return this.#outcomes;
  }

  /** How many files wait for their turn. */
  get waiting(): number {
    return this.#waiting.length;
  }

  /** Forgets how it ended with earlier files, unless one of those opened with them is still to be read. */
  clear(): void {
    if (this.#onIdle.length > 0) return;
    this.#outcomes = [];
    this.#state = IDLE;
  }

  /** Reads files one after the other; resolves when all are read, or given up. */
  open(files: readonly Opened[]): Promise<void> {
    const isIdle = this.#onIdle.length === 0;
    this.#waiting = [...this.#waiting, ...files];
    return new Promise((resolve) => {
      this.#onIdle.push(resolve);
      if (isIdle) this.#next();
    });
  }

  /** Reads the file again of which something was asked; what was chosen before, and is not chosen anew, holds on. */
  useChoices({ mapping, ...choices }: Choices): void {
    if (!isAsking(this.#state)) return;
    const { opened } = this.#state;
    const before = opened.choices;
    this.#read({ ...opened, choices: { ...before, ...choices, mapping: { ...before.mapping, ...mapping } } });
  }

  /**
   * Shows that a file is unpacked, in its turn: nothing else is read meanwhile. `work` tells how much is done, of 1, and
   * gives `null` where it is broken off.
   */
  async unpack<T>(
    file: File,
    work: (onShare: (share: number) => void, signal: AbortSignal) => Promise<T | null>,
  ): Promise<T | null> {
    while (this.#onIdle.length > 0) await this.open([]);
    const unpacking = (this.#unpacking = new AbortController());
    const show = (share: number) => {
      this.#state = { kind: 'running', file: file.name, share, counts: NO_COUNTS };
    };
    this.#onIdle.push(() => undefined); // others wait
    show(0);
    try {
      return await work(show, unpacking.signal);
    } finally {
      this.#unpacking = null;
      this.#state = IDLE;
      this.#next();
    }
  }

  /** Breaks off what is running, and what waits; nothing of it is kept. A file of which something is asked is passed over alone. */
  cancel(): void {
    if (this.#unpacking) {
      this.#waiting = [];
      return this.#unpacking.abort();
    }
    this.#end();
    if (!isAsking(this.#state)) this.#waiting = [];
    this.#state = IDLE;
    this.#next();
  }

  #next(): void {
    const opened = this.#waiting.at(0);
    this.#waiting = this.#waiting.slice(1);
    if (opened) return this.#read(opened);
    for (const resolve of this.#onIdle.splice(0)) resolve();
  }

  #end(): void {
    this.#worker?.terminate();
    this.#worker = null;
    this.#watch?.end();
    this.#watch = null;
  }

  #read(opened: Opened): void {
    const { layers, datasets, later } = this.#data;
    const { file, choices } = opened;
    if (!layers) return this.#fail(file, { code: 'not-loaded' });
    if (datasets.length >= MOST_DATASETS) return this.#fail(file, { code: 'too-many' });
    this.#state = { kind: 'running', file: file.name, share: 0, counts: NO_COUNTS };
    const worker = new ImportWorker();
    this.#worker = worker;
    const watch = (this.#watch = watchSilence(() => this.#fail(file, thrown(DATA.partSilent))));
    worker.onmessage = ({ data }: MessageEvent<ImportMessage>) => {
      watch.hear();
      void this.#hear(opened, data).catch((error: unknown) => this.#fail(file, thrown(messageOf(error))));
    };
    // a worker whose file cannot be loaded ends without a word
    worker.onerror = ({ message }) => this.#fail(file, thrown(message || DATA.partNotLoaded));
    const send = ({ provinces }: Scenery) => {
      const request: ImportRequest = {
        file,
        ground: groundLayersOf(layers),
        provinces,
        ids: datasets.map(({ store }) => store.ids),
        choices,
      };
      worker.postMessage(request);
    };
    later.scenery.ask().then(send, (error: unknown) => {
      // it may have been given up meanwhile
      if (this.#worker === worker) this.#fail(file, thrown(messageOf(error)));
    });
  }

  async #hear(opened: Opened, message: ImportMessage): Promise<void> {
    const { file } = opened;
    switch (message.kind) {
      case 'progress': {
        const share = message.total > 0 ? message.bytes / message.total : 0;
        this.#state = { kind: 'running', file: file.name, share, counts: message.counts };
        return;
      }
      case 'mapping': {
        this.#end();
        this.#state = { kind: 'mapping', opened, sample: message.sample };
        return;
      }
      case 'date-order':
        this.#end();
        this.#state = { kind: 'date-order', opened, choices: message.choices };
        return;
      case 'failed':
        this.#fail(file, message.failure);
        return;
      case 'done': {
        this.#end();
        const { imported, layout, label, notes } = message;
        const { rows, ...counts } = imported;
        const report: ImportReport = { ...counts, file: file.name, format: label, layout, notes };
        if (report.accepted > 0) {
          const id = newId();
          await this.#add(id, report, rows, opened.as);
          this.#onAdded(id);
        }
        this.#finish({ kind: 'done', report });
      }
    }
  }

  async #add(id: string, report: ImportReport, rows: Rows, as: Opened['as']): Promise<void> {
    const store = await rawStore(rows, report.layout);
    const licence = LICENCES[report.layout.format] ?? LICENCES.other;
    const dataset: Dataset = { id, name: report.file, licence, on: true, ...as, store, report };
    await this.#data.setDatasets([...this.#data.datasets, dataset]);
  }

  #fail(file: File, failure: Failure): void {
    this.#end();
    this.#finish({ kind: 'failed', file: file.name, failure });
  }

  #finish(outcome: Outcome): void {
    this.#state = outcome;
    this.#outcomes = [...this.#outcomes, outcome];
    this.#next();
  }
}
