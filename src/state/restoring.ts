import type { Texts } from '../../geo/store/texts.ts';
import { askOnce } from '../workers/ask.ts';
import type { AgainMessage, AgainRequest } from '../workers/import.ts';
import ImportWorker from '../workers/import.ts?worker';
import type { Kept } from '../workers/kept-database.ts';
import KeptWorker from '../workers/kept.ts?worker';
import type { KeptMessage, KeptRequest } from '../workers/kept.ts';
import type { Dataset } from './datasets.ts';
import type { Later } from './later.svelte.ts';
import { groundLayersOf, type Layers } from './layers.ts';
import { rawStore } from './raw-store.ts';

/** A dataset that is back; `isReadAgain` where it was kept by another version, and is to be kept anew. */
export interface Restored {
  kept: Kept['dataset'];
  dataset: Dataset;
  isReadAgain: boolean;
}

/** What was kept of a dataset. Rejects with an Error where it is not there whole. */
export async function fetchKept(id: string, version: string): Promise<Kept> {
  const request: KeptRequest = { kind: 'restore', id, version };
  const answer = await askOnce<KeptMessage>(new KeptWorker(), request);
  if (answer.kind !== 'kept') throw new Error('What was kept was not given.');
  return answer.kept;
}

/** Makes a dataset of what was kept of it. `ids` are those of what is loaded, `laterIds` of what is still to be read again. */
export async function restoredOf(
  kept: Kept,
  layers: Layers,
  later: Later,
  ids: readonly Texts[],
  laterIds: readonly Texts[],
): Promise<Restored> {
  const { id, name, licence, on, report: known } = kept.dataset;
  if (!known) throw new Error('It is no file.');
  const made = async (rows: Parameters<typeof rawStore>[0], report: NonNullable<Dataset['report']>) => {
    const dataset: Dataset = { id, name, licence, on, report, store: await rawStore(rows, report.layout) };
    return { kept: kept.dataset, dataset, isReadAgain: kept.kind === 'file' };
  };
  if (kept.kind === 'content') {
    const { rows, rejects } = kept.content;
    return made(rows, { ...known, rejects });
  }
  const { provinces } = await later.scenery.ask();
  const request: AgainRequest = { again: kept.file, ground: groundLayersOf(layers), provinces, ids, laterIds };
  const answer = await askOnce<AgainMessage>(new ImportWorker(), request);
  const { columns } = answer;
  const { rows, ...counts } = answer.imported;
  // before there were codes notes were kept as sentences
  const notes = known.notes.filter((note) => typeof note === 'object');
  return made(rows, { ...known, ...counts, columns, notes });
}
