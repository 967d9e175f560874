import { BORDER_SIDE_WORDS } from '../text/border-sides.ts';
import { PROVINCES } from '../../geo/region.ts';
import { GROUP_OF, GROUPS, INCIDENT_TYPES, type IncidentType } from '../../geo/model/incident.ts';
import { isOn, NO_FILTERS, type FilterKey, type Filters } from '../../geo/store/filter.ts';
import type { Units } from '../choices.ts';
import { acrossText, distanceRangeText, FILTER_NAMES, killedText, stretchText } from '../text/filters.ts';
import { CONFIDENCE_LABELS, COUNTRY_LABELS, GROUP_LABELS, SIDE_LABELS, TYPE_LABELS } from '../text/labels.ts';
import { withOut, withoutAny } from './choice.ts';

/** One thing that is filtered by, in words, and the change that takes it away. */
export interface Chip {
  key: FilterKey;
  text: string;
  removed: Partial<Filters>;
}

/** What a filter's chips are worded with. */
interface ChipWording {
  units: Units;
  districtName: (id: string) => string;
}

/** One chip of a filter: its words, and what is left of the filter without it. */
interface ChipPart<T> {
  text: string;
  left: T;
}

type Parts = {
  readonly [K in FilterKey]: (wanted: NonNullable<Filters[K]>, wording: ChipWording) => ChipPart<Filters[K]>[];
};

/** The chips of each filter that is on, in the order of the panel. A whole group of types is one chip. */
const PARTS: Parts = {
  text: (text) => [{ text: `“${text.trim()}”`, left: '' }],
  types: (wanted) => typesInWords(wanted).map(({ text, types }) => ({ text, left: withoutAny(wanted, types) })),
  sides: (wanted) => eachOf(wanted, (side) => SIDE_LABELS[side]),
  actors: (wanted) => eachOf(wanted, (name) => name),
  districts: (wanted, { districtName }) => eachOf(wanted, districtName),
  provinces: (wanted) => eachOf(wanted, (province) => PROVINCES[province]),
  countries: (wanted) => eachOf(wanted, (country) => COUNTRY_LABELS[country]),
  deaths: (wanted) => [{ text: killedText(wanted), left: null }],
  borderKm: (wanted, { units }) => [{ text: distanceRangeText(wanted, units), left: null }],
  borderSide: (wanted) => [{ text: BORDER_SIDE_WORDS.owned[wanted], left: null }],
  alongKm: (wanted, { units }) => [{ text: stretchText(wanted, units), left: null }],
  acrossKm: (wanted, { units }) => [{ text: acrossText(wanted, units), left: null }],
  confidences: (wanted) => eachOf(wanted, (confidence) => `${CONFIDENCE_LABELS[confidence]} confidence`),
  paired: () => [{ text: FILTER_NAMES.paired, left: false }],
  once: () => [{ text: FILTER_NAMES.once, left: false }],
};
const KEYS = Object.keys(PARTS) as FilterKey[];

/** What is on, in words. */
export function chipsOf(filters: Filters, units: Units, districtName: (id: string) => string): Chip[] {
  const on = KEYS.filter((key) => isOn(filters, key));
  // a list that names nothing lets nothing pass
  const namesNothing = on.filter((key) => Array.isArray(filters[key]) && filters[key].length === 0);
  return [
    ...on.flatMap((key) => chipsOfOne(filters, key, { units, districtName })),
    ...namesNothing.map((key) => ({
      key,
      text: `${FILTER_NAMES[key]}: none`,
      removed: { [key]: NO_FILTERS[key] },
    })),
  ];
}

function chipsOfOne<K extends FilterKey>(filters: Filters, key: K, wording: ChipWording): Chip[] {
  const wanted = filters[key];
  if (wanted === null) return [];
  return PARTS[key](wanted, wording).map(({ text, left }) => ({ key, text, removed: { [key]: left } }));
}

function eachOf<T>(wanted: readonly T[], text: (value: T) => string): ChipPart<T[] | null>[] {
  return wanted.map((value) => ({ text: text(value), left: withOut(wanted, value) }));
}

function typesInWords(types: readonly IncidentType[]): { text: string; types: IncidentType[] }[] {
  return GROUPS.flatMap((group) => {
    const all = INCIDENT_TYPES.filter((type) => GROUP_OF[type] === group);
    const chosen = all.filter((type) => types.includes(type));
    if (chosen.length === all.length && all.length > 1) return [{ text: GROUP_LABELS[group], types: all }];
    return chosen.map((type) => ({ text: TYPE_LABELS[type], types: [type] }));
  });
}
