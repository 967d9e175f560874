import { actorCells, sideCells } from '../../geo/store/named.ts';
import { profileCells, profileOf, type Profile } from '../../geo/store/profile.ts';
import type { Sums, Tally } from '../../geo/store/sums.ts';
import { acrossBins, acrossCells, type AcrossBins } from '../../geo/store/across.ts';
import {
  binSums,
  binTallies,
  countsOf,
  histogram,
  placeCells,
  visibleRows,
  type Counts,
  type Measure,
} from '../../geo/store/count.ts';
import { leftOutOf, type LeftOut } from '../../geo/story/rule.ts';
import { failures, filterMask, isOn, maskOf, type FilterKey, type Filters } from '../../geo/store/filter.ts';
import { areAlike, mostInAny } from '../../geo/store/most.ts';
import { tallyBy } from '../../geo/store/tally.ts';
import { binsOf, finestStep, type Bins } from '../../geo/time/bins.ts';
import { daysIn } from '../../geo/time/window.ts';
import { ALL_GROUPS, wholeGroups } from '../scene/groups.ts';
import type { Data } from './data.svelte.ts';
import type { FoundPairs } from './found-pairs.svelte.ts';
import type { View } from './view.svelte.ts';

/** Everything that is counted for the screen, from one filter and one window; only what someone reads is counted. */
export class Figures {
  #data: Data;
  #view: View;
  #found: Pick<FoundPairs, 'pairs'>;
  /** How many bins the histogram has room for; set by the histogram. */
  room = $state(320);

  #failed = $derived.by(() => failures(this.#data.store, this.#view.filters, this.#found.pairs));
  #mask = $derived(maskOf(this.#failed));
  /** Only groups that carry the colours are told to the graphics card as such. */
  #groups = $derived.by(() => (this.#view.grouping === 'type' ? wholeGroups(this.#view.filters.types) : null));
  /** The other filters as text: the same text while whole groups are switched. */
  #others = $derived.by(() => (this.#groups === null ? null : JSON.stringify({ ...this.#view.filters, types: null })));
  #drawnMask = $derived.by(() =>
    this.#others === null
      ? this.#mask
      : filterMask(this.#data.store, JSON.parse(this.#others) as Filters, this.#found.pairs),
  );
  #diagramMask = $derived(this.#maskWithout('alongKm'));
  #districtMask = $derived(this.#maskWithout('districts'));
  #acrossMask = $derived(this.#maskWithout('acrossKm'));

  // each lasts until the filters change, and from window to window counts what enters and leaves alone
  #placesIn = $derived.by(() => tallyBy(this.#data.store, this.#mask, placeCells(this.#data.store)));
  #profileIn = $derived.by(() => tallyBy(this.#data.store, this.#mask, profileCells(this.#data.store)));
  #acrossIn = $derived.by(() => tallyBy(this.#data.store, this.#acrossMask, acrossCells(this.#data.store)));
  #actorsIn = $derived.by(() => tallyBy(this.#data.store, this.#maskWithout('actors'), actorCells(this.#data.store)));
  #sidesIn = $derived.by(() => tallyBy(this.#data.store, this.#maskWithout('sides'), sideCells(this.#data.store)));
  #districtsIn = $derived.by(() =>
    this.#districtMask === this.#mask
      ? this.#placesIn
      : tallyBy(this.#data.store, this.#districtMask, placeCells(this.#data.store)),
  );

