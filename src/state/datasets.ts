import type { ImportReport } from '../../geo/import/report.ts';
import type { Store, StorePart } from '../../geo/store/store.ts';

/** Incidents that are switched on and off together. */
export interface Dataset {
  id: string;
  name: string;
  /** the terms under which it may be used, in short */
  licence: string;
  store: Store | StorePart;
  on: boolean;
  /** `null` for the incidents that came with the page */
  report: ImportReport | null;
}
