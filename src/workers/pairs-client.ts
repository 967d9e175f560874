import { inTasks } from '../../geo/next-task.ts';
import { PAIRED_COLUMNS, type Pairs } from '../../geo/store/pairs.ts';
import type { Store } from '../../geo/store/store.ts';
import { ask } from './ask.ts';
import { copiedColumns } from './copied-columns.ts';
import type { PairsMessage } from './pairs.ts';
import PairsWorker from './pairs.ts?worker';

/** Finds the pairs of a store's rows in a worker of their own, see `pairsIn`. Rejects with an Error where it fails, or is given up. */
export async function findPairs({ columns }: Store, signal: AbortSignal): Promise<Pairs> {
  const copies = await inTasks(copiedColumns(columns, PAIRED_COLUMNS), signal);
  signal.throwIfAborted();
  const worker = new PairsWorker();
  const end = () => worker.terminate();
  signal.onabort = end;
  const buffers = Object.values(copies).map(({ buffer }) => buffer as ArrayBuffer);
  return (await ask<PairsMessage>(worker, copies, buffers).finally(end)).pairs;
}
