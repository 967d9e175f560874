import { parentPort } from 'node:worker_threads';
import { readGround } from '../../geo/commands/ground.ts';
import { regionPlaces } from '../ground.ts';

const POINTS = 1_000_000;
const SIDES = ['', 'PK', 'AF'];

export interface MillionFigures {
  points: number;
  seconds: number;
  /** The most memory that the whole process has held. */
  peakMb: number;
}

/** A million points of the region with distance, side and district, in a worker, with progress. */
const ground = readGround();
const lons = new Float64Array(POINTS);
const lats = new Float64Array(POINTS);
for (let from = 0; from < POINTS; from += 10_000) {
  regionPlaces(10_000, from).forEach(([lon, lat], i) => {
    lons[from + i] = lon;
    lats[from + i] = lat;
  });
}

const start = performance.now();
await ground.border.nearestMany(lons, lats, {
  onProgress: (done) => parentPort && done % 250_000 === 0 && process.stderr.write(`${done} `),
});
const sides = new Uint8Array(POINTS);
const districts: (string | null)[] = new Array<string | null>(POINTS);
for (let i = 0; i < POINTS; i++) {
  sides[i] = SIDES.indexOf(ground.sides(lons[i], lats[i]) ?? '');
  districts[i] = ground.districts.at(lons[i], lats[i])?.id ?? null;
}
const seconds = (performance.now() - start) / 1000;
process.stderr.write('\n');
parentPort?.postMessage({
  points: POINTS,
  seconds,
  peakMb: process.resourceUsage().maxRSS / 1000,
} satisfies MillionFigures);
