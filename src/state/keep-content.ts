import { isNumbers } from '../../geo/store/resize.ts';
import { rowsOf } from '../../geo/store/store.ts';
import { ask } from '../workers/ask.ts';
import { partsOfContent, type KeptPart } from '../workers/kept-database.ts';
import KeptWorker from '../workers/kept.ts?worker';
import type { KeptMessage, KeptRequest } from '../workers/kept.ts';
import type { Dataset } from './datasets.ts';
import { whenPageIdle } from './idle.ts';

/** So many bytes are kept by one worker: the browser holds on to what it was given until the worker ends. */
const WORKER_BYTES = 1 << 24;
/** So many bytes, or more, are handed over at once; a small dataset is kept in one go. */
const BATCH_BYTES = 1 << 20;

/**
 * Keeps a dataset's content in workers: a large one would hold up the page. `current` gives the dataset as it is now, or
 * nothing once it was removed: then no more is kept. Where its store becomes another meanwhile it is kept from the
 * beginning, as codes of the two are not the same. Gives whether all was kept.
 */
export async function keepContent(content: string, current: () => Dataset | undefined): Promise<boolean> {
  for (;;) {
    const dataset = current();
    if (!dataset?.report) return false;
    const { store, report } = dataset;
    const isCurrent = () => current()?.store === store;
    const parts = partsOfContent({ rows: rowsOf(store), rejects: report.rejects });
    if (await keepAll(content, parts, isCurrent)) return true;
  }
}

/** Keeps parts batch by batch as long as they are current; between two the page has its turn. */
async function keepAll(content: string, parts: Iterable<KeptPart>, isCurrent: () => boolean): Promise<boolean> {
  let [worker, given] = [new KeptWorker(), 0];
  let [batch, bytes]: [KeptPart[], number] = [[], 0];

  async function give(): Promise<void> {
    const buffers = batch.flatMap(([, part]) => (isNumbers(part) ? [part.buffer as ArrayBuffer] : []));
    await ask<KeptMessage>(worker, { kind: 'keep', content, parts: batch } satisfies KeptRequest, buffers);
    given += bytes;
    [batch, bytes] = [[], 0];
  }

  try {
    for (const [path, held] of parts) {
      // a copy that is handed over: the browser's own way makes two
      batch.push([path, isNumbers(held) ? held.slice() : held]);
      if (isNumbers(held)) bytes += held.byteLength;
      if (bytes < BATCH_BYTES) continue;
      await give();
      await whenPageIdle();
      if (!isCurrent()) return false;
      if (given < WORKER_BYTES) continue;
      worker.terminate();
      [worker, given] = [new KeptWorker(), 0];
    }
    await give();
    return isCurrent();
  } finally {
    worker.terminate();
  }
}
