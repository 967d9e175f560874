import { parquetMetadata, parquetSchema, type FileMetaData, type RowGroup, type SchemaTree } from 'hyparquet';
import { assembleNested } from 'hyparquet/src/assemble.js';
import { DEFAULT_PARSERS } from 'hyparquet/src/convert.js';
import * as z from 'zod/mini';
import { InputError, inputError, isAbort, messageOf } from '../model/errors.ts';
import { MOST_PLACES } from '../model/incident-places.ts';
import { viewOf } from './byte-reader.ts';
import { valuesOf } from './parquet-column.ts';
import { loadUnfolds, pagesOf, type Unfold } from './parquet-pages.ts';
import { endOfStruct } from './parquet-thrift.ts';
import { fieldsIn, isThere } from './plain.ts';
import { severalWkt } from './positions.ts';
import { isObject } from './recorded.ts';
import type { TableRecord } from './records.ts';
import { SET_COLUMN } from './several-places.ts';
import { headOf, unreadable, type ByteSource } from './source.ts';
import { checkFold } from './unpack.ts';
import { dayText, recordsOf, type SheetRow } from './workbook.ts';

/** Nothing that is held at once is longer, in bytes: the file where it is packed, what is unfolded of a group of rows. */
const MOST_HELD = 256 * 2 ** 20;
/** What tells of the file, which stands at its end, is not longer. */
const MOST_TOLD = 64 * 2 ** 20;
/** A file with more rows, or more columns, is refused: it says what is not so. */
const MOST_ROWS = 50_000_000;
const MOST_COLUMNS = 5000;
const DEEPEST = 16;
/** A file may say that it holds so many values, and so many for each of its bytes: unknown and equal ones take next to nothing. */
const LEAST_VALUES = 10_000_000;
const VALUES_IN_BYTE = 1000;

/**
 * The rows of a Parquet file, with its columns for a header; the points of a GeoParquet become latitude and longitude,
 * its sets of points well-known text. Groups of rows
 * are read one after the other, and each byte once but those that tell where places stand. `onText` as of `readSheet`. Throws an `InputError` for what cannot be read, or held.
 *
 * hyparquet reads what tells of the file and makes its values; the pages between are gone through here, as hyparquet holds a group
 * as a whole, and does and makes room for whatever a damaged page says.
 */
export async function* readParquet(
  source: ByteSource,
  onText: (length: number) => void,
): AsyncGenerator<TableRecord[]> {
  async function* rows(): AsyncGenerator<SheetRow> {
    try {
      const file = await openFile(source);
      const metadata = await metadataIn(file);
      const schema = parquetSchema(metadata);
      const leaves = numberedLeaves(schema);
      const unfolds = await loadUnfolds();
      const geo = geoIn(source.name, schema, metadata);
      const seen = await placesSeen(createGroupReader(file, metadata, unfolds), metadata, leaves.flat(), geo);
      const columns = columnsIn(source.name, schema, geo, seen);
      yield {
        line: 0,
        cells: columns.flatMap(({ name, holds }) =>
          holds === 'points' ? ['lat', 'lon'] : holds === 'sets' ? [SET_COLUMN] : [name],
        ),
      };
      const readGroup = createGroupReader(file, metadata, unfolds);
      let line = 1;
      for (const group of metadata.row_groups) {
        const values = await readGroup(group, leaves.flat());
        let first = 0;
        const read = leaves.map((own) => rowValuesOf(source.name, own, values.slice(first, (first += own.length))));
        for (let row = 0; row < Number(group.num_rows); row++) {
          const all = read.map((next) => next());
          yield {
            line: line++,
            cells: columns.flatMap(({ index, holds }) => {
              const value = all[index];
              return holds === 'points' ? placeOf(value) : [holds === 'sets' ? setOf(value) : textOf(value)];
            }),
          };
        }
      }
    } catch (error) {
      if (error instanceof InputError || isAbort(error)) throw error;
      throw unreadable(source.name, null, 'parquet-damaged', { met: messageOf(error) });
    }
  }
  yield* recordsOf(rows(), onText);
}

/** A file any part of which can be read. */
interface OpenFile {
  name: string;
  size: number;
  /** From one byte to before another. */
  read: (from: number, to: number) => Promise<Uint8Array>;
}

/** Of a file that is packed all is held. */
async function openFile(source: ByteSource): Promise<OpenFile> {
  if (source.parts) {
    const { size, read } = source.parts;
    return { name: source.name, size, read: async (from, to) => new Uint8Array(await read(from, to)) };
  }
  const all = await headOf(source, MOST_HELD + 1);
  if (all.length > MOST_HELD) throw tooLarge(source.name, all.length);
  return { name: source.name, size: all.length, read: (from, to) => Promise.resolve(all.slice(from, to)) };
}

