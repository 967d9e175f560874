import { givenIdOf } from '../formats/content-id.ts';
import type { Entry, Event, RowTaken } from '../formats/format.ts';
import { sameIdFinding } from '../formats/plausible.ts';
import type { Rejected } from '../formats/rejects.ts';
import type { Finding } from '../model/findings.ts';
import { createIdSet, type IdSet } from './id-set.ts';

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
  warn: (warning: Finding, line: number | null) => void;
}

/**
 * Gives what takes a file's rows one after another, and the counts so far. A row with an id that is known already, or
 * was met before, is rejected with what `duplicate` says; `knownIds` may grow with the file. Of ids that are unique in
 * their file alone (`givenId`) one that was met in this file is a duplicate, while that of a loaded row with other content
 * is only odd.
 */
export function createTake(
  knownIds: IdSet,
  duplicate: (id: string) => Finding,
  { accept, reject, warn }: Takers,
): { take: (entry: Entry) => void; counts: ImportCounts } {
  const counts: ImportCounts = { read: 0, accepted: 0, rejected: 0 };
  const givenHere = createIdSet();
  /** of the loaded rows, once it is needed */
  let givenBefore: IdSet | null = null;

  function take({ line, raw, read }: Entry): void {
    counts.read++;
    const refused = 'rejected' in read ? read.rejected : twice(read);
    if (refused || !('event' in read)) {
      counts.rejected++;
      if (refused) reject({ line, raw, ...refused });
      return;
    }
    counts.accepted++;
    if (read.givenId !== undefined && givenBefore?.has(read.givenId)) warn(sameIdFinding(read.givenId), line);
    for (const warning of read.warnings) warn(warning, line);
    accept(read.event, raw);
  }

  function twice({ event, givenId }: RowTaken): Finding | null {
    const { id } = event.recorded;
    if (givenId === undefined) return knownIds.add(id) ? null : duplicate(id);
    givenBefore ??= givenIdsOf(knownIds);
    const isNewHere = givenHere.add(givenId);
    return isNewHere && !knownIds.has(id) ? null : duplicate(givenId);
  }

  return { take, counts };
}

function givenIdsOf(ids: IdSet): IdSet {
  const given = createIdSet();
  for (const id of ids.values()) given.add(givenIdOf(id));
  return given;
}
