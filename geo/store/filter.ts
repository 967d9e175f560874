import * as z from 'zod/mini';
import { COUNTRIES, PROVINCE_IDS } from '../region.ts';
import { ACTOR_SIDES, CONFIDENCES, INCIDENT_TYPES, PLACE_SIDES, type ActorSide } from '../model/incident.ts';
import { districtNames } from '../ground/district-names.ts';
import { provinceNames } from '../ground/province-names.ts';
import { mayLieAcross } from './across.ts';
import { actorNames, createNaming } from './named.ts';
import type { Pairs } from './pairs.ts';
import { perStore } from './per-store.ts';
import { WORD_KEYS } from './rows.ts';
import { createFinder, searched, type Searched } from './search.ts';
import { NO_CODE, NO_DISTRICT, UNKNOWN, type Store } from './store.ts';
import { containsWord } from './texts.ts';

/** A filter: what it may be, what it is while it lets everything pass, and which rows fail it. */
interface Rule<T> {
  schema: z.ZodMiniType<T>;
  none: T;
  /** Whether it is on, where that is more than to differ from `none`. */
  isOn?: (wanted: T) => boolean;
  /** Sets the bit of each row that fails. Asked only while the filter is on. */
  fail: (failed: Uint16Array, bit: number, store: Store, wanted: NonNullable<T>, pairs: Pairs | null) => void;
}

/** The rule with the type of its schema kept, for those who make more of it. */
function rule<S extends z.ZodMiniType>(made: { schema: S } & Rule<z.output<S>>) {
  return made;
}

const range = z.strictObject({ min: z.nullable(z.number()), max: z.nullable(z.number()) });
export type Range = z.infer<typeof range>;

/**
 * What the reader may want to see: all that a filter is stands in its entry. `null` lets everything pass; a list lets
 * pass what it names. Bounds never let pass what is not known.
 */
export const FILTER_RULES = {
  types: rule({
    schema: z.nullable(z.array(z.enum(INCIDENT_TYPES))),
    none: null,
    fail: (failed, bit, { columns }, wanted) => failCodes(failed, bit, columns.type, INCIDENT_TYPES, wanted),
  }),
  /** at least one actor on one of these sides */
  sides: rule({
    schema: z.nullable(z.array(z.enum(ACTOR_SIDES))),
    none: null,
    fail: failSides,
  }),
  /** at least one of these named, as `actorNames` has them */
  actors: rule({
    schema: z.nullable(z.array(z.string())),
    none: null,
    fail: failActors,
  }),
  /** ids */
  districts: rule({
    schema: z.nullable(z.array(z.string())),
    none: null,
    fail: failDistricts,
  }),
  /** ids */
  provinces: rule({
    schema: z.nullable(z.array(z.enum(PROVINCE_IDS))),
    none: null,
    fail: (failed, bit, { columns }, wanted) => failCodes(failed, bit, columns.province, PROVINCE_IDS, wanted),
  }),
  countries: rule({
    schema: z.nullable(z.array(z.enum(COUNTRIES))),
    none: null,
    fail: (failed, bit, { columns }, wanted) => failCodes(failed, bit, columns.country, COUNTRIES, wanted),
  }),
  confidences: rule({
    schema: z.nullable(z.array(z.enum(CONFIDENCES))),
    none: null,
    fail: (failed, bit, { columns }, wanted) => failCodes(failed, bit, columns.confidence, CONFIDENCES, wanted),
  }),
  /** best estimate of the killed; incidents with unknown deaths pass only without this filter */
  deaths: rule({
    schema: z.nullable(range),
    none: null,
    fail: (failed, bit, { columns }, wanted) => failRange(failed, bit, columns.best, wanted, UNKNOWN),
  }),
  /** km from the Durand Line; locations too coarse for a figure pass only without this filter */
  borderKm: rule({
    schema: z.nullable(range),
    none: null,
    fail: (failed, bit, { columns }, wanted) => failRange(failed, bit, columns.borderKm, wanted, NaN),
  }),
  /** the side of the Durand Line that the place is on, or that this is undecided */
  borderSide: rule({
    schema: z.nullable(z.enum(PLACE_SIDES)),
    none: null,
    fail: (failed, bit, { columns }, wanted) => failCodes(failed, bit, columns.borderSide, PLACE_SIDES, [wanted]),
  }),
  /** km along the Durand Line of its nearest point */
  alongKm: rule({
    schema: z.nullable(range),
    none: null,
    fail: (failed, bit, { columns }, wanted) => failRange(failed, bit, columns.alongKm, wanted, NaN),
  }),
  /** km across the Durand Line, negative on the Afghan side, as `mayLieAcross` has it; locations too coarse pass only without this filter */
  acrossKm: rule({
    schema: z.nullable(range),
    none: null,
    fail: failAcross,
  }),
  /** every word must begin one of the row's words, see `createFinder` */
  text: rule({
    schema: z.string(),
    none: '',
    isOn: (wanted) => wanted.trim() !== '',
    fail: failText,
  }),
  /** of rows that probably are one event only that of the earliest dataset */
  once: rule({
    schema: z.boolean(),
    none: false,
    fail: (failed, bit, _store, _wanted, pairs) => pairs?.later.forEach((row) => (failed[row] |= bit)),
  }),
  /** only rows that pair with one of another dataset */
  paired: rule({
    schema: z.boolean(),
    none: false,
    fail: failUnpaired,
  }),
};
export type FilterKey = keyof typeof FILTER_RULES;

