import type { Missing } from '../choices.ts';

const MISSING: Readonly<Record<Missing['what'], (values: { name: string }) => string>> = {
  incident: ({ name }) => `The link names an incident that is not in the data: ${name}.`,
  district: ({ name }) => `The link names a district that is not in the data: ${name}.`,
  totals: ({ name }) => `The link names a series of annual totals that is not in the data: ${name}.`,
  phase: ({ name }) => `The link names a phase that is not in the data: ${name}.`,
  time: ({ name }) => `The link names a time that is not in the data: ${name}.`,
};

/** The words of the frame around map, timeline and panels. */
export const SHELL = {
  title: 'Durand Map',
  /** What follows the incidents in the bar, each shown where there is room. */
  ofTime: ({ time }: { time: string }) => `, ${time}`,
  beforeDeaths: '; ',
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
  closeTitled: ({ title }: { title: string }) => `Close ${title}`,
  dismiss: 'Dismiss',
  badLink: (part: string) => `The link could not be read (${part}). The map shows its default view.`,
  notInData: (what: Missing['what'], name: string) => MISSING[what]({ name }),
  taller: 'Change height',
} as const;
