import { keysOfFirst, type JsonElement } from './json-elements.ts';
import { fieldsIn } from './plain.ts';
import { isObject } from './recorded.ts';
import type { TableRecord } from './records.ts';
import { parsed } from './rows.ts';
import { recordOf } from './workbook.ts';

/** So many records are looked at for the names of their fields. */
const LOOKED_AT = 1000;
/** And no more, in characters. */
const LOOKED_AT_LENGTH = 16_000_000;
/** What programs call the array of their records. */
const USUAL_KEYS = /^(?:features|data|results?|records|events|incidents|items|rows|values?)$/i;

/**
 * The key of the array of records in a JSON text, by its beginning: ACLED's answers have them under `data`, UCDP's under `Result`.
 * `null` where the records stand in no object.
 */
export function recordsKeyIn(sample: string): string | null {
  const keys = keysOfFirst(sample);
  if (keys === null) return null;
  const usual = keys.ofArrays.find((key) => USUAL_KEYS.test(key));
  if (usual !== undefined) return usual;
  // a record may hold an array itself
  return fieldsIn(keys.all).has('lat') ? null : (keys.ofArrays.at(0) ?? null);
}

/** Where a column's value stands in a record. */
interface Column {
  name: string;
  key: string;
  /** within the object under the key; `null` for the value itself */
  inner: string | null;
}

/**
 * Records of JSON as those of a table: a header of all the fields that the first of them have, then a row for each. The fields of an
 * object within a record are columns of their own, `actor.name`; what lies deeper is JSON.
 */
export async function* tableOfJson(
  batches: AsyncIterable<JsonElement[]>,
  taking: Taking,
): AsyncGenerator<TableRecord[]> {
  const first: JsonElement[] = [];
  let length = 0;
  let rowOf: ((element: JsonElement) => TableRecord) | null = null;
  function begin(): TableRecord[] {
    const columns = columnsOf(first);
    rowOf = createRows(columns, taking);
    return [headerOf(columns), ...first.map(rowOf)];
  }
  for await (const batch of batches) {
    if (rowOf !== null) {
      yield batch.map(rowOf);
      continue;
    }
    first.push(...batch);
    length += batch.reduce((sum, { raw }) => sum + raw.length, 0);
    if (first.length >= LOOKED_AT || length > LOOKED_AT_LENGTH) yield begin();
  }
  if (rowOf === null && first.length > 0) yield begin();
}

/** More fields than any dataset has are not told apart. */
const MOST_COLUMNS = 2000;

function columnsOf(elements: readonly JsonElement[]): Column[] {
  const columns = new Map<string, Column>();
  for (const { raw, flaw } of elements) {
    const record = flaw ? undefined : parsed(raw);
    if (!isObject(record)) continue;
    for (const { name, key, inner } of fieldsOf(record)) {
      if (!columns.has(name) && columns.size < MOST_COLUMNS) columns.set(name, { name, key, inner });
    }
  }
  return named([...columns.values()]);
}

/** Latitude and longitude within an object are the record's own where it has no others. */
function named(columns: Column[]): Column[] {
  if (fieldsIn(columns.map(({ name }) => name)).has('lat')) return columns;
  for (const key of new Set(columns.map((column) => column.key))) {
    const within = columns.filter((column) => column.key === key && column.inner !== null);
    const fields = fieldsIn(within.map(({ inner }) => inner ?? ''));
    const places = [fields.get('lat'), fields.get('lon')].map((at) => (at === undefined ? undefined : within[at[0]]));
    if (places.some((place) => place === undefined || columns.some(({ name }) => name === place.inner))) continue;
    return columns.map((column) => (places.includes(column) ? { ...column, name: column.inner ?? '' } : column));
  }
  return columns;
}

interface Field extends Column {
  value: unknown;
}

function fieldsOf(record: Record<string, unknown>): Field[] {
  return Object.entries(record).flatMap(([key, given]): Field[] => {
    const value = plainValue(given);
    if (!isObject(value)) return [{ name: key, key, inner: null, value }];
    return Object.entries(value).map(([inner, own]) => ({ name: `${key}.${inner}`, key, inner, value: own }));
  });
}

/** A value without what only says of what kind it is: MongoDB's `{"$date": …}`, and GeoJSON's points. */
function plainValue(value: unknown): unknown {
  if (!isObject(value)) return value;
  const [only, ...more] = Object.keys(value);
  if (more.length === 0 && only?.startsWith('$')) return value[only];
  const { type, coordinates } = value;
  if (type !== 'Point' || !Array.isArray(coordinates)) return value;
  return { longitude: coordinates[0] as unknown, latitude: coordinates[1] as unknown };
}

const headerOf = (columns: readonly Column[]): TableRecord =>
  recordOf(
    0,
    columns.map(({ name }) => name.replaceAll('\n', ' ')),
  );

interface Taking {
  /** Told of the length of each row, in characters. */
  onText: (length: number) => void;
  /** Told of each field that is no column. */
  onOther: (name: string) => void;
}

/** Gives what makes rows of elements. */
function createRows(columns: readonly Column[], { onText, onOther }: Taking): (element: JsonElement) => TableRecord {
  const at = new Map<string, number>();
  const within = new Map<string, Map<string, number>>();
  for (const [column, { key, inner }] of columns.entries()) {
    if (inner === null) at.set(key, column);
    else within.set(key, (within.get(key) ?? new Map<string, number>()).set(inner, column));
  }
  return ({ raw, line, flaw }) => {
    if (flaw === 'length') return { line, raw, cells: [], flaw };
    const record = flaw ? undefined : parsed(raw);
    if (!isObject(record)) return { line, raw, cells: [], flaw: 'record' };
    const cells: string[] = [];
    const put = (column: number | undefined, name: string, value: unknown) => {
      if (column === undefined) return onOther(name);
      const text = textOf(value);
      if (text === '') return;
      while (cells.length <= column) cells.push('');
      cells[column] = text;
    };
    for (const key of Object.keys(record)) {
      const value = plainValue(record[key]);
      if (!isObject(value)) put(at.get(key), key, value);
      else for (const inner of Object.keys(value)) put(within.get(key)?.get(inner), `${key}.${inner}`, value[inner]);
    }
    const made = recordOf(line, cells);
    onText(made.raw.length);
    return made;
  };
}

function textOf(value: unknown): string {
  if (typeof value === 'string') return value;
  if (value === null || value === undefined) return '';
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (Array.isArray(value) && value.every((each) => typeof each !== 'object')) return value.join('; ');
  return JSON.stringify(value);
}
