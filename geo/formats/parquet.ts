import type { AsyncBuffer, Compressors, FileMetaData } from 'hyparquet';
import * as z from 'zod/mini';
import { InputError, messageOf } from '../model/errors.ts';
import { checkPages } from './parquet-pages.ts';
import { isObject } from './recorded.ts';
import type { TableRecord } from './records.ts';
import { headOf, unreadable, type ByteSource } from './source.ts';
import { dayText, recordsOf, type SheetRow } from './workbook.ts';

/** Nothing that is held at once is longer, in bytes: the file where it is packed, what is unfolded of a group of rows. */
const MOST_HELD = 256 * 2 ** 20;
/** A file with more rows is refused: it says what is not so. */
const MOST_ROWS = 50_000_000;
/** So many rows are made at once: a group may have a million. */
const STEP = 100_000;

/**
 * The rows of a Parquet file, with its columns for a header; the points of a GeoParquet become latitude and longitude. Groups of rows
 * are read one after the other. `onText` as of `readSheet`. Throws an `InputError` for what cannot be read, or held.
 */
export async function* readParquet(
  source: ByteSource,
  onText: (length: number) => void,
): AsyncGenerator<TableRecord[]> {
  const hyparquet = await import('hyparquet');
  const compressors = await compressorsFor(source.name, hyparquet.snappyUncompress);
  async function* rows(): AsyncGenerator<SheetRow> {
    try {
      const file = await bufferOf(source);
      const metadata = await hyparquet.parquetMetadataAsync(file);
      const columns = columnsIn(source.name, metadata);
      yield { line: 0, cells: columns.flatMap(({ name, isPlace }) => (isPlace ? ['lat', 'lon'] : [name])) };
      let line = 1;
      for (const group of metadata.row_groups) {
        await checkPages(file, group, { unfolded: MOST_HELD, values: MOST_ROWS });
      }
      for (const { from, to } of stepsOf(source.name, metadata)) {
        const read = { file, metadata, compressors, rowStart: from, rowEnd: to };
        for (const row of await hyparquet.parquetReadObjects(read)) {
          yield {
            line: line++,
            cells: columns.flatMap(({ name, isPlace }) => (isPlace ? placeOf(row[name]) : [textOf(row[name])])),
          };
        }
      }
    } catch (error) {
      if (error instanceof InputError || (error instanceof DOMException && error.name === 'AbortError')) throw error;
      throw unreadable(source.name, null, 'parquet-damaged', { met: messageOf(error) });
    }
  }
  yield* recordsOf(rows(), onText);
}

/** What reads any part of the file: of one that is packed all of it is held. */
async function bufferOf(source: ByteSource): Promise<AsyncBuffer> {
  if (source.parts) {
    const { size, read } = source.parts;
    return { byteLength: size, slice: (from, to = size) => read(from, to) };
  }
  const all = await headOf(source, MOST_HELD + 1);
  if (all.length > MOST_HELD) throw tooLarge(source.name, all.length);
  const bytes = all.slice().buffer;
  return { byteLength: bytes.byteLength, slice: (from, to) => bytes.slice(from, to) };
}

function tooLarge(file: string, bytes: number): InputError {
  return unreadable(file, bytes, 'parquet-too-large', { most: MOST_HELD });
}

/** How its pages are unfolded: none is longer than what is held. Brotli and LZ4, which are rare, are refused. */
async function compressorsFor(
  file: string,
  snappy: (input: Uint8Array, output: Uint8Array) => unknown,
): Promise<Compressors> {
  const [{ decompress }, { gunzipSync }] = await Promise.all([import('fzstd'), import('fflate')]);
  const roomFor = (length: number) => {
    if (length > MOST_HELD) throw tooLarge(file, length);
    return new Uint8Array(length);
  };
  return {
    SNAPPY: (input, length) => {
      const out = roomFor(length);
      snappy(input, out);
      return out;
    },
    GZIP: (input, length) => gunzipSync(input, { out: roomFor(length) }),
    ZSTD: (input, length) => decompress(input, roomFor(length)),
  };
}

