import type { Analysis } from '../choices.ts';

/** The words of what stands above the timeline. */
export const ANALYSIS = {
  choose: 'Analysis',
} as const;

/** What each is called: on its tab, and as its heading. */
export const ANALYSIS_WORDS: Readonly<Record<Analysis, { tab: string; title: string }>> = {
  border: { tab: 'Border', title: 'The border through time' },
  districts: { tab: 'Districts', title: 'District by district' },
  table: { tab: 'Table', title: 'Table of figures' },
  trends: { tab: 'Trends', title: 'Trends: is it more or less than before?' },
  compare: { tab: 'Before and after', title: 'Before and after: two windows side by side' },
  movement: { tab: 'Movement', title: 'Where is it moving?' },
  hotspots: { tab: 'Hot and cold', title: 'Hot and cold spots' },
  claims: { tab: 'Claims', title: 'Who claims what' },
};
