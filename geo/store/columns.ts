import {
  CONFIDENCES,
  DATE_PRECISIONS,
  GROUP_OF,
  GROUPS,
  INCIDENT_TYPES,
  LOCATION_PRECISIONS,
  PLACE_SIDES,
  sideBits,
  type Computed,
  type Position,
  type Recorded,
} from '../model/incident.ts';
import { COUNTRIES, PROVINCE_IDS } from '../region.ts';
import { freed, resized, useUp, type Numbers } from './resize.ts';

/** The code of a value that is not known, in a column of codes. */
export const NO_CODE = 255;
/** The count of deaths or injured that is not known. Never 0. */
export const UNKNOWN = -1;
/** The index of no district. */
export const NO_DISTRICT = -1;
/** So many datasets can be in one store: what the column `dataset` and the parts of a merge can count. */
export const MOST_DATASETS = 1 << 16;

/**
 * Incidents as columns of zeros: all that is drawn, filtered, counted or brushed. A code is the index in the list of the
 * model that the column is named for. Written out, as an engine looks properties up more slowly in an object of so many
 * that is put together by name.
 */
export function createColumns(size: number) {
  return {
    /** degrees */
    lon: new Float64Array(size),
    lat: new Float64Array(size),
    /** first and last day */
    start: new Int32Array(size),
    end: new Int32Array(size),
    type: new Uint8Array(size),
    group: new Uint8Array(size),
    /** bit `i` is set where an actor is on side `ACTOR_SIDES[i]` */
    sides: new Uint16Array(size),
    country: new Uint8Array(size),
    datePrecision: new Uint8Array(size),
    locationPrecision: new Uint8Array(size),
    confidence: new Uint8Array(size),
    /** index in the districts, or `NO_DISTRICT` */
    district: new Int32Array(size),
    /** the district of the point, where it is another */
    pointDistrict: new Int32Array(size),
    /** deaths: estimate, lowest, highest; `UNKNOWN` where not known */
    best: new Int32Array(size),
    low: new Int32Array(size),
    high: new Int32Array(size),
    injured: new Int32Array(size),
    /** km; NaN where the location is too coarse */
    borderKm: new Float64Array(size),
    borderKmMin: new Float64Array(size),
    borderKmMax: new Float64Array(size),
    alongKm: new Float64Array(size),
    /** the nearest place on the line, degrees; NaN where the location is too coarse */
    borderLon: new Float64Array(size),
    borderLat: new Float64Array(size),
    /** code in PLACE_SIDES */
    borderSide: new Uint8Array(size),
    /** code in PROVINCE_IDS */
    province: new Uint8Array(size),
    /** index in the datasets, of which there are `MOST_DATASETS` at most */
    dataset: new Uint16Array(size),
  };
}
export type Columns = ReturnType<typeof createColumns>;

const NAMES = Object.keys(createColumns(0)) as (keyof Columns)[];

/** Columns made one by one. */
function mapColumns(make: (name: keyof Columns) => Columns[keyof Columns]): Columns {
  const columns = createColumns(0);
  for (const name of NAMES) columns[name] = make(name) as never;
  return columns;
}

/** The same columns, as quick to look up as those of `createColumns`, after they have been to another thread or a store. */
export function quickColumns(columns: Columns): Columns {
  return mapColumns((name) => columns[name]);
}

/** The same rows, with room for `size` of them, or cut down to so many. What is given is used up. */
export function resizeColumns(columns: Columns, size: number): Columns {
  const other = mapColumns((name) => resized(columns[name], size));
  useUpColumns(columns);
  return other;
}

/** The columns of some rows, in their order. What is given is used up. */
export function reorderColumns(columns: Columns, rows: Uint32Array): Columns {
  const other = mapColumns((name) => {
    const picked = pick(columns[name], rows);
    freed(columns[name]);
    return picked;
  });
  useUpColumns(columns);
  return other;
}

/** What was taken over by other columns throws when it is asked for. */
export function useUpColumns(columns: Columns): void {
  useUp(columns, NAMES, 'These columns were used up: others hold their rows now. Use those that were given for them.');
}

/** The name of each column and the kind of its array. */
export function columnKinds(): [name: string, kind: string][] {
  return Object.entries(createColumns(0)).map(([name, column]) => [name, column.constructor.name]);
}

/** The columns of `size` rows that lie in stretches, each gathered whenever it is asked for. */
export function gatheredColumns(columns: Columns, stretches: Uint32Array, size: number): Columns {
  const gathered = {};
  for (const name of NAMES) {
    const get = () => gather(columns[name], stretches, size);
    Object.defineProperty(gathered, name, { enumerable: true, configurable: true, get });
  }
  return gathered as Columns;
}

