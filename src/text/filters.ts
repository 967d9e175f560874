import type { BorderSide } from '../../geo/region.ts';
import type { FilterKey, Range } from '../../geo/store/filter.ts';
import type { Units } from '../choices.ts';
import { countText, distanceText, plural } from './numbers.ts';

/** The words of the filters. */
export const FILTERS = {
  hint: 'Nothing ticked shows everything. Numbers: incidents in the time on show.',
  types: 'What happened',
  sides: 'Who took part',
  sidesHint: 'Shows incidents with at least one party of these sides.',
  districts: 'District',
  districtsHint: 'The 35 districts of Khyber Pakhtunkhwa; incidents elsewhere have none.',
  findDistrict: 'Find a district',
  noDistrict: (text: string) => `No district is called “${text}”.`,
  countries: 'Country',
  killed: 'Killed',
  distance: (units: Units) => `Distance from the Durand Line, ${units}`,
  borderSide: 'Side of the Durand Line',
  bothSides: 'Both',
  confidence: 'Confidence of the record',
  text: 'Search',
  textHint: 'Titles, places, actors, publishers; every word must occur.',
  least: 'At least',
  most: 'At most',
  clearAll: 'Clear all',
  on: 'Filters that are on',
  remove: (what: string) => `Remove filter: ${what}`,
  crossed: (least: number, most: number) => `The least (${least}) is above the most (${most}): nothing fits both.`,
  negative: (value: number) => `${value} is below 0.`,
  shown: (shown: number, all: number) =>
    shown === all
      ? `All ${plural(all, 'incident')} in this time`
      : `${countText(shown)} of ${plural(all, 'incident')} in this time`,
  leftOut: {
    deaths: (count: number) => `${plural(count, 'incident')} with an unknown number of killed left out.`,
    deathsWould: (count: number) =>
      `Incidents with an unknown number of killed (${countText(count)}) are left out by these bounds.`,
    distance: (count: number) => `${plural(count, 'incident')} left out: the location is too coarse for a distance.`,
    distanceWould: (count: number) =>
      `Incidents whose location is too coarse for a distance (${countText(count)}) are left out by these bounds.`,
  },
  empty: 'No incident fits.',
  showAllTime: (count: number) => `Show all time: ${plural(count, 'incident')}`,
  without: (name: string, count: number) => `Without “${name}”: ${plural(count, 'incident')}`,
  emptyMany: 'Several filters together leave nothing. Remove some of them.',
} as const;

/** What a filter is called in a sentence. */
export const FILTER_NAMES: Readonly<Record<FilterKey, string>> = {
  types: FILTERS.types,
  sides: FILTERS.sides,
  districts: FILTERS.districts,
  countries: FILTERS.countries,
  confidences: FILTERS.confidence,
  deaths: FILTERS.killed,
  borderKm: 'Distance from the Durand Line',
  borderSide: FILTERS.borderSide,
  alongKm: 'Stretch of the Durand Line',
  acrossKm: 'Distance across the Durand Line',
  text: FILTERS.text,
};

export const BORDER_SIDE_LABELS: Readonly<Record<BorderSide, string>> = {
  PK: 'Pakistan’s side',
  AF: 'Afghanistan’s side',
};

/** Bounds in words: `5 to 20 killed`, `at least 5 killed`; km in the units chosen. */
export function killedText(range: Range): string {
  return `${boundsText(range, countText)} killed`;
}

/** `10.0 km to 25.0 km from the Durand Line`. */
export function distanceRangeText(range: Range, units: Units): string {
  return `${boundsText(range, (km) => distanceText(km, units))} from the Durand Line`;
}

/** `kilometre 100 to 300 of the Durand Line`. */
export function stretchText(range: Range): string {
  return `kilometre ${boundsText(range, (km) => countText(Math.round(km)))} of the Durand Line`;
}

/** `25.0 km on Afghanistan’s side to 50.0 km on Pakistan’s side`. */
export function acrossText(range: Range, units: Units): string {
  return boundsText(
    range,
    (km) => `${distanceText(Math.abs(km), units)} on ${BORDER_SIDE_LABELS[km < 0 ? 'AF' : 'PK']}`,
  );
}

function boundsText({ min, max }: Range, text: (value: number) => string): string {
  if (min === null) return max === null ? 'any number' : `at most ${text(max)}`;
  return max === null ? `at least ${text(min)}` : `${text(min)} to ${text(max)}`;
}
