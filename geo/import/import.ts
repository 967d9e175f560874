import type { createEnrich } from '../enrich.ts';
import type { Entry, Event, Finding } from '../formats/format.ts';
import type { Computed } from '../model/incident.ts';
import { createRowsBuilder, type Rows } from '../store/rows.ts';
import { createReasons, createRejects, type Reason, type Rejects } from './rejects.ts';
import { createTake, type ImportCounts } from './take.ts';

type Enrich = ReturnType<typeof createEnrich>;

export interface Imported extends ImportCounts {
  rows: Rows;
  rejects: Rejects;
  /** what is odd about rows that were taken */
  warnings: Reason[];
}

interface ImportOptions {
  /** Ids that are loaded already, or were met in this file: a row with one of them is rejected. Grows with the file. */
  knownIds: Set<string>;
  /** What is said of an id that is there twice. */
  duplicate: (id: string) => Finding;
  onProgress?: (counts: ImportCounts) => void;
  signal?: AbortSignal;
}

/** Reads a file's rows into columns: computes what is computed of each, and keeps what is not taken. */
export async function importEntries(
  entries: AsyncIterable<Entry[]>,
  enrich: Enrich,
  { knownIds, duplicate, onProgress, signal }: ImportOptions,
): Promise<Imported> {
  const rows = createRowsBuilder();
  const rejects = createRejects();
  const warnings = createReasons();
  const computedOf = oncePerPlace(enrich);

  const { take, counts } = createTake(knownIds, duplicate, {
    accept: (event, raw) => rows.add({ ...event, computed: computedOf(event) }, raw),
    reject: rejects.add,
    warn: warnings.add,
  });

  for await (const batch of entries) {
    signal?.throwIfAborted();
    for (const entry of batch) take(entry);
    onProgress?.({ ...counts });
  }
  return { ...counts, rows: rows.finish(), rejects: rejects.finish(), warnings: warnings.list };
}

/** So many places are remembered: datasets name the same towns and centroids again and again. */
const MOST_PLACES = 200_000;

/** `enrich`, computed once for incidents that stand at one place and are known as well. */
export function oncePerPlace(enrich: Enrich): (event: Event) => Computed {
  const known = new Map<string, Computed>();
  return ({ recorded, lon, lat, radiusKm }) => {
    const key = `${lon} ${lat} ${recorded.locationPrecision} ${radiusKm} ${recorded.admin ?? ''}`;
    let computed = known.get(key);
    if (!computed) {
      computed = enrich(recorded, [lon, lat], radiusKm);
      if (known.size >= MOST_PLACES) known.clear();
      known.set(key, computed);
    }
    return computed;
  };
}
