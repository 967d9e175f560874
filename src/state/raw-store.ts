import type { Layout } from '../../geo/formats/format.ts';
import type { Rows } from '../../geo/store/rows.ts';
import { createRawStore, type Store } from '../../geo/store/store.ts';

/** The rows that a dataset's store was made of. */
export function rowsOf({ columns, districts, words, ids, raw }: Store): Rows {
  return { columns, districts, words, ids, raw };
}

/** The store of a dataset's rows. What reads a row again is fetched with the first dataset. */
export async function rawStore(rows: Rows, layout: Layout): Promise<Store> {
  const { createRowReader, originalOf } = await import('../../geo/formats/rows.ts');
  const read = createRowReader(layout);
  return createRawStore(rows, {
    recorded: (raw) => {
      const row = read(raw);
      if ('rejected' in row) throw new Error(`A row that was taken cannot be read again: ${row.rejected.reason}`);
      return row.event.recorded;
    },
    original: (raw) => originalOf(layout, raw),
  });
}