function tooLarge(file: string, bytes: number): InputError {
  return unreadable(file, bytes, 'parquet-too-large', { most: MOST_HELD });
}

/** What the file tells of itself, once it is known to be as long as it says. */
async function metadataIn({ size, read }: OpenFile): Promise<FileMetaData> {
  if (size < TAIL) throw new RangeError('a file too short');
  const length = viewOf(await read(size - TAIL, size)).getUint32(0, true);
  if (length > Math.min(size - TAIL, MOST_TOLD)) throw new RangeError('a description beyond the file');
  const told = await read(size - TAIL - length, size);
  endOfStruct(viewOf(told), 0);
  // columns of points are marked here: hyparquet goes round for ever where one has fewer columns in it than none
  const metadata = parquetMetadata(told, { geoparquet: false });
  const names: readonly unknown[] = metadata.schema.map(({ name }) => name);
  if (names.some((name) => typeof name !== 'string')) throw new RangeError('a column without a name');
  if (metadata.schema.length > MOST_COLUMNS) throw new RangeError(`${metadata.schema.length} columns`);
  const rows = metadata.row_groups.map(({ num_rows: own }) => Number(own));
  const all = rows.reduce((sum, own) => sum + own, 0);
  if (rows.some((own) => !(own >= 0)) || all > MOST_ROWS) throw new RangeError(`${all} rows`);
  return metadata;
}

/** The length of what the file tells of itself, and its mark. */
const TAIL = 8;

/** The columns without columns in them below one, in the order of the file, each with the path to it. */
function leavesOf(path: readonly SchemaTree[]): (readonly SchemaTree[])[] {
  if (path.length > DEEPEST) throw new RangeError('columns too deep');
  const { children } = path[path.length - 1];
  return children.length === 0 ? [path] : children.flatMap((child) => leavesOf([...path, child]));
}

/** A column without columns in it. */
interface NumberedLeaf {
  path: readonly SchemaTree[];
  /** which of the file's it is, from 0 */
  index: number;
}

/** The columns without columns in them, by the column of the table that they are, or are within. */
function numberedLeaves(schema: SchemaTree): NumberedLeaf[][] {
  let index = 0;
  return schema.children.map((child) => leavesOf([schema, child]).map((path) => ({ path, index: index++ })));
}

/** What went wrong with a column, with its name. */
function ofColumn(file: string, { path }: NumberedLeaf, error: unknown): unknown {
  if (isAbort(error)) return error;
  const field = path
    .slice(1)
    .map(({ element }) => element.name)
    .join('.');
  if (!(error instanceof InputError)) {
    return inputError({ file, row: null, field, value: null }, 'parquet-damaged', { met: messageOf(error) });
  }
  const { problem } = error;
  return new InputError({ ...problem, where: { ...problem.where, field } });
}

type ReadGroup = (group: RowGroup, leaves: readonly NumberedLeaf[]) => Promise<Iterator<unknown>[]>;

/** Gives what begins to read columns in a group of rows. What a file unfolds to and says that it holds is kept in bounds. */
function createGroupReader(
  file: OpenFile,
  { row_groups: groups }: FileMetaData,
  unfolds: Readonly<Record<string, Unfold>>,
): ReadGroup {
  // no two columns are of the same bytes: else a short file could be read for ever
  const chunks = groups.flatMap(({ columns }) =>
    columns.map(({ meta_data: told }) => Number(told?.total_compressed_size)),
  );
  const packed = chunks.reduce((sum, length) => sum + length, 0);
  if (chunks.some((length) => !(length >= 0)) || packed > file.size)
    throw new RangeError('columns longer than the file');
  const fold = { read: file.size, unfolded: 0 };
  let values = LEAST_VALUES + VALUES_IN_BYTE * file.size;
  return async ({ columns }, leaves) => {
    let held = columns.reduce((sum, { meta_data: told }) => sum + Number(told?.total_compressed_size), 0);
    if (held > MOST_HELD) throw tooLarge(file.name, held);
    const read = async ({ path, index }: NumberedLeaf) => {
      const { meta_data: told, file_path: elsewhere } = columns[index];
      if (!told || elsewhere) throw new RangeError('a column that is not in the file');
      const from = Number(told.dictionary_page_offset || told.data_page_offset);
      const to = from + Number(told.total_compressed_size);
      if (!(from >= 0 && to <= file.size)) throw new RangeError('a column that is not in the file');
      const pages = pagesOf(await file.read(from, to), told.codec, unfolds, (bytes, count) => {
        held += bytes;
        if (held > MOST_HELD) throw tooLarge(file.name, held);
        fold.unfolded += bytes;
        checkFold(fold, file.name);
        if ((values -= count) < 0) throw new RangeError('more values than a file of its size holds');
      });
      return valuesOf({ path, codec: told.codec }, pages);
    };
    return Promise.all(
      leaves.map((leaf) =>
        read(leaf).catch((error: unknown) => {
          throw ofColumn(file.name, leaf, error);
        }),
      ),
    );
  };
}

