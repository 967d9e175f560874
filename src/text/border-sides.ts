import type { PlaceSide } from '../../geo/model/incident.ts';

type SideWords = Readonly<Record<PlaceSide, string>>;

/** The two sides of the Durand Line and what may be on either, in every form in which a label names one. Sentences with a side in them are whole. */
export const BORDER_SIDE_WORDS = {
  /** of what lies on it: `Pakistan` */
  country: {
    PK: 'Pakistan',
    AF: 'Afghanistan',
    undecided: 'undecided: the line lies within what the place is known to',
  },
  /** as a heading */
  side: { PK: 'Pakistani side', AF: 'Afghan side', undecided: 'Side undecided' },
  /** as a filter */
  owned: { PK: 'Pakistan’s side', AF: 'Afghanistan’s side', undecided: 'Side undecided' },
} as const satisfies Readonly<Record<string, SideWords>>;
