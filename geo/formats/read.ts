import type { InputError } from '../model/errors.ts';
import type { Note } from '../model/findings.ts';
import { lazily } from '../ground/district-lookup.ts';
import type { PlaceOf } from '../ground/place-names.ts';
import { decodeText } from './decode.ts';
import { dialectOf } from './detect.ts';
import { checkAsked, featureReading } from './feature-reading.ts';
import { note } from './finding.ts';
import { gpx, kml } from './geojson.ts';
import { readJsonFile } from './json-reading.ts';
import { linkIn, readXmlFeatures, xmlKindOf } from './kml-gpx.ts';
import { readMadeTable, type OnText, type OpenRecords } from './made-table.ts';
import { fieldsIn, NEEDED_FIELDS } from './plain.ts';
import type { Asked, Choices, Reading } from './reading.ts';
import { readRecords } from './records.ts';
import { formatWithId } from './registry.ts';
import { LEAST_WIDTH, NeedsMapping } from './sample.ts';
import { SET_COLUMN } from './several-places.ts';
import type { ShapeFiles } from './shapefile.ts';
import { openOneOf, type Readable } from './several.ts';
import { headOf, peeked, sourceOf, startingWith, unreadable, type DataFile, type ByteSource } from './source.ts';
import { tableIn, tableReading } from './table-reading.ts';
import { unpack, type InnerFile } from './unpack.ts';
import { readSheet } from './workbook.ts';

/** So much text, in characters, is looked at to tell what a file is. */
const SAMPLE = 256 * 1024;
/** In a sequence of features (RFC 8142) it stands before each. */
const RECORD_SEPARATOR = String.fromCharCode(30);

export interface ReadOptions extends Choices {
  /** Gives what finds places by their names: asked for where a table has no coordinates. Without it such a table is unknown. */
  placeNames?: (() => PlaceOf) | undefined;
  signal?: AbortSignal | undefined;
  /** Bytes of the file that were read, packed as it is. An archive is gone through twice. */
  onProgress?: ((read: number, total: number) => void) | undefined;
}

/**
 * Opens a file of events in any format, packed or not, and gives its rows as they are read: its format is told from what
 * is in it. Memory does not grow with the file.
 * @throws NeedsMapping where it is a table whose columns are not known, or somebody wants to choose
 * @throws NeedsSheet where it holds several tables of events
 * @throws InputError where it cannot be read at all, with what to do
 */
export async function readEvents(file: DataFile, options: ReadOptions = {}): Promise<Reading> {
  const format = options.format === undefined ? undefined : (formatWithId(options.format) ?? undefined);
  if (options.format !== undefined && !format) throw new RangeError(`There is no format ${options.format}.`);
  const onBytes = (read: number) => options.onProgress?.(read, file.size);
  const source = sourceOf(file, onBytes, options.signal);
  const { mapping, sheet, headerRow, isToChoose } = options;
  const placeNames = options.placeNames && lazily(options.placeNames);
  const asked: Asked = { format, mapping, sheet, headerRow, isToChoose, placeNames };
  return readPacked({ source, beside: () => null }, asked, { notes: [], size: file.size, depth: 0 });
}

/** Where a file lies. */
interface Within {
  /** what there is to know of the way to it */
  notes: Note[];
  /** of the file that was opened, packed as it is, bytes */
  size: number;
  /** in so many archives */
  depth: number;
}

async function readPacked(file: Pick<InnerFile, 'source' | 'beside'>, asked: Asked, within: Within): Promise<Reading> {
  const inside = await unpack(file.source, within.depth);
  switch (inside.kind) {
    case 'bare':
      return readBare(inside.source, file.beside, asked, within);
    case 'xlsx': {
      const { sheets, source } = inside;
      const open = (name: string) => (onText: OnText) => readSheet(source, sheets.indexOf(name), onText);
      return readSheets(source.name, sheets, open, asked, within);
    }
    case 'ods': {
      const { readOdsNames, readOdsSheet } = await import('./ods.ts');
      const { source } = inside;
      const open = (name: string) => (onText: OnText) => readOdsSheet(source, name, onText);
      return readSheets(source.name, await readOdsNames(source), open, asked, within);
    }
    case 'archive': {
      const files = inside.files.map((packed): Readable<Reading> => {
        const { name } = packed;
        const inIt = () => ({
          ...within,
          notes: [...within.notes, note('archive-entry', { name })],
          depth: within.depth + 1,
        });
        return { name, open: (sheet) => readPacked(packed, { ...asked, sheet }, inIt()) };
      });
      return openTables(inside.name, files, asked);
    }
  }
}

