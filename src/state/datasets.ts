import type { Layout } from '../../geo/formats/format.ts';
import type { ImportCounts } from '../../geo/import/take.ts';
import type { Reason, Rejects } from '../../geo/import/rejects.ts';
import type { Store } from '../../geo/store/store.ts';

/** What a file's import came to. */
export interface ImportReport extends ImportCounts {
  file: string;
  /** the format's name, in words */
  format: string;
  layout: Layout;
  /** what the reader should know of the file as a whole */
  notes: readonly string[];
  rejects: Rejects;
  warnings: readonly Reason[];
}

/** Incidents that are switched on and off together. */
export interface Dataset {
  id: string;
  name: string;
  /** the terms under which it may be used, in short */
  licence: string;
  store: Store;
  on: boolean;
  /** `null` for the incidents that came with the page */
  report: ImportReport | null;
}
