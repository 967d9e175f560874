import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { chromium, expect, type Page } from '@playwright/test';
import { BROWSER_FLAGS, ensureBrowser } from '../../scripts/browser.mjs';
import { serve } from '../../scripts/serve.mjs';
import { chooseHighestSpeed, openPainted, recordFrames, takeFrames, TIMEOUT_MS } from './app-page.ts';
import { printFigures, quantile, type Figure } from './table.ts';

const LOADS = 5;
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
    { name: 'data loaded, gzipped', value: kb(/\.(geo)?json$/), unit: 'kB', target: null },
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

const running = await serve({ root: 'dist' });
const browser = await chromium.launch({ executablePath: await ensureBrowser(), args: BROWSER_FLAGS });
try {
  console.log(`\nChromium ${browser.version()}, software rendering, 1280 × 800`);
  const paths = new Set<string>();
  const paints: number[] = [];
  for (let i = 0; i < LOADS; i++) {
    const { page, ms } = await openPainted(browser, running.url, paths);
    paints.push(ms / 1000);
    await page.context().close();
  }
  printFigures('App: load', [
    { name: `first map painted, median of ${LOADS} cold loads`, value: quantile(paints, 0.5), unit: 's', target: 2.5 },
    { name: 'first map painted, slowest', value: Math.max(...paints), unit: 's', target: null },
    ...bytesLoaded(paths),
  ]);

  const { page } = await openPainted(browser, running.url);
  const speed = await chooseHighestSpeed(page);
  const started = performance.now();
  const frames = await playThrough(page);
  printFigures(`App: a play-through, month by month, ${speed}`, [
    { name: 'duration', value: (performance.now() - started) / 1000, unit: 's', target: null },
    { name: 'frames', value: frames.length, unit: '', target: null },
    { name: 'time of a frame, median', value: quantile(frames, 0.5), unit: 'ms', target: null },
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
}
