import { createContext } from 'svelte';
import { Data } from './data.svelte.ts';
import { Density } from './density.svelte.ts';
import { Figures } from './figures.svelte.ts';
import { Measuring } from './measuring.svelte.ts';
import { Notices } from './notices.svelte.ts';
import { Playback } from './playback.svelte.ts';
import { View } from './view.svelte.ts';

/** Everything that the app shares, in one place. Components get it with `getApp()`. */
export class AppState {
  readonly data = new Data();
  readonly view = new View();
  readonly figures = new Figures(this.data, this.view);
  readonly playback = new Playback(this.view);
  readonly measuring = new Measuring(this.data);
  readonly notices = new Notices();
  readonly density = new Density(this.data, this.view, this.figures, this.notices);
}

export const [getApp, setApp] = createContext<AppState>();
