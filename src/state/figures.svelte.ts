import type { Tally } from '../../geo/border/profile.ts';
import { binTallies, countRows, histogram, visibleRows, type Counts } from '../../geo/store/count.ts';
import { filterMask } from '../../geo/store/filter.ts';
import { binsOf, finestStep, type Bins } from '../../geo/time/bins.ts';
import type { Data } from './data.svelte.ts';
import type { View } from './view.svelte.ts';

/** Everything that is counted for the screen, from one filter and one window. */
export class Figures {
  #data: Data;
  #view: View;
  /** How many bins the histogram has room for; set by the histogram. */
  room = $state(320);

  #mask = $derived.by(() => filterMask(this.#data.store, this.#view.filters));
  #diagramMask = $derived.by(() => {
    const { filters } = this.#view;
    return filters.alongKm ? filterMask(this.#data.store, { ...filters, alongKm: null }) : this.#mask;
  });
  #acrossRows = $derived.by(() => {
    const { filters, window } = this.#view;
    if (!filters.acrossKm) return this.#rows;
    return visibleRows(this.#data.store, filterMask(this.#data.store, { ...filters, acrossKm: null }), window);
  });
  #rows = $derived.by(() => visibleRows(this.#data.store, this.#mask, this.#view.window));
  #counts = $derived.by(() => countRows(this.#data.store, this.#rows));
  #districtCounts = $derived.by(() => {
    const { filters, window } = this.#view;
    if (!filters.districts) return this.#counts;
    const mask = filterMask(this.#data.store, { ...filters, districts: null });
    return countRows(this.#data.store, visibleRows(this.#data.store, mask, window));
  });
  #bins = $derived.by(() => binsOf(this.#view.extent, finestStep(this.#view.extent, this.room)));
  #histogram = $derived.by(() => histogram(this.#data.store, this.#mask, this.#bins, this.#view.histogram));
  #binTallies = $derived.by(() => binTallies(this.#data.store, this.#mask, this.#bins));

  constructor(data: Data, view: View) {
    this.#data = data;
    this.#view = view;
  }

  /** 1 for each row of the store that passes the filters. */
  get mask(): Uint8Array {
    return this.#mask;
  }

  /** The mask without the brush along the border, for the diagram that is brushed. */
  get diagramMask(): Uint8Array {
    return this.#diagramMask;
  }

  /** The rows in the window without the brush across the border, for the chart that is brushed. */
  get acrossRows(): Uint32Array {
    return this.#acrossRows;
  }

  /** The rows that pass the filters and are visible in the window, by first day. */
  get rows(): Uint32Array {
    return this.#rows;
  }

  /** The figures over `rows`. */
  get counts(): Counts {
    return this.#counts;
  }

  /** The figures without the filter by district, for the districts that are chosen among. */
  get districtCounts(): Counts['byDistrict'] {
    return this.#districtCounts.byDistrict;
  }

  get bins(): Bins {
    return this.#bins;
  }

  /** Heights by bin and group over the whole extent, see geo/store/count.ts. */
  get histogram(): Float64Array {
    return this.#histogram;
  }

  /** What the bins of the histogram hold. */
  get binTallies(): Tally[] {
    return this.#binTallies;
  }
}
