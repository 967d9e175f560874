import { ABOUT_KM } from '../ground/uncertainty.ts';
import type { PlaceFlaw, PlaceOf } from '../ground/place-names.ts';
import { inputError, type Where } from '../model/errors.ts';
import type { Note } from '../model/findings.ts';
import { readPlace, readPositionCell, type Findings } from './cells.ts';
import type { Coordinate } from './coordinates.ts';
import { orderNamed } from './date-form.ts';
import { DATE_ORDER, styleIn } from './date-style.ts';
import { FIGURES } from './figure-names.ts';
import { note, rejection } from './finding.ts';
import type { Mapping, RowRead, TableFormat, TableHead } from './format.ts';
import { takenOf } from './taken.ts';
import {
  createPlainReader,
  DATE_PARTS,
  fieldsIn,
  isFigure,
  isThere,
  nameOrNull,
  NEEDED_FIELDS,
  PLAIN_FIELDS,
  plainName,
  TEHSILS,
  type PlainField,
  type PlainFields,
  type PlainRow,
} from './plain.ts';
import { firstIn, POSITION_ORDER, positionColumn, type PositionRead } from './positions.ts';
import { atOthers } from './several-places.ts';
import { countryOf } from './vocabulary/countries.ts';

/** Surer than nothing, less sure than any dataset's own columns. */
const RECOGNISED = 0.5;

/** Any table with columns for latitude, longitude and date, which the user may name where we do not know them. */
export const table: TableFormat = {
  kind: 'table',
  id: 'table',
  label: 'Table',
  extensions: ['csv', 'tsv', 'tab', 'txt', 'xlsx', 'ods', 'json', 'ndjson', 'parquet'],
  score: (header, rows = []) => {
    const fields = fieldsIn(header);
    if (!hasDate(fields)) return 0;
    return isThere(fields, 'lat') || positionColumn(header, rows) >= 0 ? RECOGNISED : 0;
  },
  taken: (header, mapping) => takenOf(mappedFields(header, mapping ?? {})),
  dates: (header, mapping) => {
    const columns = mappedFields(header, mapping ?? {});
    const dates = [columns.get('start'), columns.get('end')].flatMap((column) => column ?? []);
    const named = dates.map((column) => orderNamed(header[column])).find((order) => order !== null) ?? null;
    return { columns: dates, year: columns.get('year')?.[0] ?? -1, named, dayFirst: '.' };
  },
  told: toldByRows,
  reader: (header, mapping, placeOf) => {
    const columns = columnsOf(header, mapping ?? {}, placeOf !== undefined);
    const first = firstColumns(columns);
    const isNamed = !isThere(columns, 'lat');
    const placeName = plainName(header[first.place ?? -1] ?? '');
    const isTehsil = TEHSILS.some((name) => name === placeName);
    const positionOf = createPositionReader(header, columns, mapping ?? {});
    const read = createPlainReader(styleIn(mapping ?? {}));
    return (cells) => {
      const get = (field: PlainField) => cells[first[field] ?? -1] ?? '';
      const all = (field: PlainField) => (columns.get(field) ?? []).map((column) => cells[column] ?? '');
      const row = { get, all, whole: () => cells.join('\u001f') };
      if (isNamed && placeOf) return readNamed(row, placeOf, read, isTehsil);
      const findings: Findings = { warnings: [], wrong: null };
      const { lon, lat, otherPlaces = [] } = positionOf(cells, findings);
      if (findings.wrong) return { rejected: findings.wrong };
      return atOthers(read({ ...row, lon, lat }), otherPlaces, header[first.position ?? -1]);
    };
  },
};

/** A year alone may stand for anything. */
function hasDate(fields: PlainFields): boolean {
  return fields.has('start') || fields.has('month');
}

/** Reads a row that has no coordinates: it stands where its words say; a tehsil reaches farther than the town of its name. */
function readNamed(
  row: Omit<PlainRow, 'lon' | 'lat'>,
  placeOf: PlaceOf,
  read: (row: PlainRow) => RowRead,
  isTehsil: boolean,
): RowRead {
  const [place, admin] = [nameOrNull(row.get('place')) ?? '', nameOrNull(row.get('admin')) ?? ''];
  const guess = placeOf({ place, admin, country: countryOf(nameOrNull(row.get('country')) ?? '') });
  if (typeof guess === 'string') return rejection('place', [place, admin].filter(Boolean).join(', '), guess);
  const { lon, lat, precision } = guess;
  const taken = read({ ...row, lon, lat, precision });
  if ('rejected' in taken) return taken;
  const radiusKm = isTehsil && precision === 'town' ? ABOUT_KM : null;
  return { ...taken, event: { ...taken.event, radiusKm }, guess };
}

/** Whether a table has names of places and no coordinates, and a fifth of its first rows, at least, can be placed by them: villages seldom can. */
export function isPlacedByName({ header, rows }: TableHead, placeNames: () => PlaceOf): boolean {
  const fields = fieldsIn(header);
  if (!hasDate(fields) || !hasNames(fields)) return false;
  const read = table.reader(header, { [DATE_ORDER]: 'each' }, placeNames());
  const isPlaced = rows.map(read).map((row) => !('rejected' in row) || !PLACE_FLAWS.has(row.rejected.code));
  return isPlaced.length > 0 && 5 * isPlaced.filter(Boolean).length >= isPlaced.length;
}

const PLACE_FLAWS: ReadonlySet<string> = new Set<PlaceFlaw>(['no-place-name', 'place-not-known', 'place-not-unique']);

/** The columns by whose names rows are placed, as a table has no others: none where it has coordinates. */
export function placeColumns(header: readonly string[], mapping: Mapping): readonly string[] {
  const columns = mappedFields(header, mapping);
  if (!hasNames(columns)) return [];
  return (['place', 'admin'] as const).flatMap((field) => columns.get(field) ?? []).map((column) => header[column]);
}

