import type { Missing } from '../choices.ts';
import { listText, type Forms } from './locale.ts';
import { counted } from './numbers.ts';

/** What is not in the data; of all but districts a link names one at most. */
const MISSING: Readonly<Record<Missing['what'], Forms>> = {
  incident: { other: 'The link names an incident that is not in the data: {names}.' },
  district: {
    one: 'The link names a district that is not in the data: {names}.',
    other: 'The link names {count} districts that are not in the data: {names}.',
  },
  census: { other: 'The link names an area that the census has not: {names}.' },
  totals: { other: 'The link names a series of annual totals that is not in the data: {names}.' },
  phase: { other: 'The link names a phase that is not in the data: {names}.' },
  time: { other: 'The link names a time that is not in the data: {names}.' },
};

/** So many are named, each with so many characters. */
const NAMED = 3;
const LONGEST = 60;

/** The first few names, and how many more there are: `a, b, c and 37 more`. */
function fewText(names: readonly string[]): string {
  const few = listText(names.slice(0, NAMED).map(shortened));
  const more = names.length - NAMED;
  return more > 0 ? counted(more, { other: '{few} and {count} more' }, { few }) : few;
}

function shortened(name: string): string {
  // two units of text at most are one character
  const characters = Array.from(name.slice(0, 2 * LONGEST + 2));
  return characters.length > LONGEST ? `${characters.slice(0, LONGEST).join('')}…` : name;
}

/** The words of the frame around map, timeline and panels. */
export const SHELL = {
  title: 'Durand Map',
  welcome:
    'Documented incidents between Pakistan, the Pakistani Taliban (TTP) and Taliban-ruled Afghanistan since 2004: press play to see them over time, or choose a mark for its claims and sources.',
  /** Of a site that somebody published with incidents of their own. */
  welcomeElse: ({ title }: { title: string }) =>
    `${title}: press play to see it over time, or choose a mark for what is recorded of it.`,
  /** What follows the incidents in the bar, each shown where there is room. */
  ofTime: {
    all: ({ time }: { time: string }) => `, ${time}`,
    once: ({ time }: { time: string }) => `, ${time}, pairs counted once`,
  },
  beforeDeaths: '; ',
  loading: 'Loading the layers…',
  failed: 'The data could not be loaded.',
  failedHelp: 'Run “npm start” again; it builds the layers.',
  filters: 'Filters',
  list: 'List',
  distance: 'Distance',
  groups: 'Who is who',
  data: 'Data',
  analysis: 'Analysis',
  measure: 'Measure',
  sources: 'Sources',
  report: 'Report',
  print: 'Print',
  stories: 'Stories',
  theme: { system: 'Theme: as the system', light: 'Theme: light', dark: 'Theme: dark' },
  units: { km: 'Distances in km; switch to miles', mi: 'Distances in mi; switch to kilometres' },
  skip: 'Skip to',
  skipToList: 'Skip to the list of incidents',
  skipToTimeline: 'Skip to the timeline',
  tools: 'Tools',
  more: 'More tools',
  filtered: 'some filters are on',
  close: 'Close',
  closeTitled: ({ title }: { title: string }) => `Close ${title}`,
  dismiss: 'Dismiss',
  /** Of messages that others stand before. */
  earlier: (count: number) => counted(count, { one: '{count} earlier message', other: '{count} earlier messages' }),
  unread: (parts: readonly string[]) =>
    counted(
      parts.length,
      {
        one: 'A part of the link could not be read: {parts}. The rest is shown.',
        other: '{count} parts of the link could not be read: {parts}. The rest is shown.',
      },
      { parts: fewText(parts) },
    ),
  tooLong: (most: number) =>
    counted(most, {
      other: 'The link is longer than {count} characters and was not read. The map shows its default view.',
    }),
  noLink: (most: number) =>
    counted(most, {
      other: 'What is shown is too much for a link of {count} characters. The address stays as it was.',
    }),
  notInData: ({ what, names }: Missing) => counted(names.length, MISSING[what], { names: fewText(names) }),
  taller: 'Change height',
} as const;
