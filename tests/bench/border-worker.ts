import { parentPort } from 'node:worker_threads';
import { readEnrich, readGround } from '../../geo/commands/ground.ts';
import type { Event } from '../../geo/formats/format.ts';
import { oncePerPlace } from '../../geo/import/import.ts';
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

/**
 * What the app's own worker does for each row of a file: `createEnrich`, once for each place. Here every place is met
 * once, so that what is remembered helps none. How rows are read and kept is measured in the sections import and app.
 */
const computedOf = oncePerPlace(readEnrich(readGround()));
const start = performance.now();
let measured = 0;
for (let from = 0; from < POINTS; from += BATCH) {
  for (const [i, [lon, lat]] of regionPlaces(BATCH, from).entries()) {
    if (computedOf(eventAt(from + i, lon, lat)).borderKm !== null) measured++;
  }
  if (from % 250_000 === 0) process.stderr.write(`${from} `);
}
const seconds = (performance.now() - start) / 1000;
process.stderr.write('\n');
if (measured !== POINTS) throw new Error(`Only ${measured} of ${POINTS} places were measured.`);
parentPort?.postMessage({
  points: POINTS,
  seconds,
  peakMb: process.resourceUsage().maxRSS / 1000,
} satisfies MillionFigures);