/** Gives what a column of the table holds in the next row, from the columns within it. */
function rowValuesOf(
  file: string,
  leaves: readonly NumberedLeaf[],
  values: readonly Iterator<unknown>[],
): () => unknown {
  const [, column] = leaves[0].path;
  const next = () =>
    values.map((each, i) => {
      try {
        const { done, value } = each.next() as IteratorResult<unknown, undefined>;
        if (done) throw new RangeError('a column with fewer values than rows');
        return value;
      } catch (error) {
        throw ofColumn(file, leaves[i], error);
      }
    });
  if (column.children.length === 0) return () => next()[0];
  return () => {
    const parts = new Map(
      next().map((value, i) => [leaves[i].path[leaves[i].path.length - 1].path.join('.'), [value]]),
    );
    assembleNested(parts, column, DEFAULT_PARSERS);
    return parts.get(column.path.join('.'))?.[0];
  };
}

interface ParquetColumn {
  name: string;
  /** Which of the file's it is, from 0. */
  index: number;
  /** A point in each row, or a set of points in some; `values` for what is no place. */
  holds: 'points' | 'sets' | 'values';
}

/** Degrees on WGS 84, as GeoParquet has them where nothing else is said. */
const DEGREES: readonly string[] = ['EPSG:4326', 'OGC:CRS84', 'OGC:CRS84h'];

/** How GeoArrow writes points and sets of them, as columns of x and y (geoparquet.org, `encoding`). */
const ARROWS: readonly string[] = ['point', 'multipoint'];

/** What a GeoParquet says of its columns, those of WKB marked as geometries. */
function geoIn(file: string, { children }: SchemaTree, { key_value_metadata: told }: FileMetaData): Geo {
  const geo = geoSchema.parse(JSON.parse(told?.find(({ key }) => key === 'geo')?.value ?? '{}'));
  checkPoints(file, geo);
  for (const { element } of children) {
    const own = toldOf(geo, element.name);
    if (own?.encoding !== 'WKB' || element.type !== 'BYTE_ARRAY') continue;
    element.logical_type ??= { type: 'GEOMETRY', ...(own.crs && { crs: own.crs }) };
  }
  return geo;
}

function toldOf({ columns }: Geo, name: string): Geo['columns'][string] | null {
  return Object.hasOwn(columns, name) ? columns[name] : null;
}

/** What Parquet itself says of a column of geometries; `null` for any other. */
function geometryOf({ logical_type: type }: SchemaTree['element']) {
  return type?.type === 'GEOMETRY' || type?.type === 'GEOGRAPHY' ? type : null;
}

/** So many values are looked at of a column of bytes, to tell whether they are points or sets of them. */
const LOOKED_AT = 1000;

/**
 * Which columns hold points, or sets of them, as their first values tell: of geometries of which nothing is told, and of bytes of which
 * it is not even told that they are geometries. These are marked as such where all that are known are points in degrees, and no columns
 * of latitude and longitude say where.
 */
async function placesSeen(
  readGroup: ReadGroup,
  { row_groups: groups }: FileMetaData,
  leaves: readonly NumberedLeaf[],
  geo: Geo,
): Promise<ReadonlyMap<string, 'points' | 'sets'>> {
  const seen = new Map<string, 'points' | 'sets'>();
  const group = groups.find(({ num_rows: rows }) => rows > 0);
  const hasPlaces = isThere(fieldsIn(leaves.map(({ path }) => path[1].element.name)), 'lat');
  for (const leaf of leaves) {
    const { element } = leaf.path[1];
    const isBare = element.type === 'BYTE_ARRAY' && !element.converted_type && !element.logical_type && !hasPlaces;
    const isUntold = geometryOf(element) !== null && !toldOf(geo, element.name)?.geometry_types.length;
    if (!group || leaf.path.length !== 2 || !(isBare || isUntold)) continue;
    if (isBare) element.logical_type = { type: 'GEOMETRY' };
    const holds = await placesIn(readGroup, group, leaf);
    if (holds !== null) seen.set(element.name, holds);
    else if (isBare) delete element.logical_type;
  }
  return seen;
}

/** What the first values of a column are; `null` where they are other than points in degrees, or cannot be read: that is said when all are. */
async function placesIn(readGroup: ReadGroup, group: RowGroup, leaf: NumberedLeaf): Promise<'points' | 'sets' | null> {
  let holds: 'points' | 'sets' | null = null;
  try {
    const [values] = await readGroup(group, [leaf]);
    for (let i = 0; i < LOOKED_AT; i++) {
      const { done, value } = values.next();
      if (done) break;
      if (value === null) continue;
      if (!isObject(value) || !pointsOf(value, MOST_PLACES + 1).every(isInDegrees)) return null;
      if (value.type !== 'Point' && value.type !== 'MultiPoint') return null;
      if (value.type === 'MultiPoint') holds = 'sets';
      holds ??= 'points';
    }
  } catch (error) {
    if (isAbort(error)) throw error;
    return null;
  }
  return holds;
}

