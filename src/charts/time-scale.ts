import { createContext } from 'svelte';
import type { TimeScale } from './scale.ts';

/** The scale of time that charts share, one above the other: whoever lays them out sets it, charts ask for it. */
export const [getTimeScale, setTimeScale] = createContext<() => TimeScale>();
