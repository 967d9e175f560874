import type { Entry, Event, Finding } from '../formats/format.ts';
import type { Rejected } from '../formats/rejects.ts';
import { ownCopy } from '../store/words.ts';

/** What became of a file's rows. `read` is always `accepted` and `rejected` together. */
export interface ImportCounts {
  read: number;
  accepted: number;
  rejected: number;
}

/** What is done with a row that is taken, with one that is not, and with what is odd about one that is. */
export interface Takers {
  accept: (event: Event, raw: string) => void;
  reject: (reject: Rejected) => void;
  warn: (warning: Finding, line: number) => void;
}

/**
 * Gives what takes a file's rows one after another, and the counts so far. A row with an id that is known already, or
 * was met before, is rejected with what `duplicate` says; `knownIds` grows with the file.
 */
export function createTake(
  knownIds: Set<string>,
  duplicate: (id: string) => Finding,
  { accept, reject, warn }: Takers,
): { take: (entry: Entry) => void; counts: ImportCounts } {
  const counts: ImportCounts = { read: 0, accepted: 0, rejected: 0 };

  function take({ line, raw, read }: Entry): void {
    counts.read++;
    const refused = 'rejected' in read ? read.rejected : twice(read.event);
    if (refused || !('event' in read)) {
      counts.rejected++;
      if (refused) reject({ line, raw, ...refused });
      return;
    }
    counts.accepted++;
    for (const warning of read.warnings) warn(warning, line);
    accept(read.event, raw);
  }

  function twice({ recorded: { id } }: Event): Finding | null {
    if (knownIds.has(id)) return duplicate(id);
    knownIds.add(ownCopy(id));
    return null;
  }

  return { take, counts };
}
