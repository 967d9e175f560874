import { OWN_FORMATS } from '../../geo/formats/own-formats.ts';
import { messageOf } from '../../geo/model/errors.ts';
import { inTasks } from '../../geo/next-task.ts';
import type { Store } from '../../geo/store/store.ts';
import { claimedIncidents, type ClaimedIncident } from '../../geo/views/claimed.ts';
import { claimsOf, type Claims } from '../../geo/views/claims.ts';
import type { AppState } from './app.svelte.ts';
import { OWN } from './data.svelte.ts';

/** Reads the claims of the data on show, from the datasets that may hold any. Rejects where it is ended. */
export function readClaimed(
  { store, shown }: AppState['data'],
  signal: AbortSignal,
): Promise<readonly ClaimedIncident[]> {
  const holds = shown.map(({ id, report }) => id === OWN || OWN_FORMATS.has(report?.layout.format ?? ''));
  return inTasks(
    claimedIncidents(store, (dataset) => holds[dataset]),
    signal,
  );
}

/** Who claims what of the incidents on show. The claims of a store are read once; filters, window and options only pick among them. */
export class ClaimsShown {
  #app: Pick<AppState, 'data' | 'view' | 'figures'>;
  /** rows are those of the store that they were read from */
  #claimed = $state.raw<{ store: Store; incidents: readonly ClaimedIncident[] } | null>(null);
  #error = $state<string | null>(null);

  /** Claims of the page's own incidents come later than the rest. */
  #lacksDetails = $derived.by(() => {
    const { data } = this.#app;
    return data.hasOwn && data.later.details.value === null;
  });
  #claims = $derived.by((): Claims | null => {
    const { data, view, figures } = this.#app;
    const claimed = this.#claimed;
    if (claimed?.store !== data.store) return null;
    return claimsOf({
      ...{ store: data.store, mask: figures.mask, window: view.window, options: view.options },
      claimed: () => claimed.incidents,
    });
  });

  constructor(app: Pick<AppState, 'data' | 'view' | 'figures'>) {
    this.#app = app;
  }

  /** Whether what holds the claims is still to come, or did not come. */
  get lacksDetails(): boolean {
    return this.#lacksDetails;
  }

  /** `null` while claims are being read. */
  get claims(): Claims | null {
    return this.#claims;
  }

  /** Why they could not be read. */
  get error(): string | null {
    return this.#error;
  }

  /** Reads the claims of the data on show; gives what ends that. Call it in an effect. */
  follow(): () => void {
    const { data } = this.#app;
    const reading = new AbortController();
    this.#claimed = null;
    if (this.#lacksDetails) void data.later.details.want();
    else void this.#read(reading.signal);
    return () => reading.abort();
  }

  async #read(signal: AbortSignal): Promise<void> {
    const { data } = this.#app;
    const { store } = data;
    try {
      const incidents = await readClaimed(data, signal);
      if (signal.aborted) return;
      this.#claimed = { store, incidents };
      this.#error = null;
    } catch (error) {
      if (!signal.aborted) this.#error = messageOf(error);
    }
  }
}
