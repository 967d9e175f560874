import { ACTOR_SIDES, CONFIDENCES, COUNTRIES, INCIDENT_TYPES } from '../model/incident.ts';
import { BORDER_SIDES } from '../model/border.ts';
import type { Window } from '../time/window.ts';
import { rangeOf } from './count.ts';
import { filterMask, NO_FILTERS, type Filters } from './filter.ts';
import { NO_CODE, NO_DISTRICT, UNKNOWN, type Store } from './store.ts';

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

const BIT = Object.fromEntries(FILTER_KEYS.map((key, i) => [key, 1 << i])) as Record<FilterKey, number>;

/** Incidents that a choice would give in the window while all other filters stay as they are. */
export interface Facets {
  /** in the order of INCIDENT_TYPES */
  types: Uint32Array;
  /** in the order of ACTOR_SIDES */
  sides: Uint32Array;
  /** for each of the store's districts */
  districts: Uint32Array;
  /** in the order of COUNTRIES */
  countries: Uint32Array;
  /** in the order of CONFIDENCES */
  confidences: Uint32Array;
  /** in the order of BORDER_SIDES */
  borderSide: Uint32Array;
  /** incidents that no bounds on the killed let pass: the number is not known */
  deathsUnknown: number;
  /** incidents that no bounds on the distance let pass: the location is too coarse */
  distanceUnknown: number;
  /** for each filter, the incidents that would be shown without it */
  without: Record<FilterKey, number>;
}

/** Whether a filter is on. */
export function isOn(filters: Filters, key: FilterKey): boolean {
  return key === 'text' ? filters.text.trim() !== '' : filters[key] !== null;
}

/** For each row the filters that it fails: bit `i` is set where it fails `FILTER_KEYS[i]`. */
export function failures(store: Store, filters: Filters): Uint16Array {
  const failed = new Uint16Array(store.size);
  for (const key of FILTER_KEYS) {
    if (!isOn(filters, key)) continue;
    const passes = filterMask(store, { ...NO_FILTERS, [key]: filters[key] });
    for (let i = 0; i < failed.length; i++) if (!passes[i]) failed[i] |= BIT[key];
  }
  return failed;
}

/** What each choice would give in the window, from the rows' `failures`. */
export function facetsOf(store: Store, failed: Uint16Array, window: Window): Facets {
  const c = store.columns;
  const facets = emptyFacets(store);
  const { from, to } = rangeOf(store, window);
  const alone = new Uint32Array(1 << FILTER_KEYS.length);
  for (let i = from; i < to; i++) {
    if (c.end[i] < window.start) continue;
    const f = failed[i];
    // a row that fails two filters cannot be had by changing one
    if (f & (f - 1)) continue;
    alone[f]++;
    const counts = (key: FilterKey) => f === 0 || f === BIT[key];
    if (counts('types')) facets.types[c.type[i]]++;
    if (counts('sides')) countBits(facets.sides, c.sides[i]);
    if (counts('districts') && c.district[i] !== NO_DISTRICT) facets.districts[c.district[i]]++;
    if (counts('countries') && c.country[i] !== NO_CODE) facets.countries[c.country[i]]++;
    if (counts('confidences') && c.confidence[i] !== NO_CODE) facets.confidences[c.confidence[i]]++;
    if (counts('borderSide') && c.borderSide[i] !== NO_CODE) facets.borderSide[c.borderSide[i]]++;
    if (counts('deaths') && c.best[i] === UNKNOWN) facets.deathsUnknown++;
    if (counts('borderKm') && Number.isNaN(c.borderKm[i])) facets.distanceUnknown++;
  }
  for (const key of FILTER_KEYS) facets.without[key] = alone[0] + alone[BIT[key]];
  return facets;
}

function emptyFacets(store: Store): Facets {
  return {
    types: new Uint32Array(INCIDENT_TYPES.length),
    sides: new Uint32Array(ACTOR_SIDES.length),
    districts: new Uint32Array(store.districts.length),
    countries: new Uint32Array(COUNTRIES.length),
    confidences: new Uint32Array(CONFIDENCES.length),
    borderSide: new Uint32Array(BORDER_SIDES.length),
    deathsUnknown: 0,
    distanceUnknown: 0,
    without: Object.fromEntries(FILTER_KEYS.map((key) => [key, 0])) as Record<FilterKey, number>,
  };
}

function countBits(counts: Uint32Array, bits: number): void {
  for (let i = 0; bits >> i; i++) if ((bits >> i) & 1) counts[i]++;
}
