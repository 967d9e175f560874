import type { createEnrich } from '../ground/enrich.ts';
import type { Entry, Event } from '../formats/format.ts';
import type { Finding } from '../model/findings.ts';
import type { Computed, Recorded } from '../model/incident.ts';
import { createRowsBuilder, type Rows } from '../store/rows.ts';
import { ownCopy } from '../store/words.ts';
import type { IdSet } from './id-set.ts';
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
  knownIds: IdSet;
  /** What is said of an id that is there twice. */
  duplicate: (id: string) => Finding;
  onProgress?: (counts: ImportCounts) => void;
}

/** Reads a file's rows into columns: computes what is computed of each, and keeps what is not taken. */
export async function importEntries(
  entries: AsyncIterable<Entry[]>,
  enrich: Enrich,
  { knownIds, duplicate, onProgress }: ImportOptions,
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
    for (const entry of batch) take(entry);
    onProgress?.({ ...counts });
  }
  return { ...counts, rows: rows.finish(), rejects: rejects.finish(), warnings: warnings.list };
}

/** So many places are remembered: datasets name the same towns and centroids again and again. */
const MOST_PLACES = 100_000;
/** And so many of one longitude, as they are gone through one by one. */
const MOST_ON_MERIDIAN = 50;

/** What `enrich` gave for a place, with all that it depends on but the longitude. */
interface Remembered extends Pick<Event, 'lat' | 'radiusKm'>, Pick<Recorded, 'locationPrecision' | 'admin'> {
  computed: Computed;
}

/** `enrich`, computed once for incidents that stand at one place and are known as well. */
export function oncePerPlace(enrich: Enrich): (event: Event) => Computed {
  // by longitude, and then one by one: numbers are found sooner than the texts that they would have to be written as
  const known = new Map<number, Remembered[]>();
  let size = 0;
  return ({ recorded, lon, lat, radiusKm, otherPlaces }) => {
    if (otherPlaces) return enrich(recorded, [lon, lat], radiusKm, otherPlaces);
    const { locationPrecision, admin } = recorded;
    let same = known.get(lon);
    if (same) {
      for (const one of same) {
        if (one.lat !== lat || one.radiusKm !== radiusKm) continue;
        if (one.locationPrecision === locationPrecision && one.admin === admin) return one.computed;
      }
    }
    const computed = enrich(recorded, [lon, lat], radiusKm);
    if (size++ >= MOST_PLACES) {
      known.clear();
      size = 0;
      same = undefined;
    }
    if (!same) known.set(lon, (same = []));
    if (same.length < MOST_ON_MERIDIAN)
      same.push({ lat, radiusKm, locationPrecision, admin: admin && ownCopy(admin), computed });
    return computed;
  };
}
