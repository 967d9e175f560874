import type { IncidentProperties } from '../../geo/model/incident.ts';
import type { SortKey } from '../../geo/store/sort.ts';
import type { Tally } from '../../geo/store/sums.ts';
import { countsText, countText, deathsText, incidentsText, NOT_KNOWN } from './numbers.ts';

const countOf = ({ incidents, deaths }: Record<'incidents' | 'deaths', string>) => `${incidents}, ${deaths}.`;

/** The words of the list. */
export const LIST = {
  label: 'Incidents',
  columns: {
    type: 'What happened',
    date: 'Date',
    district: 'District',
    killed: 'Killed',
    distance: 'Border',
  } satisfies Record<SortKey, string>,
  /** What a column's button says of itself. */
  sortBy: {
    type: 'Sort by type',
    date: 'Sort by date',
    district: 'Sort by district',
    killed: 'Sort by killed',
    distance: 'Sort by distance from the Durand Line',
  } satisfies Record<SortKey, string>,
  /** `12 incidents, about 48 killed (40–60).` */
  count: (tally: Tally) => countOf({ incidents: incidentsText(tally.incidents), deaths: deathsText(tally) }),
  titled: ({ title, type }: Record<'title' | 'type', string>) => `${title} (${type})`,
  /** Before a title, for those who do not see its mark. */
  typeOf: ({ type }: { type: string }) => `${type}:`,
  keys: 'Arrow keys move, Enter opens.',
  coarse: 'too coarse',
  noPlace: 'no place',
  empty: 'No incident fits the filters in this time.',
  emptyHelp: 'Widen the time on the timeline, or change the filters.',
  toFilters: 'Open the filters',
  allTime: 'Show all time',
} as const;

/** The killed in short, and the figures where they differ, or where there is no best one: `11` and `11–22`. */
export function killedShort({ best, low, high }: IncidentProperties['fatalities']): {
  figure: string;
  range: string | null;
} {
  const figure = best === null ? NOT_KNOWN : countText(best);
  if (low === null || high === null) return { figure, range: null };
  if (low !== high) return { figure, range: countsText(low, high) };
  return { figure, range: best === null ? countText(low) : null };
}
