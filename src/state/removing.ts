import type { AppState } from './app.svelte.ts';
import type { Dataset } from './datasets.ts';
import { DATA } from '../text/data.ts';

/** Removes a dataset, from the browser's store too. A notice offers to bring it back, as it is still in memory. */
export async function removeDataset(app: AppState, id: string): Promise<void> {
  const { datasets } = app.data;
  const at = datasets.findIndex((dataset) => dataset.id === id);
  if (at < 0) return;
  const dataset = datasets[at];
  app.notices.offer(DATA.removed(dataset.name), { label: DATA.undo, act: () => void bringBack(app, dataset, at) });
  await app.setDatasets(datasets.filter((each) => each !== dataset));
}

/** Puts a dataset that was removed back where it was, and keeps it anew. */
async function bringBack(app: AppState, dataset: Dataset, at: number): Promise<void> {
  if (app.data.datasets.some(({ id }) => id === dataset.id)) return; // back already
  await app.data.setDatasets(app.data.datasets.toSpliced(at, 0, dataset));
  app.fitTime();
  if (dataset.report) await app.keeping.keep(dataset.id);
}
