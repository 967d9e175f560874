import {
  CONFIDENCES,
  DATE_PRECISIONS,
  INCIDENT_TYPES,
  LOCATION_PRECISIONS,
  type Actor,
  type IncidentType,
  type Recorded,
  type Source,
} from '../model/incident.ts';
import { contentId, fileId } from './content-id.ts';
import { readDate, type DateOrder, type DateRead } from './dates.ts';
import type { Finding } from '../model/findings.ts';
import { finding, rejection } from './finding.ts';
import type { RowRead } from './format.ts';
import { memoised } from '../memo.ts';
import { countryOf } from './vocabulary/countries.ts';
import { sideOf } from './vocabulary/sides.ts';

/**
 * The names that columns and properties have for what we know, in the order in which they are tried. Compared in lower
 * case, with `_` for all that is no letter or digit.
 */
export const PLAIN_FIELDS = {
  lat: ['lat', 'latitude', 'y', 'lat_dd', 'lat_wgs84', 'point_y'],
  lon: ['lon', 'lng', 'long', 'longitude', 'x', 'lon_dd', 'lon_wgs84', 'point_x'],
  start: [
    'date',
    'event_date',
    'date_start',
    'start',
    'day',
    'start_date',
    'incident_date',
    'time',
    'timestamp',
    'begin',
  ],
  end: ['date_end', 'end', 'end_date'],
  datePrecision: ['date_precision', 'dateprecision'],
  id: ['id', 'event_id', 'incident_id', 'uid', 'eventid'],
  title: ['title', 'name', 'headline', 'event', 'incident'],
  type: ['type', 'event_type', 'incident_type', 'category', 'kind'],
  place: ['place', 'location', 'city', 'town', 'village', 'settlement'],
  admin: [
    'admin',
    'district',
    'district_or_province',
    'admin2',
    'adm_2',
    'adm2',
    'province',
    'admin1',
    'adm_1',
    'adm1',
  ],
  country: ['country', 'country_name', 'country_txt', 'iso', 'iso2', 'iso3'],
  locationPrecision: ['location_precision', 'locationprecision'],
  best: ['killed', 'killed_best', 'deaths', 'fatalities', 'dead', 'best', 'deaths_best'],
  low: ['killed_low', 'low', 'deaths_low'],
  high: ['killed_high', 'high', 'deaths_high'],
  injured: ['injured', 'injured_best', 'wounded'],
  actor1: ['actor1', 'actor_1', 'actor', 'perpetrator', 'side_a'],
  actor2: ['actor2', 'actor_2', 'target', 'side_b'],
  remarks: ['description', 'desc', 'notes', 'note', 'details', 'comment', 'remarks', 'summary', 'cmt'],
  publisher: ['source', 'sources', 'publisher'],
  url: ['url', 'link', 'source_url'],
  confidence: ['confidence'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

/** What a plain row may say. */
export type PlainField = keyof typeof PLAIN_FIELDS;
const FIELDS = Object.keys(PLAIN_FIELDS) as readonly PlainField[];
/** Without these a row has no place in space and time. */
export const NEEDED_FIELDS: readonly PlainField[] = ['lat', 'lon', 'start'];

/** Figures that are written so are not known. */
const UNKNOWN = new Set(['', '-', '–', '?', 'n/a', 'na', 'nan', 'null', 'none', 'unknown', 'not known', 'nil']);
const DEGREES = /^[+-]?(?:\d+(?:[.,]\d*)?|[.,]\d+)(?:e[+-]?\d+)?$/i;
const COUNT = /^[+-]?\d+(?:\.0*)?$/;
const LARGEST = 1_000_000_000;

const TYPES: ReadonlyMap<string, IncidentType> = new Map(INCIDENT_TYPES.map((type) => [type, type]));

/** A column's name as `PLAIN_FIELDS` has it. */
export function plainName(name: string): string {
  return name
    .trim()
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '_')
    .replace(/^_|_$/g, '');
}

/** Which of the names means each field: for each the first in the order of `PLAIN_FIELDS`. Two of one name: the first. */
export function fieldsIn(names: readonly string[]): Map<PlainField, number> {
  const at = new Map<string, number>();
  names.forEach((name, index) => {
    const plain = plainName(name);
    if (!at.has(plain)) at.set(plain, index);
  });
  const fields = new Map<PlainField, number>();
  for (const field of FIELDS) {
    const name = PLAIN_FIELDS[field].find((each) => at.has(each));
    const index = name === undefined ? undefined : at.get(name);
    if (index !== undefined) fields.set(field, index);
  }
  return fields;
}

/** Degrees as written, with a point or a comma; NaN where the text is no number. */
export function readDegrees(text: string): number {
  const written = text.trim();
  if (!DEGREES.test(written)) return NaN;
  return Number(written.includes(',') ? written.replace(',', '.') : written);
}

/** A row that says what it says in words: fields by name, '' where it has none; its place; and what gives the whole as text. */
export interface PlainRow {
  get: (field: PlainField) => string;
  lon: number;
  lat: number;
  whole: () => string;
}

/**
 * Gives what reads a plain row as an incident. How exactly a place is known nobody says in a plain table: unless a column does, it is
 * taken as a town's. A type that is not ours becomes `other`, its words a remark.
 */
export function createPlainReader(order: DateOrder): (row: PlainRow) => RowRead {
  const dateOf = memoised((text) => readDate(text, order));
  return (row) => readPlain(row, dateOf);
}

function readPlain({ get, lon, lat, whole }: PlainRow, dateOf: (text: string) => DateRead | null): RowRead {
  const start = dateOf(get('start'));
  if (!start) return rejection('start', get('start'), dateCode(get('start')));
  const endText = get('end');
  const end = endText.trim() === '' ? start : dateOf(endText);
  if (!end) return rejection('end', endText, dateCode(endText));

  const warnings: Finding[] = [];
  const figures = { best: null, low: null, high: null, injured: null } as Record<Figure, number | null>;
  for (const field of FIGURES) {
    const text = get(field);
    const { figure } = figureOf(text);
    if (figure === undefined) warnings.push(finding(field, text, 'figure-not-number'));
    else figures[field] = figure;
  }
  const type = typeOf(get('type'));
  const place = orNull(get('place'));
  const givenId = orNull(get('id'));
  const recorded: Recorded = {
    id: givenId === null ? contentId(whole()) : fileId(givenId, whole()),
    title: orNull(get('title')) ?? titleOf(get('type'), place),
    type: type ?? 'other',
    start: start.start,
    end: end.end,
    datePrecision: oneOf(DATE_PRECISIONS, get('datePrecision')) ?? start.precision,
    place,
    admin: orNull(get('admin')),
    country: countryOf(get('country')),
    locationPrecision: oneOf(LOCATION_PRECISIONS, get('locationPrecision')) ?? 'town',
    actors: [...actorsOf(get('actor1'), 1, start.start), ...actorsOf(get('actor2'), 2, start.start)],
    // one figure alone is the lowest and highest reported too
    fatalities: { best: figures.best, low: figures.low ?? figures.best, high: figures.high ?? figures.best },
    injured: figures.injured,
    claims: [],
    remarks: [orNull(get('remarks')), type === null ? typeRemark(get('type')) : null].filter((text) => text !== null),
    sources: sourcesOf(get('publisher'), get('url')),
    confidence: oneOf(CONFIDENCES, get('confidence')),
  };
  const event = { recorded, lon, lat, radiusKm: null };
  return givenId === null ? { event, warnings } : { event, warnings, givenId };
}

/** `null` is not known, `undefined` no number. */
const figureOf = memoised((cell): { figure: number | null | undefined } => {
  const text = cell.trim();
  if (UNKNOWN.has(text.toLowerCase())) return { figure: null };
  return { figure: COUNT.test(text) && Math.abs(Number(text)) <= LARGEST ? Number(text) : undefined };
});

const FIGURES = ['best', 'low', 'high', 'injured'] as const;
type Figure = (typeof FIGURES)[number];

/** Why a text is not taken as a date. */
export function dateCode(text: string): 'no-date' | 'unclear-date' | 'not-date' {
  if (text.trim() === '') return 'no-date';
  return /^\d{1,2}[/-]\d{1,2}[/-]\d{4}/.test(text.trim()) ? 'unclear-date' : 'not-date';
}

function orNull(text: string): string | null {
  const trimmed = text.trim();
  return trimmed === '' ? null : trimmed;
}

function oneOf<T extends string>(words: readonly T[], text: string): T | null {
  const word = text.trim().toLowerCase();
  return words.find((each) => each === word) ?? null;
}

const typeOf = memoised((text): IncidentType | null => TYPES.get(plainName(text)) ?? null);

function typeRemark(text: string): string | null {
  const words = orNull(text);
  return words === null ? null : `Type: ${words}`;
}

function titleOf(type: string, place: string | null): string {
  return [orNull(type), place].filter((part) => part !== null).join(', ') || 'Untitled';
}

function actorsOf(text: string, party: 1 | 2, day: string): Actor[] {
  const name = orNull(text);
  if (name === null) return [];
  return [{ name, side: sideOf(name, day), attribution: 'stated', by: null, party, recorded: name }];
}

function sourcesOf(publisher: string, link: string): Source[] {
  const url = webAddress(link) ?? webAddress(publisher);
  const name = orNull(publisher) ?? (url === null ? null : new URL(url).host);
  return name === null ? [] : [{ publisher: name, title: null, year: null, url, record: null }];
}

/** The text where it is a web address: never a script, a file or the like. */
function webAddress(text: string): string | null {
  const written = text.trim();
  if (!/^https?:\/\/[^\s]+$/.test(written) || !URL.canParse(written)) return null;
  return written;
}
