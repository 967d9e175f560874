import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { chromium, type Page } from '@playwright/test';
import { preview } from 'vite';
import { BROWSER_FLAGS, ensureBrowser } from '../../scripts/browser.mjs';
import { serve } from '../../scripts/serve.mjs';
import { answerFigures, chooseHighestSpeed, importFile, openPainted, takeFrames } from './app-page.ts';
import { buildPage } from './page-build.ts';
import { watchMemory, type Peaks } from './memory.ts';
import { writePoints } from './playback/points.ts';
import { printFigures, printTable, quantile, type Figure } from './table.ts';
import { messageOf } from '../../geo/model/errors.ts';

const SIZES = [10_000, 100_000, 500_000, 1_000_000];
const MILLION = 1_000_000;
const OURS = { method: 'ours', name: 'ours', file: 'csv' } as const;
/** Each in its fastest usual form; what that is stands with each in tests/bench/playback. */
const OTHERS = [
  { method: 'setFilter', name: 'MapLibre setFilter', file: 'geojson' },
  { method: 'setData', name: 'MapLibre setData', file: 'geojson' },
  { method: 'deck', name: 'deck.gl DataFilterExtension', file: 'geojson' },
] as const;
type Method = typeof OURS | (typeof OTHERS)[number];

/** The most that our step may take of the time of the fastest of the others, in %. */
const SHARES: ReadonlyMap<number, number> = new Map([
  [10_000, 100 / 3],
  [500_000, 10],
  [MILLION, 10],
]);
/** Steps are measured for about so long, at least a few. */
const STEPS_MS = 15_000;
const PLAY_MS = 5000;
/** A method that is not done with a size after this has failed there. */
const LIMIT_MS = 300_000;

/** What was measured of a method at a size. */
interface Measured {
  openMs: number;
  steps: number[];
  /** windows shown in a second */
  speed: number;
  /** pixels that one window's incidents cover */
  covered: number;
  heapMb: number;
  peaks: Peaks;
}

/** What is measured of ours alone, at a million. */
interface Beyond {
  filters: number[];
  filtersOfAllTime: number[];
  picks: Picks;
  picksOfAllTime: Picks;
}
interface Picks {
  times: number[];
  hits: number;
}

/** A question to the page. Text, as tsx adds helpers to functions that the page does not have. */
const ask = <T>(page: Page, question: string) => page.evaluate<T>(`bench.then((bench) => bench.${question})`);

async function heapMb(page: Page): Promise<number> {
  const session = await page.context().newCDPSession(page);
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  return usedSize / 1e6;
}

/** Opens a method's page in a browser of its own, so that none warms the next and memory is the method's alone. */
async function withPage<T>(
  url: string,
  method: Method,
  use: (page: Page) => Promise<T>,
): Promise<T & { peaks: Peaks }> {
  const browser = await chromium.launch({ executablePath: await ensureBrowser(), args: BROWSER_FLAGS });
  let isLate = false;
  const limit = setTimeout(() => {
    isLate = true;
    void browser.close();
  }, LIMIT_MS);
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    page.on('pageerror', ({ message }) => console.error(`${method.name}: ${message}`));
    const memory = await watchMemory(browser);
    await page.goto(`${url}?method=${method.method}`);
    await page.waitForFunction(() => 'bench' in globalThis);
    const result = await use(page);
    return { ...result, peaks: await memory.stop() };
  } catch (error) {
    if (isLate) throw new Error(`not done after ${LIMIT_MS / 1000} s`, { cause: error });
    throw error;
  } finally {
    clearTimeout(limit);
    await browser.close();
  }
}

async function measure(page: Page, { file }: Method, size: number): Promise<Omit<Measured, 'peaks'>> {
  return {
    openMs: await ask<number>(page, `open('points-${size}.${file}')`),
    steps: await ask<number[]>(page, `steps(${STEPS_MS})`),
    speed: await ask<number>(page, `play(${PLAY_MS})`),
    covered: await ask<number>(page, 'covered()'),
    heapMb: await heapMb(page),
  };
}

async function measureBeyond(page: Page): Promise<Beyond> {
  return {
    filters: await ask<number[]>(page, 'filters()'),
    filtersOfAllTime: await ask<number[]>(page, 'filtersOfAllTime()'),
    picks: await ask<Picks>(page, 'picks()'),
    picksOfAllTime: await ask<Picks>(page, 'picksOfAllTime()'),
  };
}

const HEAD = [
  'method',
  'step, median, ms',
  '95th percentile, ms',
  'steps',
  'windows a second, playing',
  'file to first pixels, s',
  'peak memory of the page, MB',
  'of the GPU’s process, MB',
  'JS heap, MB',
  'pixels covered',
];

const megabytes = (value: number | null) => (value === null ? '—' : value.toFixed(0));

function row({ name }: Method, { steps, speed, openMs, peaks, heapMb: heap, covered }: Measured): string[] {
  return [
    name,
    quantile(steps, 0.5).toFixed(1),
    quantile(steps, 0.95).toFixed(1),
    String(steps.length),
    speed.toFixed(1),
    (openMs / 1000).toFixed(2),
    megabytes(peaks.page),
    megabytes(peaks.gpu),
    megabytes(heap),
    String(covered),
  ];
}

function failedRow({ name }: Method, error: unknown): string[] {
  const [reason] = messageOf(error).split('\n');
  return [name, `failed: ${reason}`, ...HEAD.slice(2).map(() => '')];
}

const median = (values: readonly number[]) => quantile(values, 0.5);
const count = (size: number) => size.toLocaleString('en-GB');

