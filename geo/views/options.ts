import { CLAIM_PARTIES, type ClaimParty, COUNTED_PEOPLE, type CountedPeople } from '../model/claim-kinds.ts';
import * as z from 'zod/mini';
import { daysText, listOf, oneOf } from '../store/written-filters.ts';
import type { Window } from '../time/window.ts';
import { DIMENSIONS, MOST_DIMENSIONS, type Dimension } from './dimensions.ts';

/** What is told of movement: distances from the border, places along it, or the mean centre of each year. */
export const MOVEMENTS = ['across', 'along', 'centre'] as const;
export type MovementKind = (typeof MOVEMENTS)[number];

/** The areas that hot and cold spots are found among, and what is counted in them. */
export const HOT_AREAS = ['district', 'hexagon'] as const;
export type HotArea = (typeof HOT_AREAS)[number];
export const HOT_FIGURES = ['incidents', 'deaths', 'incidents-per-100k', 'deaths-per-100k'] as const;
export type HotFigure = (typeof HOT_FIGURES)[number];

/** What is chosen of a view beside filters and window: the page's address and the command line write it in the same way. */
interface ViewOption<T, None extends null, Name extends string = string> {
  /** As the address and the command line have it. */
  name: Name;
  codec: z.ZodMiniType<T, string>;
  /** What holds until another is chosen; `null` where nothing does. */
  first: T | None;
  /** A list, of which what can be read is kept. */
  isList?: boolean;
}

function option<T, const Name extends string, None extends null = never>(made: ViewOption<T, None, Name>) {
  return made;
}

const dimensions = z
  .array(z.enum(DIMENSIONS))
  .check(
    z.minLength(1, 'names nothing to tell incidents apart by'),
    z.maxLength(MOST_DIMENSIONS, `names more than ${MOST_DIMENSIONS}`),
  );

/** Days over which trends are summed. */
export const ROLLING_DAYS = [7, 30, 90, 365] as const;
export type RollingDays = (typeof ROLLING_DAYS)[number];

/** What trends are told apart by. */
export const TOLD_BY = [
  'all',
  ...(['district', 'province', 'side', 'group', 'type', 'kind', 'band'] as const satisfies readonly Dimension[]),
] as const;
export type ToldBy = (typeof TOLD_BY)[number];

/** Two windows that are compared: the halves of the days on show, these and a year before, or before and after a day. */
export const PRESET_PAIRS = ['halves', 'year-ago', 'kabul', 'zarb-e-azb'] as const;
export type PresetPair = (typeof PRESET_PAIRS)[number];
/** Any two windows. */
export interface OwnPair {
  first: Window;
  second: Window;
}
export type WindowPair = PresetPair | OwnPair;

const isPreset = (text: string): text is PresetPair => (PRESET_PAIRS as readonly string[]).includes(text);

/** A preset, or two windows with a comma between. */
const windowPair = z.codec(
  z.string().check(
    z.refine(
      (text) => {
        if (isPreset(text)) return true;
        const windows = text.split(',').map((days) => z.safeDecode(daysText, days));
        return windows.length === 2 && windows.every(({ data }) => data !== undefined && data.start <= data.end);
      },
      `is none of ${PRESET_PAIRS.join(', ')}, and not written as 2019-01-01/2019-12-31,2020-01-01/2020-12-31`,
    ),
  ),
  z.custom<WindowPair>(),
  {
    decode: (text) => {
      if (isPreset(text)) return text;
      const [first, second] = text.split(',').map((days) => z.decode(daysText, days));
      return { first, second };
    },
    encode: (pair) =>
      typeof pair === 'string' ? pair : [pair.first, pair.second].map((days) => z.encode(daysText, days)).join(','),
  },
);

/** All options, each one entry: the view, the address and the command line follow from it. */
export const VIEW_OPTIONS = {
  /** days over which trends are summed */
  rolling: option<RollingDays, 'rolling'>({ name: 'rolling', codec: oneOf(ROLLING_DAYS), first: 90 }),
  /** what they are told apart by */
  trend: option<ToldBy, 'trend'>({ name: 'trend', codec: z.enum(TOLD_BY), first: 'all' }),
  /** what a table tells incidents apart by, in order */
  by: option<readonly Dimension[], 'by'>({ name: 'by', codec: listOf(dimensions), first: ['year'], isList: true }),
  /** what is told of movement */
  moving: option<MovementKind, 'moving'>({ name: 'moving', codec: z.enum(MOVEMENTS), first: 'across' }),
  /** among what areas hot and cold spots are found, and of what */
  hotAreas: option<HotArea, 'hot-areas'>({ name: 'hot-areas', codec: z.enum(HOT_AREAS), first: 'district' }),
  hotFigure: option<HotFigure, 'hot-by'>({ name: 'hot-by', codec: z.enum(HOT_FIGURES), first: 'incidents' }),
  /** incidents of which a party makes a claim, and the claims that count whom; nothing chosen, all */
  claimsBy: option<ClaimParty, 'claims-by', null>({ name: 'claims-by', codec: z.enum(CLAIM_PARTIES), first: null }),
  claimsOf: option<CountedPeople, 'claims-of', null>({ name: 'claims-of', codec: z.enum(COUNTED_PEOPLE), first: null }),
  /** which two windows are compared */
  pair: option<WindowPair, 'pair'>({ name: 'pair', codec: windowPair, first: 'halves' }),
} as const;
export type OptionKey = keyof typeof VIEW_OPTIONS;

/** What is chosen. */
export type ViewOptions = { readonly [K in OptionKey]: (typeof VIEW_OPTIONS)[K]['first'] };

export const OPTION_KEYS = Object.keys(VIEW_OPTIONS) as readonly OptionKey[];

/** What holds until something is chosen. */
export const FIRST_OPTIONS = Object.freeze(
  Object.fromEntries(OPTION_KEYS.map((key) => [key, VIEW_OPTIONS[key].first])),
) as ViewOptions;

const options: { readonly [K in OptionKey]: ViewOption<NonNullable<ViewOptions[K]>, null> } = VIEW_OPTIONS;

/** One option. */
export function viewOption<K extends OptionKey>(key: K) {
  return options[key] as ViewOption<NonNullable<ViewOptions[K]>, null>;
}
