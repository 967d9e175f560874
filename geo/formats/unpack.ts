import type { Unzip, UnzipDecoder, UnzipFile } from 'fflate';
import { InputError, isAbort, messageOf } from '../model/errors.ts';
import { chunksOf, headOf, streamOf, textOf, unreadable, type ByteSource } from './source.ts';
import { attributeIn, PREFIX } from './xml-elements.ts';

/** Packed data is refused once it has unfolded to more than this, and to more than `MOST_FOLD` times what was read of it. */
export const MOST_UNFOLDED = 256 * 2 ** 20;
export const MOST_FOLD = 200;
/** A zip in a gzip in a zip is as deep as it goes. */
const DEEPEST = 3;
/**
 * An archive is handed to its reader in pieces: one with many small entries would fill the stack, and what unfolds from a
 * piece is held at once, a thousand times its size at most.
 */
const PIECE = 1 << 14;
/** An archive with more entries is refused: what reads it is slow with many. */
export const MOST_ENTRIES = 10_000;
/** What is unfolded is handed on in pieces of so many bytes. */
const UNFOLDED_PIECE = 1 << 20;
/** The ways of packing an entry that can be read: stored, deflated. */
const [STORED, DEFLATED] = [0, 8];

/** A table, an archive or the like: not what stands beside one. */
const ENDINGS = [
  ...['csv', 'tsv', 'tab', 'geojson', 'geojsonl', 'jsonl', 'ndjson', 'json', 'kml', 'gpx', 'xlsx', 'ods'],
  ...['shp', 'parquet', 'geoparquet', 'gz', 'zip', 'kmz'],
];
/** Those that a refusal names. */
const NAMED_ENDINGS = ['csv', 'tsv', 'geojson', 'json', 'kml', 'gpx', 'xlsx', 'ods', 'shp', 'parquet'];
/** taken only where nothing else is there: most are read-me files */
const LESSER_ENDINGS = ['txt'];
/** What Google Earth calls the file of a KMZ that is opened (OGC 12-007r2, 6.1). */
const KMZ_MAIN = 'doc.kml';

/** A file of an archive. */
export interface InnerFile {
  /** its name in the archive, with its folders */
  name: string;
  source: ByteSource;
  /** Another file of its name but for the ending, `null` where there is none: a shapefile is several files. */
  beside: (ending: string) => ByteSource | null;
}

/** What a file is, once it is unpacked as far as it is one file. */
export type Unpacked =
  | { kind: 'bare'; source: ByteSource }
  | { kind: 'xlsx'; source: ByteSource; sheets: readonly string[] }
  /** `source` is what an .ods keeps its sheets in. */
  | { kind: 'ods'; source: ByteSource }
  /** One or more, each of which may be an archive again. */
  | { kind: 'archive'; name: string; files: readonly InnerFile[] };

/**
 * Looks into gzip and zip, by their first bytes and never by the name, for what can be read in them. Throws an `InputError` for an
 * archive with no such file, or that lies in `depth` others where these are too many, and, as it is read, for one that is damaged or
 * unfolds beyond all measure.
 */
export async function unpack(source: ByteSource, depth: number): Promise<Unpacked> {
  for (; depth <= DEEPEST; depth++) {
    const [a, b, c, d, , , flags] = await headOf(source, 7);
    if (a === 0x1f && b === 0x8b) source = gunzipped(source);
    else if (a === 0x50 && b === 0x4b && c === 0x05 && d === 0x06) {
      throw unreadable(source.name, 0, 'archive-empty');
    } else if (a === 0x50 && b === 0x4b && c === 0x03 && d === 0x04) {
      if ((flags & 1) === 1) throw unreadable(source.name, 'zip', 'archive-password');
      return inZip(source);
    } else return { kind: 'bare', source };
  }
  throw unreadable(source.name, DEEPEST, 'archive-too-deep');
}