/** A point that is on the globe; one of not numbers is the empty point of WKB. */
function isInDegrees([lon, lat]: readonly unknown[]): boolean {
  return !(Math.abs(Number(lon)) > 180 || Math.abs(Number(lat)) > 90);
}

/** The columns, that of the places first. */
function columnsIn(
  file: string,
  { children }: SchemaTree,
  geo: Geo,
  seen: ReadonlyMap<string, 'points' | 'sets'>,
): ParquetColumn[] {
  const columns: ParquetColumn[] = [];
  children.forEach(({ element }, index) => {
    const { name } = element;
    const told = toldOf(geo, name);
    const isArrow = told !== null && ARROWS.includes(told.encoding);
    const geometry = geometryOf(element);
    const isPlace = isArrow || geometry !== null;
    const crs = geometry ? geometry.crs : told?.crs;
    if (isPlace && crs && !DEGREES.includes(crs)) throw unreadable(file, crs, 'shape-other-system');
    const areSets = told?.encoding === 'multipoint' || (told?.geometry_types.some(isSets) ?? false);
    if (!isPlace || columns.some(({ holds }) => holds !== 'values')) columns.push({ name, index, holds: 'values' });
    else columns.unshift({ name, index, holds: areSets || seen.get(name) === 'sets' ? 'sets' : 'points' });
  });
  return columns;
}

function isSets(type: string): boolean {
  return type.startsWith('MultiPoint');
}

/** @throws InputError where a GeoParquet says that it holds no points (geoparquet.org, `geometry_types`) */
function checkPoints(file: string, { columns, primary_column: primary }: Geo): void {
  const types = Object.hasOwn(columns, primary) ? columns[primary].geometry_types : [];
  if (types.length === 0 || types.some((type) => type.startsWith('Point') || isSets(type))) return;
  throw unreadable(file, file, 'shape-not-points', { kind: types.join(', ') });
}

/** The name of a system of coordinates, as `EPSG:4326`; `null` where it has none. */
const crsSchema = z.catch(
  z.nullable(
    z.pipe(
      z.object({ id: z.object({ authority: z.string(), code: z.union([z.string(), z.number()]) }) }),
      z.transform(({ id: { authority, code } }) => `${authority}:${code}`),
    ),
  ),
  null,
);

/** What a GeoParquet says of its columns. */
const geoSchema = z.object({
  primary_column: z.catch(z.string(), 'geometry'),
  columns: z.catch(
    z.record(
      z.string(),
      z.object({
        encoding: z.catch(z.string(), ''),
        geometry_types: z.catch(z.array(z.string()), []),
        crs: crsSchema,
      }),
    ),
    {},
  ),
});

type Geo = z.output<typeof geoSchema>;

/** Latitude and longitude of a point, empty for what is none. */
function placeOf(geometry: unknown): [lat: string, lon: string] {
  const [lon, lat] = pointsOf(geometry).at(0) ?? [];
  return [textOf(lat), textOf(lon)];
}

/** All places of a row as well-known text, of too many one more than can be taken; empty for none. */
function setOf(geometry: unknown): string {
  const points = pointsOf(geometry, MOST_PLACES + 1);
  return points.length === 0 ? '' : severalWkt(points.map(([lon, lat]) => [Number(lon), Number(lat)]));
}

/** The points of a geometry, as WKB or as columns of x and y; of a set of more than `most` none, or so many. */
function pointsOf(geometry: unknown, most = 1): (readonly unknown[])[] {
  if (Array.isArray(geometry)) return most === 1 ? [] : geometry.slice(0, most).flatMap((each) => pointsOf(each));
  if (!isObject(geometry)) return [];
  const { type, coordinates, x, y } = geometry;
  if (type === undefined) return x === undefined || y === undefined ? [] : [[x, y]];
  if (!Array.isArray(coordinates)) return [];
  if (type === 'Point') return [coordinates];
  return type === 'MultiPoint' && most > 1 ? (coordinates.slice(0, most) as unknown[][]) : [];
}

function textOf(value: unknown): string {
  if (value === null || value === undefined || value instanceof Uint8Array) return '';
  if (typeof value === 'string') return value;
  if (value instanceof Date) return dayText(value);
  if (typeof value !== 'object') return String(value as number | bigint | boolean);
  return JSON.stringify(value, (_, each: unknown) =>
    typeof each === 'bigint' ? String(each) : each instanceof Uint8Array ? null : each,
  );
}
