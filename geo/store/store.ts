import { parseDay } from '../model/day.ts';
import {
  ACTOR_SIDES,
  CONFIDENCES,
  COUNTRIES,
  DATE_PRECISIONS,
  GROUP_OF,
  GROUPS,
  INCIDENT_TYPES,
  LOCATION_PRECISIONS,
  type Incident,
  type IncidentProperties,
} from '../model/incident.ts';
import { BORDER_SIDES } from '../model/border.ts';
import type { Window } from '../time/window.ts';

/** The code of a value that is not known, in a column of codes. */
export const NO_CODE = 255;
/** The count of deaths or injured that is not known. Never 0. */
export const UNKNOWN = -1;
/** The index of no district. */
export const NO_DISTRICT = -1;

/**
 * Incidents as columns, sorted by first day and then by id: all that is drawn, filtered, counted or brushed.
 * A code is the index in the list of the model that the column is named for.
 */
export interface Columns {
  /** degrees */
  lon: Float64Array;
  lat: Float64Array;
  /** first and last day */
  start: Int32Array;
  end: Int32Array;
  type: Uint8Array;
  group: Uint8Array;
  /** bit `i` is set where an actor is on side `ACTOR_SIDES[i]` */
  sides: Uint16Array;
  country: Uint8Array;
  datePrecision: Uint8Array;
  locationPrecision: Uint8Array;
  confidence: Uint8Array;
  /** index in `districts`, or `NO_DISTRICT` */
  district: Int32Array;
  /** deaths: estimate, lowest, highest; `UNKNOWN` where not known */
  best: Int32Array;
  low: Int32Array;
  high: Int32Array;
  injured: Int32Array;
  /** km; NaN where the location is too coarse */
  borderKm: Float64Array;
  borderKmMin: Float64Array;
  borderKmMax: Float64Array;
  alongKm: Float64Array;
  /** code in BORDER_SIDES */
  borderSide: Uint8Array;
}

export interface Store {
  readonly size: number;
  readonly columns: Columns;
  readonly districts: readonly { id: string; name: string }[];
  /** The longest span of an incident, in days from its first to its last; bounds the search by first day. */
  readonly longestSpan: number;
  /** First day to last day over all incidents; `null` where there are none. */
  readonly extent: Window | null;
  /** The whole incident of a row. */
  row(index: number): Incident;
  /** The row of an incident's id, or -1. */
  indexOf(id: string): number;
  /** What a text search looks through: lower-cased title, places, actors, publishers, id. */
  text(index: number): string;
}

/** The columnar store of the incidents. */
export function createStore(incidents: readonly Incident[]): Store {
  const rows = [...incidents].sort(byFirstDay);
  const columns = emptyColumns(rows.length);
  const districts: { id: string; name: string }[] = [];
  const districtIndex = new Map<string, number>();
  const indexById = new Map<string, number>();
  const texts: (string | undefined)[] = [];

  const codeOfDistrict = (district: IncidentProperties['district']): number => {
    if (!district) return NO_DISTRICT;
    const known = districtIndex.get(district.id);
    if (known !== undefined) return known;
    districtIndex.set(district.id, districts.length);
    return districts.push(district) - 1;
  };

  rows.forEach((incident, i) => {
    indexById.set(incident.properties.id, i);
    fillRow(columns, i, incident);
    columns.district[i] = codeOfDistrict(incident.properties.district);
  });

  return {
    size: rows.length,
    columns,
    districts,
    longestSpan: rows.reduce((longest, _, i) => Math.max(longest, columns.end[i] - columns.start[i]), 0),
    extent: extentOf(columns),
    row: (index) => rows[index],
    indexOf: (id) => indexById.get(id) ?? -1,
    text: (index) => (texts[index] ??= searchText(rows[index].properties)),
  };
}

function byFirstDay(a: Incident, b: Incident): number {
  const [p, q] = [a.properties, b.properties];
  return p.start === q.start ? compare(p.id, q.id) : compare(p.start, q.start);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function emptyColumns(size: number): Columns {
  const [bytes, ints, doubles] = [() => new Uint8Array(size), () => new Int32Array(size), () => new Float64Array(size)];
  return {
    lon: doubles(),
    lat: doubles(),
    start: ints(),
    end: ints(),
    type: bytes(),
    group: bytes(),
    sides: new Uint16Array(size),
    country: bytes(),
    datePrecision: bytes(),
    locationPrecision: bytes(),
    confidence: bytes(),
    district: ints(),
    best: ints(),
    low: ints(),
    high: ints(),
    injured: ints(),
    borderKm: doubles(),
    borderKmMin: doubles(),
    borderKmMax: doubles(),
    alongKm: doubles(),
    borderSide: bytes(),
  };
}

function fillRow(columns: Columns, i: number, { geometry, properties: p }: Incident): void {
  [columns.lon[i], columns.lat[i]] = geometry.coordinates;
  columns.start[i] = parseDay(p.start) ?? 0; // both are days: the schema has seen to it
  columns.end[i] = parseDay(p.end) ?? 0;
  columns.type[i] = INCIDENT_TYPES.indexOf(p.type);
  columns.group[i] = GROUPS.indexOf(GROUP_OF[p.type]);
  for (const actor of p.actors) columns.sides[i] |= 1 << ACTOR_SIDES.indexOf(actor.side);
  columns.country[i] = codeOf(COUNTRIES, p.country);
  columns.datePrecision[i] = DATE_PRECISIONS.indexOf(p.datePrecision);
  columns.locationPrecision[i] = LOCATION_PRECISIONS.indexOf(p.locationPrecision);
  columns.confidence[i] = codeOf(CONFIDENCES, p.confidence);
  columns.best[i] = p.fatalities.best ?? UNKNOWN;
  columns.low[i] = p.fatalities.low ?? UNKNOWN;
  columns.high[i] = p.fatalities.high ?? UNKNOWN;
  columns.injured[i] = p.injured ?? UNKNOWN;
  columns.borderKm[i] = p.borderKm ?? NaN;
  columns.borderKmMin[i] = p.borderKmMin ?? NaN;
  columns.borderKmMax[i] = p.borderKmMax ?? NaN;
  columns.alongKm[i] = p.alongKm ?? NaN;
  columns.borderSide[i] = codeOf(BORDER_SIDES, p.side);
}

function codeOf<T>(list: readonly T[], value: T | null): number {
  return value === null ? NO_CODE : list.indexOf(value);
}

function extentOf({ start, end }: Columns): Window | null {
  if (start.length === 0) return null;
  return { start: start[0], end: end.reduce((last, day) => Math.max(last, day)) };
}

function searchText(p: IncidentProperties): string {
  return [
    p.id,
    p.title,
    p.place,
    p.admin,
    p.district?.name,
    p.districtByPoint?.name,
    ...p.actors.flatMap((actor) => [actor.name, actor.recorded]),
    ...p.sources.map((source) => source.publisher),
  ]
    .filter(Boolean)
    .join('\n')
    .toLowerCase();
}
