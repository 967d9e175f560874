import { InputError } from '../model/errors.ts';
import type { Note } from '../model/findings.ts';
import { decodeText } from './decode.ts';
import { dialectOf } from './detect.ts';
import { checkAsked, featureReading } from './feature-reading.ts';
import { note } from './finding.ts';
import { geojson, gpx, isGeoJson, kml } from './geojson.ts';
import { createElementReader, type JsonElement } from './json-elements.ts';
import { readXmlFeatures, xmlKindOf } from './kml-gpx.ts';
import type { Asked, Choices, Reading } from './reading.ts';
import { readRecords, type TableRecord } from './records.ts';
import { formatWithId } from './registry.ts';
import { parsed } from './rows.ts';
import { headOf, sourceOf, unreadable, type DataFile, type ByteSource } from './source.ts';
import { tableIn, tableReading } from './table-reading.ts';
import { checkFold, unpack, type Fold } from './unpack.ts';
import { createFill, MOST_SHEETS, readSheet, SHEET_DELIMITER } from './workbook.ts';

/** So much text, in characters, is looked at to tell what a file is. */
const SAMPLE = 256 * 1024;
const BATCH = 1000;
/** In a sequence of features (RFC 8142) it stands before each. */
const RECORD_SEPARATOR = String.fromCharCode(30);

export interface ReadOptions extends Choices {
  signal?: AbortSignal | undefined;
  /** Bytes of the file that were read, packed as it is. An archive is gone through twice. */
  onProgress?: ((read: number, total: number) => void) | undefined;
}

/**
 * Opens a file of events in any format, packed or not, and gives its rows as they are read: its format is told from what
 * is in it. Memory does not grow with the file.
 * @throws NeedsMapping where it is a table whose columns are not known, or somebody wants to choose
 * @throws InputError where it cannot be read at all, with what to do
 */
export async function readEvents(file: DataFile, options: ReadOptions = {}): Promise<Reading> {
  const format = options.format === undefined ? undefined : (formatWithId(options.format) ?? undefined);
  if (options.format !== undefined && !format) throw new RangeError(`There is no format ${options.format}.`);
  const onBytes = (read: number) => options.onProgress?.(read, file.size);
  const { source, sheets, notes } = await unpack(sourceOf(file, onBytes, options.signal));
  const { mapping, sheet, headerRow, isToChoose } = options;
  const asked: Asked = { format, mapping, sheet, headerRow, isToChoose };
  return sheets === null
    ? readTextFile(source, asked, notes)
    : readWorkbook(source, { sheets, size: file.size }, asked, notes);
}

/** `Choices`, with the format itself. */
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
      return featureReading(source.name, actual, { batches: readXmlFeatures(text.all, kind), again }, notes, asked);
    }
    throw unreadable(source.name, sample.trim().slice(0, 40), 'unknown-xml');
  }
  const { dialect, records } = dialectOf(sample, text.isWhole);
  const begin = { file: source.name, records, sheets: [], sheet: null };
  const detected = tableIn(begin, dialect.delimiter, asked, () => checkIsText(source.name, sample));
  const again = () =>
    readRecords(
      decodeText(source.open(), () => undefined),
      dialect,
    );
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
      const begin = { file: source.name, records: first, sheets: [], sheet: null };
      const detected = tableIn(begin, SHEET_DELIMITER, asked, () => undefined);
      if (sheet > 0) notes.push(note('sheet', { sheet: sheet + 1 }));
      const fill = createFill(detected.layout.header.length, onText);
      async function* filled(): AsyncGenerator<TableRecord[]> {
        for await (const batch of startingWith(first, batches)) yield fill(batch);
      }
      const again = () => readSheet(source, sheet, () => undefined);
      return tableReading(begin, detected, { batches: filled(), again }, notes, asked);
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
  const elements = { batches: startingWith(next.value, batches), again };
  return featureReading(source.name, geojson, elements, notes, asked);
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
