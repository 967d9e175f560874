import type { Component } from 'svelte';
import type { Analysis } from '../choices.ts';

/** What each analysis is shown by, fetched when it is opened. The scale of the histogram below it is its context, see `getTimeScale`. */
export const ANALYSIS_PARTS: Readonly<Record<Analysis, () => Promise<{ default: Component }>>> = {
  border: () => import('./Border.svelte'),
  districts: () => import('./Districts.svelte'),
  table: () => import('./Table.svelte'),
  trends: () => import('./Trends.svelte'),
  compare: () => import('./Compare.svelte'),
  movement: () => import('./Movement.svelte'),
  hotspots: () => import('./Hotspots.svelte'),
  claims: () => import('./Claims.svelte'),
};
