import { DATA } from '../text/data.ts';
import { tick } from 'svelte';
import { isNumbers } from '../../geo/store/resize.ts';
import { rowsOf } from '../../geo/store/store.ts';
import { ask, askOnce } from '../workers/ask.ts';
import KeptWorker from '../workers/kept.ts?worker';
import type { KeptMessage, KeptRequest } from '../workers/kept.ts';
import { OWN, type Data } from './data.svelte.ts';
import type { Dataset } from './datasets.ts';
import { whenPageIdle } from './idle.ts';
import {
  forgetAll,
  keepList,
  keptList,
  partsOfContent,
  type Content,
  type KeptDataset,
} from '../workers/kept-database.ts';
import type { Notices } from './notices.svelte.ts';
import { rawStore } from './raw-store.ts';
import { messageOf } from '../../geo/model/errors.ts';

/** Keeps the datasets in this browser, so that they survive a reload. Where that fails they live as long as the page. */
export class Keeping {
  #data: Data;
  #notices: Notices;
  #whenDrawn: () => Promise<void>;
  #bytes = $state<number | null>(null);
  #waiting = $state(0);
  #keepsAll = $state(true);
  #last: Promise<void> = Promise.resolve();
  /** datasets that live in memory alone, as their content could not be kept */
  #unkept = new Set<string>();

  /** `whenDrawn` resolves when what was added is on the map: until then keeping it would only hold that up. */
  constructor(data: Data, notices: Notices, whenDrawn: () => Promise<void>) {
    this.#data = data;
    this.#notices = notices;
    this.#whenDrawn = whenDrawn;
  }

  /** The bytes that this page keeps in the browser; `null` where that is not known. */
  get bytes(): number | null {
    return this.#bytes;
  }

  /** Whether the browser took all that it was given. */
  get keepsAll(): boolean {
    return this.#keepsAll;
  }

  /** Whether something is still to be kept: a reload now would lose it. */
  get isBusy(): boolean {
    return this.#waiting > 0;
  }

  /** Brings back what was kept. Says which datasets could not be brought back, and why. */
  async restore(): Promise<void> {
    const list = await this.#tried(keptList());
    const own = list?.find(({ id }) => id === OWN);
    const restored: Dataset[] = [];
    for (const kept of list ?? []) {
      const dataset = kept.id === OWN ? null : await this.#restored(kept);
      if (dataset) restored.push(dataset);
    }
    if (restored.length > 0 || own?.on === false) {
      const now = this.#data.datasets.map((dataset) =>
        dataset.id === OWN && own ? { ...dataset, on: own.on } : dataset,
      );
      await this.#data.setDatasets([...now, ...restored]);
    }
    await this.#count();
  }

  /** Keeps a new dataset, and the list. Until the list is kept, what was kept before is what comes back. */
  keep(id: string): Promise<void> {
    return this.#then(async () => {
      await tick(); // the map is told first
      await this.#whenDrawn();
      const dataset = this.#data.datasets.find((each) => each.id === id);
      if (!dataset?.report) return; // removed already
      const content = { rows: rowsOf(dataset.store), rejects: dataset.report.rejects };
      const isKept = await this.#tried(keepContent(id, content).then(() => true));
      if (!isKept) return this.#unkept.add(id);
      this.#unkept.delete(id); // a dataset that was brought back may not have been kept the first time
      return this.#tried(keepList(this.#list()));
    });
  }

  /** Keeps the list of datasets as it is when its turn comes; their content was kept when they were read. */
  save(): Promise<void> {
    return this.#then(() => this.#tried(keepList(this.#list())));
  }

  #list(): KeptDataset[] {
    return this.#data.datasets.filter(({ id }) => !this.#unkept.has(id)).map(withoutContent);
  }

  /** One thing after the other. */
  #then(work: () => Promise<unknown>): Promise<void> {
    this.#waiting++;
    this.#last = this.#last.then(async () => {
      await work();
      this.#waiting--;
      await this.#count();
    });
    return this.#last;
  }

  /** Deletes everything that was kept, and all datasets but the one that comes with the page. */
  async forget(): Promise<void> {
    await this.#last;
    await this.#tried(forgetAll());
    const own = this.#data.datasets.filter(({ id }) => id === OWN).map((dataset) => ({ ...dataset, on: true }));
    await this.#data.setDatasets(own);
    await this.#count();
  }

  async #restored(kept: KeptDataset): Promise<Dataset | null> {
    if (!kept.report) return null;
    try {
      const answer = await askOnce<KeptMessage>(new KeptWorker(), {
        kind: 'restore',
        id: kept.id,
      } satisfies KeptRequest);
      if (answer.kind !== 'content') throw new Error('Its content was not given.');
      const { rows, rejects } = answer.content;
      const report = { ...kept.report, rejects };
      return { ...kept, report, store: await rawStore(rows, report.layout) };
    } catch (error) {
      this.#notices.say(DATA.notRestored(kept.name, messageOf(error)));
      return null;
    }
  }

  /** Without a store in the browser all goes on in memory, and the reader is told. */
  async #tried<T>(work: Promise<T>): Promise<T | null> {
    try {
      return await work;
    } catch (error) {
      this.#keepsAll = false;
      this.#notices.say(DATA.notKept(messageOf(error)));
      return null;
    }
  }

  async #count(): Promise<void> {
    // only a page that is served securely has it
    const estimate = await (navigator.storage as StorageManager | undefined)?.estimate().catch(() => null);
    this.#bytes = estimate?.usage ?? null;
  }
}

/** So many bytes are kept by one worker: the browser holds on to what it was given until the worker ends. */
const WORKER_BYTES = 1 << 24;

/** Keeps the parts one after the other, in workers: a large dataset would hold up the page. */
async function keepContent(id: string, content: Content): Promise<void> {
  let [worker, bytes] = [new KeptWorker(), 0];
  try {
    for (const [path, held] of partsOfContent(content)) {
      await whenPageIdle();
      if (bytes > WORKER_BYTES) {
        worker.terminate();
        [worker, bytes] = [new KeptWorker(), 0];
      }
      if (isNumbers(held)) bytes += held.byteLength;
      // a copy that is handed over: the browser's own way makes two
      const part = isNumbers(held) ? held.slice() : held;
      const transfer = isNumbers(part) ? [part.buffer] : [];
      await ask<KeptMessage>(worker, { kind: 'keep', id, path, part } satisfies KeptRequest, transfer);
    }
  } finally {
    worker.terminate();
  }
}

function withoutContent({ id, name, licence, on, report }: Dataset): KeptDataset {
  if (!report) return { id, name, licence, on, report };
  const { read, accepted, rejected, file, format, layout, notes, warnings } = report;
  return { id, name, licence, on, report: { read, accepted, rejected, file, format, layout, notes, warnings } };
}
