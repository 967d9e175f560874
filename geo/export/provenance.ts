/** Where exported incidents come from and what was left out: it goes into every file. */
export interface Provenance {
  /** the moment of the export, ISO 8601 in UTC */
  made: string;
  /** the window and the filters in words; `null` where everything was exported */
  shown: string | null;
  datasets: readonly { name: string; licence: string }[];
  /** the words that every display of the data must carry */
  attribution: readonly string[];
}

/** A line for each fact. */
export function provenanceLines({ made, shown, datasets, attribution }: Provenance): string[] {
  return [
    `Exported from Durand Map on ${made}.`,
    shown === null ? 'All incidents.' : `What was shown: ${shown}.`,
    ...datasets.map(({ name, licence }) => `Dataset: ${name} (${licence}).`),
    ...attribution,
  ];
}
