import type { BorderSide } from '../../geo/region.ts';
import type { FilterKey, Range } from '../../geo/store/filter.ts';
import type { Units } from '../choices.ts';
import { counted, countText, distanceText, UNIT_NAMES, inUnits } from './numbers.ts';

/** The words of the filters. */
export const FILTERS = {
  hint: 'Nothing ticked shows everything. Numbers: incidents in the time on show.',
  types: 'What happened',
  sides: 'Who took part',
  sidesHint: 'Shows incidents with at least one party of these sides.',
  actors: 'Group or party named',
  actorsHint: 'Shows incidents that name at least one of these, be its part stated, suspected or denied.',
  findActor: 'Find a group or party',
  noActor: (text: string) => `Nobody in the data is called “${text}”.`,
  moreFound: (count: number) =>
    counted(count, { one: '{count} more: search for it.', other: '{count} more: search for them.' }),
  districts: 'District',
  districtsHint: 'The 35 districts of Khyber Pakhtunkhwa; incidents elsewhere have none.',
  findDistrict: 'Find a district',
  noDistrict: (text: string) => `No district is called “${text}”.`,
  provinces: 'Province',
  provincesHint: 'Where the place is coarse, the province that the row records.',
  findProvince: 'Find a province',
  noProvince: (text: string) => `No province is called “${text}”.`,
  countries: 'Country',
  killed: 'Killed',
  distance: (units: Units) => `Distance from the Durand Line, ${UNIT_NAMES[units]}`,
  borderSide: 'Side of the Durand Line',
  bothSides: 'Any',
  confidence: 'Confidence of the record',
  text: 'Search',
  textHint: 'Titles, places, districts, provinces, groups, publishers: the beginning of each word.',
  least: 'At least',
  most: 'At most',
  /** A field for a bound, by itself. */
  boundOf: {
    min: ({ what }: { what: string }) => `${what}: at least`,
    max: ({ what }: { what: string }) => `${what}: at most`,
  },
  clearAll: 'Clear all',
  on: 'Filters that are on',
  remove: (what: string) => `Remove filter: ${what}`,
  crossed: (least: number, most: number) => `The least (${least}) is above the most (${most}): nothing fits both.`,
  negative: (value: number) => `${value} is below 0.`,
  shown: (shown: number, all: number) =>
    shown === all
      ? counted(all, { one: 'All {count} incident in this time', other: 'All {count} incidents in this time' })
      : counted(
          all,
          { one: '{shown} of {count} incident in this time', other: '{shown} of {count} incidents in this time' },
          { shown: countText(shown) },
        ),
  leftOut: {
    deaths: (count: number) =>
      counted(count, {
        one: '{count} incident with an unknown number of killed left out.',
        other: '{count} incidents with an unknown number of killed left out.',
      }),
    deathsWould: (count: number) =>
      `Incidents with an unknown number of killed (${countText(count)}) are left out by these bounds.`,
    distance: (count: number) =>
      counted(count, {
        one: '{count} incident left out: the location is too coarse for a distance.',
        other: '{count} incidents left out: the location is too coarse for a distance.',
      }),
    distanceWould: (count: number) =>
      `Incidents whose location is too coarse for a distance (${countText(count)}) are left out by these bounds.`,
  },
  empty: 'No incident fits.',
  showAllTime: (count: number) =>
    counted(count, { one: 'Show all time: {count} incident', other: 'Show all time: {count} incidents' }),
  without: (name: string, count: number) =>
    counted(
      count,
      { one: 'Without “{name}”: {count} incident', other: 'Without “{name}”: {count} incidents' },
      { name },
    ),
  emptyMany: 'Several filters together leave nothing. Remove some of them.',
} as const;

/** What a filter is called in a sentence. */
export const FILTER_NAMES: Readonly<Record<FilterKey, string>> = {
  types: FILTERS.types,
  sides: FILTERS.sides,
  actors: FILTERS.actors,
  districts: FILTERS.districts,
  provinces: FILTERS.provinces,
  countries: FILTERS.countries,
  confidences: FILTERS.confidence,
  deaths: FILTERS.killed,
  borderKm: 'Distance from the Durand Line',
  borderSide: FILTERS.borderSide,
  alongKm: 'Stretch of the Durand Line',
  acrossKm: 'Distance across the Durand Line',
  text: FILTERS.text,
  once: 'Pairs of one event counted once',
  paired: 'Only pairs of one event',
};

const BOUNDS = {
  any: 'any number',
  least: ({ least }: { least: string }) => `at least ${least}`,
  most: ({ most }: { most: string }) => `at most ${most}`,
  both: ({ least, most }: Record<'least' | 'most', string>) => `${least} to ${most}`,
  killed: ({ bounds }: { bounds: string }) => `${bounds} killed`,
  distance: ({ bounds }: { bounds: string }) => `${bounds} from the Durand Line`,
  stretch: {
    km: ({ bounds }) => `kilometre ${bounds} of the Durand Line`,
    mi: ({ bounds }) => `mile ${bounds} of the Durand Line`,
  } satisfies Record<Units, (values: { bounds: string }) => string>,
  across: {
    PK: ({ distance }) => `${distance} on Pakistan’s side`,
    AF: ({ distance }) => `${distance} on Afghanistan’s side`,
  } satisfies Record<BorderSide, (values: { distance: string }) => string>,
} as const;

/** Bounds in words: `5 to 20 killed`, `at least 5 killed`; km in the units chosen. */
export function killedText(range: Range): string {
  return BOUNDS.killed({ bounds: boundsText(range, countText) });
}

/** `10.0 km to 25.0 km from the Durand Line`. */
export function distanceRangeText(range: Range, units: Units): string {
  return BOUNDS.distance({ bounds: boundsText(range, (km) => distanceText(km, units)) });
}

/** `kilometre 100 to 300 of the Durand Line`, `mile 62 to 186 of the Durand Line`. */
export function stretchText(range: Range, units: Units): string {
  return BOUNDS.stretch[units]({ bounds: boundsText(range, (km) => countText(inUnits(km, units))) });
}

/** `25.0 km on Afghanistan’s side to 50.0 km on Pakistan’s side`. */
export function acrossText(range: Range, units: Units): string {
  return boundsText(range, (km) =>
    BOUNDS.across[km < 0 ? 'AF' : 'PK']({ distance: distanceText(Math.abs(km), units) }),
  );
}

function boundsText({ min, max }: Range, text: (value: number) => string): string {
  if (min === null) return max === null ? BOUNDS.any : BOUNDS.most({ most: text(max) });
  return max === null ? BOUNDS.least({ least: text(min) }) : BOUNDS.both({ least: text(min), most: text(max) });
}

/** What is on show, in words: `1 Oct 2025 – 31 Dec 2025; Ambush; at least 5 killed`. */
export function selectionText({ time, filters }: { time: string; filters: readonly string[] }): string {
  return [time, ...filters].join('; ');
}
