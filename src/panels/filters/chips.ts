import { GROUP_OF, GROUPS, INCIDENT_TYPES, type IncidentType } from '../../../geo/model/incident.ts';
import { isOn, type FilterKey, type Filters } from '../../../geo/store/filter.ts';
import type { Units } from '../../choices.ts';
import {
  acrossText,
  BORDER_SIDE_LABELS,
  distanceRangeText,
  FILTER_NAMES,
  killedText,
  stretchText,
} from '../../text/filters.ts';
import { CONFIDENCE_LABELS, COUNTRY_LABELS, GROUP_LABELS, SIDE_LABELS, TYPE_LABELS } from '../../text/labels.ts';
import { withOut, withoutAny } from './choice.ts';

/** One thing that is filtered by, in words, and the change that takes it away. */
export interface Chip {
  key: FilterKey;
  text: string;
  removed: Partial<Filters>;
}

/** What is on, in the order of the panel. A whole group of types is one chip. */
export function chipsOf(filters: Filters, units: Units, districtName: (id: string) => string): Chip[] {
  const chips: Chip[] = [];
  const add = (key: FilterKey, text: string, removed: Partial<Filters>) => chips.push({ key, text, removed });

  if (isOn(filters, 'text')) add('text', `“${filters.text.trim()}”`, { text: '' });
  for (const { text, types } of typesInWords(filters.types ?? [])) {
    add('types', text, { types: withoutAny(filters.types, types) });
  }
  for (const side of filters.sides ?? []) add('sides', SIDE_LABELS[side], { sides: withOut(filters.sides, side) });
  for (const id of filters.districts ?? []) {
    add('districts', districtName(id), { districts: withOut(filters.districts, id) });
  }
  for (const country of filters.countries ?? []) {
    add('countries', COUNTRY_LABELS[country], { countries: withOut(filters.countries, country) });
  }
  if (filters.deaths) add('deaths', killedText(filters.deaths), { deaths: null });
  if (filters.borderKm) add('borderKm', distanceRangeText(filters.borderKm, units), { borderKm: null });
  if (filters.borderSide) add('borderSide', BORDER_SIDE_LABELS[filters.borderSide], { borderSide: null });
  if (filters.alongKm) add('alongKm', stretchText(filters.alongKm), { alongKm: null });
  if (filters.acrossKm) add('acrossKm', acrossText(filters.acrossKm, units), { acrossKm: null });
  for (const confidence of filters.confidences ?? []) {
    add('confidences', `${CONFIDENCE_LABELS[confidence]} confidence`, {
      confidences: withOut(filters.confidences, confidence),
    });
  }
  // a list that names nothing lets nothing pass
  for (const key of ['types', 'sides', 'districts', 'countries', 'confidences'] as const) {
    if (filters[key]?.length === 0) add(key, `${FILTER_NAMES[key]}: none`, { [key]: null });
  }
  return chips;
}

function typesInWords(types: readonly IncidentType[]): { text: string; types: IncidentType[] }[] {
  return GROUPS.flatMap((group) => {
    const all = INCIDENT_TYPES.filter((type) => GROUP_OF[type] === group);
    const chosen = all.filter((type) => types.includes(type));
    if (chosen.length === all.length && all.length > 1) return [{ text: GROUP_LABELS[group], types: all }];
    return chosen.map((type) => ({ text: TYPE_LABELS[type], types: [type] }));
  });
}