/** What the reader wants to see. */
export type Filters = { [K in FilterKey]: z.output<(typeof FILTER_RULES)[K]['schema']> };

/** The filters, in the order of their bits in `failures`. */
export const FILTER_KEYS = Object.keys(FILTER_RULES) as readonly FilterKey[];

/** The bit of each filter in `failures`. */
export const FILTER_BITS = byKey((_, i) => 1 << i);

/** Everything passes. */
export const NO_FILTERS = Object.freeze(byKey((key) => FILTER_RULES[key].none)) as Readonly<Filters>;

/** A record with what `make` gives for each filter. */
export function byKey<T>(make: (key: FilterKey, place: number) => T): Record<FilterKey, T> {
  return Object.fromEntries(FILTER_KEYS.map((key, i) => [key, make(key, i)])) as Record<FilterKey, T>;
}

/** The rules by their keys, for what is the same with all of them. */
const rules: { readonly [K in FilterKey]: Rule<Filters[K]> } = FILTER_RULES;

/** Whether a filter is on. */
export function isOn<K extends FilterKey>(filters: Filters, key: K): boolean {
  const { isOn, none } = rules[key];
  return isOn ? isOn(filters[key]) : filters[key] !== none;
}

/**
 * For each row the filters that it fails: bit `i` is set where it fails `FILTER_KEYS[i]`. All masks and the counts of
 * all choices come from it. Time is no filter: see `meets`. `pairs` are those of the store's rows, see `pairsIn`; `null`
 * where none are known.
 */
export function failures(store: Store, filters: Filters, pairs: Pairs | null = null): Uint16Array {
  const failed = new Uint16Array(store.size);
  for (const key of FILTER_KEYS) failOne(failed, store, filters, pairs, key);
  return failed;
}

function failOne<K extends FilterKey>(
  failed: Uint16Array,
  store: Store,
  filters: Filters,
  pairs: Pairs | null,
  key: K,
): void {
  const wanted = filters[key];
  if (wanted !== null && isOn(filters, key)) rules[key].fail(failed, FILTER_BITS[key], store, wanted, pairs);
}

/** Which rows pass all filters, or all but one: 1 where a row does, 0 where not. */
export function maskOf(failed: Uint16Array, but?: FilterKey): Uint8Array {
  const counted = but === undefined ? 0xffff : 0xffff & ~FILTER_BITS[but];
  const mask = new Uint8Array(failed.length);
  for (let i = 0; i < mask.length; i++) mask[i] = (failed[i] & counted) === 0 ? 1 : 0;
  return mask;
}

/** Which rows pass the filters: 1 where one does, 0 where not. */
export function filterMask(store: Store, filters: Filters, pairs: Pairs | null = null): Uint8Array {
  return maskOf(failures(store, filters, pairs));
}

function failCodes<T>(
  failed: Uint16Array,
  bit: number,
  codes: Uint8Array,
  names: readonly T[],
  wanted: readonly T[],
): void {
  const fails = new Uint16Array(NO_CODE + 1).fill(bit);
  for (const name of wanted) fails[names.indexOf(name)] = 0;
  for (let i = 0; i < failed.length; i++) failed[i] |= fails[codes[i]];
}

function failSides(failed: Uint16Array, bit: number, store: Store, wanted: readonly ActorSide[]): void {
  const { sides } = store.columns;
  const bits = wanted.reduce((all, side) => all | (1 << ACTOR_SIDES.indexOf(side)), 0);
  for (let i = 0; i < failed.length; i++) if (!(sides[i] & bits)) failed[i] |= bit;
}