  #rows = $derived.by(() => visibleRows(this.#data.store, this.#mask, this.#view.window));
  #counts = $derived.by(() => countsOf(this.#placesIn(this.#view.window)));
  #districtCounts = $derived.by(() => countsOf(this.#districtsIn(this.#view.window)));
  /** Days of the windows that are played; months, which differ in length, are as long as one another. */
  #playedDays = $derived.by(() => {
    const days = daysIn(this.#view.mode === 'window' ? this.#view.window : this.#view.extent);
    if (!areAlike(days, this.#lastDays)) this.#lastDays = days;
    return this.#lastDays;
  });
  #lastDays = 0;
  #mostIncidents = $derived.by(() => this.#mostOf('incidents'));
  #mostDeaths = $derived.by(() => this.#mostOf('deaths'));
  #actorSums = $derived.by(() => this.#actorsIn(this.#view.window));
  #sideSums = $derived.by(() => this.#sidesIn(this.#view.window));
  #profile = $derived.by(() => profileOf(this.#profileIn(this.#view.window)));
  #across = $derived.by(() => acrossBins(this.#acrossIn(this.#view.window), this.#view.histogram));

  #leftOut = $derived.by(() => {
    const { store } = this.#data;
    return leftOutOf(store, visibleRows(store, this.#maskWithout('deaths'), this.#view.window));
  });

  #bins = $derived.by(() => binsOf(this.#view.axis, finestStep(this.#view.axis, this.room)));
  #binSums = $derived.by(() => binSums(this.#data.store, this.#mask, this.#bins, this.#view.grouping));
  #histogram = $derived.by(() => histogram(this.#binSums, this.#view.histogram));
  #binTallies = $derived.by(() => binTallies(this.#binSums, this.#view.grouping));

  constructor(data: Data, view: View, found: Pick<FoundPairs, 'pairs'>) {
    this.#data = data;
    this.#view = view;
    this.#found = found;
  }

  #maskWithout(key: FilterKey): Uint8Array {
    return isOn(this.#view.filters, key) ? maskOf(this.#failed, key) : this.#mask;
  }

  #mostOf(measure: Measure): Float64Array {
    const { columns, districts } = this.#data.store;
    const cells = { of: columns.district, count: districts.length };
    return mostInAny(columns, this.#districtMask, cells, this.#playedDays, measure);
  }

  /** For each row of the store the filters that it fails, see geo/store/filter.ts. */
  get failed(): Uint16Array {
    return this.#failed;
  }

  /** 1 for each row of the store that passes the filters. */
  get mask(): Uint8Array {
    return this.#mask;
  }

  /** What is drawn in the window: rows of the mask that are of these groups (bits, see ALL_GROUPS). Together they are `mask`; the mask alone stays the same object while whole groups are switched. */
  get drawn(): { mask: Uint8Array; groups: number } {
    return { mask: this.#drawnMask, groups: this.#groups ?? ALL_GROUPS };
  }

  /** The mask without the brush along the border, for the diagram that is brushed. */
  get diagramMask(): Uint8Array {
    return this.#diagramMask;
  }

  /** The mask without the filter by district, for the districts that are chosen among. */
  get districtMask(): Uint8Array {
    return this.#districtMask;
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

  /** The most that each of the store's districts has in any window as long as this one; where windows grow, in all of time. */
  districtMost(measure: Measure): Float64Array {
    return measure === 'incidents' ? this.#mostIncidents : this.#mostDeaths;
  }

  /** The sums over `actorCells` in the window, without the filter by who is named. */
  get actorSums(): Sums {
    return this.#actorSums;
  }

  /** The sums over `sideCells` in the window, without the filter by side. */
  get sideSums(): Sums {
    return this.#sideSums;
  }

  /** The distances of `rows` from the border by bands. */
  get profile(): Profile {
    return this.#profile;
  }

  /** The distances in the window without the brush across the border, for the chart that is brushed. */
  get across(): AcrossBins {
    return this.#across;
  }

  /** What of the window the comparable over time leave out, whatever is asked of the killed now. */
  get leftOut(): LeftOut {
    return this.#leftOut;
  }

  get bins(): Bins {
    return this.#bins;
  }

  /** Heights by bin and group along the axis, see geo/store/count.ts. */
  get histogram(): Float64Array {
    return this.#histogram;
  }

  /** What the bins of the histogram hold. */
  get binTallies(): Tally[] {
    return this.#binTallies;
  }
}
