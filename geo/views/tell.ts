import { dayOf, formatDay, partsOf, type Day } from '../model/day.ts';
import { ACTOR_SIDES, DATE_PRECISIONS, GROUPS, INCIDENT_TYPES, PLACE_SIDES } from '../model/incident.ts';
import { PROVINCE_IDS } from '../region.ts';
import { actorNames } from '../store/named.ts';
import { perStore } from '../store/per-store.ts';
import { BAND_LIMITS, bandOf } from '../store/profile.ts';
import { NO_CODE, type Store } from '../store/store.ts';
import type { Dimension } from './dimensions.ts';

/** A value of a dimension: a year, an id or a name; `null` is what has none, or none that is known. */
export type DimensionValue = string | number | null;

/** How a dimension tells the rows of a store apart. */
export interface Telling {
  /** the code of each row, from 0 */
  of: Int32Array | Uint32Array | Uint16Array | Uint8Array;
  /** one more than the highest code */
  codes: number;
  /** the places in `values` of a code, one or more; `null` where a code is a place by itself */
  places: ((code: number) => readonly number[]) | null;
  /** how many values there are, in their order; the last is `null` */
  values: number;
  value: (place: number) => DimensionValue;
}

/** How each dimension tells them apart; made once for each store. */
export const TELLINGS: { readonly [D in Exclude<Dimension, 'dataset'>]: (store: Store) => Telling } = {
  year: byFirstDay({
    stepOf: ({ year }) => year,
    value: (year) => year,
  }),
  quarter: byFirstDay({
    stepOf: ({ year, month }) => year * 4 + Math.floor((month - 1) / 3),
    value: (quarter) => `${yearWritten(Math.floor(quarter / 4))}-Q${(((quarter % 4) + 4) % 4) + 1}`,
  }),
  month: byFirstDay({
    stepOf: ({ year, month }) => year * 12 + month - 1,
    value: (month) =>
      `${yearWritten(Math.floor(month / 12))}-${String((((month % 12) + 12) % 12) + 1).padStart(2, '0')}`,
  }),
  weekday: perStore(({ columns: { start, datePrecision } }) => {
    const none = WEEKDAYS.length;
    const of = new Uint8Array(start.length);
    for (let i = 0; i < of.length; i++) of[i] = datePrecision[i] === TO_THE_DAY ? weekdayOf(start[i]) : none;
    return listed(of, WEEKDAYS);
  }),
  band: perStore(({ columns: { borderKm } }) => {
    const of = new Uint8Array(borderKm.length);
    for (let i = 0; i < of.length; i++) of[i] = Number.isNaN(borderKm[i]) ? BANDS.length : bandOf(borderKm[i]);
    return listed(of, BANDS);
  }),
  line: perStore(({ columns: { borderSide } }) => listed(withNone(borderSide, PLACE_SIDES.length), PLACE_SIDES)),
  district: perStore(({ columns: { district }, districts }) => {
    const byName = districts.map((_, code) => code).sort((a, b) => order(districts[a].name, districts[b].name));
    const places = new Int32Array(districts.length);
    byName.forEach((code, place) => (places[code] = place));
    const of = new Int32Array(district.length);
    for (let i = 0; i < of.length; i++) of[i] = district[i] < 0 ? districts.length : places[district[i]];
    return listed(
      of,
      byName.map((code) => districts[code].id),
    );
  }),
  province: perStore(({ columns: { province } }) => listed(withNone(province, PROVINCE_IDS.length), PROVINCE_IDS)),
  type: perStore(({ columns: { type } }) => listed(type, INCIDENT_TYPES)),
  kind: perStore(({ columns: { group } }) => listed(group, GROUPS)),
  side: perStore(({ columns: { sides } }) => ({
    ...listed(sides, ACTOR_SIDES),
    codes: 1 << ACTOR_SIDES.length,
    places: (bits) =>
      orNone(
        SIDE_PLACES.filter((place) => (bits >> place) & 1),
        ACTOR_SIDES.length,
      ),
  })),
  group: perStore((store) => {
    const { names, ofCode } = actorNames(store);
    const byName = names.map((_, at) => at).sort((a, b) => order(names[a], names[b]));
    const places = new Int32Array(names.length);
    byName.forEach((at, place) => (places[at] = place));
    const placesOf = ofCode.map((named) =>
      orNone(
        Array.from(named, (at) => places[at]),
        names.length,
      ),
    );
    const { codes } = store.words.actors;
    return {
      ...listed(
        codes,
        byName.map((at) => names[at]),
      ),
      codes: ofCode.length,
      places: (code) => placesOf[code],
    };
  }),
};

/** By the file or dataset that a row came with. */
export function byDataset({ columns: { dataset } }: Store, names: readonly string[]): Telling {
  return listed(dataset, names);
}

const SIDE_PLACES = ACTOR_SIDES.map((_, place) => place);

export const WEEKDAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;

/** 0 is Monday: 1970-01-01 was a Thursday. */
function weekdayOf(day: Day): number {
  return (((day + 3) % 7) + 7) % 7;
}

/** The bands of the distance panel. */
export const BANDS: readonly string[] = BAND_LIMITS.map((from, i) =>
  i + 1 < BAND_LIMITS.length ? `${from}-${BAND_LIMITS[i + 1]}` : `${from}+`,
);

const TO_THE_DAY = DATE_PRECISIONS.indexOf('day');

/** By a step in time of the first day, as the histogram counts. The rows are sorted by it: each day is asked for once. */
function byFirstDay({
  stepOf,
  value,
}: {
  stepOf: (parts: ReturnType<typeof partsOf>) => number;
  value: (step: number) => DimensionValue;
}): (store: Store) => Telling {
  return perStore(({ columns: { start } }) => {
    const of = new Int32Array(start.length);
    const first = start.length === 0 ? 0 : stepOf(partsOf(start[0]));
    let [day, place] = [NaN, 0];
    for (let i = 0; i < of.length; i++) {
      if (start[i] !== day) [day, place] = [start[i], stepOf(partsOf(start[i])) - first];
      of[i] = place;
    }
    const none = start.length === 0 ? 0 : place + 1;
    return {
      of,
      codes: none + 1,
      places: null,
      values: none + 1,
      value: (at) => (at === none ? null : value(first + at)),
    };
  });
}

/** A year as a day begins with it: with a sign and six digits before 0 and after 9999. */
function yearWritten(year: number): string {
  return year >= 0 && year <= 9999 ? String(year).padStart(4, '0') : formatDay(dayOf(year, 1, 1)).slice(0, -6);
}

function listed(of: Telling['of'], names: readonly string[]): Telling {
  const values = names.length + 1;
  return { of, codes: values, places: null, values, value: (place) => names[place] ?? null };
}

/** Codes of a list, with its length for those that have none. */
function withNone(codes: Uint8Array, none: number): Uint8Array {
  const of = new Uint8Array(codes.length);
  for (let i = 0; i < of.length; i++) of[i] = codes[i] === NO_CODE ? none : codes[i];
  return of;
}

function orNone(places: readonly number[], none: number): readonly number[] {
  return places.length > 0 ? places : [none];
}

/** Order by code units, the same everywhere. */
function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
