import type { Entry, Finding } from '../../../../geo/formats/format.ts';
import { readEvents, type ReadOptions } from '../../../../geo/formats/read.ts';
import type { DataFile } from '../../../../geo/formats/source.ts';

/** A file of these bytes, or of this text in UTF-8, that comes in pieces of so many bytes. */
export function fileOf(content: string | Uint8Array, name = 'file', piece = 1 << 16): DataFile {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  return {
    name,
    size: bytes.length,
    stream() {
      let at = 0;
      return new ReadableStream<Uint8Array>({
        pull(controller) {
          if (at >= bytes.length) controller.close();
          else controller.enqueue(bytes.slice(at, (at += piece)));
        },
      });
    },
  };
}

/** All of a file's entries, with how they are laid out. */
export async function readAll(file: DataFile, options: ReadOptions = {}) {
  const { layout, label, notes, entries } = await readEvents(file, options);
  const all: Entry[] = [];
  for await (const batch of entries) all.push(...batch);
  return { layout, label, notes, entries: all };
}

/** What was found in an entry that was rejected; `null` for one that was taken. */
export const rejectedIn = ({ read }: Entry): Finding | null => ('rejected' in read ? read.rejected : null);

/** The event of an entry. Throws for one that was rejected. */
export function eventOf({ read, raw }: Entry) {
  if ('rejected' in read) throw new Error(`${read.rejected.reason}: ${raw.slice(0, 200)}`);
  return read.event;
}

/** The reasons of the warnings of an entry that was taken. */
export const warningsOf = ({ read }: Entry): string[] =>
  'rejected' in read ? [] : read.warnings.map(({ reason }) => reason);
