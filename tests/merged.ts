import { atOnce } from '../geo/next-task.ts';
import { mergeStores, type Store } from '../geo/store/store.ts';

/** One store of several. */
export function merged(stores: readonly Store[]): Store {
  return atOnce(mergeStores(stores));
}
