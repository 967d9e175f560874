import * as z from 'zod';
import { BORDER_SIDES } from '../region.ts';
import { ACTOR_SIDES, CONFIDENCES, INCIDENT_TYPES } from '../model/incident.ts';
import { COUNTRIES } from '../region.ts';
import { acrossKm } from './across.ts';
import { perStore } from './per-store.ts';
import { WORD_KEYS } from './rows.ts';
import { NO_CODE, NO_DISTRICT, UNKNOWN, type Store } from './store.ts';
import { containsWord } from './texts.ts';

const range = z.strictObject({ min: z.number().nullable(), max: z.number().nullable() });

/** What the reader wants to see. `null` lets everything pass; a list lets pass what it names. */
export const filtersSchema = z.strictObject({
  types: z.array(z.enum(INCIDENT_TYPES)).nullable(),
  /** at least one actor on one of these sides */
  sides: z.array(z.enum(ACTOR_SIDES)).nullable(),
  /** ids */
  districts: z.array(z.string()).nullable(),
  countries: z.array(z.enum(COUNTRIES)).nullable(),
  confidences: z.array(z.enum(CONFIDENCES)).nullable(),
  /** best estimate of the killed; incidents with unknown deaths pass only without this filter */
  deaths: range.nullable(),
  /** km from the Durand Line; locations too coarse for a figure pass only without this filter */
  borderKm: range.nullable(),
  /** the side of the Durand Line that the place is on */
  borderSide: z.enum(BORDER_SIDES).nullable(),
  /** km along the Durand Line of its nearest point */
  alongKm: range.nullable(),
  /** km across the Durand Line, negative on the Afghan side; locations too coarse pass only without this filter */
  acrossKm: range.nullable(),
  /** every word must occur */
  text: z.string(),
});
export type Filters = z.infer<typeof filtersSchema>;
export type Range = z.infer<typeof range>;

/** Everything passes. */
export const NO_FILTERS: Filters = Object.freeze({
  types: null,
  sides: null,
  districts: null,
  countries: null,
  confidences: null,
  deaths: null,
  borderKm: null,
  borderSide: null,
  alongKm: null,
  acrossKm: null,
  text: '',
});

/** The filters, in the order of their bits in `failures`. */
export const FILTER_KEYS = [
  'types',
  'sides',
  'districts',
  'countries',
  'confidences',
  'deaths',
  'borderKm',
  'borderSide',
  'alongKm',
  'acrossKm',
  'text',
] as const satisfies readonly (keyof Filters)[];
export type FilterKey = (typeof FILTER_KEYS)[number];

/** The bit of each filter in `failures`. */
export const FILTER_BITS = Object.fromEntries(FILTER_KEYS.map((key, i) => [key, 1 << i])) as Record<FilterKey, number>;

/** Whether a filter is on. */
export function isOn(filters: Filters, key: FilterKey): boolean {
  return key === 'text' ? filters.text.trim() !== '' : filters[key] !== null;
}

/**
 * For each row the filters that it fails: bit `i` is set where it fails `FILTER_KEYS[i]`. All masks and the counts of
 * all choices come from it. Time is no filter: see `meets`.
 */
export function failures(store: Store, filters: Filters): Uint16Array {
  const failed = new Uint16Array(store.size);
  const [c, bit] = [store.columns, FILTER_BITS];
  failCodes(failed, bit.types, c.type, INCIDENT_TYPES, filters.types);
  failSides(failed, bit.sides, c.sides, filters.sides);
  failDistricts(failed, bit.districts, store, filters.districts);
  failCodes(failed, bit.countries, c.country, COUNTRIES, filters.countries);
  failCodes(failed, bit.confidences, c.confidence, CONFIDENCES, filters.confidences);
  failRange(failed, bit.deaths, c.best, filters.deaths, UNKNOWN);
  failRange(failed, bit.borderKm, c.borderKm, filters.borderKm, NaN);
  failCodes(failed, bit.borderSide, c.borderSide, BORDER_SIDES, filters.borderSide && [filters.borderSide]);
  failRange(failed, bit.alongKm, c.alongKm, filters.alongKm, NaN);
  failAcross(failed, bit.acrossKm, store, filters.acrossKm);
  if (isOn(filters, 'text')) failText(failed, bit.text, store, filters.text);
  return failed;
}

