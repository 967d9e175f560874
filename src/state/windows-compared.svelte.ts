import { compareAt, compareSources, type NotCompared, type TwoWindows } from '../../geo/views/compare.ts';
import type { AppState } from './app.svelte.ts';

/** The two windows that are compared. What they are counted from lasts until filters change: a step in time only looks sums up. */
export class WindowsCompared {
  #app: Pick<AppState, 'data' | 'view' | 'figures'>;

  #districts = $derived.by(() => this.#app.data.layers?.districts.features.map(({ properties }) => properties) ?? []);
  #sources = $derived.by(() => {
    const { data, view, figures } = this.#app;
    return compareSources({
      store: data.store,
      mask: figures.mask,
      measure: view.histogram,
      districts: this.#districts,
    });
  });
  #compared = $derived.by(() => {
    const { data, view } = this.#app;
    return compareAt(this.#sources, { window: view.window, options: view.options, hasRule: data.hasRule });
  });

  constructor(app: Pick<AppState, 'data' | 'view' | 'figures'>) {
    this.#app = app;
  }

  /** What they hold; or why they are not compared. */
  get compared(): TwoWindows | NotCompared {
    return this.#compared;
  }
}
