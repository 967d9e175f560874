import { inTasks } from '../../geo/next-task.ts';
import { createStore, mergeStores, type Store } from '../../geo/store/store.ts';
import { prepareTallies } from '../../geo/store/tally.ts';
import { endOfStep, startOfStep, type Window } from '../../geo/time/window.ts';
import { DATA } from '../text/data.ts';
import type { Dataset } from './datasets.ts';
import { loadLayers, type Layers } from './layers.ts';
import { messageOf } from '../../geo/model/errors.ts';

const EMPTY = createStore([]);
/** The id of the incidents that come with the page. */
export const OWN = 'durand-map';

/** The data on show: the layers, the datasets, and one store of those that are switched on. */
export class Data {
  #layers = $state.raw<Layers | null>(null);
  #datasets = $state.raw<readonly Dataset[]>([]);
  #shown = $state.raw<readonly Dataset[]>([]);
  #store = $state.raw<Store>(EMPTY);
  #error = $state<string | null>(null);
  #merging: AbortController | null = null;

  /** `null` until they are loaded. */
  get layers(): Layers | null {
    return this.#layers;
  }

  /** All datasets, in the order in which they are drawn. */
  get datasets(): readonly Dataset[] {
    return this.#datasets;
  }

  /** The datasets of the store: those that the codes of its column `dataset` stand for. */
  get shown(): readonly Dataset[] {
    return this.#shown;
  }

  /** The incidents of the datasets that are switched on. Empty until they are loaded. */
  get store(): Store {
    return this.#store;
  }

  /** Why the data could not be loaded, in words. */
  get error(): string | null {
    return this.#error;
  }

  /** Whole months from the first incident to the last. */
  get extent(): Window {
    const extent = this.#store.extent ?? { start: 0, end: 0 };
    return { start: startOfStep(extent.start, 'month'), end: endOfStep(extent.end, 'month') };
  }

  /** Loads everything that comes with the page. Never throws: `error` says what went wrong. */
  async load(fetchFile: typeof fetch = fetch): Promise<void> {
    try {
      const { layers, incidents } = await loadLayers(fetchFile);
      const store = createStore(incidents);
      const own: Dataset = { id: OWN, name: DATA.own, licence: DATA.ownLicence, store, on: true, report: null };
      this.#datasets = this.#shown = [own];
      this.#store = store;
      this.#layers = layers;
      this.#error = null;
    } catch (error) {
      this.#error = messageOf(error);
    }
  }

  /** Changes the list of datasets; resolves when the store holds those that are on. The last change wins. */
  async setDatasets(datasets: readonly Dataset[]): Promise<void> {
    this.#datasets = datasets;
    this.#merging?.abort();
    const merging = (this.#merging = new AbortController());
    const on = datasets.filter((dataset) => dataset.on);
    if (on.length === this.#shown.length && on.every(({ store }, i) => store === this.#shown[i].store)) {
      this.#shown = on;
      return;
    }
    const store = await storeOf(on, merging.signal).catch((error: unknown) => {
      if (!merging.signal.aborted) throw error;
      return null;
    });
    if (!store) return;
    this.#shown = on;
    this.#store = store;
  }
}

function storeOf(on: readonly Dataset[], signal: AbortSignal): Promise<Store> {
  return inTasks(storeInSteps(on), signal);
}

function* storeInSteps(on: readonly Dataset[]): Generator<undefined, Store> {
  if (on.length === 0) return EMPTY;
  const store = on.length === 1 ? on[0].store : yield* mergeStores(on.map((dataset) => dataset.store));
  yield;
  yield* prepareTallies(store);
  return store;
}
