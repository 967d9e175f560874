import type { Browser, Page, ViewportSize } from '@playwright/test';
import type { Figure } from './table.ts';

/** What nothing in the app takes. */
export const TIMEOUT_MS = 180_000;

export const WINDOW: ViewportSize = { width: 1280, height: 800 };

/** Opens the page in a fresh context, with an empty cache; gives it once the map is painted, and when that was, and when land and line alone were, ms; the paths that it asked for go into `paths`. */
export async function openPainted(
  browser: Browser,
  url: string,
  { viewport = WINDOW, paths = new Set<string>() } = {},
): Promise<{ page: Page; ms: number; groundMs: number }> {
  const context = await browser.newContext({ viewport });
  context.on('request', (request) => paths.add(new URL(request.url()).pathname));
  const page = await context.newPage();
  await page.goto(url);
  await page.waitForFunction(() => document.documentElement.dataset['map'] === 'painted', null, {
    timeout: TIMEOUT_MS,
  });
  const [ms, groundMs] = await page.evaluate(() =>
    ['map-painted', 'ground-painted'].map((name) => performance.getEntriesByName(name).at(0)?.startTime ?? NaN),
  );
  return { page, ms, groundMs };
}

/** What the page's map measures. Throws an Error where none is seen. */
export async function mapSize(page: Page): Promise<ViewportSize> {
  const box = await page.locator('canvas.maplibregl-canvas').boundingBox();
  const room = await page.locator('.maplibregl-map').boundingBox();
  if (!box || room?.height !== box.height) throw new Error('The page shows no map, or a part of it.');
  return { width: box.width, height: box.height };
}

/** Chooses the highest speed, the last that the page offers; gives its words. */
export async function chooseHighestSpeed(page: Page): Promise<string> {
  const speed = page.getByRole('combobox', { name: 'Speed' });
  const label = (await speed.locator('option').last().textContent()) ?? '';
  await speed.selectOption({ label });
  return label;
}

/** Collects the times between frames from now on. Text, as tsx adds helpers to functions that the page does not have. */
export async function recordFrames(page: Page): Promise<void> {
  await page.evaluate(`
    globalThis.frames = [];
    let last = null;
    requestAnimationFrame(function frame(now) {
      if (last !== null) frames.push(now - last);
      last = now;
      requestAnimationFrame(frame);
    });
  `);
}

/** The times between the frames since they were last taken, ms. */
export const takeFrames = (page: Page) => page.evaluate<number[]>('frames.splice(0)');

/** For marks and cells to be made and the file to be kept, ms. */
const DRAWN_MS = 3000;
/** A page that has fetched nothing and done no long task for so long is at rest, ms. */
const REST_MS = 2000;
/** Between two presses of a key that does nothing, ms. */
const PRESS_EVERY_MS = 150;

/** How a page answered while a file was opened, ms. */
export interface Answers {
  /** from each press of a key until the page heard it */
  heard: number[];
  /** and until what came of it was painted, of those that took longer than 16 ms (Event Timing) */
  painted: number[];
  /** between frames */
  frames: number[];
}

/** Opens a file in the data panel, which is open, and presses a key again and again; gives the seconds until its incidents are in, and how the page answered until all was drawn. */
export async function importFile(page: Page, path: string): Promise<{ seconds: number } & Answers> {
  await untilAtRest(page);
  await recordFrames(page);
  await recordAnswers(page);
  let isOpening = true;
  const pressing = (async () => {
    while (isOpening) {
      await page.keyboard.press('Shift');
      await page.waitForTimeout(PRESS_EVERY_MS);
    }
  })();
  const started = performance.now();
  await page.getByTestId('file').setInputFiles(path);
  await page.locator('[data-testid="import"][data-state="done"]').waitFor({ timeout: TIMEOUT_MS });
  const seconds = (performance.now() - started) / 1000;
  await page.waitForTimeout(DRAWN_MS);
  isOpening = false;
  await pressing;
  const [heard, painted] = await page.evaluate<[number[], number[]]>('[heard, painted]');
  return { seconds, heard, painted, frames: await takeFrames(page) };
}

/** The map has drawn its last names, and what the first picture does without is here: without a GPU the shader of names alone is built for a second. */
async function untilAtRest(page: Page): Promise<void> {
  await page.waitForLoadState('networkidle');
  await page.evaluate(`new Promise((done) => {
    let timer = setTimeout(done, ${REST_MS});
    new PerformanceObserver(() => {
      clearTimeout(timer);
      timer = setTimeout(done, ${REST_MS});
    }).observe({ entryTypes: ['longtask', 'resource'] });
  })`);
}

/** Collects how long presses of keys take from now on. */
async function recordAnswers(page: Page): Promise<void> {
  await page.evaluate(`
    globalThis.heard = [];
    globalThis.painted = [];
    addEventListener('keydown', (event) => heard.push(performance.now() - event.timeStamp), true);
    new PerformanceObserver((list) => {
      for (const { name, duration } of list.getEntries()) if (name === 'keydown') painted.push(duration);
    }).observe({ type: 'event', durationThreshold: 16 });
  `);
}

/** The longest of the answers, as figures. */
export function answerFigures(of: string, { heard, painted, frames }: Answers): Figure[] {
  const most = (times: readonly number[]) => Math.max(0, ...times);
  return [
    {
      name: `${of}: longest until a key is heard (${heard.length} pressed)`,
      value: most(heard),
      unit: 'ms',
      target: 100,
    },
    { name: `${of}: longest until it is painted`, value: most(painted), unit: 'ms', target: 100 },
    { name: `${of}: longest time between two frames`, value: most(frames), unit: 'ms', target: null },
  ];
}
