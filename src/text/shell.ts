import type { Missing } from '../choices.ts';

const MISSING: Readonly<Record<Missing['what'], string>> = {
  incident: 'an incident',
  district: 'a district',
  totals: 'a series of annual totals',
  phase: 'a phase',
  time: 'a time',
};

/** The words of the frame around map, timeline and panels. */
export const SHELL = {
  title: 'Durand Map',
  loading: 'Loading the layers…',
  failed: 'The data could not be loaded.',
  failedHelp: 'Run “npm start” again; it builds the layers.',
  filters: 'Filters',
  list: 'List',
  distance: 'Distance',
  data: 'Data',
  border: 'Border',
  measure: 'Measure',
  sources: 'Sources',
  theme: { system: 'Theme: as the system', light: 'Theme: light', dark: 'Theme: dark' },
  units: { km: 'Distances in km; switch to miles', mi: 'Distances in mi; switch to kilometres' },
  tools: 'Tools',
  more: 'More tools',
  filtered: 'some filters are on',
  close: 'Close',
  dismiss: 'Dismiss',
  badLink: (part: string) => `The link could not be read (${part}). The map shows its default view.`,
  notInData: (what: Missing['what'], name: string) =>
    `The link names ${MISSING[what]} that is not in the data: ${name}.`,
  taller: 'Change height',
  skip: 'Skip to the list of incidents',
} as const;
