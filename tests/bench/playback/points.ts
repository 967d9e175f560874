import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { formatDay } from '../../../geo/model/day.ts';
import { GROUP_OF, GROUPS, INCIDENT_TYPES } from '../../../geo/model/incident.ts';
import { createRandom, pick, whole, type Random } from '../../../geo/synth/random.ts';
import type { Window } from '../../../geo/time/window.ts';
import { radiusOf } from '../../../src/scene/marks.ts';
import { ALL_TIME } from './windows.ts';

const SEED = 20260601;
const TOWNS = 400;
const VILLAGES_OF_TOWN = 100;
/** Degrees around a town. */
const TOWN_SPREAD = 0.25;
const REGION = { west: 60, south: 23.5, width: 17, height: 15 };

/** A synthetic incident: degrees, days, and the code of its type. */
interface Point {
  place: Place;
  days: Window;
  deaths: number;
  type: number;
}
type Place = readonly [lon: number, lat: number];

/** Incidents of 26 years over the region, the same for every method, by first day. */
function makePoints(size: number): Point[] {
  const random = createRandom(SEED);
  const choosePlace = createPlaces(random);
  const points = Array.from({ length: size }, (): Point => {
    const place = choosePlace();
    const days = chooseDays(random);
    const deaths = Math.floor(0.3 / (random() + 0.003)); // most kill few, a few kill many
    return { place, days, deaths, type: whole(random, INCIDENT_TYPES.length) };
  });
  return points.sort((a, b) => a.days.start - b.days.start);
}

/** As in real datasets the same places come again and again: towns, some far more than others, and villages around. */
function createPlaces(random: Random): () => Place {
  const anywhere = (): Place => [
    round(REGION.west + REGION.width * random()),
    round(REGION.south + REGION.height * random()),
  ];
  const off = () => (random() + random() + random() - 1.5) * TOWN_SPREAD;
  const towns = Array.from({ length: TOWNS }, anywhere);
  const villages = towns.map(([lon, lat]) =>
    Array.from({ length: VILLAGES_OF_TOWN }, (): Place => [round(lon + off()), round(lat + off())]),
  );
  return () => {
    const kind = random();
    if (kind < 0.05) return anywhere();
    const town = Math.floor(random() ** 2 * TOWNS);
    return kind < 0.45 ? towns[town] : pick(random, villages[town]);
  };
}

const round = (degrees: number) => Math.round(degrees * 1e4) / 1e4;

/** A day; of one in ten a month, of one in fifty a year. */
function chooseDays(random: Random): Window {
  const chance = random();
  const length = chance < 0.02 ? 365 : chance < 0.12 ? 30 : 1;
  const start = ALL_TIME.start + whole(random, ALL_TIME.end - ALL_TIME.start - length + 2);
  return { start, end: start + length - 1 };
}

async function writeLines(path: string, lines: Iterable<string>): Promise<void> {
  const file = createWriteStream(path);
  let block = '';
  for (const line of lines) {
    block += line;
    if (block.length < 1 << 20) continue;
    if (!file.write(block)) await once(file, 'drain');
    block = '';
  }
  file.end(block);
  await once(file, 'finish');
}

/** What the other methods read: days as numbers, radius and group worked out, so that they need not do it. */
function* geojson(points: readonly Point[]): Generator<string> {
  yield '{"type":"FeatureCollection","features":[\n';
  for (const [i, { place, days, deaths, type }] of points.entries()) {
    const radius = Math.round(radiusOf(deaths) * 100) / 100;
    const group = GROUPS.indexOf(GROUP_OF[INCIDENT_TYPES[type]]);
    const properties = `{"id":"s${i}","start":${days.start},"end":${days.end},"radius":${radius},"group":${group}}`;
    const geometry = `{"type":"Point","coordinates":[${place.join()}]}`;
    yield `${i ? ',\n' : ''}{"type":"Feature","geometry":${geometry},"properties":${properties}}`;
  }
  yield '\n]}\n';
}

/** What a reader of the app would bring: a plain table. */
function* csv(points: readonly Point[]): Generator<string> {
  yield 'id,date,end_date,latitude,longitude,type,deaths\n';
  for (const [i, { place, days, deaths, type }] of points.entries()) {
    const [lon, lat] = place;
    yield `s${i},${formatDay(days.start)},${formatDay(days.end)},${lat},${lon},${INCIDENT_TYPES[type]},${deaths}\n`;
  }
}

/** Writes the same points as `points-SIZE.geojson` and `points-SIZE.csv`. */
export async function writePoints(folder: string, size: number): Promise<void> {
  const points = makePoints(size);
  await writeLines(`${folder}/points-${size}.geojson`, geojson(points));
  await writeLines(`${folder}/points-${size}.csv`, csv(points));
}
