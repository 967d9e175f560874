import '../no-eval.ts';
import { Zip, ZipDeflate } from 'fflate';
import type { Layout } from '../../geo/formats/format.ts';
import { COLLECTION } from '../../geo/collection.ts';
import { csvRecord } from '../../geo/formats/csv.ts';
import { PROJECT_FILE, PROJECT_VERSION, projectSchema, type Project } from '../../geo/model/project.ts';
import type { Texts } from '../../geo/store/texts.ts';
import { messageOf } from '../../geo/model/errors.ts';
import { DATA } from '../text/data.ts';
import { sayAlive } from './alive.ts';
import type { Failed } from './ask.ts';
import { filesInZip, type PackedFile } from './zip-directory.ts';

/** A dataset to be packed: where, and its rows as they stand in its source. */
export interface PackedDataset {
  file: string;
  layout: Layout;
  raw: Texts;
}

/** What the page asks: to make a project's file, or to open one. */
export type ProjectRequest =
  { kind: 'pack'; project: Project; datasets: readonly PackedDataset[] } | { kind: 'open'; file: File };

export type ProjectMessage =
  { kind: 'packed'; blob: Blob } | { kind: 'opened'; project: Project; files: File[] } | Failed;

/** More is not unpacked: of all datasets, and of their list. */
const MOST_BYTES = 1e9;
const MOST_LIST_BYTES = 8e6;
const BLOCK = 1 << 20;
/** Bytes that are unpacked before the browser takes them as a blob. */
const HELD = 4 << 20;
/** Bytes that are unpacked at once: what comes of them, a thousand times as much at most, is not held back by the stream. */
const PIECE = 1 << 14;

const tell = (message: ProjectMessage) => self.postMessage(message);

self.onmessage = ({ data }: MessageEvent<ProjectRequest>) => {
  void answer(data).then(tell, (error: unknown) => tell({ kind: 'failed', reason: messageOf(error) }));
};

async function answer(request: ProjectRequest): Promise<ProjectMessage> {
  if (request.kind === 'pack') return { kind: 'packed', blob: pack(request.project, request.datasets) };
  return open(request.file);
}

function pack(project: Project, datasets: readonly PackedDataset[]): Blob {
  const parts: Uint8Array<ArrayBuffer>[] = [];
  let problem: Error | null = null;
  const zip = new Zip((error, chunk) => {
    if (error) problem = error;
    else parts.push(chunk as Uint8Array<ArrayBuffer>);
  });
  const encoder = new TextEncoder();
  const add = (name: string, blocks: Iterable<Uint8Array>) => {
    const entry = new ZipDeflate(name, { level: 6 });
    zip.add(entry);
    for (const block of blocks) {
      entry.push(block);
      sayAlive();
    }
    entry.push(new Uint8Array(0), true);
  };
  add(PROJECT_FILE, [encoder.encode(JSON.stringify(project))]);
  for (const { file, layout, raw } of datasets) {
    const [head, between, end] = frameOf(layout).map((text) => encoder.encode(text));
    add(file, inBlocks(head, raw, between, end));
  }
  zip.end();
  if (problem) throw problem;
  return new Blob(parts, { type: 'application/zip' });
}

/** What stands before, between and after the rows of a dataset, so that they are a file that can be read alone. */
function frameOf({ header, delimiter }: Layout): [head: string, between: string, end: string] {
  if (header === null) return [COLLECTION.head, COLLECTION.between, COLLECTION.foot];
  return [`${csvRecord(header, delimiter)}\n`, '\n', '\n'];
}

function* inBlocks(head: Uint8Array, raw: Texts, between: Uint8Array, end: Uint8Array): Generator<Uint8Array> {
  let block = new Uint8Array(BLOCK);
  let used = 0;
  function* put(bytes: Uint8Array): Generator<Uint8Array> {
    if (used + bytes.length > block.length) {
      yield block.subarray(0, used);
      block = new Uint8Array(Math.max(BLOCK, bytes.length));
      used = 0;
    }
    block.set(bytes, used);
    used += bytes.length;
  }
  yield* put(head);
  for (let row = 0; row < raw.start.length; row++) {
    if (row > 0) yield* put(between);
    yield* put(raw.chunks[raw.chunk[row]].subarray(raw.start[row], raw.end[row]));
  }
  yield* put(end);
  yield block.subarray(0, used);
}

/** The files of a project, unpacked one by one: what is unpacked of all is counted, and held by the browser as files. */
async function open(file: File): Promise<ProjectMessage> {
  const found = await filesInZip(file).catch(() => {
    throw new Error(DATA.projectDamaged);
  });
  const files = new Map(found.map((each) => [each.name, each]));
  const unpack = unpacking(files, file.size);
  const project = projectIn(await (await unpack(PROJECT_FILE, MOST_LIST_BYTES)).text());
  const unpacked: File[] = [];
  for (const dataset of project.datasets)
    unpacked.push(new File([await unpack(dataset.file, MOST_BYTES)], dataset.file));
  return { kind: 'opened', project, files: unpacked };
}

/** What unpacks files of a zip by their names, and tells how far it is. */
function unpacking(files: ReadonlyMap<string, PackedFile>, total: number) {
  let [read, all] = [0, 0];
  return async (name: string, most: number): Promise<Blob> => {
    const file = files.get(name);
    if (!file) throw new Error(DATA.projectLacks(name));
    const parts: Blob[] = [];
    let [blocks, held]: [Uint8Array<ArrayBuffer>[], number] = [[], 0];
    for await (const block of unpackedBlocks(file, (bytes) => sayAlive((read += bytes) / total))) {
      all += block.length;
      if (all > most) throw new Error(DATA.projectTooLarge(most));
      blocks.push(block);
      held += block.length;
      if (held < HELD) continue;
      // a blob is the browser's to hold, outside the memory of the page
      parts.push(new Blob(blocks));
      [blocks, held] = [[], 0];
    }
    return new Blob([...parts, ...blocks]);
  };
}

async function* unpackedBlocks(
  file: PackedFile,
  onRead: (bytes: number) => void,
): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  const counted = new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>({
    transform: (block, controller) => {
      onRead(block.length);
      for (let at = 0; at < block.length; at += PIECE) controller.enqueue(block.subarray(at, at + PIECE));
    },
  });
  const packed = file.packed.stream().pipeThrough(counted);
  const isPlain = file.method === 0;
  const reader = (isPlain ? packed : packed.pipeThrough(new DecompressionStream('deflate-raw'))).getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read().catch(() => {
        throw new Error(DATA.projectDamaged);
      });
      if (done) return;
      yield value;
    }
  } finally {
    await reader.cancel().catch(() => undefined); // it may have failed
  }
}

/** The list of a project. Throws an Error that says what is wrong with it. */
function projectIn(text: string): Project {
  let list: unknown;
  try {
    list = JSON.parse(text);
  } catch {
    throw new Error(DATA.projectDamaged);
  }
  if (isNewer(list)) throw new Error(DATA.projectNewer);
  const { data, error } = projectSchema.safeParse(list);
  if (error) throw new Error(DATA.projectWrong(error.issues[0].path.join(' › ')));
  return data;
}

function isNewer(list: unknown): boolean {
  const version = typeof list === 'object' && list !== null && 'version' in list ? list.version : null;
  return typeof version === 'number' && version > PROJECT_VERSION;
}
