import type { Layout } from '../../geo/formats/format.ts';
import type { Rows } from '../../geo/store/rows.ts';
import { createRawStore, type Store } from '../../geo/store/store.ts';

/** The store of a dataset's rows. What reads a row again is fetched with the first dataset. */
export async function rawStore(rows: Rows, layout: Layout): Promise<Store> {
  const { createRowReader, originalOf } = await import('../../geo/formats/rows.ts');
  const read = createRowReader(layout);
  return createRawStore(rows, {
    recorded: (raw) => {
      const row = read(raw);
      if ('rejected' in row) throw new Error(`A row that was taken cannot be read again: ${row.rejected.code}`);
      return row.event.recorded;
    },
    original: (raw) => originalOf(layout, raw),
  });
}
