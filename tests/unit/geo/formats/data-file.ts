import type { Entry } from '../../../../geo/formats/format.ts';
import { readEvents, type ReadOptions } from '../../../../geo/formats/read.ts';
import type { DataFile } from '../../../../geo/formats/source.ts';
import { refusalText } from '../../../../geo/commands/refusal.ts';
import { InputError, messageOf } from '../../../../geo/model/errors.ts';
import type { Finding } from '../../../../geo/model/findings.ts';
import { reasonText } from '../../../../geo/words/findings.ts';
import { noteText } from '../../../../geo/words/notes.ts';

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

/** All of a file's entries, with how they are laid out, and the notes in words. */
export async function readAll(file: DataFile, options: ReadOptions = {}) {
  const { layout, label, notes, entries } = await readEvents(file, options);
  const all: Entry[] = [];
  for await (const batch of entries) all.push(...batch);
  return { layout, label, notes: notes.map(noteText), entries: all };
}

/** What was found in an entry that was rejected; `null` for one that was taken. */
export const rejectedIn = ({ read }: Entry): Finding | null => ('rejected' in read ? read.rejected : null);

/** Why an entry was rejected, in words; `null` for one that was taken. */
export const reasonIn = ({ read }: Entry): string | null => ('rejected' in read ? reasonText(read.rejected) : null);

/** What an error says once it is put into words. */
export const wordsOf = (error: unknown): string =>
  error instanceof InputError ? refusalText(error) : messageOf(error);

/** Why a file is refused, in words; `null` for one that is read. */
export const refusalOf = (file: DataFile, options: ReadOptions = {}): Promise<string | null> =>
  readAll(file, options).then(() => null, wordsOf);

/** The event of an entry. Throws for one that was rejected. */
export function eventOf({ read, raw }: Entry) {
  if ('rejected' in read) throw new Error(`${reasonText(read.rejected)}: ${raw.slice(0, 200)}`);
  return read.event;
}

/** The reasons of the warnings of an entry that was taken. */
export const warningsOf = ({ read }: Entry): string[] =>
  'rejected' in read ? [] : read.warnings.map((warning) => reasonText(warning));
