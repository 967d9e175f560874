import {
  CONFIDENCES,
  DATE_PRECISIONS,
  INCIDENT_TYPES,
  LOCATION_PRECISIONS,
  type Actor,
  type IncidentType,
  type LocationPrecision,
  type Recorded,
  type Source,
} from '../model/incident.ts';
import { contentId, fileId } from './content-id.ts';
import { formIn } from './date-form.ts';
import { createDateReader, readDateParts } from './dates.ts';
import type { Finding } from '../model/findings.ts';
import { FIGURES, figuresIn, type Figure } from './figure-names.ts';
import { finding, rejection } from './finding.ts';
import { lastDayOf } from './last-day.ts';
import type { DateFlaw, DateRead, DateStyle } from './one-date.ts';
import type { RowRead } from './format.ts';
import { memoised } from '../memo.ts';
import { countryOf } from './vocabulary/countries.ts';
import { settingOf, sideOf, type ActorSetting } from './vocabulary/sides.ts';

/** Names for the part of a district that has a town's name. */
export const TEHSILS = ['tehsil', 'taluka', 'sub_district', 'admin3', 'adm_3', 'adm3'] as const;

/**
 * The names that columns and properties have for what we know, in the order in which they are tried. Compared in lower
 * case, with `_` for all that is no letter or digit.
 */