/** Which rows pass all filters, or all but one: 1 where a row does, 0 where not. */
export function maskOf(failed: Uint16Array, but?: FilterKey): Uint8Array {
  const counted = but === undefined ? 0xffff : 0xffff & ~FILTER_BITS[but];
  const mask = new Uint8Array(failed.length);
  for (let i = 0; i < mask.length; i++) mask[i] = (failed[i] & counted) === 0 ? 1 : 0;
  return mask;
}

/** Which rows pass the filters: 1 where one does, 0 where not. */
export function filterMask(store: Store, filters: Filters): Uint8Array {
  return maskOf(failures(store, filters));
}

function failCodes<T>(
  failed: Uint16Array,
  bit: number,
  codes: Uint8Array,
  names: readonly T[],
  wanted: readonly T[] | null,
): void {
  if (!wanted) return;
  const fails = new Uint16Array(NO_CODE + 1).fill(bit);
  for (const name of wanted) fails[names.indexOf(name)] = 0;
  for (let i = 0; i < failed.length; i++) failed[i] |= fails[codes[i]];
}

function failSides(failed: Uint16Array, bit: number, sides: Uint16Array, wanted: Filters['sides']): void {
  if (!wanted) return;
  const bits = wanted.reduce((all, side) => all | (1 << ACTOR_SIDES.indexOf(side)), 0);
  for (let i = 0; i < failed.length; i++) if (!(sides[i] & bits)) failed[i] |= bit;
}

function failDistricts(failed: Uint16Array, bit: number, store: Store, wanted: Filters['districts']): void {
  if (!wanted) return;
  const ids = new Set(wanted);
  const fails = Uint16Array.of(bit, ...store.districts.map(({ id }) => (ids.has(id) ? 0 : bit)));
  const { district } = store.columns;
  for (let i = 0; i < failed.length; i++) failed[i] |= fails[district[i] - NO_DISTRICT];
}

function failRange(
  failed: Uint16Array,
  bit: number,
  values: Int32Array | Float64Array,
  wanted: Range | null,
  unknown: number,
): void {
  if (!wanted) return;
  const [min, max] = [wanted.min ?? -Infinity, wanted.max ?? Infinity];
  for (let i = 0; i < failed.length; i++) {
    const value = values[i];
    if (value === unknown || !(value >= min && value <= max)) failed[i] |= bit;
  }
}

function failAcross(failed: Uint16Array, bit: number, store: Store, wanted: Range | null): void {
  if (!wanted) return;
  const [min, max] = [wanted.min ?? -Infinity, wanted.max ?? Infinity];
  for (let i = 0; i < failed.length; i++) {
    const km = acrossKm(store, i);
    if (!(km >= min && km <= max)) failed[i] |= bit;
  }
}

function failText(failed: Uint16Array, bit: number, store: Store, wanted: string): void {
  const passes = new Uint8Array(failed.length).fill(1);
  keepText(passes, store, wanted);
  for (let i = 0; i < failed.length; i++) if (!passes[i]) failed[i] |= bit;
}

/** Each word must occur in one of the row's texts. Texts that many rows share are searched once. */
function keepText(mask: Uint8Array, store: Store, wanted: string): void {
  for (const word of wanted.toLowerCase().split(/\s+/).filter(Boolean)) {
    const found = new Uint8Array(mask.length);
    const has = (text: string) => Number(text.includes(word));
    lowerCaseWords(store).forEach((list, k) =>
      markCoded(found, store.words[WORD_KEYS[k]].codes, Uint8Array.from(list, has), 0),
    );
    const inDistrict = Uint8Array.from([0, ...store.districts.map(({ name }) => has(name.toLowerCase()))]);
    markCoded(found, store.columns.district, inDistrict, NO_DISTRICT);
    markCoded(found, store.columns.pointDistrict, inDistrict, NO_DISTRICT);
    const inId = containsWord(store.ids, word);
    for (let i = 0; i < mask.length; i++) if (mask[i] && !found[i] && !inId(i)) mask[i] = 0;
  }
}

/** Marks the rows whose code is a hit; `hits` begins with the code `first`. */
function markCoded(found: Uint8Array, codes: Uint32Array | Int32Array, hits: Uint8Array, first: number): void {
  if (!hits.includes(1)) return;
  for (let i = 0; i < found.length; i++) found[i] |= hits[codes[i] - first];
}

const lowerCaseWords = perStore(({ words }) =>
  WORD_KEYS.map((key) => words[key].list.map((text) => text.toLowerCase())),
);
