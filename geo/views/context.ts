import type { District } from '../model/district.ts';
import type { Measure } from '../store/count.ts';
import type { Store } from '../store/store.ts';
import type { Window } from '../time/window.ts';
import type { ClaimedIncident } from './claimed.ts';
import type { ViewOptions } from './options.ts';

/** What every view is made from. */
export interface ViewContext {
  store: Store;
  /** 1 for each row that passes the filters */
  mask: Uint8Array;
  window: Window;
  /** the days that the slider reaches */
  extent: Window;
  options: ViewOptions;
  /** what the histogram stacks */
  measure: Measure;
  /** how far from the line the border through time counts, km */
  withinKm: number;
  /** those of Khyber Pakhtunkhwa */
  districts: readonly District['properties'][];
  /** whether there are incidents in the store that follow the rule of geo/story/rule.ts */
  hasRule: boolean;
  /** the incidents of the store of which several claims of the killed are recorded */
  claimed: () => readonly ClaimedIncident[];
  /** the name of each dataset of the store, by its code */
  datasets: readonly string[];
}
