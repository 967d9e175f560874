import * as z from 'zod/mini';
import { formatDay, parseDay } from '../model/day.ts';
import { FILTER_RULES, type FilterKey, type Filters, type Range } from './filter.ts';

/** A number as links and commands write it. */
export const numberText = z.string().check(
  z.regex(/^-?\d+(\.\d+)?(e[+-]\d+)?$/),
  z.refine((text) => Number.isFinite(Number(text))),
);

/** Of a list that names something twice it is taken once. */
const list = <S extends z.ZodMiniType<string[], string[]>>(schema: S) =>
  z.codec(z.string(), schema, {
    decode: (text) => (text === '' ? [] : [...new Set(text.split(','))]) as z.input<S>,
    encode: (values) => values.join(','),
  });

/** Names, which may hold commas, with a bar between; a bar within one is written twice. */
const names = z.codec(z.string(), z.array(z.string()), {
  decode: (text) => [...new Set(text.match(/(?:[^|]|\|\|)+/g) ?? [])].map((name) => name.replaceAll('||', '|')),
  encode: (values) => values.map((name) => name.replaceAll('|', '||')).join('|'),
});

/** Bounds that cross are a slip: they are neither read nor written. */
const range = z.codec(
  z.string().check(
    z.refine((text) => {
      const ends = text.split('..');
      if (ends.length !== 2 || !ends.every((end) => end === '' || numberText.safeParse(end).success)) return false;
      return ends.includes('') || Number(ends[0]) <= Number(ends[1]);
    }, 'is not written as 5..25'),
  ),
  z.custom<Range>(),
  {
    decode: (text) => {
      const [min, max] = text.split('..').map((end) => (end === '' ? null : Number(end)));
      return { min, max };
    },
    encode: ({ min, max }) => `${min ?? ''}..${max ?? ''}`,
  },
);

/** Whether something is on, as links and commands write it. */
export const onText = z.codec(z.enum(['1', '0']), z.boolean(), {
  decode: (text) => text === '1',
  encode: (yes) => (yes ? '1' : '0'),
});

/** One of some numbers. */
export const oneOf = <N extends number>(numbers: readonly N[]) =>
  z.codec(
    z
      .string()
      .check(z.refine((text) => numbers.some((one) => String(one) === text), `is not one of ${numbers.join(', ')}`)),
    z.custom<N>(),
    { decode: (text) => Number(text) as N, encode: String },
  );

/** First and last day. */
export const daysText = z.codec(
  z.string().check(
    z.refine((text) => {
      const ends = text.split('/').map(parseDay);
      return ends.length === 2 && ends[0] !== null && ends[1] !== null;
    }, 'is not written as 2025-01-01/2025-12-31'),
  ),
  z.object({ start: z.int(), end: z.int() }),
  {
    decode: (text) => {
      const [start, end] = text.split('/').map((day) => parseDay(day) ?? 0);
      return { start, end };
    },
    encode: ({ start, end }) => `${formatDay(start)}/${formatDay(end)}`,
  },
);

/** How a filter is written: its name, and its values. */
export interface WrittenFilter<T> {
  name: string;
  codec: z.ZodMiniType<T, string>;
  /** A list, each item of which can be read alone. */
  isList?: boolean;
}

/** Of a list's items those that its codec reads alone, and those that it does not. */
export function itemsOf(codec: z.ZodMiniType<unknown, string>, text: string): { read: string[]; unread: string[] } {
  const items = text.split(',');
  const isRead = (item: string) => item !== '' && z.safeDecode(codec, item).success;
  return { read: items.filter(isRead), unread: items.filter((item) => !isRead(item)) };
}

const { types, sides, provinces, countries, confidences, borderSide } = FILTER_RULES;

/** Every filter as it is written in the page's address and on the command line. */
export const WRITTEN_FILTERS = {
  types: { name: 'types', codec: list(types.schema.def.innerType), isList: true },
  sides: { name: 'sides', codec: list(sides.schema.def.innerType), isList: true },
  actors: { name: 'actors', codec: names },
  districts: { name: 'districts', codec: list(z.array(z.string())) },
  provinces: { name: 'provinces', codec: list(provinces.schema.def.innerType), isList: true },
  countries: { name: 'countries', codec: list(countries.schema.def.innerType), isList: true },
  confidences: { name: 'confidence', codec: list(confidences.schema.def.innerType), isList: true },
  deaths: { name: 'deaths', codec: range },
  borderKm: { name: 'border', codec: range },
  borderSide: { name: 'side', codec: borderSide.schema.def.innerType },
  alongKm: { name: 'along', codec: range },
  acrossKm: { name: 'across', codec: range },
  text: { name: 'q', codec: z.string() },
  once: { name: 'once', codec: onText },
  paired: { name: 'pairs', codec: onText },
} as const satisfies { [K in FilterKey]: WrittenFilter<NonNullable<Filters[K]>> };

const writtenFilters: { readonly [K in FilterKey]: WrittenFilter<NonNullable<Filters[K]>> } = WRITTEN_FILTERS;

/** How one filter is written. */
export function writtenFilter<K extends FilterKey>(key: K): WrittenFilter<NonNullable<Filters[K]>> {
  return writtenFilters[key];
}
