import * as z from 'zod/mini';
import { FIRST_MODE, FIRST_STEP, meets, MODES, STEPS, type Window } from '../time/window.ts';
import { fitThumbs, positionAt, positionFrom, windowAt } from '../time/position.ts';
import { FIRST_MEASURE, MEASURES, type Measure } from '../store/count.ts';
import { FIRST_WITHIN_KM, WITHIN_KM } from '../store/along.ts';
import { extentOf, farOf } from '../store/far.ts';
import { FILTER_KEYS, NO_FILTERS, type FilterKey, type Filters } from '../store/filter.ts';
import type { Store } from '../store/store.ts';
import { daysText, oneOf, onText, writtenFilter, type WRITTEN_FILTERS } from '../store/written-filters.ts';
import { readHash, type HashSetting, type ReadHash } from './hash.ts';
import { FIRST_OPTIONS, OPTION_KEYS, VIEW_OPTIONS, viewOption, type OptionKey, type ViewOptions } from './options.ts';

/** What of the page's link decides figures, beside filters and options: which days are on show, and what is counted. */
const TIME = {
  far: { codec: onText },
  t: { codec: daysText },
  mode: { codec: z.enum(MODES) },
  step: { codec: z.enum(STEPS) },
  anchor: { codec: daysText },
  phase: { codec: z.string() },
  analysis: { codec: z.string() },
  diagram: { codec: z.string() },
  bars: { codec: z.enum(MEASURES) },
  within: { codec: oneOf(WITHIN_KM) },
} as const satisfies Readonly<Record<string, HashSetting>>;

/** What of it decides none: how things look, and where. */
export const LOOKS = [
  ...(['map', 'axis', 'incident', 'color', 'shade', 'bands', 'density', 'census', 'totals', 'units'] as const),
  ...(['theme', 'panel', 'order', 'globe', 'measure', 'at', 'known', 'to', 'difference', 'maps'] as const),
  ...(['speed', 'loop', 'backwards', 'story'] as const),
] as const;

/** Every key of the page's link. */
export type LinkKey =
  | keyof typeof TIME
  | (typeof LOOKS)[number]
  | (typeof WRITTEN_FILTERS)[FilterKey]['name']
  | (typeof VIEW_OPTIONS)[OptionKey]['name'];

const SETTINGS: Readonly<Record<string, HashSetting>> = {
  ...TIME,
  ...Object.fromEntries(LOOKS.map((key) => [key, { codec: z.string() }])),
  ...Object.fromEntries(FILTER_KEYS.map((key) => [writtenFilter(key).name, writtenFilter(key)])),
  ...Object.fromEntries(OPTION_KEYS.map((key) => [VIEW_OPTIONS[key].name, viewOption(key)])),
};

/** What a link of the page asks for, as far as figures follow from it. */
export interface AskedFigures extends Omit<ReadHash, 'values'> {
  filters: Filters;
  options: ViewOptions;
  /** what the histogram stacks */
  measure: Measure;
  withinKm: number;
  /** the id of the analysis that is open */
  analysis: string | null;
  /** the id of the phase that was chosen, whose days hold where the link names none */
  phase: string | null;
  /**
   * The days on show in some data: those of the phase, if given, where the link has none. `isOutside`: those that it asks
   * for are outside of the data, which are shown whole.
   */
  windowIn: (store: Store, phase: Window | null) => { window: Window; extent: Window; isOutside: boolean };
}

/** Reads a link: a whole address, or its hash. */
export function readLink(link: string): AskedFigures {
  const at = link.indexOf('#');
  const { values, unread, isTooLong } = readHash(at < 0 ? link : link.slice(at), SETTINGS);
  const named = values as { [K in keyof typeof TIME]?: z.output<(typeof TIME)[K]['codec']> };
  const filters: Record<string, unknown> = { ...NO_FILTERS };
  for (const key of FILTER_KEYS) filters[key] = values[writtenFilter(key).name] ?? NO_FILTERS[key];
  const options: Record<string, unknown> = { ...FIRST_OPTIONS };
  for (const key of OPTION_KEYS) options[key] = values[VIEW_OPTIONS[key].name] ?? FIRST_OPTIONS[key];
  return {
    ...{ unread, isTooLong },
    filters: filters as Filters,
    options: options as ViewOptions,
    measure: named.bars ?? FIRST_MEASURE,
    withinKm: named.within ?? FIRST_WITHIN_KM,
    analysis: named.analysis ?? (named.diagram === undefined ? null : 'border'),
    phase: named.phase ?? null,
    windowIn: (store, phase) => {
      const extent = (named.far === false ? farOf(store)?.rest : null) ?? extentOf(store);
      const asked = named.t ?? ((named.mode ?? FIRST_MODE) === 'window' ? phase : null);
      const isOutside =
        asked !== null && !meets(Math.min(asked.start, asked.end), Math.max(asked.start, asked.end), extent);
      const thumbs = asked && !isOutside ? fitThumbs(asked, extent, named.mode ?? FIRST_MODE) : extent;
      const reach = { mode: named.mode ?? FIRST_MODE, step: named.step ?? FIRST_STEP, extent };
      const position = (named.anchor && positionFrom(named.anchor, thumbs, reach)) ?? positionAt(thumbs);
      return { window: windowAt(position, reach), extent, isOutside };
    },
  };
}
