import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { chromium, expect, type Page } from '@playwright/test';
import { BROWSER_FLAGS, ensureBrowser } from '../../scripts/browser.mjs';
import { serve } from '../../scripts/serve.mjs';
import { chooseHighestSpeed, mapSize, openPainted, recordFrames, takeFrames, TIMEOUT_MS, WINDOW } from './app-page.ts';
import { buildPage } from './page-build.ts';
import { printFigures, quantile, type Figure } from './table.ts';

const LOADS = 5;
/** The most that the app may take of what a bare MapLibre page with the same land and line takes, in %. */
const MOST_OF_BARE = { paint: 130, frame: 150 };
const PAN_MS = 5000;
/** Times that a script task may run before the browser calls it long (W3C Long Tasks). */
const LONG_TASK_MS = 50;

const gzippedKb = (file: string) => gzipSync(readFileSync(file), { level: 9 }).length / 1000;
const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

function bytesLoaded(paths: Set<string>): Figure[] {
  const kb = (ending: RegExp) =>
    sum([...paths].filter((path) => ending.test(path)).map((path) => gzippedKb(join('dist', path))));
  const layers = readdirSync('dist/layers').map((name) => gzippedKb(join('dist/layers', name)));
  return [
    { name: 'JavaScript, MapLibre and worker included, gzipped', value: kb(/\.m?js$/), unit: 'kB', target: 480 },
    { name: 'styles, gzipped', value: kb(/\.css$/), unit: 'kB', target: null },
    { name: 'fonts', value: kb(/\.woff2$/), unit: 'kB', target: null },
    { name: 'data before the first picture, gzipped', value: kb(/\.(geo)?json$/), unit: 'kB', target: 350 },
    { name: 'all layers, gzipped', value: sum(layers), unit: 'kB', target: 700 },
  ];
}

/** Plays a window a year wide through the whole range, month by month; gives the times between frames, in ms. */
async function playThrough(page: Page): Promise<number[]> {
  const play = page.getByTestId('play');
  await recordFrames(page);
  await play.click();
  await expect(play).toHaveAccessibleName(/^pause/i);
  await expect(play).toHaveAccessibleName(/^play/i, { timeout: TIMEOUT_MS });
  return takeFrames(page);
}

/** The times between frames of the bare page while it is panned, in ms. */
async function panBare(page: Page): Promise<number[]> {
  await recordFrames(page);
  await page.evaluate(`pan(${PAN_MS})`);
  return takeFrames(page);
}

const running = await serve({ root: 'dist' });
const bare = await serve({ root: await buildPage('bare') });
const browser = await chromium.launch({ executablePath: await ensureBrowser(), args: BROWSER_FLAGS });
try {
  console.log(`\nChromium ${browser.version()}, software rendering, 1280 × 800`);
  const paths = new Set<string>();
  const [paints, grounds, barePaints]: [number[], number[], number[]] = [[], [], []];
  let bareWindow = WINDOW;
  // in turns, so that what the machine does meanwhile slows both
  for (let i = 0; i < LOADS; i++) {
    const ours = await openPainted(browser, running.url, { paths });
    paints.push(ours.ms / 1000);
    grounds.push(ours.groundMs / 1000);
    bareWindow = await mapSize(ours.page);
    await ours.page.context().close();
    const { page, ms } = await openPainted(browser, bare.url, { viewport: bareWindow });
    barePaints.push(ms / 1000);
    await mapSize(page);
    await page.context().close();
  }
  const barePaint = quantile(barePaints, 0.5);
  printFigures('App: load', [
    { name: `first map painted, median of ${LOADS} cold loads`, value: quantile(paints, 0.5), unit: 's', target: 2.5 },
    { name: 'first map painted, slowest', value: Math.max(...paints), unit: 's', target: null },
    {
      name: 'a bare MapLibre page with the same land and line in a map as large, median',
      value: barePaint,
      unit: 's',
      target: null,
    },
    {
      name: 'ours, with the incidents, to the bare page',
      value: (100 * quantile(paints, 0.5)) / barePaint,
      unit: '%',
      target: null,
    },
    { name: 'our land and line alone, painted before, median', value: quantile(grounds, 0.5), unit: 's', target: null },
    {
      name: 'ours to the bare page, land and line',
      value: (100 * quantile(grounds, 0.5)) / barePaint,
      unit: '%',
      target: MOST_OF_BARE.paint,
    },
    ...bytesLoaded(paths),
  ]);

  const { page: barePage } = await openPainted(browser, bare.url, { viewport: bareWindow });
  const panned = quantile(await panBare(barePage), 0.5);
  await barePage.context().close();

  const { page } = await openPainted(browser, running.url);
  const speed = await chooseHighestSpeed(page);
  const started = performance.now();
  const frames = await playThrough(page);
  printFigures(`App: a play-through, month by month, ${speed}`, [
    { name: 'duration', value: (performance.now() - started) / 1000, unit: 's', target: null },
    { name: 'frames', value: frames.length, unit: '', target: null },
    { name: 'time of a frame, median', value: quantile(frames, 0.5), unit: 'ms', target: null },
    { name: 'time of a frame of the bare page, panned, median', value: panned, unit: 'ms', target: null },
    {
      name: 'ours to the bare page',
      value: (100 * quantile(frames, 0.5)) / panned,
      unit: '%',
      target: MOST_OF_BARE.frame,
    },
    { name: 'time of a frame, 95th percentile', value: quantile(frames, 0.95), unit: 'ms', target: null },
    {
      name: `frames over ${LONG_TASK_MS} ms`,
      value: frames.filter((ms) => ms > LONG_TASK_MS).length,
      unit: '',
      target: null,
    },
  ]);
} finally {
  await browser.close();
  await running.close();
  await bare.close();
}
