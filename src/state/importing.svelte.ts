import type { Choices } from '../../geo/formats/reading.ts';
import type { Sample } from '../../geo/formats/sample.ts';
import type { DateChoice } from '../../geo/formats/settle-dates.ts';
import type { FoundTable } from '../../geo/formats/several.ts';
import type { KeptRows } from '../../geo/import/kept-source.ts';
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
  | { kind: 'sheet'; opened: Opened; found: readonly FoundTable[] }
  | { kind: 'date'; opened: Opened }
  | { kind: 'failed'; file: string; failure: Failure }
  | { kind: 'done'; report: ImportReport };

/** How it ended with a file. */
export type Outcome = Extract<ImportState, { kind: 'failed' | 'done' }>;

/** Whether the reader has to be answered something about the file before it can be read. */
export function isAsking(state: ImportState): state is Extract<ImportState, { opened: Opened }> {
  return 'opened' in state;
}

const IDLE: ImportState = { kind: 'idle' };
const thrown = (message: string): Failure => ({ code: 'thrown', message });
/** Unlike `crypto.randomUUID` these numbers are there on plain http under any name. */
const newId = () => [...crypto.getRandomValues(new Uint32Array(4))].join('-');
const NO_COUNTS: ImportCounts = { read: 0, accepted: 0, rejected: 0 };

/** A file to be read, what was said of how, and what its dataset is to be called. */
export interface Opened {
  /** or the rows that were kept of one */
  file: File | KeptRows;
  choices: Choices;
  as: Pick<Dataset, 'name' | 'licence' | 'on'> | null;
  /** The id of the dataset whose place it takes: the file is read anew. */
  replaces?: string;
}

/** Reads files into datasets, in a worker: one at a time, the others wait. */
export class Importing {
  #data: Data;
  #onAdded: (id: string) => void;
  /** what was opened for a report, as long as the page lives */
  #opened = new WeakMap<ImportReport, Opened>();
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
  useChoices(choices: Choices): void {
    if (!isAsking(this.#state)) return;
    const { opened } = this.#state;
    this.#read({ ...opened, choices: { ...opened.choices, isToChoose: false, ...choices } });
  }

  /**
   * Asks how a file that was read is to be read instead; what is read then takes the place of its dataset. Of a file that was opened in an
   * earlier visit the rows are read that were kept.
   */
  change(report: ImportReport): void {
    const dataset = this.#data.datasets.find((each) => each.report === report);
    const opened = this.#opened.get(report) ?? (dataset && keptOf(dataset));
    if (!opened) return;
    const { file, choices, as } = opened;
    this.clear();
    const again: Opened = { file, choices: { ...choices, isToChoose: true }, as };
    void this.open([dataset ? { ...again, as: dataset, replaces: dataset.id } : again]);
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
    if (datasets.length >= MOST_DATASETS && opened.replaces === undefined)
      return this.#fail(file, { code: 'too-many' });
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
    const send = ({ provinces, places }: Scenery) => {
      const request: ImportRequest = {
        file,
        ground: groundLayersOf(layers),
        provinces,
        places,
        ids: datasets.filter(({ id }) => id !== opened.replaces).map(({ store }) => store.ids),
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
      case 'sheet':
        this.#end();
        this.#state = { kind: 'sheet', opened, found: message.found };
        return;
      case 'date':
        this.#end();
        this.#state = { kind: 'date', opened };
        return;
      case 'date-order':
        this.#end();
        this.#state = { kind: 'date-order', opened, choices: message.choices };
        return;
      case 'failed':
        this.#fail(file, message.failure);
        return;
      case 'done': {
        this.#end();
        const { imported, layout, label, columns, notes } = message;
        const { rows, ...counts } = imported;
        const report: ImportReport = { ...counts, file: file.name, format: label, layout, columns, notes };
        this.#opened.set(report, opened);
        if (report.accepted > 0) {
          const id = newId();
          await this.#add(id, report, rows, opened);
          this.#onAdded(id);
        }
        this.#finish({ kind: 'done', report });
      }
    }
  }

  async #add(id: string, report: ImportReport, rows: Rows, { as, replaces }: Opened): Promise<void> {
    const store = await rawStore(rows, report.layout);
    const licence = LICENCES[report.layout.format] ?? LICENCES.other;
    const named = as && { name: as.name, licence: as.licence, on: as.on };
    const dataset: Dataset = { id, name: report.file, licence, on: true, ...named, store, report };
    const { datasets } = this.#data;
    const at = datasets.findIndex((each) => each.id === replaces);
    await this.#data.setDatasets(at < 0 ? [...datasets, dataset] : datasets.with(at, dataset));
  }

  #fail(file: Opened['file'], failure: Failure): void {
    this.#end();
    this.#finish({ kind: 'failed', file: file.name, failure });
  }

  #finish(outcome: Outcome): void {
    this.#state = outcome;
    this.#outcomes = [...this.#outcomes, outcome];
    this.#next();
  }
}

/** The rows that were kept of a dataset, as they are to be read anew. */
function keptOf({ store, report }: Dataset): Pick<Opened, 'file' | 'choices' | 'as'> | null {
  if (!report || !store.raw) return null;
  const { file, layout, rejects, warnings } = report;
  return { file: { name: file, layout, raw: store.raw, rejects, warnings }, choices: {}, as: null };
}
