import type { ColumnMetaData, DecodedArray, SchemaTree } from 'hyparquet';
import { assembleLists } from 'hyparquet/src/assemble.js';
import { convert, DEFAULT_PARSERS } from 'hyparquet/src/convert.js';
import { byteStreamSplit } from 'hyparquet/src/encoding.js';
import { readPlain } from 'hyparquet/src/plain.js';
import { getMaxDefinitionLevel, getMaxRepetitionLevel } from 'hyparquet/src/schema.js';
import { viewOf } from './byte-reader.ts';
import type { Page } from './parquet-pages.ts';
import { createDeltas, createRuns, type Next, type RunSpan } from './parquet-runs.ts';
import { MOST_FOLD } from './unpack.ts';

/** So many values are made at once of what says in few bytes that it holds many. */
const BATCH = 1024;
/** More in one row of lists is not so. */
const MOST_IN_ROW = 1_000_000;
/** A number of more bytes is none; it is made in time that grows with the square of its length. */
const LONGEST_NUMBER = 64;

/** What is repeated of texts before in a page may come to so many bytes, and to `MOST_FOLD` times its own. */
const LEAST_GROWN = 1 << 20;

/** A column without columns in it, with the schema's elements that lead to it, the root first. */
export interface Leaf {
  path: readonly SchemaTree[];
  codec: ColumnMetaData['codec'];
}

/**
 * What a column holds in each row, from its pages: a value, `null` where it is unknown, or for what can be repeated or stands within
 * another column the lists in which hyparquet holds it. Values are made when their rows are read, so that a page takes no more room
 * than its bytes and no more time than the rows that are there, whatever it says of itself.
 */
export function* valuesOf(leaf: Leaf, pages: Iterable<Page>): Generator<unknown> {
  const isFlat = leaf.path.length === 2 && leaf.path[1].element.repetition_type !== 'REPEATED';
  if (!isFlat) {
    yield* listsOf(leaf, entriesOf(leaf, pages));
    return;
  }
  const known = getMaxDefinitionLevel([...leaf.path]);
  for (const { defined, value } of entriesOf(leaf, pages)) yield defined === known ? value : null;
}

/** A value with where it stands: how much of its path is there, and at which depth a list goes on, 0 for a new row. */
interface LeveledValue {
  defined: number;
  repeated: number;
  value: unknown;
}

function* entriesOf(leaf: Leaf, pages: Iterable<Page>): Generator<LeveledValue> {
  const [mostRepeated, mostDefined] = [getMaxRepetitionLevel([...leaf.path]), getMaxDefinitionLevel([...leaf.path])];
  let dictionary: DecodedArray | null = null;
  for (const page of pages) {
    if (page.isDictionary) {
      dictionary = converted(leaf, plainOf(leaf, { bytes: page.bytes, from: 0, to: page.bytes.length }, page.count));
      continue;
    }
    let from = 0;
    const levels = (most: number, apart: Uint8Array | undefined): (() => Next<number>) => {
      if (most === 0) return () => () => 0;
      const span = apart ? whole(apart) : lengthened(page.bytes, from);
      if (!apart) from = span.to;
      return () => createRuns(span, 32 - Math.clz32(most));
    };
    const repeated = levels(mostRepeated, page.levels?.repeated)();
    const definedAnew = levels(mostDefined, page.levels?.defined);
    const count = knownIn(definedAnew(), page.count, mostDefined);
    const defined = mostDefined === 0 ? () => 0 : definedAnew();
    const next = nextOf(leaf, { bytes: page.bytes, from, to: page.bytes.length }, { page, count, dictionary });
    for (let i = 0; i < page.count; i++) {
      const entry = { repeated: repeated(), defined: defined(), value: null as unknown };
      if (entry.defined === mostDefined) entry.value = next();
      yield entry;
    }
  }
}

/** How many of a page's values are known. */
function knownIn(defined: Next<number>, count: number, most: number): number {
  if (most === 0) return count;
  let known = 0;
  for (let i = 0; i < count; i++) if (defined() === most) known++;
  return known;
}