interface ParquetColumn {
  name: string;
  /** It holds geometries. */
  isPlace: boolean;
}

/** Degrees on WGS 84, as GeoParquet has them where nothing else is said. */
const DEGREES: readonly string[] = ['EPSG:4326', 'OGC:CRS84', 'OGC:CRS84h'];

/** The columns, that of the places first. */
function columnsIn(file: string, { schema, key_value_metadata: values }: FileMetaData): ParquetColumn[] {
  checkPoints(file, values?.find(({ key }) => key === 'geo')?.value);
  const columns: ParquetColumn[] = [];
  let at = 1;
  for (let left = schema[0].num_children ?? 0; left > 0 && at < schema.length; left--) {
    const { name, logical_type: type } = schema[at];
    const isPlace = type?.type === 'GEOMETRY' || type?.type === 'GEOGRAPHY';
    if (isPlace && type.crs !== undefined && !DEGREES.includes(type.crs)) {
      throw unreadable(file, type.crs, 'shape-other-system');
    }
    if (isPlace && !columns.some((column) => column.isPlace)) columns.unshift({ name, isPlace });
    else columns.push({ name, isPlace: false });
    at = afterChildren(schema, at);
  }
  return columns;
}

/** @throws InputError where a GeoParquet says that it holds no points (geoparquet.org, `geometry_types`) */
function checkPoints(file: string, geo: string | undefined): void {
  const { columns, primary_column: primary } = geoSchema.parse(JSON.parse(geo ?? '{}'));
  const types = columns[primary]?.geometry_types ?? [];
  if (types.length === 0 || types.some((type) => type.startsWith('Point'))) return;
  throw unreadable(file, file, 'shape-not-points', { kind: types.join(', ') });
}

/** What a GeoParquet says of its columns. */
const geoSchema = z.object({
  primary_column: z.catch(z.string(), 'geometry'),
  columns: z.catch(
    z.record(
      z.string(),
      z.catch(z.object({ geometry_types: z.catch(z.array(z.string()), []) }), { geometry_types: [] }),
    ),
    {},
  ),
});

/** The schema is a tree, written from the root with each branch after its stem. */
function afterChildren(schema: FileMetaData['schema'], at: number): number {
  let open = 1;
  for (; open > 0 && at < schema.length; at++) open += (schema[at].num_children ?? 0) - 1;
  return at;
}

/** The ranges of rows that are read at once, none of them of two groups. */
function stepsOf(file: string, { row_groups: groups }: FileMetaData): { from: number; to: number }[] {
  const steps: { from: number; to: number }[] = [];
  let start = 0;
  for (const { num_rows: rows, columns } of groups) {
    const bytes = columns.reduce((sum, { meta_data: column }) => sum + Number(column?.total_uncompressed_size ?? 0), 0);
    if (bytes > MOST_HELD) throw tooLarge(file, bytes);
    const end = start + Number(rows);
    if (!(end >= start && end <= MOST_ROWS)) throw unreadable(file, null, 'parquet-damaged', { met: `${end} rows` });
    for (let from = start; from < end; from += STEP) steps.push({ from, to: Math.min(end, from + STEP) });
    start = end;
  }
  return steps;
}

/** Latitude and longitude of a point, empty for what is none. */
function placeOf(geometry: unknown): [lat: string, lon: string] {
  if (!isObject(geometry) || geometry.type !== 'Point' || !Array.isArray(geometry.coordinates)) return ['', ''];
  const [lon, lat] = geometry.coordinates as unknown[];
  return [textOf(lat), textOf(lon)];
}

function textOf(value: unknown): string {
  if (value === null || value === undefined || value instanceof Uint8Array) return '';
  if (typeof value === 'string') return value;
  if (value instanceof Date) return dayText(value);
  if (typeof value !== 'object') return String(value as number | bigint | boolean);
  return JSON.stringify(value, (_, each: unknown) => (typeof each === 'bigint' ? String(each) : each));
}
