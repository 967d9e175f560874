import { parentPort } from 'node:worker_threads';
import { readGround } from '../../geo/commands/ground.ts';
import type { Entry, Event } from '../../geo/formats/format.ts';
import { duplicateFinding } from '../../geo/formats/plausible.ts';
import { createEnrich } from '../../geo/ground/enrich.ts';
import { createIdSet } from '../../geo/import/id-set.ts';
import { importEntries } from '../../geo/import/import.ts';
import { regionPlaces } from '../ground.ts';

const POINTS = 1_000_000;
const BATCH = 1000;

export interface MillionFigures {
  points: number;
  seconds: number;
  /** The most memory that the whole process has held. */
  peakMb: number;
}

function eventAt(id: number, lon: number, lat: number): Event {
  return {
    recorded: {
      id: String(id),
      title: 'Synthetic',
      type: 'ambush',
      start: '2025-01-01',
      end: '2025-01-01',
      datePrecision: 'day',
      place: null,
      admin: null,
      country: null,
      locationPrecision: 'exact',
      actors: [],
      fatalities: { best: null, low: null, high: null },
      injured: null,
      claims: [],
      remarks: [],
      sources: [],
      confidence: null,
    },
    lon,
    lat,
    radiusKm: null,
  };
}

/** Rows as a format reads them, each at a place of its own in the region: what is remembered of places helps none. */
// eslint-disable-next-line @typescript-eslint/require-await
async function* entries(): AsyncGenerator<Entry[]> {
  for (let from = 0; from < POINTS; from += BATCH) {
    yield regionPlaces(BATCH, from).map(([lon, lat], i) => {
      const event = eventAt(from + i, lon, lat);
      return { line: from + i, raw: `${event.recorded.id},${lon},${lat}`, read: { event, warnings: [] } };
    });
    if (from % 250_000 === 0) process.stderr.write(`${from} `);
  }
}

/** As the app's own worker does when it opens a file, once its rows are read: enriched, and taken into columns. */
const enrich = createEnrich(readGround());
const start = performance.now();
const { accepted } = await importEntries(entries(), enrich, {
  knownIds: createIdSet(),
  duplicate: duplicateFinding,
});
const seconds = (performance.now() - start) / 1000;
process.stderr.write('\n');
if (accepted !== POINTS) throw new Error(`Only ${accepted} of ${POINTS} were taken.`);
parentPort?.postMessage({
  points: POINTS,
  seconds,
  peakMb: process.resourceUsage().maxRSS / 1000,
} satisfies MillionFigures);
