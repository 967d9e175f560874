import { APP } from '../../geo/citation.ts';
import { listText } from './locale.ts';

/** The words of how a figure was made. */
export const MADE = {
  title: 'How was this made',
  filters: 'Filters',
  noFilters: 'None: all incidents count.',
  window: 'Time',
  rule: 'Rule of selection',
  datasets: 'Datasets',
  app: 'Page',
  method: 'Method',
  reference: 'Reference',
  command: 'The same on the command line',
  commandHelp: 'Where the code is installed; the names of your own files are as they were opened.',
  citation: 'To cite',
  copy: 'Copy the command',
  copyCitation: 'Copy the citation',
  copied: 'Copied.',
  notCopied: 'The browser does not allow copying.',
  ownDataset: ({ name, vintage, licence }: Record<'name' | 'vintage' | 'licence', string>) =>
    `${name}, ${vintage} (${licence})`,
  dataset: ({ name, licence }: Record<'name' | 'licence', string>) => `${name} (${licence})`,
  version: ({ title, version }: Record<'title' | 'version', string>) => `${title} ${version}`,
} as const;

const CITED = ({ what, datasets, made, year }: Record<'what' | 'datasets' | 'made' | 'year', string>) =>
  `${APP.authors} (${year}). ${what}. ${APP.title}, version ${APP.version}. Data: ${datasets}. Made on ${made}.`;

/** How a figure is cited: what it shows, of which data, and the day on which it was made, `YYYY-MM-DD`. */
export function citationText({
  what,
  datasets,
  made,
}: {
  what: string;
  datasets: readonly string[];
  made: string;
}): string {
  return CITED({ what, datasets: listText(datasets), made, year: made.slice(0, 4) });
}
