import { createGridMaker } from '../../../geo/store/grid.ts';
import type { Store } from '../../../geo/store/store.ts';
import { inMercator } from '../../scene/mercator.ts';
import type { AppState } from '../../state/app.svelte.ts';
import { Density } from '../../state/density.svelte.ts';
import { Figures } from '../../state/figures.svelte.ts';
import type { Measuring } from '../../state/measuring.svelte.ts';
import { Showing } from '../../state/showing.svelte.ts';
import { Split } from '../../state/split.svelte.ts';
import { AT_FIRST, View } from '../../state/view.svelte.ts';
import type { GridListener, PreparingClient } from '../../workers/preparing-client.ts';
import type { SheetSource } from '../sheet/sheet.ts';

/** What a film shows, apart from the page: the reader may go on meanwhile, and nothing of the page moves. */
export interface Filmed extends Omit<SheetSource, 'density'> {
  density: Density;
}

/** All that the page shows now, with a view of its own, and measuring of its own where it is given. */
export function filmedOf(app: AppState, measuring: Measuring = app.measuring): Filmed {
  const { data, beyond, notices } = app;
  const view = copyOf(app.view);
  const split = new Split();
  const figures = new Figures(data, view, app.found);
  const density = new Density(data, view, figures, notices, gridsAtOnce(), split);
  if (app.density.seen) density.see(app.density.seen);
  const playback = { playing: false };
  const showing = new Showing({ data, view, figures, measuring, playback, density, beyond, split });
  return { data, view, figures, density, showing, split };
}

/** Another view of the same, but for its time. */
function copyOf(view: View): View {
  const copy = new View();
  const keys = Object.keys(AT_FIRST) as (keyof typeof AT_FIRST)[];
  Object.assign(copy, Object.fromEntries(keys.map((key) => [key, view[key]])));
  const { filters, options } = view;
  return Object.assign(copy, { filters, options });
}

/** Gives a grid as soon as it is asked for: a film waits for each. */
function gridsAtOnce(): Pick<PreparingClient, 'listen' | 'askGrid'> {
  let listener: GridListener | null = null;
  let made: { store: Store; gridOf: ReturnType<typeof createGridMaker> } | null = null;
  return {
    listen: (next) => (listener = next),
    askGrid: ({ store, mask, query }) => {
      if (made?.store !== store) {
        const { lon, lat } = store.columns;
        made = { store, gridOf: createGridMaker({ ...inMercator(lon, lat), ...store }) };
      }
      listener?.onGrid(made.gridOf(mask, query));
    },
  };
}
