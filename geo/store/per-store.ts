import type { Store } from './store.ts';

/** What is made from a store alone, made once for each. */
export function perStore<T>(make: (store: Store) => T): (store: Store) => T {
  const made = new WeakMap<Store, { value: T }>();
  return (store) => {
    let known = made.get(store);
    if (!known) made.set(store, (known = { value: make(store) }));
    return known.value;
  };
}
