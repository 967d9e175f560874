import * as z from 'zod';
import { BORDER_SIDES } from '../model/border.ts';
import { ACTOR_SIDES, CONFIDENCES, COUNTRIES, INCIDENT_TYPES } from '../model/incident.ts';
import { acrossKm } from './across.ts';
import { WORD_KEYS } from './rows.ts';
import { NO_CODE, UNKNOWN, type Store } from './store.ts';
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

/** Which rows pass the filters: 1 where one does, 0 where not. Time is no filter: see `meets`. */
export function filterMask(store: Store, filters: Filters): Uint8Array {
  const mask = new Uint8Array(store.size).fill(1);
  const c = store.columns;
  keepCodes(mask, c.type, INCIDENT_TYPES, filters.types);
  keepCodes(mask, c.country, COUNTRIES, filters.countries);
  keepCodes(mask, c.confidence, CONFIDENCES, filters.confidences);
  keepCodes(mask, c.borderSide, BORDER_SIDES, filters.borderSide && [filters.borderSide]);
  keepSides(mask, c.sides, filters.sides);
  keepDistricts(mask, store, filters.districts);
  keepRange(mask, c.best, filters.deaths, UNKNOWN);
  keepRange(mask, c.borderKm, filters.borderKm, NaN);
  keepRange(mask, c.alongKm, filters.alongKm, NaN);
  keepAcross(mask, store, filters.acrossKm);
  keepText(mask, store, filters.text);
  return mask;
}

function keepCodes<T>(mask: Uint8Array, codes: Uint8Array, names: readonly T[], wanted: readonly T[] | null): void {
  if (!wanted) return;
  const passes = new Uint8Array(NO_CODE + 1);
  for (const name of wanted) passes[names.indexOf(name)] = 1;
  for (let i = 0; i < mask.length; i++) mask[i] &= passes[codes[i]];
}

function keepSides(mask: Uint8Array, sides: Uint16Array, wanted: Filters['sides']): void {
  if (!wanted) return;
  const bits = wanted.reduce((all, side) => all | (1 << ACTOR_SIDES.indexOf(side)), 0);
  for (let i = 0; i < mask.length; i++) if (!(sides[i] & bits)) mask[i] = 0;
}

function keepDistricts(mask: Uint8Array, store: Store, wanted: Filters['districts']): void {
  if (!wanted) return;
  const ids = new Set(wanted);
  const passes = store.districts.map(({ id }) => ids.has(id));
  const { district } = store.columns;
  for (let i = 0; i < mask.length; i++) if (!passes[district[i]]) mask[i] = 0;
}

function keepRange(mask: Uint8Array, values: Int32Array | Float64Array, wanted: Range | null, unknown: number): void {
  if (!wanted) return;
  const [min, max] = [wanted.min ?? -Infinity, wanted.max ?? Infinity];
  for (let i = 0; i < mask.length; i++) {
    const value = values[i];
    if (value === unknown || !(value >= min && value <= max)) mask[i] = 0;
  }
}

function keepAcross(mask: Uint8Array, store: Store, wanted: Range | null): void {
  if (!wanted) return;
  const [min, max] = [wanted.min ?? -Infinity, wanted.max ?? Infinity];
  for (let i = 0; i < mask.length; i++) {
    if (!mask[i]) continue;
    const km = acrossKm(store, i);
    if (!(km >= min && km <= max)) mask[i] = 0;
  }
}

/** Each word must occur in one of the row's texts. Texts that many rows share are searched once. */
function keepText(mask: Uint8Array, store: Store, wanted: string): void {
  for (const word of wanted.toLowerCase().split(/\s+/).filter(Boolean)) {
    const hits = WORD_KEYS.map((key) => ({
      codes: store.words[key].codes,
      has: Uint8Array.from(store.words[key].list, (text) => Number(text.toLowerCase().includes(word))),
    }));
    const inDistrict = store.districts.map(({ name }) => name.toLowerCase().includes(word));
    const inId = containsWord(store.ids, word);
    const { district, pointDistrict } = store.columns;
    for (let i = 0; i < mask.length; i++) {
      if (!mask[i] || inDistrict[district[i]] || inDistrict[pointDistrict[i]]) continue;
      let found = false;
      for (let k = 0; k < hits.length && !found; k++) found = hits[k].has[hits[k].codes[i]] === 1;
      if (!found && !inId(i)) mask[i] = 0;
    }
  }
}