/** No coordinates, but words that may name a place. */
function hasNames(fields: PlainFields): boolean {
  return !COORDINATES.some((field) => fields.has(field)) && (fields.has('place') || fields.has('admin'));
}

const COORDINATES = ['lat', 'lon', 'position'] as const;

/** What the first rows tell: the column that holds both coordinates, and which of them comes first. */
function toldByRows({ header, rows }: TableHead, mapping: Mapping): { mapping: Mapping; notes: Note[] } {
  const columns = mappedFields(header, mapping);
  const notes = figureNotes(header, columns, mapping);
  if (columns.has('lat') && columns.has('lon')) return { mapping, notes };
  const column = columns.get('position')?.[0] ?? (mapping.position === '' ? -1 : positionColumn(header, rows));
  if (column < 0) return { mapping, notes };
  const position = header[column];
  const texts = rows.map((row) => row[column] ?? '');
  const first = orderIn(mapping) ?? firstIn(position, texts);
  return {
    mapping: { ...mapping, position, [POSITION_ORDER]: first },
    notes: [note('position-column', { column: position, first }), ...notes],
  };
}

/** What columns were added for figures that nobody chose. */
function figureNotes(header: readonly string[], columns: PlainFields, mapping: Mapping): Note[] {
  const namesIn = (field: PlainField) => (columns.get(field) ?? []).map((column) => header[column]);
  return FIGURES.flatMap((field) => {
    const names = namesIn(field);
    if (names.length < 2 || Object.hasOwn(mapping, field)) return [];
    return [note(ADDED[field], { columns: names })];
  });
}

const ADDED = { best: 'deaths-added', low: 'lowest-added', high: 'highest-added', injured: 'injured-added' } as const;

function orderIn(mapping: Mapping): Coordinate | null {
  return (['lat', 'lon'] as const).find((axis) => axis === mapping[POSITION_ORDER]) ?? null;
}

/** Looked at some twenty times a row. */
function firstColumns(columns: PlainFields): Partial<Record<PlainField, number>> {
  return Object.fromEntries([...columns].map(([field, [column]]) => [field, column]));
}

/** Gives what reads a row's place: of its columns of latitude and longitude, or of the one that holds both. */
function createPositionReader(
  header: readonly string[],
  columns: PlainFields,
  mapping: Mapping,
): (cells: readonly string[], findings: Findings) => PositionRead {
  const [lat, lon, position] = COORDINATES.map((field) => columns.get(field)?.[0] ?? -1);
  if (lat >= 0 && lon >= 0) return (cells, findings) => readPlace(cells, header, { lat, lon }, findings);
  const first = orderIn(mapping) ?? 'lat';
  return (cells, findings) => readPositionCell(cells, header, { position, first }, findings);
}

/**
 * The columns of each field: as the mapping says, else by their names.
 * @throws InputError where the mapping names a column that is not there, or a needed field has none.
 */
function columnsOf(header: readonly string[], mapping: Mapping, canBeNamed: boolean): PlainFields {
  const columns = mappedFields(header, mapping);
  for (const [field, named] of Object.entries(mapping)) {
    if (!isField(field)) continue;
    const names = namesOf(named);
    const missing = names.find((name) => !header.includes(name));
    if (missing !== undefined) {
      throw inputError(inHeader(header, field), 'mapped-column-missing', { field, column: missing });
    }
    if (names.length > mostColumns(field)) throw inputError(inHeader(header, field), 'too-many-columns', { field });
  }
  for (const field of NEEDED_FIELDS) {
    if (canBeNamed && field !== 'start' && hasNames(columns)) continue;
    if (!isThere(columns, field)) throw inputError(inHeader(header, field), 'field-without-column', { field });
  }
  return columns;
}

/** The columns of each field: as the mapping says, else by their names. Those of a name that is not there are left out. */
export function mappedFields(header: readonly string[], mapping: Mapping): PlainFields {
  const columns = new Map(fieldsIn(header));
  const map = (field: PlainField, names: readonly string[]) => {
    const found = names.map((name) => header.indexOf(name)).filter((column) => column >= 0);
    if (found.length > 0) columns.set(field, found);
    else if (names.length === 0) columns.delete(field);
  };
  for (const [field, named] of Object.entries(mapping)) {
    if (!isField(field)) continue;
    const names = namesOf(named);
    if (field !== 'start' || names.length < 2) {
      map(field, names);
      continue;
    }
    columns.delete('start');
    DATE_PARTS.forEach((part, i) => map(part, names.slice(i, i + 1)));
  }
  // what was chosen of the two ways to say a place holds
  if (isChosen(mapping, 'position') && !isChosen(mapping, 'lat')) for (const field of AXES) columns.delete(field);
  return columns;
}

const AXES = ['lat', 'lon'] as const;

function isChosen(mapping: Mapping, field: PlainField): boolean {
  return namesOf(mapping[field] ?? '').length > 0;
}

/** The names of columns in a mapping's entry, none of them empty. */
function namesOf(named: string | readonly string[]): readonly string[] {
  return (typeof named === 'string' ? [named] : named).filter((name) => name !== '');
}

function mostColumns(field: PlainField): number {
  if (field === 'start') return DATE_PARTS.length;
  return isFigure(field) ? Infinity : 1;
}

function inHeader(header: readonly string[], field: PlainField): Where {
  return { file: 'table', row: 1, field, value: header.slice(0, 20).map((name) => name.slice(0, 40)) };
}

function isField(name: string): name is PlainField {
  return Object.hasOwn(PLAIN_FIELDS, name);
}
