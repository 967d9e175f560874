import '../no-eval.ts';
import { unzipSync, Zip, ZipDeflate } from 'fflate';
import type { Layout } from '../../geo/formats/format.ts';
import { COLLECTION } from '../../geo/collection.ts';
import { csvRecord } from '../../geo/formats/csv.ts';
import { PROJECT_FILE, projectSchema, type Project } from '../../geo/model/project.ts';
import type { Texts } from '../../geo/store/texts.ts';
import { messageOf } from '../../geo/model/errors.ts';
import type { Failed } from './ask.ts';

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

/** More is not unpacked. */
const MOST_BYTES = 2 ** 31;
const BLOCK = 1 << 20;

const tell = (message: ProjectMessage) => self.postMessage(message);

self.onmessage = ({ data }: MessageEvent<ProjectRequest>) => {
  void answer(data).then(tell, (error: unknown) => tell({ kind: 'failed', reason: messageOf(error) }));
};

async function answer(request: ProjectRequest): Promise<ProjectMessage> {
  if (request.kind === 'pack') return { kind: 'packed', blob: pack(request.project, request.datasets) };
  return open(new Uint8Array(await request.file.arrayBuffer()));
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
    for (const block of blocks) entry.push(block);
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

function open(bytes: Uint8Array): ProjectMessage {
  let size = 0;
  const files = unzipSync(bytes, {
    filter: ({ originalSize }) => {
      size += originalSize;
      if (size > MOST_BYTES)
        throw new Error('It is larger than 2 GB when it is unpacked. Open its datasets one by one.');
      return true;
    },
  });
  const project = projectSchema.parse(JSON.parse(new TextDecoder().decode(files[PROJECT_FILE])));
  return {
    kind: 'opened',
    project,
    files: project.datasets.map(({ file }) => {
      const content = Object.hasOwn(files, file) ? files[file] : null;
      if (!content) throw new Error(`It lacks the file ${file}, which its list names.`);
      return new File([content as Uint8Array<ArrayBuffer>], file);
    }),
  };
}
