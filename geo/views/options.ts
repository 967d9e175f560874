import type * as z from 'zod/mini';
import { oneOf } from '../store/written-filters.ts';

/** What is chosen of a view beside filters and window: the page's address and the command line write it in the same way. */
interface ViewOption<T, None extends null, Name extends string = string> {
  /** As the address and the command line have it. */
  name: Name;
  codec: z.ZodMiniType<T, string>;
  /** What holds until another is chosen; `null` where nothing does. */
  first: T | None;
}

function option<T, const Name extends string, None extends null = never>(made: ViewOption<T, None, Name>) {
  return made;
}

/** All options, each one entry: the view, the address and the command line follow from it. */
export const VIEW_OPTIONS = {
  /** days over which trends are summed */
  rolling: option({ name: 'rolling', codec: oneOf([7, 30, 90, 365]), first: 90 }),
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
