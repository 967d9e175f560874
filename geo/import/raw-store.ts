import { createRowReader, originalOf } from '../formats/rows.ts';
import type { Layout } from '../formats/format.ts';
import type { Recorded } from '../model/incident.ts';
import type { Rows } from '../store/rows.ts';
import { createRawStore, type Store } from '../store/store.ts';

/**
 * The store of a file's rows, which came with their raw text: an incident is read from it again when it is asked for.
 * `complete` adds to it what lies elsewhere.
 */
export function rawStore(
  rows: Rows,
  layout: Layout,
  complete: (recorded: Recorded) => Recorded = (recorded) => recorded,
): Store {
  const read = createRowReader(layout);
  return createRawStore(rows, {
    recorded: (raw) => {
      const row = read(raw);
      if ('rejected' in row) throw new Error(`A row that was taken cannot be read again: ${row.rejected.code}`);
      return complete(row.event.recorded);
    },
    original: (raw) => originalOf(layout, raw),
  });
}
