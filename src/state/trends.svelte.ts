import { messageOf } from '../../geo/model/errors.ts';
import type { Occurrences } from '../../geo/views/occurrences.ts';
import { weeksOf, type WeeklyChange, type Weeks } from '../../geo/views/changes.ts';
import { trendsAt, trendSources, type TrendSources, type Trends } from '../../geo/views/trends.ts';
import { createChangesClient, type ChangesClient } from '../workers/changes-client.ts';
import ChangesWorker from '../workers/changes.ts?worker';
import type { AppState } from './app.svelte.ts';

/** What became of looking for changes in weekly counts. */
interface Found {
  changes: readonly WeeklyChange[] | null;
  error: string | null;
}

/** The trends on show. What they are counted from lasts until filters change: a step in time only looks sums up. */
export class TrendsShown {
  #app: Pick<AppState, 'data' | 'view' | 'figures'>;
  #client: ChangesClient = createChangesClient(() => new ChangesWorker());
  #found = $state.raw<Found>({ changes: null, error: null });

  #by = $derived.by(() => this.#app.view.options.trend);
  #sources = $derived.by(() => {
    const { data, view, figures } = this.#app;
    const options = { trend: this.#by };
    return trendSources({ store: data.store, mask: figures.mask, options, measure: view.histogram });
  });
  #trends = $derived.by(() => {
    const { data, view } = this.#app;
    return trendsAt(this.#sources, { window: view.window, options: view.options, hasRule: data.hasRule });
  });
  #weeks = $derived.by((): readonly Weeks[] => {
    const { data, view } = this.#app;
    const { all, known } = this.#sources;
    if (!known) return [];
    const days = { start: Math.max(known.start, view.extent.start), end: Math.min(known.end, view.extent.end) };
    const incidents: Occurrences = { ...all, killed: null };
    return weeksOf(incidents, days, data.hasRule);
  });

  constructor(app: Pick<AppState, 'data' | 'view' | 'figures'>) {
    this.#app = app;
  }

  get sources(): TrendSources {
    return this.#sources;
  }

  /** `null` where there are no data. */
  get trends(): Trends | null {
    return this.#trends;
  }

  /** Where the number of incidents a week changes; `null` until that is known. */
  get changes(): readonly WeeklyChange[] | null {
    return this.#found.changes;
  }

  /** Why changes could not be looked for; `null` where they could. */
  get error(): string | null {
    return this.#found.error;
  }

  /** Looks for the changes of what passes the filters. Call it in an effect. */
  follow(): void {
    void this.#look(this.#weeks);
  }

  async #look(weeks: readonly Weeks[]): Promise<void> {
    try {
      const changes = await this.#client.find(weeks);
      if (changes) this.#found = { changes, error: null };
    } catch (error) {
      this.#found = { changes: null, error: messageOf(error) };
    }
  }

  /** Ends what looks for changes. */
  end(): void {
    this.#client.end();
  }
}