function readSheets(
  file: string,
  sheets: readonly string[],
  open: (name: string) => OpenRecords,
  asked: Asked,
  { notes, size }: Within,
): Promise<Reading> {
  if (sheets.length === 0) throw unreadable(file, 0, 'workbook-empty');
  const tables = sheets.map((name): Readable<Reading> => {
    const names = sheets.filter((other) => other !== name);
    const all = names.length === 0 ? notes : [...notes, note('sheet', { name, names })];
    return { name, open: () => readMadeTable({ file, size }, open(name), [...all], asked) };
  });
  return openTables(file, tables, asked);
}

function openTables(file: string, tables: readonly Readable<Reading>[], { sheet }: Asked): Promise<Reading> {
  const names = tables.map(({ name }) => name);
  const named = tables.map(({ name, open }): Readable<Reading> => {
    const told = (error: unknown) =>
      error instanceof NeedsMapping && tables.length > 1 ? withSheet(error, name, names) : error;
    return { name, open: (inner) => open(inner).catch((error: unknown) => Promise.reject(told(error))) };
  });
  return openOneOf(named, { file, sheet, likeness });
}

/** What is asked of a table, with where it is and what there is beside it. */
function withSheet({ problem, sample }: NeedsMapping, name: string, names: readonly string[]): NeedsMapping {
  const inIt = (inner: string) => `${name}/${inner}`;
  const sheets = names.flatMap((each) => (each === name && sample.sheets.length > 0 ? sample.sheets.map(inIt) : each));
  const { file } = problem.where;
  const where = { ...problem.where, file: name.endsWith(file) ? file : `${file}, ${name}` };
  const sheet = sample.sheet === null ? name : inIt(sample.sheet);
  return new NeedsMapping({ ...problem, where }, { ...sample, sheets, sheet });
}

/** How much like a table of events looks what is asked about: the more of what is needed has a column, the more. */
function likeness(error: InputError): number {
  if (!(error instanceof NeedsMapping)) return 0;
  const { rows, headerLine, format } = error.sample;
  const header = rows.find(({ line }) => line === headerLine)?.cells ?? [];
  if (header.filter((name) => name.trim() !== '').length < LEAST_WIDTH) return 0;
  if (!rows.some(({ line }) => line > headerLine)) return 0;
  const fields = fieldsIn(header);
  const known = NEEDED_FIELDS.filter((field) => fields.has(field)).length;
  return format === null ? 1 + known : 2 + NEEDED_FIELDS.length;
}

async function readBare(
  source: ByteSource,
  beside: InnerFile['beside'],
  asked: Asked,
  within: Within,
): Promise<Reading> {
  const head = await headOf(source, HEAD);
  const begins = (bytes: readonly number[]) => bytes.every((byte, at) => head[at] === byte);
  if (begins(OLD_WORKBOOK)) throw unreadable(source.name, 'xls', 'old-workbook');
  if (begins(PARQUET)) {
    const { readParquet } = await import('./parquet.ts');
    const from = { file: source.name, size: within.size };
    return readMadeTable(from, (onText) => readParquet(source, onText), within.notes, asked);
  }
  if (begins(SHAPEFILE) || /\.(?:dbf|shx)$/i.test(source.name)) {
    return readShapes({ shp: source, dbf: beside('dbf'), prj: beside('prj'), cpg: beside('cpg') }, asked, within);
  }
  return readTextFile(source, asked, within);
}

