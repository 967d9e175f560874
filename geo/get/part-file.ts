import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { appendFile, readFile, rename, rm, stat, truncate, writeFile } from 'node:fs/promises';
import * as z from 'zod/mini';
import { messageOf, SourceError } from '../model/errors.ts';

/** How far a file has come, as it stands beside it. */
const progressSchema = z.strictObject({
  version: z.literal(1),
  /** What was asked for. */
  key: z.string(),
  /** What is asked for next; `null` where all is there. */
  next: z.nullable(z.string()),
  /** What is written, bytes: what lies behind was cut off. */
  bytes: z.int().check(z.positive()),
  events: z.int().check(z.minimum(0)),
});
type PartProgress = z.infer<typeof progressSchema>;

/** A file that is written page by page, and goes on where it was when it is opened again. */
export interface PartFile {
  progress: Readonly<PartProgress>;
  /** Adds a page, so that it is not asked for again. */
  add: (text: string, events: number, next: string | null) => Promise<void>;
  /** Leaves nothing behind. */
  drop: () => Promise<void>;
  /** Puts the file in place. Gives its size and its checksum, 64 hex digits of SHA-256. */
  finish: () => Promise<{ bytes: number; sha256: string }>;
}

/** What is not whole stands beside the file as FILE.part, and how far it is as FILE.part.json. */
export function partOf(path: string): string {
  return `${path}.part`;
}

/**
 * Opens the part of a file: that of an earlier run that asked for the same (`key`) goes on; any other begins anew, with
 * a header and what is asked for first. Throws a `SourceError` where it cannot be written.
 */
export async function openPart(path: string, key: string, header: string, first: string): Promise<PartFile> {
  const part = partOf(path);
  const noteOf = `${part}.json`;
  return written(path, async () => {
    const earlier = await progressOf(part, noteOf, key);
    const progress = earlier ?? { version: 1, key, next: first, bytes: Buffer.byteLength(header), events: 0 };
    if (earlier) await truncate(part, earlier.bytes);
    else await writeFile(part, header);
    const add = async (text: string, events: number, next: string | null) => {
      await appendFile(part, text, { flush: true });
      progress.bytes += Buffer.byteLength(text);
      progress.events += events;
      progress.next = next;
      await writeWholly(noteOf, JSON.stringify(progress));
    };
    return {
      progress,
      add: (...page) => written(path, () => add(...page)),
      drop: async () => {
        for (const file of [part, noteOf]) await rm(file, { force: true });
      },
      finish: () =>
        written(path, async () => {
          const sha256 = await checksumOf(part);
          await rename(part, path);
          await rm(noteOf, { force: true });
          return { bytes: progress.bytes, sha256 };
        }),
    };
  });
}

/** Writes a small file so that it is there whole or not at all. Throws a `SourceError` where it cannot be written. */
export function writeBeside(path: string, text: string): Promise<void> {
  return written(path, () => writeWholly(path, text));
}

/** How far an earlier run came that asked for the same; `null` where there is none, or its part is not all there. */
async function progressOf(part: string, noteOf: string, key: string): Promise<PartProgress | null> {
  try {
    const progress = progressSchema.parse(JSON.parse(await readFile(noteOf, 'utf8')));
    const { size } = await stat(part);
    return progress.key === key && size >= progress.bytes ? progress : null;
  } catch {
    return null; // none, or cut off itself: begun anew
  }
}

async function writeWholly(path: string, text: string): Promise<void> {
  await writeFile(`${path}.new`, text);
  await rename(`${path}.new`, path);
}

async function checksumOf(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer);
  return hash.digest('hex');
}

/** Tells what cannot be written in the words of the command line. */
async function written<T>(path: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const where = { file: 'command line', row: null, field: '--out', value: path };
    throw new SourceError(where, `cannot be written: ${messageOf(error)}`, 'Give a path that can be written');
  }
}