export const PLAIN_FIELDS = {
  lat: ['lat', 'latitude', 'y', 'lat_dd', 'lat_wgs84', 'point_y'],
  lon: ['lon', 'lng', 'long', 'longitude', 'x', 'lon_dd', 'lon_wgs84', 'point_x'],
  position: ['coordinates', 'coords', 'lat_lon', 'lat_long', 'lat_lng', 'latlon', 'latlong', 'latlng', 'wkt', 'ewkt'],
  start: [
    'date',
    'event_date',
    'date_start',
    'start',
    'day',
    'start_date',
    'incident_date',
    'date_of_event',
    'date_of_incident',
    'date_of_attack',
    'attack_date',
    'datetime',
    'date_time',
    'time',
    'timestamp',
    'begin',
    'date_from',
    'from_date',
    'from',
  ],
  year: ['year', 'iyear', 'event_year', 'yr'],
  month: ['month', 'imonth', 'event_month'],
  day: ['iday', 'day', 'event_day', 'day_of_month'],
  end: ['date_end', 'end', 'end_date', 'date_to', 'to_date', 'until', 'to'],
  datePrecision: ['date_precision', 'dateprecision'],
  id: ['id', 'event_id', 'incident_id', 'uid', 'eventid'],
  title: ['title', 'name', 'headline', 'event', 'incident'],
  type: ['type', 'event_type', 'incident_type', 'category', 'kind'],
  place: ['place', 'location', 'city', 'town', 'village', 'settlement', ...TEHSILS],
  admin: [
    'admin',
    'district',
    'district_or_province',
    'admin2',
    'adm_2',
    'adm2',
    'agency',
    'province',
    'admin1',
    'adm_1',
    'adm1',
    'provstate',
    'state',
    'area',
    'region',
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
/** Which columns mean each field, as indices in the header: of figures all are added, of other fields there is one. */
export type PlainFields = ReadonlyMap<PlainField, readonly number[]>;
/** The fields that make a date together. */
export const DATE_PARTS = ['year', 'month', 'day'] as const satisfies readonly PlainField[];
/**
 * Without these a row has no place in space and time; a position stands for latitude and longitude, and a year alone, or with
 * month and day, for a date.
 */
export const NEEDED_FIELDS: readonly PlainField[] = ['lat', 'lon', 'start'];
/** Names that a date may have, less sure than a year, month and day in columns of their own. */
const WEAK_DATES: readonly string[] = ['day', 'time', 'timestamp', 'begin', 'from'];

/** Figures that are written so are not known. */
const UNKNOWN = new Set(['', '-', '–', '?', 'n/a', 'na', 'nan', 'null', 'none', 'unknown', 'not known', 'nil']);
/** The same in one pattern: names are looked at a million times over. */
const UNKNOWN_NAME = /^(?:[-–?]|n\/?a|nan|null|none|unknown|not known|nil)$/i;
const DEGREES = /^[+-]?(?:\d+(?:[.,]\d*)?|[.,]\d+)(?:e[+-]?\d+)?$/i;
const COUNT = /^[+-]?\d+(?:\.0*)?$/;
/** With commas between thousands. */
const THOUSANDS = /^\d{1,3}(?:,\d{3})+$/;
/** Two figures in a cell: `3-5`, `3 to 5`. */
const RANGE = /^(\d{1,6})\s*(?:-|–|—|to)\s*(\d{1,6})$/i;
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

/**
 * Which of the names means each field: for each the first in the order of `PLAIN_FIELDS`. Two of one name: the first. A way of
 * writing dates in the name counts for nothing: `Date (MM-DD-YYYY)` is `date`. Month and day are there only where they make a date.
 * Figures that have no column of these names are found by the words of all names, and may have several columns.
 */
export function fieldsIn(names: readonly string[]): PlainFields {
  const at = new Map<string, number>();
  names.forEach((name, index) => {
    const plain = plainName(name);
    if (!at.has(plain)) at.set(plain, index);
  });
  names.forEach((name, index) => {
    const form = formIn(name);
    const plain = form === null ? '' : plainName(name.replace(form, ''));
    if (plain !== '' && !at.has(plain)) at.set(plain, index);
  });
  const fields = new Map<PlainField, readonly number[]>();
  for (const field of FIELDS) {
    const name = PLAIN_FIELDS[field].find((each) => at.has(each));
    const index = name === undefined ? undefined : at.get(name);
    if (index !== undefined) fields.set(field, [index]);
  }
  if (!fields.has('lat') && !fields.has('lon')) for (const [axis, column] of axesIn(names)) fields.set(axis, [column]);
  const named = FIGURES.filter((figure) => fields.has(figure));
  for (const [figure, columns] of figuresIn(names)) {
    const isSum = columns.length > 1;
    if (named.includes(figure) || (isSum && named.some((each) => isOfKilled(each) === isOfKilled(figure)))) continue;
    fields.set(figure, columns);
  }
  const start = fields.get('start')?.[0];
  const isWeak = start === undefined || WEAK_DATES.includes(plainName(names[start]));
  if (isWeak && fields.has('year') && fields.has('month')) fields.delete('start');
  else for (const part of ['month', 'day'] as const) fields.delete(part);
  if (fields.has('lat') && fields.has('lon')) fields.delete('position');
  return fields;
}

const AXIS = /(?:^|_)(lat|latitude|lattitude|lon|long|lng|longitude|longtitude|[xy]_?coord(?:inate)?)(?:_|$)/;

/** The columns of latitude and longitude whose names have one more word in common, as `geo_lat` and `geo_lon`; none where there are several. */
function axesIn(names: readonly string[]): [axis: 'lat' | 'lon', column: number][] {
  const found = names.flatMap((name, column): { axis: 'lat' | 'lon'; rest: string; column: number }[] => {
    const plain = plainName(name);
    const word = AXIS.exec(plain)?.[1];
    return word === undefined
      ? []
      : [{ axis: /^la|^y/.test(word) ? 'lat' : 'lon', rest: plain.replace(word, '').replace(/_[nsew]$/, ''), column }];
  });
  const pairs = found.flatMap((lat) =>
    lat.axis === 'lat'
      ? found.filter((lon) => lon.axis === 'lon' && lon.rest === lat.rest).map((lon) => [lat, lon])
      : [],
  );
  return pairs.length === 1 ? pairs[0].map(({ axis, column }) => [axis, column]) : [];
}

const isOfKilled = (figure: Figure) => figure !== 'injured';

/** Whether a needed field has a column: of the date its year is enough, of latitude and longitude one column that holds both. */
export function isThere(fields: ReadonlyMap<PlainField, unknown>, field: PlainField): boolean {
  if (field === 'start') return fields.has('start') || fields.has('year');
  if (field === 'lat' || field === 'lon') return (fields.has('lat') && fields.has('lon')) || fields.has('position');
  return fields.has(field);
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
  /** The texts of a figure's columns, which are added; none where it has no column. */
  all: (field: PlainField) => readonly string[];
  lon: number;
  lat: number;
  /** How well it is known, where its name tells it; else a column says so, or it is taken as a town's. */
  precision?: LocationPrecision;
  whole: () => string;
}

/**
 * Gives what reads a plain row as an incident. How exactly a place is known nobody says in a plain table: unless a column does, it is
 * taken as a town's. A type that is not ours becomes `other`, its words a remark.
 */
export function createPlainReader(style: DateStyle): (row: PlainRow) => RowRead {
  const dateOf = createDateReader(style);
  return (row) => readPlain(row, dateOf);
}

type DateOf = (text: string, year: string) => DateRead | DateFlaw;

function readPlain({ get, all, lon, lat, precision, whole }: PlainRow, dateOf: DateOf): RowRead {
  const { start, written } = firstDays(get, dateOf);
  if (typeof start === 'string') return rejection('start', written, start);
  const warnings: Finding[] = [];
  if (start.hasShortYear) warnings.push(finding('start', written, 'short-year'));
  const end = lastDayOf(start, { text: get('end'), field: 'end' }, (text) => dateOf(text, ''), warnings);

  const figures = figuresOf(all, warnings);
  const type = typeOf(get('type'));
  const place = nameOrNull(get('place'));
  const givenId = nameOrNull(get('id'));
  const country = countryOf(nameOrNull(get('country')) ?? '');
  const setting = settingOf(start.start, country, lon, lat);
  const recorded: Recorded = {
    id: givenId === null ? contentId(whole()) : fileId(givenId, whole()),
    title: nameOrNull(get('title')) ?? titleOf(get('type'), place),
    type: type ?? 'other',
    start: start.start,
    end,
    datePrecision: oneOf(DATE_PRECISIONS, get('datePrecision')) ?? start.precision,
    place,
    admin: nameOrNull(get('admin')),
    country,
    locationPrecision: precision ?? oneOf(LOCATION_PRECISIONS, get('locationPrecision')) ?? 'town',
    actors: [...actorsOf(get('actor1'), 1, setting), ...actorsOf(get('actor2'), 2, setting)],
    fatalities: { best: figures.best, ...rangeOf(figures, get('low') || get('best'), warnings) },
    injured: figures.injured,
    claims: [],
    remarks: [nameOrNull(get('remarks')), type === null ? typeRemark(get('type')) : null].filter(
      (text) => text !== null,
    ),
    sources: sourcesOf(get('publisher'), get('url')),
    confidence: oneOf(CONFIDENCES, get('confidence')),
  };
  const event = { recorded, lon, lat, radiusKm: null };
  return givenId === null ? { event, warnings, hasMadeId: true } : { event, warnings, givenId };
}

/** The days of a row: of its date, or of its year, month and day where these stand apart. */
function firstDays(get: PlainRow['get'], dateOf: DateOf): { start: DateRead | DateFlaw; written: string } {
  const text = get('start');
  const year = get('year');
  if (text.trim() !== '' || year.trim() === '') return { start: dateOf(text, year), written: text };
  const parts = [year, get('month'), get('day')] as const;
  return { start: readDateParts(...parts), written: parts.filter((part) => part !== '').join('-') };
}

/** `null` is not known, `undefined` no number. */
const figureOf = memoised((cell): { figure: number | null | undefined } => {
  const text = cell.trim();
  if (UNKNOWN.has(text.toLowerCase())) return { figure: null };
  if (THOUSANDS.test(text)) return { figure: Number(text.replaceAll(',', '')) };
  return { figure: COUNT.test(text) && Math.abs(Number(text)) <= LARGEST ? Number(text) : undefined };
});

/** All figures of a row. A range in the cell of the killed is the lowest and highest, where no columns say these. */
function figuresOf(all: PlainRow['all'], warnings: Finding[]): Record<Figure, number | null> {
  const killed = all('best');
  const range = killed.length === 1 ? RANGE.exec(killed[0].trim()) : null;
  const [best, low, high, injured] = FIGURES.map((field) =>
    field === 'best' && range ? null : sumOf(field, all(field), warnings),
  );
  if (range === null) return { best, low, high, injured };
  return { best, low: low ?? Number(range[1]), high: high ?? Number(range[2]), injured };
}

/** The sum of the figures that are known; `null` where none is. */
function sumOf(field: Figure, texts: readonly string[], warnings: Finding[]): number | null {
  let sum: number | null = null;
  for (const text of texts) {
    const { figure } = figureOf(text);
    if (figure === undefined) warnings.push(finding(field, text, 'figure-not-number'));
    else if (figure !== null) sum = (sum ?? 0) + figure;
  }
  return sum;
}

/** Whether a field is a figure, whose columns are added where it has several. */
export function isFigure(field: string): field is Figure {
  return FIGURES.some((figure) => figure === field);
}

/** The range of the dead; one figure alone is the lowest and highest reported too. One that is upside down is left out. */
function rangeOf(
  { best, low, high }: Readonly<Record<Figure, number | null>>,
  written: string,
  warnings: Finding[],
): { low: number | null; high: number | null } {
  if (low !== null && high !== null && low > high) {
    warnings.push(finding('low', written, 'range-left-out'));
    return { low: null, high: null };
  }
  const [least, most] = [low ?? best, high ?? best];
  if (least === null || most === null || least <= most) return { low: least, high: most };
  return { low, high };
}

function orNull(text: string): string | null {
  const trimmed = text.trim();
  return trimmed === '' ? null : trimmed;
}

/** A name, `null` where the words say that nothing is known: `-`, `N/A`, `Unknown`. */
export function nameOrNull(text: string): string | null {
  const name = orNull(text);
  return name === null || UNKNOWN_NAME.test(name) ? null : name;
}

function oneOf<T extends string>(words: readonly T[], text: string): T | null {
  const word = text.trim().toLowerCase();
  return words.find((each) => each === word) ?? null;
}

const typeOf = memoised((text): IncidentType | null => TYPES.get(plainName(text)) ?? null);

function typeRemark(text: string): string | null {
  const words = nameOrNull(text);
  return words === null ? null : `Type: ${words}`;
}

function titleOf(type: string, place: string | null): string {
  return [nameOrNull(type), place].filter((part) => part !== null).join(', ') || 'Untitled';
}

function actorsOf(text: string, party: 1 | 2, setting: ActorSetting): Actor[] {
  const name = nameOrNull(text);
  if (name === null) return [];
  return [{ name, side: sideOf(name, setting), attribution: 'stated', by: null, party, recorded: name }];
}

function sourcesOf(publisher: string, link: string): Source[] {
  const url = webAddress(link) ?? webAddress(publisher);
  const name = nameOrNull(publisher) ?? (url === null ? null : new URL(url).host);
  return name === null ? [] : [{ publisher: name, title: null, year: null, url, record: null }];
}

/** The text where it is a web address: never a script, a file, a picture or the like. */
function webAddress(text: string): string | null {
  const written = text.trim();
  if (!/^https?:\/\/[^\s]+$/.test(written) || !URL.canParse(written) || isPicture(written)) return null;
  return written;
}

/** The end of a path, not that of a wiki's page about a picture: `/wiki/File:Wana.jpg` tells of it and is none. */
const PICTURE = /\/[^/:]+\.(?:jpe?g|png|webp|gif|svg|avif|bmp|ico|tiff?)$/i;

/** Whether a web address is of a picture, which is no source of what happened. */
export function isPicture(address: string): boolean {
  return PICTURE.test(address.trim().split(/[?#]/)[0]);
}