/** The lists of each row. */
function* listsOf({ path }: Leaf, entries: Iterable<LeveledValue>): Generator<unknown> {
  const most = getMaxDefinitionLevel([...path]);
  let row: LeveledValue[] = [];
  const list = () => {
    const values = row.filter(({ defined }) => defined === most).map(({ value }) => value);
    const [defined, repeated] = [row.map((entry) => entry.defined), row.map((entry) => entry.repeated)];
    return assembleLists([], defined, repeated, values, [...path])[0] as unknown;
  };
  for (const entry of entries) {
    if (entry.repeated === 0 && row.length > 0) {
      yield list();
      row = [];
    }
    if (row.push(entry) > MOST_IN_ROW) throw new RangeError('a row without an end');
  }
  if (row.length > 0) yield list();
}

interface InPage {
  page: Page;
  /** how many values are known */
  count: number;
  dictionary: DecodedArray | null;
}

/** The known values of a page, one after the other. */
function nextOf(leaf: Leaf, span: RunSpan, { page: { encoding }, count, dictionary }: InPage): Next<unknown> {
  const { type, type_length: width } = elementOf(leaf);
  if (count === 0) return () => null;
  switch (encoding) {
    case 'PLAIN':
      return inTurn(converted(leaf, plainOf(leaf, span, count)));
    case 'BYTE_STREAM_SPLIT':
      return inTurn(converted(leaf, byteStreamSplit(readerOf(span), within(span, count, 1), type ?? 'DOUBLE', width)));
    case 'PLAIN_DICTIONARY':
    case 'RLE_DICTIONARY':
      return named(dictionary ?? [], indicesIn(span));
    case 'RLE': {
      const next = createRuns(lengthened(span.bytes, span.from), 1);
      return batched(leaf, count, () => next() === 1);
    }
    case 'DELTA_BINARY_PACKED': {
      const { next } = createDeltas(span, type === 'INT32' ? 32 : 64);
      return batched(leaf, count, type === 'INT32' ? () => Number(next()) : next);
    }
    case 'DELTA_LENGTH_BYTE_ARRAY': {
      const { lengths, end } = lengthsIn(span, count);
      return batched(leaf, count, textsIn({ ...span, from: end }, lengths));
    }
    case 'DELTA_BYTE_ARRAY': {
      const prefixes = lengthsIn(span, count);
      const { lengths, end } = lengthsIn({ ...span, from: prefixes.end }, count);
      return batched(leaf, count, growing(textsIn({ ...span, from: end }, lengths), prefixes.lengths, span));
    }
    default:
      throw new RangeError(`values written as ${encoding}`);
  }
}

/** The least bytes that a plain value takes, by its type; of eight truths one. */
const WIDTHS: Readonly<Record<string, number>> = {
  BOOLEAN: 1 / 8,
  INT32: 4,
  INT64: 8,
  INT96: 12,
  FLOAT: 4,
  DOUBLE: 8,
  BYTE_ARRAY: 4,
};

function plainOf(leaf: Leaf, span: RunSpan, count: number): DecodedArray {
  const { type, type_length: length } = elementOf(leaf);
  const width = type === 'FIXED_LEN_BYTE_ARRAY' ? length : WIDTHS[type ?? ''];
  if (type === undefined || width === undefined || !(width > 0)) throw new RangeError('a column of no known type');
  return readPlain(readerOf(span), type, within(span, count, width), length);
}

/** The count, where so many values of at least so many bytes can be there. */
function within({ from, to }: RunSpan, count: number, width: number): number {
  if (count * width > to - from) throw new RangeError('a page with fewer values than it says');
  return count;
}

