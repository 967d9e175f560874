/** What a table tells incidents apart by, in the order in which it is offered. */
export const DIMENSIONS = [
  'year',
  'quarter',
  'month',
  'weekday',
  /** kilometres from the Durand Line, in bands */
  'band',
  /** the side of the Durand Line */
  'line',
  'district',
  'province',
  'type',
  /** the kinds of types that carry the colours */
  'kind',
  /** the side of an actor */
  'side',
  /** who is named */
  'group',
  'dataset',
] as const;
export type Dimension = (typeof DIMENSIONS)[number];

/** So many at once. */
export const MOST_DIMENSIONS = 3;
