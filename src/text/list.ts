import type { SortKey } from '../../geo/store/sort.ts';

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
  keys: 'Arrow keys move, Enter opens.',
  unknown: 'not known',
  coarse: 'too coarse',
  noPlace: 'no place',
  empty: 'No incident fits the filters in this time.',
  emptyHelp: 'Widen the time on the timeline, or change the filters.',
  toFilters: 'Open the filters',
  allTime: 'Show all time',
} as const;