async function readShapes(
  { dbf, ...files }: Omit<ShapeFiles, 'dbf'> & { dbf: ByteSource | null },
  asked: Asked,
  { notes, size }: Within,
): Promise<Reading> {
  const {
    shp: { name },
  } = files;
  if (dbf === null) throw unreadable(name, name, 'shape-alone');
  const { checkShapefile, readShapefile } = await import('./shapefile.ts');
  const areSets = await checkShapefile({ ...files, dbf });
  // whatever the attributes say of places
  const told = areSets ? { ...asked, mapping: { position: SET_COLUMN, ...asked.mapping } } : asked;
  return readMadeTable(
    { file: name, size },
    (onText) => readShapefile({ ...files, dbf }, areSets, onText),
    notes,
    told,
  );
}

async function readTextFile(source: ByteSource, asked: Asked, { notes, size }: Within): Promise<Reading> {
  const textAgain = () => decodeText(source.open(), () => undefined);
  const text = await beginningOf(decodeText(source.open(), (one) => notes.push(one)));
  const { sample } = text;
  const first = /\S/.exec(sample.startsWith(RECORD_SEPARATOR) ? sample.slice(1) : sample)?.[0];
  if (first === undefined) throw unreadable(source.name, sample.slice(0, 20), 'empty-file');
  if (first === '{' || first === '[') {
    return readJsonFile({ source, size }, text, notes, asked);
  }
  if (first === '<') {
    const kind = xmlKindOf(sample);
    if (kind) {
      const actual = kind === 'kml' ? kml : gpx;
      checkAsked(source.name, asked, actual);
      const again = () => readXmlFeatures(textAgain(), kind);
      const { first, all } = await peeked(readXmlFeatures(text.all, kind));
      const link = linkIn(sample);
      if (link !== null && first === null) throw unreadable(source.name, link, 'network-link');
      if (link !== null) notes.push(note('network-link', { address: link }));
      return featureReading(source.name, actual, { batches: all, again }, notes, asked);
    }
    throw unreadable(source.name, sample.trim().slice(0, 40), 'unknown-xml');
  }
  const { dialect, records } = dialectOf(sample, text.isWhole);
  const begin = { file: source.name, records, sheets: [], sheet: null };
  const detected = tableIn(begin, dialect.delimiter, asked, () => checkIsText(source.name, sample));
  const again = () => readRecords(textAgain(), dialect);
  return tableReading(begin, detected, { batches: readRecords(text.all, dialect), again }, notes, asked);
}

/** The beginning of a text, and the text as a whole. */
async function beginningOf(chunks: AsyncGenerator<string>) {
  let sample = '';
  let isWhole = false;
  while (sample.length < SAMPLE && !isWhole) {
    const next = await chunks.next();
    if (next.done) isWhole = true;
    else sample += next.value;
  }
  return { sample, isWhole, all: startingWith(sample, chunks) };
}

/** More than one control character in so many is no text. */
const TEXT_SHARE = 100;

/** What is not recognised may be no text at all. */
function checkIsText(file: string, sample: string): void {
  let controls = 0;
  for (let at = 0; at < sample.length; at++) if (isControl(sample.charCodeAt(at))) controls++;
  if (!sample.includes('\0') && controls * TEXT_SHARE <= sample.length) return;
  throw unreadable(file, sample.slice(0, 8), 'not-text');
}

/** Control characters other than white space, and what stands for bytes that could not be decoded. */
function isControl(code: number): boolean {
  return code < 9 || (code > 13 && code < 32) || code === 127 || code === 0xfffd;
}

/** The first bytes of Office's old container: .xls, and workbooks with a password. */
const OLD_WORKBOOK = [0xd0, 0xcf, 0x11, 0xe0];
/** The first bytes of a shapefile's points, lines or areas. */
const SHAPEFILE = [0x00, 0x00, 0x27, 0x0a];
/** `PAR1` */
const PARQUET = [0x50, 0x41, 0x52, 0x31];
/** So many bytes tell what is no text. */
const HEAD = 4;
