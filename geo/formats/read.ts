import { InputError } from '../model/errors.ts';
import type { FindingCode, Note } from '../model/findings.ts';
import { decodeText } from './decode.ts';
import type { DatePlaces } from './date-places.ts';
import { detectTable, dialectOf, type Detected } from './detect.ts';
import { note, rejection } from './finding.ts';
import type { Entry, FeatureFormat, Format, Layout, Mapping } from './format.ts';
import { geojson, gpx, isGeoJson, kml } from './geojson.ts';
import { createElementReader, type JsonElement } from './json-elements.ts';
import { readXmlFeatures, xmlKindOf, type MadeElement } from './kml-gpx.ts';
import { readRecords, type TableRecord } from './records.ts';
import { formatWithId } from './registry.ts';
import { createBareCells, bareHeader } from './rejects.ts';
import { createCellsReader, createFeatureRowReader, flawed, parsed } from './rows.ts';
import { settledEntries, settleDates } from './settle-dates.ts';
import { headOf, sourceOf, unreadable, type DataFile, type ByteSource } from './source.ts';
import { checkFold, unpack, type Fold } from './unpack.ts';
import { createFill, MOST_SHEETS, readSheet, SHEET_DELIMITER } from './workbook.ts';

/** So much text, in characters, is looked at to tell what a file is. */
const SAMPLE = 256 * 1024;
const BATCH = 1000;
/** In a sequence of features (RFC 8142) it stands before each. */
const RECORD_SEPARATOR = String.fromCharCode(30);

export interface ReadOptions {
  /** id of a format, where the user says which it is */
  format?: string | undefined;
  /** What the columns of a plain table mean, and of any file how its dates are written (`DATE_ORDER`). */
  mapping?: Mapping | undefined;
  signal?: AbortSignal | undefined;
  /** Bytes of the file that were read, packed as it is. An archive is gone through twice. */
  onProgress?: ((read: number, total: number) => void) | undefined;
}

/** A file that can be read. */
export interface Reading {
  /** How dates are written may be settled only while the entries are read. */
  layout: Layout;
  /** The format's name. */
  label: string;
  /** What the user should know of how it is read. It may grow while the entries are read. */
  notes: Note[];
  /**
   * Its rows in batches, each row once: taken or rejected. Throws an `InputError` where the file turns out damaged, and a
   * `NeedsDateOrder` where the order of day and month has to be chosen.
   */
  entries: AsyncGenerator<Entry[]>;
}

/** Among so many columns, at most, a reader is asked to choose. */
const MOST_ASKED = 1000;

/** A table whose columns are not known: a mapping is needed. */
export class NeedsMapping extends InputError {
  override name = 'NeedsMapping';
  readonly header: readonly string[];
  /** the first rows under it */
  readonly rows: readonly (readonly string[])[];

  constructor(
    file: string,
    header: readonly string[],
    rows: readonly (readonly string[])[],
    code: 'unknown-header' | 'mapping-lacks-column',
  ) {
    const value = header.slice(0, 20).map((name) => name.slice(0, 40));
    super({ where: { file, row: 1, field: null, value }, code, params: {} });
    this.header = header;
    this.rows = rows;
  }
}

/**
 * Opens a file of events in any format, packed or not, and gives its rows as they are read: its format is told from what
 * is in it. Memory does not grow with the file.
 * @throws NeedsMapping where it is a table whose columns are not known
 * @throws InputError where it cannot be read at all, with what to do
 */
export async function readEvents(file: DataFile, options: ReadOptions = {}): Promise<Reading> {
  const format = options.format === undefined ? undefined : (formatWithId(options.format) ?? undefined);
  if (options.format !== undefined && !format) throw new RangeError(`There is no format ${options.format}.`);
  const onBytes = (read: number) => options.onProgress?.(read, file.size);
  const { source, sheets, notes } = await unpack(sourceOf(file, onBytes, options.signal));
  const asked: Asked = { format, mapping: options.mapping };
  return sheets === null
    ? readTextFile(source, asked, notes)
    : readWorkbook(source, { sheets, size: file.size }, asked, notes);
}

interface Asked {
  format: Format | undefined;
  mapping: Mapping | undefined;
}

