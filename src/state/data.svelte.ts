import { createStore, type Store } from '../../geo/store/store.ts';
import { endOfStep, startOfStep, type Window } from '../../geo/time/window.ts';
import { loadLayers, type Layers } from './layers.ts';

const EMPTY = createStore([]);

/** The data on show: the layers and the store of the incidents. */
export class Data {
  #layers = $state.raw<Layers | null>(null);
  #store = $state.raw<Store>(EMPTY);
  #error = $state<string | null>(null);

  /** `null` until they are loaded. */
  get layers(): Layers | null {
    return this.#layers;
  }

  /** Empty until it is loaded. */
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

  /** Loads everything. Never throws: `error` says what went wrong. */
  async load(fetchFile: typeof fetch = fetch): Promise<void> {
    try {
      const { layers, incidents } = await loadLayers(fetchFile);
      this.#store = createStore(incidents);
      this.#layers = layers;
      this.#error = null;
    } catch (error) {
      this.#error = error instanceof Error ? error.message : String(error);
    }
  }
}