/** Our step in the time of the fastest other that was done. */
function shareFigure(size: number, ours: Measured, others: readonly Measured[]): Figure {
  const best = Math.min(...others.map(({ steps }) => median(steps)));
  return {
    name: `${count(size)}: our step in the time of the fastest other’s, medians`,
    value: (median(ours.steps) / best) * 100,
    unit: '%',
    target: SHARES.get(size) ?? null,
  };
}

function millionFigures(ours: Measured): Figure[] {
  const page = ours.peaks.page;
  return [
    { name: `${count(MILLION)}: from file to first pixels`, value: ours.openMs / 1000, unit: 's', target: 15 },
    ...(page === null
      ? []
      : [{ name: `${count(MILLION)}: peak memory of the page`, value: page, unit: 'MB', target: 1000 }]),
  ];
}

function beyondFigures({ filters, filtersOfAllTime, picks, picksOfAllTime }: Beyond): Figure[] {
  const both = (name: string, times: readonly number[], target: number | null): Figure[] => [
    { name: `${name}, median`, value: median(times), unit: 'ms', target: null },
    { name: `${name}, 95th percentile`, value: quantile(times, 0.95), unit: 'ms', target },
  ];
  const found = ({ hits, times }: Picks) => `${hits} of ${times.length} found something`;
  return [
    ...both(`${count(MILLION)}: change of filters, a year shown`, filters, 150),
    ...both(`${count(MILLION)}: change of filters, all of them drawn`, filtersOfAllTime, null),
    ...both(`${count(MILLION)}: picking, a year shown (${found(picks)})`, picks.times, 2),
    ...both(`${count(MILLION)}: picking, all time shown (${found(picksOfAllTime)})`, picksOfAllTime.times, 2),
  ];
}

const versionOf = (name: string) =>
  (JSON.parse(readFileSync(`node_modules/${name}/package.json`, 'utf8')) as { version: string }).version;

async function versions(): Promise<string> {
  const browser = await chromium.launch({ executablePath: await ensureBrowser(), args: BROWSER_FLAGS });
  const version = browser.version();
  await browser.close();
  return `Chromium ${version} without a GPU, 1280 × 800, MapLibre ${versionOf('maplibre-gl')}, deck.gl ${versionOf('@deck.gl/core')}`;
}

/** Imports a million in the app itself, by its file input, and plays them. */
async function appFigures(): Promise<Figure[]> {
  const running = await serve({ root: 'dist' });
  const browser = await chromium.launch({ executablePath: await ensureBrowser(), args: BROWSER_FLAGS });
  try {
    const memory = await watchMemory(browser);
    const { page } = await openPainted(browser, `${running.url}#panel=data`);
    const { seconds, ...answers } = await importFile(page, join(BUILT, `points-${MILLION}.csv`));
    const speed = await chooseHighestSpeed(page);
    await page.getByTestId('play').click();
    await page.waitForTimeout(PLAY_MS);
    await takeFrames(page);
    await page.waitForTimeout(2 * PLAY_MS);
    const frames = await takeFrames(page);
    const { page: peak } = await memory.stop();
    return [
      { name: 'imported after', value: seconds, unit: 's', target: null },
      ...answerFigures('meanwhile', answers),
      { name: `playing, ${speed}: time of a frame, median`, value: median(frames), unit: 'ms', target: null },
      { name: `playing, ${speed}: 95th percentile`, value: quantile(frames, 0.95), unit: 'ms', target: 100 },
      ...(peak === null ? [] : [{ name: 'peak memory of the page', value: peak, unit: 'MB', target: 1000 }]),
    ];
  } finally {
    await browser.close();
    await running.close();
  }
}

/** Measures all methods at a size and prints their table; gives the targets' figures. */
async function measureSize(url: string, size: number): Promise<Figure[]> {
  await writePoints(BUILT, size);
  const rows: string[][] = [];
  const attempt = async <T extends Measured>(method: Method, measured: Promise<T>): Promise<T | null> => {
    console.error(`${count(size)} incidents, ${method.name} …`); // not part of the results
    try {
      const done = await measured;
      rows.push(row(method, done));
      return done;
    } catch (error) {
      rows.push(failedRow(method, error));
      return null;
    }
  };
  const ours = await attempt(
    OURS,
    withPage(url, OURS, async (page) => {
      const measured = await measure(page, OURS, size);
      return { ...measured, beyond: size === MILLION ? await measureBeyond(page) : null };
    }),
  );
  const others: Measured[] = [];
  for (const method of OTHERS) {
    const other = await attempt(
      method,
      withPage(url, method, (page) => measure(page, method, size)),
    );
    if (other) others.push(other);
  }
  printTable(`Playback, ${count(size)} incidents`, [HEAD, ...rows]);
  if (!ours) return [];
  const share = others.length > 0 ? [shareFigure(size, ours, others)] : [];
  return ours.beyond ? [...share, ...millionFigures(ours), ...beyondFigures(ours.beyond)] : share;
}

const BUILT = await buildPage('playback');
const server = await preview({
  root: BUILT,
  configFile: false,
  logLevel: 'warn',
  build: { outDir: BUILT },
  preview: { port: 4187, host: '127.0.0.1' },
});
try {
  console.log(`\n${await versions()}`);
  const url = server.resolvedUrls?.local[0] ?? '';
  const figures: Figure[] = [];
  for (const size of SIZES) figures.push(...(await measureSize(url, size)));
  printFigures('Playback', figures);
  printFigures(`The app, ${count(MILLION)} incidents imported`, await appFigures());
} finally {
  await server.close();
  rmSync(BUILT, { recursive: true }); // the points take hundreds of megabytes
}