async function readTextFile(source: ByteSource, asked: Asked, notes: Note[]): Promise<Reading> {
  await refuseOldWorkbook(source);
  const text = await beginningOf(decodeText(source.open(), (one) => notes.push(one)));
  const { sample } = text;
  const first = /\S/.exec(sample.startsWith(RECORD_SEPARATOR) ? sample.slice(1) : sample)?.[0];
  if (first === undefined) throw unreadable(source.name, sample.slice(0, 20), 'empty-file');
  if (first === '{' || first === '[') {
    checkAsked(source.name, asked, geojson);
    return readJsonFile(source, text.all, notes, asked);
  }
  if (first === '<') {
    const kind = xmlKindOf(sample);
    if (kind) {
      const actual = kind === 'kml' ? kml : gpx;
      checkAsked(source.name, asked, actual);
      const again = () =>
        readXmlFeatures(
          decodeText(source.open(), () => undefined),
          kind,
        );
      return featureReading(source.name, actual, readXmlFeatures(text.all, kind), notes, asked, again);
    }
    throw unreadable(source.name, sample.trim().slice(0, 40), 'unknown-xml');
  }
  const { dialect, records } = dialectOf(sample, text.isWhole);
  const detected = tableIn(source.name, records, dialect.delimiter, asked, sample);
  const again = () =>
    readRecords(
      decodeText(source.open(), () => undefined),
      dialect,
    );
  return tableReading(source.name, detected, { batches: readRecords(text.all, dialect), again }, notes, records, asked);
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
  async function* all(): AsyncGenerator<string> {
    yield sample;
    yield* chunks;
  }
  return { sample, isWhole, all: all() };
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

async function refuseOldWorkbook(source: ByteSource): Promise<void> {
  const head = await headOf(source, OLD_WORKBOOK.length);
  if (!OLD_WORKBOOK.every((byte, at) => head[at] === byte)) return;
  throw unreadable(source.name, 'xls', 'old-workbook');
}

/** A file that is no table is what it is, whatever it was said to be. */
function checkAsked(file: string, { format }: Asked, actual: FeatureFormat): void {
  if (!format || format === actual) return;
  throw unreadable(file, format.id, 'asked-but-features', { format: actual.id, label: actual.label });
}

function tableIn(
  file: string,
  records: readonly TableRecord[],
  delimiter: string,
  asked: Asked,
  sample: string,
): Detected {
  if (asked.format?.kind === 'feature') {
    throw unreadable(file, asked.format.id, 'asked-but-table');
  }
  const detected = detectTable(records, delimiter, asked);
  if ('format' in detected) return detected;
  checkIsText(file, sample);
  if (detected.header.length === 0) {
    throw unreadable(file, records[0]?.raw.slice(0, 40) ?? '', 'no-header');
  }
  if (detected.header.length > MOST_ASKED) {
    throw unreadable(file, detected.header.length, 'unknown-columns', { most: MOST_ASKED });
  }
  throw new NeedsMapping(file, detected.header, detected.rows, 'unknown-header');
}

function tableReading(
  file: string,
  { layout, format, firstLine, notes: more }: Detected,
  { batches, again }: Records,
  notes: Note[],
  sample: readonly TableRecord[],
  asked: Asked,
): Reading {
  notes.push(...more);
  checkColumns();
  async function* rowsOf(all: AsyncIterable<TableRecord[]>): AsyncGenerator<TableRecord[]> {
    for await (const batch of all) {
      const rows = batch[0].line < firstLine ? batch.filter(({ line }) => line >= firstLine) : batch;
      if (rows.length > 0) yield rows;
    }
  }
  function createEntryReader(): (record: TableRecord) => Entry {
    const read = createCellsReader(layout, format);
    return ({ line, raw, cells, flaw }) => ({ line, raw, read: flaw ? flawed(flaw, raw) : read(cells) });
  }
  function settle(): Promise<void> {
    const places = format.dates(bareHeader(layout.header), layout.mapping ?? undefined);
    const bareCells = createBareCells(layout.header);
    const dated = ({ line, cells: all, flaw }: TableRecord) => {
      const cells = flaw ? [] : (bareCells(all) ?? []);
      return { line, texts: places.columns.map((column) => cells[column] ?? ''), year: cells[places.year] ?? '' };
    };
    async function* rows() {
      for await (const batch of rowsOf(again())) yield batch.map(dated);
    }
    return settleDates({ file, layout, notes, places, rows });
  }
  function checkColumns(): void {
    try {
      createCellsReader(layout, format);
    } catch (error) {
      if (!(error instanceof InputError) || asked.mapping === undefined) throw error;
      const rows = sample.filter(({ line }) => line >= firstLine).slice(0, 5);
      throw new NeedsMapping(
        file,
        layout.header,
        rows.map(({ cells }) => cells),
        'mapping-lacks-column',
      );
    }
  }
  return { layout, label: format.label, notes, entries: settledEntries(rowsOf(batches), createEntryReader, settle) };
}

/** The records of a table, and all of them again from its beginning. */
interface Records {
  batches: AsyncIterable<TableRecord[]>;
  again: () => AsyncIterable<TableRecord[]>;
}

async function readWorkbook(
  source: ByteSource,
  { sheets, size }: { sheets: number; size: number },
  asked: Asked,
  notes: Note[],
): Promise<Reading> {
  let unknown: InputError | null = null;
  for (let sheet = 0; sheet < Math.min(sheets, MOST_SHEETS); sheet++) {
    const fold: Fold = { read: size, unfolded: 0 };
    const onText = (length: number) => {
      fold.unfolded += length;
      checkFold(fold, source.name);
    };
    const batches = readSheet(source, sheet, onText);
    const next = await batches.next();
    if (next.done) continue;
    const first = next.value;
    try {
      const detected = tableIn(source.name, first, SHEET_DELIMITER, asked, '');
      if (sheet > 0) notes.push(note('sheet', { sheet: sheet + 1 }));
      const fill = createFill(detected.layout.header.length, onText);
      async function* filled(): AsyncGenerator<TableRecord[]> {
        for await (const batch of startingWith(first, batches)) yield fill(batch);
      }
      const again = () => readSheet(source, sheet, () => undefined);
      return tableReading(source.name, detected, { batches: filled(), again }, notes, first, asked);
    } catch (error) {
      await batches.return(undefined);
      if (!(error instanceof InputError)) throw error;
      unknown ??= error;
    }
  }
  throw unknown ?? unreadable(source.name, sheets, 'workbook-empty');
}

async function* startingWith<T>(first: T, rest: AsyncGenerator<T>): AsyncGenerator<T> {
  yield first;
  yield* rest;
}

async function readJsonFile(
  source: ByteSource,
  chunks: AsyncGenerator<string>,
  notes: Note[],
  asked: Asked,
): Promise<Reading> {
  const batches = jsonElements(chunks);
  const next = await batches.next();
  if (next.done || !next.value.some(({ raw }) => isGeoJson(parsed(raw)))) {
    const begins = next.done ? '' : next.value[0].raw.slice(0, 40);
    throw unreadable(source.name, begins, 'not-geojson');
  }
  const again = () => jsonElements(decodeText(source.open(), () => undefined));
  return featureReading(source.name, geojson, startingWith(next.value, batches), notes, asked, again);
}

async function* jsonElements(chunks: AsyncIterable<string>): AsyncGenerator<JsonElement[]> {
  const { feed } = createElementReader();
  for await (const chunk of chunks) {
    const elements = feed(chunk, false);
    for (let at = 0; at < elements.length; at += BATCH) yield elements.slice(at, at + BATCH);
  }
  const last = feed('', true);
  if (last.length > 0) yield last;
}

/** Why a feature that is flawed is not taken. */
export const FLAW_CODES = {
  length: 'feature-too-long',
  depth: 'feature-too-deep',
  end: 'feature-cut-off',
  xml: 'not-xml',
  place: 'no-place',
} as const satisfies Record<NonNullable<MadeElement['flaw']>, FindingCode>;

/** What tells the order of the dates of features, where they do not. */
const NO_PLACES: DatePlaces = { named: null, dayFirst: '.' };

function featureReading(
  file: string,
  format: FeatureFormat,
  batches: AsyncIterable<MadeElement[]>,
  notes: Note[],
  asked: Asked,
  again: () => AsyncIterable<MadeElement[]>,
): Reading {
  const layout: Layout = { format: format.id, header: null, delimiter: '', mapping: asked.mapping ?? null };
  function createEntryReader(): (element: MadeElement) => Entry {
    const read = createFeatureRowReader(format.reader(layout.mapping ?? undefined));
    return ({ index: line, raw, flaw }) => {
      if (flaw !== null) return { line, raw, read: rejection(null, raw, FLAW_CODES[flaw]) };
      const feature = parsed(raw);
      return { line, raw, read: feature === undefined ? rejection(null, raw, 'not-json') : read(feature) };
    };
  }
  function settle(): Promise<void> {
    const datesIn = format.dates();
    async function* rows() {
      for await (const batch of again()) {
        yield batch.map(({ index, raw, flaw }) => ({
          line: index + 1,
          ...datesIn(flaw === null ? parsed(raw) : null),
        }));
      }
    }
    return settleDates({ file, layout, notes, places: NO_PLACES, rows });
  }
  return { layout, label: format.label, notes, entries: settledEntries(batches, createEntryReader, settle) };
}
