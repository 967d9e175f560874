import type { Analysis } from '../choices.ts';

/** The words of what stands above the timeline. */
export const ANALYSIS = {
  choose: 'Analysis',
} as const;

/** What each is called: on its tab, and as its heading. */
export const ANALYSIS_WORDS: Readonly<Record<Analysis, { tab: string; title: string }>> = {
  border: { tab: 'Border', title: 'The border through time' },
};
