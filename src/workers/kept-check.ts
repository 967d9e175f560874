import type { Rejects } from '../../geo/import/rejects.ts';
import { columnKinds } from '../../geo/store/columns.ts';
import { OTHER_PLACES_KINDS } from '../../geo/store/other-places.ts';
import { WORD_KEYS, type Rows } from '../../geo/store/rows.ts';
import type { Texts } from '../../geo/store/texts.ts';

/** How many rows were taken and how many not. */
export interface Sizes {
  accepted: number;
  rejected: number;
}

/** The part of a dataset's rows that is missing or not as it was written, by its path; `null` where all are whole. */
export function flawInRows(rows: unknown, { accepted }: Sizes): string | null {
  const { columns, otherPlaces, districts, words, ids, raw } = fieldsOf(rows);
  for (const [name, kind] of columnKinds())
    if (!isArray(fieldsOf(columns)[name], kind, accepted)) return `rows/columns/${name}`;
  const others = fieldsOf(otherPlaces);
  for (const [name, kind] of Object.entries(OTHER_PLACES_KINDS))
    if (!isArray(others[name], kind, lengthOf(others.rows))) return `rows/otherPlaces/${name}`;
  if (!areBelow(others.rows as Uint32Array, accepted)) return 'rows/otherPlaces/rows';
  if (!isList(districts, isDistrict)) return 'rows/districts';
  const { district, pointDistrict } = columns as Rows['columns'];
  if (!areBelow(district, districts.length)) return 'rows/columns/district';
  if (!areBelow(pointDistrict, districts.length)) return 'rows/columns/pointDistrict';
  for (const key of WORD_KEYS) {
    const { codes, list } = fieldsOf(fieldsOf(words)[key]);
    if (!isList(list, isText)) return `rows/words/${key}/list`;
    if (!isArray(codes, 'Uint32Array', accepted) || !areBelow(codes, list.length)) return `rows/words/${key}/codes`;
  }
  return flawInTexts(ids, accepted, 'rows/ids') ?? flawInTexts(raw, accepted, 'rows/raw');
}

/** The same of what was not taken. */
export function flawInRejects(rejects: unknown, { rejected }: Sizes): string | null {
  const { size, lines, raw, values, codes, reasons } = fieldsOf(rejects);
  if (size !== rejected) return 'rejects/size';
  if (!isList(reasons, isObject)) return 'rejects/reasons';
  if (!isArray(lines, 'Uint32Array', rejected)) return 'rejects/lines';
  // of an earlier version they are narrower
  const isWhole = isArray(codes, 'Uint32Array', rejected) || isArray(codes, 'Uint16Array', rejected);
  if (!isWhole || !areBelow(codes as Rejects['codes'], reasons.length)) return 'rejects/codes';
  return flawInTexts(raw, rejected, 'rejects/raw') ?? flawInTexts(values, rejected, 'rejects/values');
}

/** The same of texts: each lies within a chunk. */
export function flawInTexts(texts: unknown, size: number, path: string): string | null {
  const { chunks, chunk, start, end } = fieldsOf(texts);
  if (!isList(chunks, (each): each is Uint8Array => each instanceof Uint8Array)) return `${path}/chunks`;
  if (!isArray(chunk, 'Uint16Array', size) && !isArray(chunk, 'Uint32Array', size)) return `${path}/chunk`;
  if (!isArray(start, 'Uint32Array', size)) return `${path}/start`;
  if (!isArray(end, 'Uint32Array', size)) return `${path}/end`;
  const all = { chunk, start, end } as Pick<Texts, 'chunk' | 'start' | 'end'>;
  for (let i = 0; i < size; i++) {
    const bytes = chunks.at(all.chunk[i]);
    if (!bytes || all.start[i] > all.end[i] || all.end[i] > bytes.length) return `${path}/chunks`;
  }
  return null;
}

type Fields = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Fields => typeof value === 'object' && value !== null;
const fieldsOf = (value: unknown): Fields => (isObject(value) ? value : {});
const isText = (value: unknown): value is string => typeof value === 'string';
const isDistrict = (value: unknown) => isText(fieldsOf(value).id) && isText(fieldsOf(value).name);

function isList<T>(value: unknown, isOne: ((one: unknown) => one is T) | ((one: unknown) => boolean)): value is T[] {
  return Array.isArray(value) && value.every(isOne);
}

const lengthOf = (value: unknown) => Number(fieldsOf(value).length);

function isArray(value: unknown, kind: string, length: number): value is Uint32Array {
  return ArrayBuffer.isView(value) && value.constructor.name === kind && (value as Uint32Array).length === length;
}

function areBelow(codes: Int32Array | Uint32Array, limit: number): boolean {
  for (const code of codes) if (code >= limit) return false;
  return true;
}
