import type { Store } from '../store/store.ts';
import type { Window } from '../time/window.ts';
import type { ViewOptions } from './options.ts';

/** What every view is made from. */
export interface ViewContext {
  store: Store;
  /** 1 for each row that passes the filters */
  mask: Uint8Array;
  window: Window;
  options: ViewOptions;
  /** the name of each dataset of the store, by its code */
  datasets: readonly string[];
}
