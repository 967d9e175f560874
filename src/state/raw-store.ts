import type { Layout } from '../../geo/formats/format.ts';
import type { Rows } from '../../geo/store/rows.ts';
import type { Store } from '../../geo/store/store.ts';

/** The store of a dataset's rows. What reads a row again is fetched with the first dataset. */
export async function rawStore(rows: Rows, layout: Layout): Promise<Store> {
  const made = await import('../../geo/import/raw-store.ts');
  return made.rawStore(rows, layout);
}
