import type { Incident } from '../model/incident.ts';
import type { Provenance } from './provenance.ts';

/** An incident with the dataset that it is of. */
export interface Exported {
  incident: Incident;
  dataset: { name: string; licence: string };
}

/** The texts of a file of incidents: its beginning, one for each incident, its end. */
export interface Writer {
  extension: string;
  type: string;
  head: (provenance: Provenance) => string;
  /** `provenance` is for those whose head has no room for it. */
  line: (exported: Exported, first: boolean, provenance: Provenance) => string;
  end: string;
}
