import { inputError, type Where } from '../model/errors.ts';
import { readPlace, readPosition, type Findings } from './cells.ts';
import { orderNamed } from './date-form.ts';
import { styleIn } from './date-style.ts';
import type { Mapping, TableFormat } from './format.ts';
import { takenOf } from './taken.ts';
import {
  createPlainReader,
  DATE_PARTS,
  fieldsIn,
  isFigure,
  isThere,
  NEEDED_FIELDS,
  PLAIN_FIELDS,
  type PlainField,
  type PlainFields,
} from './plain.ts';

/** Surer than nothing, less sure than any dataset's own columns. */
const RECOGNISED = 0.5;

/** Any table with columns for latitude, longitude and date, which the user may name where we do not know them. */
export const table: TableFormat = {
  kind: 'table',
  id: 'table',
  label: 'Table',
  extensions: ['csv', 'tsv', 'tab', 'txt', 'xlsx', 'ods', 'json', 'ndjson', 'parquet'],
  score: (header) => {
    const fields = fieldsIn(header);
    // a year alone may stand for anything
    const hasDate = fields.has('start') || fields.has('month');
    return hasDate && isThere(fields, 'lat') && isThere(fields, 'lon') ? RECOGNISED : 0;
  },
  taken: (header, mapping) => takenOf(mappedFields(header, mapping ?? {})),
  dates: (header, mapping) => {
    const columns = mappedFields(header, mapping ?? {});
    const dates = [columns.get('start'), columns.get('end')].flatMap((column) => column ?? []);
    const named = dates.map((column) => orderNamed(header[column])).find((order) => order !== null) ?? null;
    return { columns: dates, year: columns.get('year')?.[0] ?? -1, named, dayFirst: '.' };
  },
  reader: (header, mapping) => {
    const columns = columnsOf(header, mapping ?? {});
    const first = firstColumns(columns);
    const placeOf = createPlaceReader(header, columns);
    const read = createPlainReader(styleIn(mapping ?? {}));
    return (cells) => {
      const get = (field: PlainField) => cells[first[field] ?? -1] ?? '';
      const all = (field: PlainField) => (columns.get(field) ?? []).map((column) => cells[column] ?? '');
      const findings: Findings = { warnings: [], wrong: null };
      const place = placeOf(cells, findings);
      if (findings.wrong) return { rejected: findings.wrong };
      return read({ get, all, ...place, whole: () => cells.join('\u001f') });
    };
  },
};

/** Looked at some twenty times a row. */
function firstColumns(columns: PlainFields): Partial<Record<PlainField, number>> {
  return Object.fromEntries([...columns].map(([field, [column]]) => [field, column]));
}

/** Gives what reads a row's place: of its columns of latitude and longitude, or of the one that holds both. */
function createPlaceReader(
  header: readonly string[],
  columns: PlainFields,
): (cells: readonly string[], findings: Findings) => { lon: number; lat: number } {
  const [lat, lon, position] = (['lat', 'lon', 'position'] as const).map((field) => columns.get(field)?.[0] ?? -1);
  return lat >= 0
    ? (cells, findings) => readPlace(cells, header, { lat, lon }, findings)
    : (cells, findings) => readPosition(cells, header, position, findings);
}

/**
 * The columns of each field: as the mapping says, else by their names.
 * @throws InputError where the mapping names a column that is not there, or a needed field has none.
 */
function columnsOf(header: readonly string[], mapping: Mapping): PlainFields {
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
