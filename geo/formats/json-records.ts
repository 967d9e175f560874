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
  /** Whether all values of a field are pairs of numbers, as far as there are any. */
  const pairs = new Map<string, boolean>();
  for (const { raw, flaw } of elements) {
    const record = flaw ? undefined : parsed(raw);
    if (!isObject(record)) continue;
    for (const { name, key, inner, value } of fieldsOf(record)) {
      if (!columns.has(name) && columns.size < MOST_COLUMNS) columns.set(name, { name, key, inner });
      if (value !== null) pairs.set(name, (pairs.get(name) ?? true) && isPair(value));
    }
  }
  return named([...columns.values()], (name) => pairs.get(name) ?? false);
}

/** A field of pairs of numbers is called so where it is the only one, as coordinates are. */
const PAIR_NAME = 'coords';

/**
 * Latitude and longitude within an object are the record's own where it has no others, and so is the only field of pairs of numbers,
 * whatever it is called: which of them is the latitude is settled as in any table.
 */
function named(columns: Column[], isOfPairs: (name: string) => boolean): Column[] {
  const fields = fieldsIn(columns.map(({ name }) => name));
  if (fields.has('lat') || fields.has('position')) return columns;
  for (const key of new Set(columns.map((column) => column.key))) {
    const within = columns.filter((column) => column.key === key && column.inner !== null);
    const fields = fieldsIn(within.map(({ inner }) => inner ?? ''));
    const places = [fields.get('lat'), fields.get('lon')].map((at) => (at === undefined ? undefined : within[at[0]]));
    if (places.some((place) => place === undefined || columns.some(({ name }) => name === place.inner))) continue;
    return columns.map((column) => (places.includes(column) ? { ...column, name: column.inner ?? '' } : column));
  }
  const [pair, ...more] = columns.filter(({ name }) => isOfPairs(name));
  if (pair === undefined || more.length > 0) return columns;
  return columns.map((column) => (column === pair ? { ...column, name: PAIR_NAME } : column));
}

interface Field extends Column {
  value: unknown;
}

function fieldsOf(record: Record<string, unknown>): Field[] {
  return Object.entries(record).flatMap(([key, given]): Field[] => {
    const value = plainValue(key, given);
    if (!isObject(value)) return [{ name: key, key, inner: null, value }];
    return Object.entries(value).map(([inner, own]) => ({ name: `${key}.${inner}`, key, inner, value: own }));
  });
}

/** A value without what only says of what kind it is: MongoDB's `{"$date": …}`, and points as GeoJSON has them, longitude first. */
function plainValue(key: string, value: unknown): unknown {
  if (/^coordinates$/i.test(key) && isPair(value)) return pointOf(value);
  if (!isObject(value)) return value;
  const [only, ...more] = Object.keys(value);
  if (more.length === 0 && only?.startsWith('$')) return value[only];
  const { type, coordinates } = value;
  return (type === 'Point' || type === undefined) && isPair(coordinates) ? pointOf(coordinates) : value;
}

/** Two numbers, and perhaps a height, as far from 0 as degrees are. */
function isPair(value: unknown): value is readonly number[] {
  const isDegrees = (each: unknown) => typeof each === 'number' && Math.abs(each) <= 180;
  return Array.isArray(value) && (value.length === 2 || value.length === 3) && value.slice(0, 2).every(isDegrees);
}

function pointOf([longitude, latitude]: readonly number[]): Record<string, unknown> {
  return { longitude, latitude };
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
      const value = plainValue(key, record[key]);
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
  if (Array.isArray(value) && value.every(isPlain)) return value.join('; ');
  if (Array.isArray(value) && value.every((each) => isObject(each) && Object.values(each).every(isPlain))) {
    return value.map((each: object) => Object.values(each).join(', ')).join('; ');
  }
  return JSON.stringify(value);
}

/** Neither an object nor a list; `null` is one of these too. */
function isPlain(value: unknown): boolean {
  return typeof value !== 'object';
}