/** Values of dates, texts, points and the like, as the schema has them. */
function converted(leaf: Leaf, values: DecodedArray): DecodedArray {
  const element = elementOf(leaf);
  const isLong = (value: unknown) => value instanceof Uint8Array && value.length > LONGEST_NUMBER;
  const isNumber = element.converted_type === 'DECIMAL' || element.logical_type?.type === 'UUID';
  if (isNumber && Array.isArray(values) && values.some(isLong)) throw new RangeError('a number too long');
  if (element.type === undefined) throw new RangeError('a column of no known type');
  return convert(values, {
    pathInSchema: [...(leaf.path.at(-1)?.path ?? [])],
    type: element.type,
    element,
    schemaPath: [...leaf.path],
    codec: leaf.codec,
    parsers: DEFAULT_PARSERS,
  });
}

function elementOf({ path }: Leaf): SchemaTree['element'] {
  return path[path.length - 1].element;
}

function readerOf({ bytes, from, to }: RunSpan): { view: DataView; offset: number } {
  return { view: viewOf(bytes.subarray(from, to)), offset: 0 };
}

const whole = (bytes: Uint8Array): RunSpan => ({ bytes, from: 0, to: bytes.length });

/** What follows its own length in four bytes. */
function lengthened(bytes: Uint8Array, at: number): RunSpan {
  const from = at + 4;
  const to = from + viewOf(bytes).getUint32(at, true);
  if (to > bytes.length) throw new RangeError('a length beyond its page');
  return { bytes, from, to };
}

function inTurn(values: DecodedArray): Next<unknown> {
  let at = 0;
  return () => values[at++] as unknown;
}

/** Where in the dictionary values stand. In no bits there is but the first. */
function indicesIn({ bytes, from, to }: RunSpan): Next<number> {
  const width = bytes[from] ?? 0;
  return width === 0 ? () => 0 : createRuns({ bytes, from: from + 1, to }, width);
}

function named(dictionary: DecodedArray, next: Next<number>): Next<unknown> {
  return () => {
    const index = next();
    if (index >= dictionary.length) throw new RangeError('a value that its dictionary has not');
    return dictionary[index] as unknown;
  };
}

/** Values that are made so many at a time. */
function batched(leaf: Leaf, count: number, next: Next<unknown>): Next<unknown> {
  let left = count;
  let batch: Next<unknown> = () => null;
  let inBatch = 0;
  return () => {
    if (inBatch === 0) {
      inBatch = Math.min(BATCH, left);
      left -= inBatch;
      batch = inTurn(converted(leaf, Array.from({ length: inBatch }, next)));
    }
    inBatch--;
    return batch();
  };
}

/** Lengths of texts, and where they end. They are needed all before the first text: in each byte there may be eight. */
function lengthsIn(span: RunSpan, count: number): { lengths: Int32Array; end: number } {
  const deltas = createDeltas(span, 32);
  if (deltas.count !== count || count > BATCH + 64 * (span.to - span.from))
    throw new RangeError('lengths not as many as texts');
  const lengths = Int32Array.from({ length: count }, () => Number(deltas.next()));
  return { lengths, end: deltas.end() };
}

function textsIn({ bytes, from, to }: RunSpan, lengths: Int32Array): Next<Uint8Array> {
  let at = from;
  let index = 0;
  return () => {
    const length = lengths[index++];
    if (!(length >= 0 && at + length <= to)) throw new RangeError('a text beyond its page');
    return bytes.subarray(at, (at += length));
  };
}

/** Texts of which each begins like the one before, for so many bytes. */
function growing(next: Next<Uint8Array>, prefixes: Int32Array, { from, to }: RunSpan): Next<Uint8Array> {
  let before: Uint8Array = new Uint8Array(0);
  let left = LEAST_GROWN + MOST_FOLD * (to - from);
  let index = 0;
  return () => {
    const prefix = prefixes[index++];
    const rest = next();
    if (!(prefix >= 0 && prefix <= before.length)) throw new RangeError('a beginning longer than the text before');
    if ((left -= prefix) < 0) throw new RangeError('texts that grow beyond all measure');
    const text = new Uint8Array(prefix + rest.length);
    text.set(before.subarray(0, prefix));
    text.set(rest, prefix);
    return (before = text);
  };
}
