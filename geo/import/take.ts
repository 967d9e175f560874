import { givenIdOf } from '../formats/content-id.ts';
import type { Entry, Event, RowRead, RowTaken } from '../formats/format.ts';
import { duplicateRowFinding, equalRowsFinding, sameIdFinding } from '../formats/plausible.ts';
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
 * is only odd. Equal rows of a file without ids may be two events: they are all taken, and one that is loaded already is rejected.
 */
export function createTake(
  knownIds: IdSet,
  duplicate: (id: string) => Finding,
  { accept, reject, warn }: Takers,
): { take: (entry: Entry) => void; counts: ImportCounts } {
  const counts: ImportCounts = { read: 0, accepted: 0, rejected: 0 };
  const givenHere = createIdSet();
  const madeHere = createIdSet();
  /** how often each row was met that was met before */
  const equalRows = new Map<string, number>();
  /** of the loaded rows, once it is needed */
  let givenBefore: IdSet | null = null;

  function take({ line, raw, read }: Entry): void {
    counts.read++;
    const met = 'rejected' in read ? read : read.hasMadeId ? withMadeId(read) : withOwnId(read);
    if ('rejected' in met) {
      counts.rejected++;
      reject({ line, raw, ...met.rejected });
      return;
    }
    counts.accepted++;
    accepted(met, line, raw);
  }

  function accepted(read: RowTaken, line: number | null, raw: string): void {
    if (read.givenId !== undefined && givenBefore?.has(read.givenId)) warn(sameIdFinding(read.givenId), line);
    for (const warning of read.warnings) warn(warning, line);
    accept(read.event, raw);
  }

  function withOwnId(read: RowTaken): RowRead {
    const { event, givenId } = read;
    const { id } = event.recorded;
    if (givenId === undefined) return knownIds.add(id) ? read : { rejected: duplicate(id) };
    givenBefore ??= givenIdsOf(knownIds);
    const isNewHere = givenHere.add(givenId);
    return isNewHere && !knownIds.has(id) ? read : { rejected: duplicate(givenId) };
  }

  /** Of equal rows each is numbered in its id, so that all of a file that is read twice are known again. */
  function withMadeId(read: RowTaken): RowRead {
    const { event, warnings } = read;
    const { recorded } = event;
    const count = madeHere.add(recorded.id) ? 1 : (equalRows.get(recorded.id) ?? 1) + 1;
    if (count > 1) equalRows.set(recorded.id, count);
    const id = count === 1 ? recorded.id : `${recorded.id}-${count}`;
    if (!knownIds.add(id)) return { rejected: duplicateRowFinding() };
    if (count === 1) return read;
    return { ...read, event: { ...event, recorded: { ...recorded, id } }, warnings: [equalRowsFinding(), ...warnings] };
  }

  return { take, counts };
}

function givenIdsOf(ids: IdSet): IdSet {
  const given = createIdSet();
  for (const id of ids.values()) given.add(givenIdOf(id));
  return given;
}
