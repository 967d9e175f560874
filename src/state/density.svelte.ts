import { untrack } from 'svelte';
import { levelOf, type Grid, type MercatorBox } from '../../geo/store/grid.ts';
import { logLimits } from '../scene/classes.ts';
import { fewestInCrowd, isCrowded, type Seen } from '../scene/crowding.ts';
import { MAP } from '../text/map.ts';
import type { Cells } from '../scene/scene.ts';
import type { PreparingClient } from '../workers/preparing-client.ts';
import type { Data } from './data.svelte.ts';
import type { Figures } from './figures.svelte.ts';
import type { Notices } from './notices.svelte.ts';
import type { Split } from './split.svelte.ts';
import type { View } from './view.svelte.ts';

/** The incidents counted in cells, and whether these are shown instead of the marks. */
export class Density {
  #data: Data;
  #view: View;
  #figures: Figures;
  #preparing: Pick<PreparingClient, 'listen' | 'askGrid'>;
  #split: Pick<Split, 'halves'>;
  #seen: Seen | null = null;
  /** What grids are asked for: more than is seen, so that the map can move some way before another is needed. */
  #area = $state.raw<{ level: number; box: MercatorBox } | null>(null);
  #grid = $state.raw<Grid | null>(null);
  #crowded = $state(false);
  #hasFailed = $state(false);

  #isForced = $derived.by(() => this.#view.density === 'hexagons' || this.#view.density === 'squares');
  /** Cells are of one window: two maps of two windows show marks. */
  #isWanted = $derived.by(
    () =>
      this.#split.halves === null &&
      (this.#isForced ||
        (this.#view.density === 'auto' && this.#figures.counts.incidents >= fewestInCrowd(this.#crowded))),
  );
  #cells = $derived.by((): Cells | null => {
    const grid = this.#grid;
    return grid && this.#isWanted && (this.#isForced || this.#crowded) ? { grid, limits: logLimits(grid.most) } : null;
  });

  constructor(
    data: Data,
    view: View,
    figures: Figures,
    notices: Notices,
    preparing: Pick<PreparingClient, 'listen' | 'askGrid'>,
    split: Pick<Split, 'halves'>,
  ) {
    this.#split = split;
    this.#data = data;
    this.#view = view;
    this.#figures = figures;
    this.#preparing = preparing;
    preparing.listen({
      onGrid: (grid) => this.#take(grid),
      onFailure: (reason) => {
        this.#grid = null;
        this.#hasFailed = true;
        notices.say('no-cells', MAP.noCells(reason));
      },
    });
  }

  /** The cells that are shown; `null` while the marks are. */
  get cells(): Cells | null {
    return this.#cells;
  }

  /** Whether the incidents are counted for the first time, so that it is not known yet whether marks or cells are shown. */
  get isPending(): boolean {
    return this.#isWanted && this.#grid === null && !this.#hasFailed;
  }

  /** What the map shows now; `null` before it has told. */
  get seen(): Seen | null {
    return this.#seen;
  }

  /** Tells what the map shows now. */
  see(seen: Seen): void {
    this.#seen = seen;
    const level = levelOf(seen.zoom);
    if (this.#area?.level !== level || !isWithin(seen.box, this.#area.box))
      this.#area = { level, box: widened(seen.box) };
    if (this.#grid) this.#crowded = isCrowded(this.#grid, seen, this.#crowded);
  }

  /** Asks for the grid of what is on show. Call it in an effect, which then asks again whenever that changes. */
  follow(): void {
    const area = this.#area;
    if (!area || !this.#isWanted) {
      this.#grid = null;
      this.#crowded = false;
      return;
    }
    const { store } = this.#data;
    const { window, histogram: measure, density } = this.#view;
    const shape = density === 'squares' ? 'squares' : 'hexagons';
    this.#preparing.askGrid({ store, mask: this.#figures.mask, query: { shape, window, measure, ...area } });
  }

  #take(grid: Grid): void {
    // what was asked for may not be wanted any more
    if (!untrack(() => this.#isWanted)) return;
    this.#grid = grid;
    if (this.#seen) this.#crowded = isCrowded(grid, this.#seen, this.#crowded);
  }
}

function isWithin([west, north, east, south]: MercatorBox, box: MercatorBox): boolean {
  return west >= box[0] && north >= box[1] && east <= box[2] && south <= box[3];
}

/** The box with as much again on every side. */
function widened([west, north, east, south]: MercatorBox): MercatorBox {
  const [width, height] = [east - west, south - north];
  return [west - width, north - height, east + width, south + height];
}
