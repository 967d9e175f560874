import { untrack } from 'svelte';
import { messageOf } from '../../geo/model/errors.ts';
import type { Pairs } from '../../geo/store/pairs.ts';
import type { Store } from '../../geo/store/store.ts';
import { findPairs } from '../workers/pairs-client.ts';
import type { Data } from './data.svelte.ts';

/** What became of looking for pairs in a store. */
interface Looked {
  store: Store;
  pairs: Pairs | null;
  error: string | null;
}

/** The rows of two datasets that are probably of one event, found in a worker whenever several datasets are on show. */
export class FoundPairs {
  #data: Data;
  #whenDrawn: () => Promise<void>;
  #last = $state.raw<Looked | null>(null);

  /** `whenDrawn` resolves when the store is on the map: looking for pairs would only hold that up. */
  constructor(data: Data, whenDrawn: () => Promise<void>) {
    this.#data = data;
    this.#whenDrawn = whenDrawn;
  }

  /** Those of the store; `null` while they are looked for, and where there is one dataset alone. */
  get pairs(): Pairs | null {
    return this.#looked()?.pairs ?? null;
  }

  /** Why they could not be looked for; `null` where they could. */
  get error(): string | null {
    return this.#looked()?.error ?? null;
  }

  #looked(): Looked | null {
    return this.#last?.store === this.#data.store ? this.#last : null;
  }

  /** Looks for the pairs of what is on show. Call it in an effect; gives what ends it. */
  follow(): (() => void) | undefined {
    const { store, shown } = this.#data;
    // a name that is changed changes no pair
    if (shown.length < 2 || untrack(() => this.#looked())) return;
    const looking = new AbortController();
    void this.#look(store, looking.signal);
    return () => looking.abort();
  }

  async #look(store: Store, signal: AbortSignal): Promise<void> {
    const looked: Looked = { store, pairs: null, error: null };
    try {
      await this.#whenDrawn();
      looked.pairs = await findPairs(store, signal);
    } catch (error) {
      looked.error = messageOf(error);
    }
    if (!signal.aborted) this.#last = looked;
  }
}
