import type { Published } from '../../geo/model/dataset.ts';
import type { Incident } from '../../geo/model/incident.ts';
import { inTasks } from '../../geo/next-task.ts';
import {
  apart,
  createCompletedStore,
  createStore,
  freeColumns,
  mergeStores,
  partOf,
  type Store,
  type StorePart,
} from '../../geo/store/store.ts';
import { extentOf, farOf, type Far } from '../../geo/store/far.ts';
import { prepareTallies } from '../../geo/store/tally.ts';
import type { Window } from '../../geo/time/window.ts';
import { DATA } from '../text/data.ts';
import type { Dataset } from './datasets.ts';
import { Later } from './later.svelte.ts';
import { loadGround, loadLayers, type LandAndLine, type Layers } from './layers.ts';
import { messageOf } from '../../geo/model/errors.ts';

const EMPTY = createStore([]);
/** The id of the incidents that come with the page. */
export const OWN = 'durand-map';

/** Datasets up to so many rows keep them when they are in one store with others. */
const MOST_HELD_TWICE = 10_000;

/** The data on show: the layers, the datasets, and one store of those that are switched on. */
export class Data {
  #ground = $state.raw<LandAndLine | null>(null);
  #layers = $state.raw<Layers | null>(null);
  #datasets = $state.raw<readonly Dataset[]>([]);
  #shown = $state.raw<readonly Dataset[]>([]);
  #store = $state.raw<Store>(EMPTY);
  #far = $derived(farOf(this.#store));
  #error = $state<string | null>(null);
  #merging: AbortController | null = null;
  /** The layers that come after the first picture. */
  readonly later = new Later();

  /** What the map begins with, before the rest is here; `null` until it is loaded. */
  get ground(): LandAndLine | null {
    return this.#ground;
  }

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

  /** Whether the incidents that come with the page are among those of the store. */
  get hasOwn(): boolean {
    return this.#shown.some(({ id }) => id === OWN);
  }

  /** Of a site that somebody published with incidents of their own; `null` where they are the project's. */
  get published(): Published | null {
    return this.#layers?.datapackage.published ?? null;
  }

  /** Whether incidents that follow the project's rule of selection are among those of the store. */
  get hasRule(): boolean {
    return this.hasOwn && this.published === null;
  }

  /** The incidents of the datasets that are switched on. Empty until they are loaded. */
  get store(): Store {
    return this.#store;
  }

  /** Why the data could not be loaded, in words. */
  get error(): string | null {
    return this.#error;
  }

  /** The incidents that are far from the rest in time; `null` where none are. */
  get far(): Far | null {
    return this.#far;
  }

  /** Whole months from the first incident to the last. */
  get extent(): Window {
    return extentOf(this.#store);
  }

  /**
   * Loads everything that comes with the page; what the map does not begin with is shown once that has `begun`. Never throws:
   * `error` says what went wrong.
   */
  async load(begun: Promise<void> = Promise.resolve(), fetchFile: typeof fetch = fetch): Promise<void> {
    try {
      const loading = loadLayers(fetchFile);
      loading.catch(() => {}); // what fails first is told
      const ground = (this.#ground = await loadGround(fetchFile));
      const { layers, incidents } = await loading;
      await begun;
      const store = createCompletedStore(incidents, (incident) => this.#withDetails(incident));
      const { title: name, licence } = layers.datapackage.published ?? { title: DATA.own, licence: DATA.ownLicence };
      const own: Dataset = { id: OWN, name, licence, store, on: true, report: null };
      this.#datasets = this.#shown = [own];
      this.#store = store;
      this.#layers = { ...ground, ...layers };
      this.#error = null;
    } catch (error) {
      this.#error = messageOf(error);
    }
  }

  /** An incident that comes with the page, with its claims, remarks and sources once they are here. */
  #withDetails(incident: Incident): Incident {
    const details = this.later.details.value?.[incident.properties.id];
    return details ? { ...incident, properties: { ...incident.properties, ...details } } : incident;
  }

  /**
   * Changes the list of datasets; resolves when the store holds those that are on. The last change wins. Their stores are
   * used up: `datasets` has new ones then.
   */
  async setDatasets(datasets: readonly Dataset[]): Promise<void> {
    this.#datasets = datasets;
    this.#merging?.abort();
    const merging = (this.#merging = new AbortController());
    const on = datasets.filter((dataset) => dataset.on);
    if (on.length === this.#shown.length && on.every(({ id }, i) => id === this.#shown[i].id)) {
      this.#shown = on;
      return;
    }
    const arranged = await inTasks(arrange(datasets), merging.signal).catch((error: unknown) => {
      if (!merging.signal.aborted) throw error;
      return null;
    });
    if (!arranged) return;
    const before = this.#store;
    this.#datasets = arranged.datasets;
    this.#shown = arranged.datasets.filter((dataset) => dataset.on);
    this.#store = arranged.store;
    for (const { store } of datasets) if (store !== before && isMoved(store, arranged.datasets)) freeColumns(store);
  }
}

/** Whether a store's rows are in another one now. */
function isMoved(store: Store | StorePart, datasets: readonly Dataset[]): store is Store {
  return store.within === null && datasets.every((dataset) => dataset.store !== store);
}

/** One store of the datasets that are on, and the datasets: those in it as its parts, all others with rows of their own. */
function* arrange(datasets: readonly Dataset[]): Generator<undefined, { datasets: Dataset[]; store: Store }> {
  const on = datasets.filter((dataset) => dataset.on);
  const isMerged = on.length > 1;
  const store = isMerged ? yield* mergeStores(on.map((dataset) => dataset.store)) : null;
  const arranged: Dataset[] = [];
  let alone = EMPTY;
  for (const dataset of datasets) {
    if (store && dataset.on && dataset.store.size > MOST_HELD_TWICE) {
      arranged.push({ ...dataset, store: partOf(store, on.indexOf(dataset), dataset.store) });
      continue;
    }
    const own = yield* apart(dataset.store);
    if (dataset.on) alone = own;
    arranged.push({ ...dataset, store: own });
  }
  const shown = store ?? alone;
  yield;
  yield* prepareTallies(shown);
  return { datasets: arranged, store: shown };
}
