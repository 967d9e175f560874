import type { Measure } from '../geo/store/count.ts';
import { CELL_SHAPES } from '../geo/store/grid.ts';

/** What the reader can choose among. What holds at first stands in src/state/view.svelte.ts. */
export const CHOROPLETHS = ['none', 'incidents', 'deaths', 'incidents-per-100k', 'deaths-per-100k'] as const;
export type Choropleth = (typeof CHOROPLETHS)[number];
/** What each of them counts, and whether for each 100,000 people. */
export const SHADES: Readonly<Record<Exclude<Choropleth, 'none'>, { measure: Measure; isRate: boolean }>> = {
  incidents: { measure: 'incidents', isRate: false },
  deaths: { measure: 'deaths', isRate: false },
  'incidents-per-100k': { measure: 'incidents', isRate: true },
  'deaths-per-100k': { measure: 'deaths', isRate: true },
};
/** How incidents are drawn: each by its mark, or counted in cells; in `auto` the crowding decides. */
export const DENSITIES = ['auto', 'points', ...CELL_SHAPES] as const;
export type DensityChoice = (typeof DENSITIES)[number];
export const THEMES = ['system', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];
export const PANELS = ['filters', 'list', 'distance', 'groups', 'data'] as const;
/** The panel on the left; on a phone, the sheet. */
export type Panel = (typeof PANELS)[number];
/** What the measuring tool takes: a place, or the places of a path. */
export const MEASURING_MODES = ['point', 'path'] as const;
/** Pixels to a CSS pixel on paper, where 96 of these are an inch. */
const PRINTED = { ratio: 300 / 96, dotsPerInch: 300 } as const;
/**
 * How large a picture of the map is saved: CSS pixels, whole or not, pixels to one of these, and how many of them are an
 * inch where that is meant; `null` is as the screen shows it. A4 is 210 × 297 mm.
 */
export const PICTURE_SIZES = {
  screen: null,
  link: { width: 1200, height: 630, ratio: 1, dotsPerInch: null },
  full: { width: 1920, height: 1080, ratio: 1, dotsPerInch: null },
  large: { width: 1920, height: 1080, ratio: 2, dotsPerInch: null },
  square: { width: 1080, height: 1080, ratio: 2, dotsPerInch: null },
  upright: { width: 2480 / PRINTED.ratio, height: 3508 / PRINTED.ratio, ...PRINTED },
  across: { width: 3508 / PRINTED.ratio, height: 2480 / PRINTED.ratio, ...PRINTED },
} as const;
export type PictureSizeId = keyof typeof PICTURE_SIZES;
/** What of the stories is open: one at a step, from 0, or, without an id, the list of them. */
export interface StoryPlace {
  id: string | null;
  step: number;
}

/** What a film is written as. */
export const FILM_FORMATS = ['mp4', 'webm', 'png', 'gif'] as const;
export type FilmFormat = (typeof FILM_FORMATS)[number];
/** How large a film is, as of a picture. */
export const FILM_SIZES = {
  hd: { width: 1280, height: 720, ratio: 1 },
  full: { width: 1920, height: 1080, ratio: 1 },
  square: { width: 720, height: 720, ratio: 1.5 },
  upright: { width: 540, height: 960, ratio: 2 },
} as const;
export type FilmSizeId = keyof typeof FILM_SIZES;
/** Which days a film goes through: all, those of the timeline as it is zoomed, or those on show. */
export const FILM_SPANS = ['all', 'timeline', 'window'] as const;
export type FilmSpan = (typeof FILM_SPANS)[number];
/** What each picture of a film shows: days as playback has them, so many months, or all since its first day. */
export const FILM_WIDTHS = { played: null, month: 1, quarter: 3, year: 12, grows: null } as const;
export type FilmWidth = keyof typeof FILM_WIDTHS;
export const UNITS = ['km', 'mi'] as const;
export type Units = (typeof UNITS)[number];

/** What stands above the timeline, one at a time. */
export const ANALYSES = [
  ...(['border', 'trends', 'compare', 'movement', 'hotspots', 'claims', 'districts', 'table'] as const),
] as const;
export type Analysis = (typeof ANALYSES)[number];

/** Which sides of the line the border through time counts: both in one, each for itself, or one. */
export const DIAGRAM_SIDES = ['both', 'apart', 'PK', 'AF'] as const;
export type DiagramSides = (typeof DIAGRAM_SIDES)[number];

/** Things of one kind that a link names and the data lack. */
export interface Missing {
  what: 'incident' | 'district' | 'census' | 'totals' | 'phase' | 'time';
  names: readonly string[];
}

/** What two windows differ by: figures in 30 days, or in a year per 100,000 people. */
export const DIFFERENCES = ['rate', 'people'] as const;
export type Difference = (typeof DIFFERENCES)[number];
