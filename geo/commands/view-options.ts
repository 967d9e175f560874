import type { ParseArgsConfig } from 'node:util';
import * as z from 'zod/mini';
import { itemsOf } from '../store/written-filters.ts';
import { OPTION_KEYS, VIEW_OPTIONS, viewOption, type OptionKey, type ViewOptions } from '../views/options.ts';
import { refusedValue } from './filter-options.ts';

/** An option for each of the views, under the name that it has in the page's address. */
export const VIEW_ARGUMENTS = Object.fromEntries(
  OPTION_KEYS.map((key) => [VIEW_OPTIONS[key].name, { type: 'string' }]),
) satisfies NonNullable<ParseArgsConfig['options']>;

/** Their names, as a usage line has them. */
export const VIEW_USAGE = OPTION_KEYS.map((key) => `[--${VIEW_OPTIONS[key].name} …]`).join(' ');

/** What the options ask for. Throws a `SourceError` that names the option and what of its value cannot be read. */
export function readViewOptions(values: Readonly<Record<string, unknown>>): Partial<ViewOptions> {
  return Object.fromEntries(
    OPTION_KEYS.flatMap((key) => {
      const text = values[VIEW_OPTIONS[key].name];
      return typeof text === 'string' ? [[key, readOption(key, text)]] : [];
    }),
  );
}

function readOption<K extends OptionKey>(key: K, text: string): ViewOptions[K] {
  const { name, codec, isList = false } = viewOption(key);
  const read = z.safeDecode(codec, text);
  if (read.success) return read.data;
  const { unread } = isList ? itemsOf(codec, text) : { unread: [] };
  throw refusedValue(`--${name}`, unread.join(',') || text, read.error, 'Give fewer, or another');
}