async function inZip(source: ByteSource): Promise<Unpacked> {
  const entries = await entriesOf(source);
  const has = (wanted: string) => entries.some(({ name }) => name === wanted);
  if (has('xl/workbook.xml')) {
    checkFold(foldOf(entries), source.name);
    return { kind: 'xlsx', source, sheets: sheetNamesIn(await textOf(unzipped(source, 'xl/workbook.xml'))) };
  }
  if (has('content.xml') && has('META-INF/manifest.xml')) {
    return { kind: 'ods', source: { ...unzipped(source, 'content.xml'), name: source.name } };
  }
  const files = filesIn(source.name, entries);
  for (const { packed: read, unfolded } of files) checkFold({ read, unfolded }, source.name);
  return { kind: 'archive', name: source.name, files: files.map(({ name }) => innerFile(source, name, entries)) };
}

function innerFile(archive: ByteSource, name: string, entries: readonly ZipEntry[]): InnerFile {
  const stem = name.slice(0, name.lastIndexOf('.') + 1);
  const beside = (ending: string) => {
    const wanted = (stem + ending).toLowerCase();
    const entry = entries.find((each) => each.name.toLowerCase() === wanted);
    return entry === undefined ? null : unzipped(archive, entry.name);
  };
  return { name, source: unzipped(archive, name), beside };
}

const SHEET = new RegExp(`<(?:${PREFIX}:)?sheet\\s[^<>]*>`, 'g');

/** The names of a workbook's sheets, in its order. */
function sheetNamesIn(workbook: string): string[] {
  return Array.from(workbook.matchAll(SHEET), ([tag]) => attributeIn(tag, 'name') ?? '');
}

/** An entry of a zip; its sizes are not always declared. */
interface ZipEntry {
  name: string;
  method: number;
  packed: number;
  unfolded: number;
}

/** What a zip declares of itself. */
function foldOf(entries: readonly ZipEntry[]): Fold {
  const sum = (of: (entry: ZipEntry) => number) => entries.reduce((total, entry) => total + of(entry), 0);
  return { read: sum(({ packed }) => packed), unfolded: sum(({ unfolded }) => unfolded) };
}

/** Counts what goes in and what comes out. */
export interface Fold {
  read: number;
  unfolded: number;
}

/** @throws InputError for what unfolds beyond all measure */
export function checkFold({ read, unfolded }: Fold, name: string): void {
  if (unfolded <= MOST_UNFOLDED || unfolded <= MOST_FOLD * read) return;
  throw unreadable(name, unfolded, 'archive-unfolds', { times: MOST_FOLD });
}

async function* counted(chunks: AsyncIterable<Uint8Array>, fold: Fold): AsyncGenerator<Uint8Array> {
  for await (const chunk of chunks) {
    fold.read += chunk.length;
    yield chunk;
  }
}

function damaged(name: string, error: unknown): InputError {
  return error instanceof InputError ? error : unreadable(name, null, 'archive-damaged', { met: messageOf(error) });
}

function gunzipped(packed: ByteSource): ByteSource {
  const name = packed.name.replace(/\.(gz|gzip)$/i, '');
  return {
    name,
    async *open() {
      const fold: Fold = { read: 0, unfolded: 0 };
      const unfolding: TransformStream<Uint8Array, Uint8Array> = new DecompressionStream('gzip') as TransformStream;
      const chunks = chunksOf(streamOf(counted(packed.open(), fold)).pipeThrough(unfolding));
      for (;;) {
        const next = await chunks.next().catch((error: unknown) => {
          throw isAbort(error) ? error : damaged(packed.name, error);
        });
        if (next.done) return;
        fold.unfolded += next.value.length;
        checkFold(fold, packed.name);
        yield next.value;
      }
    },
  };
}

/** Passes over an entry, in whatever way it is packed. */
class Dropped implements UnzipDecoder {
  static compression = 0;
  ondata: UnzipDecoder['ondata'] = () => undefined;
  push(_: Uint8Array, final: boolean): void {
    this.ondata(null, new Uint8Array(0), final);
  }
}

/**
 * What is in a zip. Nothing is unfolded but the parts of a workbook whose sizes are not declared, to know them: another
 * reader unfolds workbooks, which holds much of them.
 */
