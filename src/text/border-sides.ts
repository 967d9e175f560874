import type { BorderSide } from '../../geo/region.ts';

type SideWords = Readonly<Record<BorderSide, string>>;

/** The two sides of the Durand Line, in every form in which a label names one. Sentences with a side in them are whole. */
export const BORDER_SIDE_WORDS = {
  /** of what lies on it: `Pakistan` */
  country: { PK: 'Pakistan', AF: 'Afghanistan' },
  /** as a heading */
  side: { PK: 'Pakistani side', AF: 'Afghan side' },
  /** as what is chosen */
  theSide: { PK: 'the Pakistani side', AF: 'the Afghan side' },
  /** as a filter */
  owned: { PK: 'Pakistan’s side', AF: 'Afghanistan’s side' },
} as const satisfies Readonly<Record<string, SideWords>>;