/** The values in stretches of rows, the first of each and the one after its last, `size` in all. */
export function gather<A extends Numbers>(column: A, stretches: Uint32Array, size: number): A {
  const gathered = new (column.constructor as new (size: number) => A)(size);
  for (let s = 0, at = 0; s < stretches.length; s += 2) {
    const stretch = column.subarray(stretches[s], stretches[s + 1]);
    gathered.set(stretch, at);
    at += stretch.length;
  }
  return gathered;
}

/** Columns that are gathered when they are asked for, asked for one by one: a generator that rests in between. */
export function* settleColumns(columns: Columns): Generator<undefined, Columns> {
  const gathered = createColumns(0);
  for (const name of NAMES) {
    gathered[name] = columns[name] as never;
    yield;
  }
  return gathered;
}

/** The values of some rows, in their order. */
export function pick<A extends Numbers>(column: A, rows: Uint32Array): A {
  const picked = new (column.constructor as new (size: number) => A)(rows.length);
  for (let i = 0; i < rows.length; i++) picked[i] = column[rows[i]];
  return picked;
}

/** So many rows are merged before a rest. */
const BLOCK = 1 << 17;

/** The columns of several parts in the order of a merge: row `i` is row `rows[i]` of part `parts[i]`. A generator that rests now and then, so that a page can answer in between. */
export function* mergeColumns(
  from: readonly Columns[],
  parts: Uint16Array,
  rows: Uint32Array,
): Generator<undefined, Columns> {
  const merged = createColumns(rows.length);
  for (const name of NAMES) {
    const column = merged[name];
    const sources = from.map((columns) => columns[name]);
    for (let first = 0; first < rows.length; first += BLOCK) {
      const after = Math.min(first + BLOCK, rows.length);
      for (let i = first; i < after; i++) column[i] = sources[parts[i]][rows[i]];
      yield;
    }
  }
  return merged;
}

/** What is known of an incident, and where it was. */
export interface Located {
  recorded: Recorded;
  computed: Computed;
  lon: number;
  lat: number;
  /** where else it was */
  otherPlaces?: readonly Position[];
}

/** Fills a row, but for the codes of districts. */
export function fillRow(
  columns: Columns,
  i: number,
  { recorded: p, computed: c, lon, lat }: Located,
  dayOf: (text: string) => number,
): void {
  columns.lon[i] = lon;
  columns.lat[i] = lat;
  columns.start[i] = dayOf(p.start);
  columns.end[i] = dayOf(p.end);
  columns.type[i] = INCIDENT_TYPES.indexOf(p.type);
  columns.group[i] = GROUPS.indexOf(GROUP_OF[p.type]);
  columns.sides[i] = sideBits(p.actors);
  columns.country[i] = codeOf(COUNTRIES, p.country);
  columns.datePrecision[i] = DATE_PRECISIONS.indexOf(p.datePrecision);
  columns.locationPrecision[i] = LOCATION_PRECISIONS.indexOf(p.locationPrecision);
  columns.confidence[i] = codeOf(CONFIDENCES, p.confidence);
  columns.best[i] = p.fatalities.best ?? UNKNOWN;
  columns.low[i] = p.fatalities.low ?? UNKNOWN;
  columns.high[i] = p.fatalities.high ?? UNKNOWN;
  columns.injured[i] = p.injured ?? UNKNOWN;
  columns.borderKm[i] = c.borderKm ?? NaN;
  columns.borderKmMin[i] = c.borderKmMin ?? NaN;
  columns.borderKmMax[i] = c.borderKmMax ?? NaN;
  columns.alongKm[i] = c.alongKm ?? NaN;
  columns.borderLon[i] = c.borderPoint?.[0] ?? NaN;
  columns.borderLat[i] = c.borderPoint?.[1] ?? NaN;
  columns.borderSide[i] = codeOf(PLACE_SIDES, c.side);
  columns.province[i] = codeOf(PROVINCE_IDS, c.province);
}

function codeOf<T>(list: readonly T[], value: T | null): number {
  return value === null ? NO_CODE : list.indexOf(value);
}

/** What fillRow wrote of the computed properties, but for the districts. */
export function computedOf(columns: Columns, i: number): Omit<Computed, 'district' | 'districtByPoint'> {
  const lon = columns.borderLon[i];
  return {
    borderKm: known(columns.borderKm[i]),
    borderKmMin: known(columns.borderKmMin[i]),
    borderKmMax: known(columns.borderKmMax[i]),
    borderPoint: Number.isNaN(lon) ? null : [lon, columns.borderLat[i]],
    side: PLACE_SIDES[columns.borderSide[i]] ?? null,
    province: PROVINCE_IDS[columns.province[i]] ?? null,
    alongKm: known(columns.alongKm[i]),
  };
}

function known(km: number): number | null {
  return Number.isNaN(km) ? null : km;
}