async function entriesOf(packed: ByteSource): Promise<ZipEntry[]> {
  const { Unzip, UnzipInflate } = await import('fflate');
  const entries: ZipEntry[] = [];
  const fold: Fold = { read: 0, unfolded: 0 };
  const unzip = new Unzip((file) => {
    const entry = {
      name: file.name,
      method: file.compression,
      packed: file.size ?? 0,
      unfolded: file.originalSize ?? 0,
    };
    if (entries.push(entry) > MOST_ENTRIES) {
      throw unreadable(packed.name, MOST_ENTRIES, 'archive-too-full');
    }
    if (file.originalSize !== undefined || !file.name.startsWith('xl/') || file.compression !== DEFLATED) {
      drop(unzip, file);
      return;
    }
    const before = fold.read;
    unzip.register(UnzipInflate);
    file.ondata = (error, data) => {
      if (error) throw error;
      entry.unfolded += data.length;
      entry.packed = fold.read - before;
      fold.unfolded += data.length;
      checkFold(fold, packed.name);
    };
    file.start();
  });
  for await (const piece of counted(piecesOf(packed.open(), PIECE), fold)) push(unzip, piece, packed.name);
  return entries;
}

function drop(unzip: Unzip, file: UnzipFile): void {
  Dropped.compression = file.compression;
  unzip.register(Dropped);
  file.ondata = () => undefined;
  file.start();
}

function push(unzip: Unzip, piece: Uint8Array, name: string): void {
  try {
    unzip.push(piece);
  } catch (error) {
    throw damaged(name, error);
  }
}

function unzipped(packed: ByteSource, wanted: string): ByteSource {
  return {
    name: wanted.split('/').at(-1) ?? wanted,
    async *open() {
      const { Unzip, UnzipInflate, UnzipPassThrough } = await import('fflate');
      const fold: Fold = { read: 0, unfolded: 0 };
      const out: Uint8Array[] = [];
      let state: 'before' | 'in' | 'after' = 'before';
      const unzip = new Unzip((file) => {
        if (file.name !== wanted || state !== 'before') {
          drop(unzip, file);
          return;
        }
        state = 'in';
        unzip.register(UnzipInflate);
        unzip.register(UnzipPassThrough);
        file.ondata = (error, data, final) => {
          if (error) throw error;
          out.push(data);
          fold.unfolded += data.length;
          checkFold(fold, packed.name);
          if (final) state = 'after';
        };
        file.start();
      });
      const isDone = () => state === 'after';
      for await (const piece of counted(piecesOf(packed.open(), PIECE), fold)) {
        push(unzip, piece, packed.name);
        yield* piecesOf(out.splice(0), UNFOLDED_PIECE);
        if (isDone()) return;
      }
      throw unreadable(packed.name, null, 'archive-cut-off');
    },
  };
}

async function* piecesOf(
  chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  length: number,
): AsyncGenerator<Uint8Array> {
  for await (const chunk of chunks) {
    for (let at = 0; at < chunk.length; at += length) yield chunk.subarray(at, at + length);
  }
}

/** The entries that can be read: of a KMZ its own, of others all that have an ending that we know. */
function filesIn(archive: string, entries: readonly ZipEntry[]): ZipEntry[] {
  const files = entries.filter(({ name }) => !name.endsWith('/') && !/(?:^|\/)(?:\.|__MACOSX\/)/.test(name));
  const having = (endings: readonly string[]) =>
    files.filter(({ name }) => endings.includes(name.slice(name.lastIndexOf('.') + 1).toLowerCase()));
  const main = files.filter(({ name }) => name.toLowerCase() === KMZ_MAIN);
  const sure = main.length > 0 ? main : having(ENDINGS);
  const found = sure.length > 0 ? sure : having(LESSER_ENDINGS);
  if (found.length === 0) {
    const names = files.slice(0, 5).map(({ name }) => name);
    throw unreadable(archive, names, 'archive-without-files', { endings: NAMED_ENDINGS });
  }
  const readable = found.filter(({ method }) => method === STORED || method === DEFLATED);
  if (readable.length > 0) return readable;
  throw unreadable(archive, found[0].method, 'archive-packing');
}
