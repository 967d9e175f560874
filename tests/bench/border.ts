import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { nearestPointOnLine, pointToLineDistance } from '@turf/turf';
import CheapRuler from 'cheap-ruler';
import { createBorder } from '../../geo/line/border.ts';
import type { Position } from '../../geo/model/incident.ts';
import { regionPlaces, shippedLine } from '../ground.ts';
import { exhaustive } from '../oracle.ts';
import type { MillionFigures } from './border-worker.ts';
import { printFigures, printTable, quantile } from './table.ts';

/** Points of the region; the slow methods and the search by exhaustion are measured on the first of them. */
const POINTS = 10_000;
const SLOW = 40;
const FINE_SLOW = 8;
const SEED = 20260601;

type Distance = (place: Position) => number;
type Row = { method: string; points: number; ms: number; mean: number; max: number };

/** Milliseconds a point. */
function timed(distance: Distance, places: readonly Position[]): number {
  const start = performance.now();
  for (const place of places) distance(place);
  return (performance.now() - start) / places.length;
}

/** Speed on the given points; errors in metres on those that the oracle has measured. */
function row(method: string, km: Distance, places: readonly Position[], truth: readonly number[]): Row {
  const errors = truth.map((metres, i) => Math.abs(km(places[i]) * 1000 - metres));
  const mean = errors.reduce((sum, error) => sum + error, 0) / errors.length;
  return { method, points: places.length, ms: timed(km, places), mean, max: Math.max(...errors) };
}

function rowsOf(line: Position[], places: Position[], slow: number): { rows: Row[]; truth: number[] } {
  const border = createBorder(line);
  const start = performance.now();
  const truth = places.slice(0, slow).map((place) => exhaustive(line, place));
  const oracleMs = (performance.now() - start) / slow;
  const few = places.slice(0, slow);
  const feature = {
    type: 'Feature' as const,
    properties: {},
    geometry: { type: 'LineString' as const, coordinates: line },
  };
  const cheap: Distance = (place) => {
    const ruler = new CheapRuler(place[1], 'kilometers');
    return ruler.distance(place, ruler.pointOnLine(line, place).point as Position);
  };
  border.nearest(...places[0]);
  timed((place) => border.nearest(...place).borderKm, places);
  return {
    truth,
    rows: [
      row('geo/border', (place) => border.nearest(...place).borderKm, places, truth),
      row(
        'Turf pointToLineDistance',
        (place) => pointToLineDistance(place, feature, { method: 'geodesic' }),
        few,
        truth,
      ),
      row(
        'Turf nearestPointOnLine',
        (place) => nearestPointOnLine(feature, place).properties.pointDistance ?? NaN,
        few,
        truth,
      ),
      row('cheap-ruler pointOnLine', cheap, few, truth),
      { method: 'exhaustive Karney search', points: slow, ms: oracleMs, mean: 0, max: 0 },
    ],
  };
}

/** The line with each segment in ten parts, their ends pushed to and fro by some 50 m: 30,081 vertices. */
function fineLine(line: readonly Position[]): Position[] {
  const parts = 10;
  const fine: Position[] = [line[0]];
  for (let i = 1; i < line.length; i++) {
    for (let part = 1; part <= parts; part++) {
      const push = part === parts ? 0 : 5e-4 * Math.sin(i * 7 + part * 3);
      const t = part / parts;
      const [from, to] = [line[i - 1], line[i]];
      fine.push([from[0] + (to[0] - from[0]) * t + push, from[1] + (to[1] - from[1]) * t - push]);
    }
  }
  return fine;
}

function indexMs(line: Position[]): number {
  const start = performance.now();
  createBorder(line);
  return performance.now() - start;
}

/** Milliseconds for the index in a process of its own, where nothing has been compiled yet. */
function coldIndexMs(): number {
  const script = fileURLToPath(new URL('./border-cold.ts', import.meta.url));
  return Number(execFileSync(process.execPath, [...process.execArgv, script], { encoding: 'utf8' }));
}

function million(): Promise<MillionFigures> {
  return new Promise((resolve, reject) => {
    // on Node 20 a worker does not inherit tsx
    const file = JSON.stringify(new URL('./border-worker.ts', import.meta.url).href);
    const code = `import('tsx/esm/api').then(({ register }) => (register(), import(${file})))`;
    const worker = new Worker(code, { eval: true });
    worker.once('message', resolve);
    worker.once('error', reject);
  });
}

const text = ({ method, points, ms, mean, max }: Row) => [
  method,
  String(points),
  ms.toPrecision(3),
  mean.toFixed(mean < 1 ? 6 : 1),
  max.toFixed(max < 1 ? 6 : 1),
];
const HEAD = ['method', 'points', 'ms a point', 'mean error, m', 'max error, m'];

const line = shippedLine();
const coldMs = Array.from({ length: 7 }, coldIndexMs);
indexMs(line);
const warmMs = quantile(
  Array.from({ length: 21 }, () => indexMs(line)),
  0.5,
);
const fine = fineLine(line);
const fineIndexMs = quantile(
  Array.from({ length: 5 }, () => indexMs(fine)),
  0.5,
);

const places = regionPlaces(POINTS, SEED);
const shipped = rowsOf(line, places, SLOW);
printTable(`Distance from the Durand Line, ${line.length} vertices (errors on the first ${SLOW} points)`, [
  HEAD,
  ...shipped.rows.map(text),
]);
const finer = rowsOf(fine, places, FINE_SLOW);
printTable(`A line of ${fine.length} vertices (errors on the first ${FINE_SLOW} points)`, [
  HEAD,
  ...finer.rows.map(text),
]);

const [ours, ...turf] = shipped.rows;
const slowerTurf = Math.min(turf[0].ms, turf[1].ms);
const { seconds, points, peakMb } = await million();
printFigures('Distance from the border', [
  { name: 'time a point', value: ours.ms * 1000, unit: 'µs', target: 100 },
  { name: 'largest error', value: ours.max * 1000, unit: 'mm', target: 1000 },
  { name: `largest error, ${fine.length} vertices`, value: finer.rows[0].max * 1000, unit: 'mm', target: 1000 },
  { name: 'time of ours in that of the faster Turf', value: (ours.ms / slowerTurf) * 100, unit: '%', target: 1 },
  { name: 'index, first in a process, median of 7', value: quantile(coldMs, 0.5), unit: 'ms', target: 20 },
  { name: 'index, first in a process, slowest of 7', value: Math.max(...coldMs), unit: 'ms', target: null },
  { name: 'index, median of 21', value: warmMs, unit: 'ms', target: 20 },
  { name: `index, ${fine.length} vertices, median of 5`, value: fineIndexMs, unit: 'ms', target: null },
  {
    name: `${points} places, each once, as the import enriches them: distance, interval, side, district`,
    value: seconds,
    unit: 's',
    target: 150,
  },
  { name: 'peak memory of that process', value: peakMb, unit: 'MB', target: 600 },
]);
