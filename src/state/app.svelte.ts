import { createContext } from 'svelte';
import type { PictureWords } from '../scene/scene.ts';
import { createDrawingClient } from '../workers/drawing-client.ts';
import { Beyond } from './beyond.svelte.ts';
import { Data } from './data.svelte.ts';
import { Density } from './density.svelte.ts';
import type { Dataset } from './datasets.ts';
import { Figures } from './figures.svelte.ts';
import { Importing } from './importing.svelte.ts';
import { Keeping } from './keeping.svelte.ts';
import { Measuring } from './measuring.svelte.ts';
import { Notices } from './notices.svelte.ts';
import { Playback } from './playback.svelte.ts';
import { View } from './view.svelte.ts';

/** Gives the map as it looks now as PNG, with words around it. */
export type TakePicture = (words: PictureWords) => Promise<Blob>;

function startDrawingWorker(): Worker {
  return new Worker(new URL('../workers/drawing.ts', import.meta.url), { type: 'module' });
}

/** Everything that the app shares, in one place. Components get it with `getApp()`. */
export class AppState {
  readonly data = new Data();
  readonly view = new View();
  readonly figures = new Figures(this.data, this.view);
  readonly playback = new Playback(this.view);
  readonly measuring = new Measuring(this.data);
  readonly notices = new Notices();
  readonly beyond = new Beyond(this.data, this.notices);
  readonly drawing = createDrawingClient(startDrawingWorker);
  readonly density = new Density(this.data, this.view, this.figures, this.notices, this.drawing);
  /** set by the map; `null` while there is none */
  takePicture = $state.raw<TakePicture | null>(null);
  readonly keeping = new Keeping(
    this.data,
    this.notices,
    () => this.drawing.whenIdle(),
    () => this.fitTime(),
  );
  readonly importing = new Importing(this.data, (id) => {
    this.fitTime();
    this.notices.withdraw(); // what was removed may be here again
    void this.keeping.keep(id);
  });

  /** The slider reaches as far as the data do; where there are none, as far as before. */
  fitTime(): void {
    if (this.data.store.size > 0) this.view.setExtent(this.data.extent);
  }

  /** Changes the list of datasets, for now and for the next visit. */
  async setDatasets(datasets: readonly Dataset[]): Promise<void> {
    await this.data.setDatasets(datasets);
    this.fitTime();
    await this.keeping.save();
  }
}

export const [getApp, setApp] = createContext<AppState>();
