import type { Component } from 'svelte';
import type { TimeScale } from '../charts/scale.ts';
import type { Analysis } from '../choices.ts';

/** What each analysis is shown by, fetched when it is opened. `scale` is that of the histogram below it. */
export const ANALYSIS_PARTS: Readonly<Record<Analysis, () => Promise<{ default: Component<{ scale: TimeScale }> }>>> = {
  border: () => import('./Border.svelte'),
  districts: () => import('./Districts.svelte'),
  table: () => import('./Table.svelte'),
  trends: () => import('./Trends.svelte'),
  movement: () => import('./Movement.svelte'),
  hotspots: () => import('./Hotspots.svelte'),
  claims: () => import('./Claims.svelte'),
};
