import { createContext } from 'svelte';
import { createPreparingClient } from '../workers/preparing-client.ts';
import { AskedMap } from './asked-map.ts';
import { Beyond } from './beyond.svelte.ts';
import { CensusShown } from './census.svelte.ts';
import { Covers } from './covers.svelte.ts';
import { Data } from './data.svelte.ts';
import { Density } from './density.svelte.ts';
import type { Dataset } from './datasets.ts';
import { isEmbedded } from './embedding.ts';
import { FoundPairs } from './found-pairs.svelte.ts';
import { Filming } from './filming.svelte.ts';
import { Floats } from './floats.ts';
import { Figures } from './figures.svelte.ts';
import { Importing } from './importing.svelte.ts';
import { Keeping } from './keeping.svelte.ts';
import { Measuring } from './measuring.svelte.ts';
import { Notices } from './notices.svelte.ts';
import { Offline } from './offline.svelte.ts';
import { Picturing } from './picturing.svelte.ts';
import { Printing } from './printing.svelte.ts';
import { Playback } from './playback.svelte.ts';
import { Showing } from './showing.svelte.ts';
import { Split } from './split.svelte.ts';
import { Stories } from './stories.svelte.ts';
import { View } from './view.svelte.ts';

function startPreparingWorker(): Worker {
  return new Worker(new URL('../workers/preparing.ts', import.meta.url), { type: 'module' });
}

/** Everything that the app shares, in one place. Components get it with `getApp()`. */
export class AppState {
  /** Whether the page shows map and timeline alone. */
  readonly isEmbedded = isEmbedded();
  readonly data = new Data();
  readonly view = new View();
  readonly preparing = createPreparingClient(startPreparingWorker);
  readonly found = new FoundPairs(this.data, () => this.preparing.whenIdle());
  readonly figures = new Figures(this.data, this.view, this.found);
  readonly census = new CensusShown(this.data.later, this.view, this.figures);
  readonly playback = new Playback(this.view);
  readonly measuring = new Measuring(this.data);
  readonly floats = new Floats();
  readonly notices = new Notices();
  readonly offline = new Offline();
  readonly beyond = new Beyond(this.data, this.notices);
  readonly split = new Split();
  readonly density = new Density(this.data, this.view, this.figures, this.notices, this.preparing, this.split);
  readonly showing = new Showing(this);
  readonly covers = new Covers();
  readonly map = new AskedMap();
  readonly printing = new Printing();
  readonly picturing = new Picturing();
  readonly stories = new Stories(this);
  readonly filming = new Filming();
  readonly keeping = new Keeping(
    this.data,
    this.notices,
    () => this.preparing.whenIdle(),
    () => this.fitTime(),
  );
  readonly importing = new Importing(this.data, (id) => {
    this.fitTime();
    this.notices.withdraw(); // what was removed may be here again
    void this.keeping.keep(id);
  });

  /** The slider reaches as far as the data do; where there are none, as far as before. */
  fitTime(): void {
    if (this.data.store.size > 0) this.view.setExtent(this.data.extent, this.data.far?.rest);
  }

  /** Changes the list of datasets, for now and for the next visit. */
  async setDatasets(datasets: readonly Dataset[]): Promise<void> {
    await this.data.setDatasets(datasets);
    this.fitTime();
    await this.keeping.save();
  }
}

export const [getApp, setApp] = createContext<AppState>();