function failActors(failed: Uint16Array, bit: number, store: Store, wanted: readonly string[]): void {
  const { codes, list } = store.words.actors;
  const isNamed = createNaming(actorNames(store), wanted);
  const fails = Uint16Array.from(list, (_, code) => (isNamed(code) ? 0 : bit));
  for (let i = 0; i < failed.length; i++) failed[i] |= fails[codes[i]];
}

function failDistricts(failed: Uint16Array, bit: number, store: Store, wanted: readonly string[]): void {
  const ids = new Set(wanted);
  const fails = Uint16Array.of(bit, ...store.districts.map(({ id }) => (ids.has(id) ? 0 : bit)));
  const { district } = store.columns;
  for (let i = 0; i < failed.length; i++) failed[i] |= fails[district[i] - NO_DISTRICT];
}

function failRange(
  failed: Uint16Array,
  bit: number,
  values: Int32Array | Float64Array,
  wanted: Range,
  unknown: number,
): void {
  const [min, max] = [wanted.min ?? -Infinity, wanted.max ?? Infinity];
  for (let i = 0; i < failed.length; i++) {
    const value = values[i];
    if (value === unknown || !(value >= min && value <= max)) failed[i] |= bit;
  }
}

function failAcross(failed: Uint16Array, bit: number, store: Store, wanted: Range): void {
  const isIn = mayLieAcross(store, wanted.min ?? -Infinity, wanted.max ?? Infinity);
  for (let i = 0; i < failed.length; i++) if (!isIn(i)) failed[i] |= bit;
}

function failUnpaired(failed: Uint16Array, bit: number, _store: Store, _wanted: boolean, pairs: Pairs | null): void {
  const passes = new Set(pairs && [...pairs.earlier, ...pairs.later]);
  for (let i = 0; i < failed.length; i++) if (!passes.has(i)) failed[i] |= bit;
}

function failText(failed: Uint16Array, bit: number, store: Store, wanted: string): void {
  const passes = new Uint8Array(failed.length).fill(1);
  keepText(passes, store, wanted);
  for (let i = 0; i < failed.length; i++) if (!passes[i]) failed[i] |= bit;
}

/** Each word must stand in one of the row's texts, or in its id. Texts that many rows share are searched once. */
function keepText(mask: Uint8Array, store: Store, wanted: string): void {
  for (const word of wanted.split(/\s+/)) {
    const finds = createFinder(word);
    if (!finds) continue;
    const found = new Uint8Array(mask.length);
    const has = (text: Searched) => Number(finds(text));
    searchedWords(store).forEach((list, k) =>
      markCoded(found, store.words[WORD_KEYS[k]].codes, Uint8Array.from(list, has), 0),
    );
    const inDistrict = Uint8Array.from([0, ...searchedDistricts(store).map(has)]);
    markCoded(found, store.columns.district, inDistrict, NO_DISTRICT);
    markCoded(found, store.columns.pointDistrict, inDistrict, NO_DISTRICT);
    markCoded(found, store.columns.province, inProvince(has), 0);
    const inId = containsWord(store.ids, word);
    for (let i = 0; i < mask.length; i++) if (mask[i] && !found[i] && !inId(i)) mask[i] = 0;
  }
}

/** For each code of a province whether it is a hit. */
function inProvince(has: (text: Searched) => number): Uint8Array {
  const hits = new Uint8Array(NO_CODE + 1);
  hits.set(SEARCHED_PROVINCES.map(has));
  return hits;
}

/** Marks the rows whose code is a hit; `hits` begins with the code `first`. */
function markCoded(
  found: Uint8Array,
  codes: Uint32Array | Int32Array | Uint8Array,
  hits: Uint8Array,
  first: number,
): void {
  if (!hits.includes(1)) return;
  for (let i = 0; i < found.length; i++) found[i] |= hits[codes[i] - first];
}

const searchedWords = perStore(({ words }) => WORD_KEYS.map((key) => words[key].list.map(searched)));

/** What stands for a district, and for a province: its names. */
const searchedDistricts = perStore(({ districts }) =>
  districts.map(({ id, name }) => searched([name, ...districtNames(id)].join('\n'))),
);
const SEARCHED_PROVINCES = PROVINCE_IDS.map((id) => searched(provinceNames(id).join('\n')));
