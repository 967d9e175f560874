import type { Browser, Page } from '@playwright/test';

/** What nothing in the app takes. */
export const TIMEOUT_MS = 180_000;

/** Opens the page in a fresh context, with an empty cache; gives it once the map is painted; the paths that it asked for go into `paths`. */
export async function openPainted(
  browser: Browser,
  url: string,
  paths = new Set<string>(),
): Promise<{ page: Page; ms: number }> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  context.on('request', (request) => paths.add(new URL(request.url()).pathname));
  const page = await context.newPage();
  await page.goto(url);
  await page.waitForFunction(() => document.documentElement.dataset['map'] === 'painted', null, {
    timeout: TIMEOUT_MS,
  });
  const ms = await page.evaluate(() => performance.getEntriesByName('map-painted')[0].startTime);
  return { page, ms };
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

/** The map draws its last names; so long after, and so long for marks and cells to be made, ms. */
const QUIET_MS = 3000;

/** Opens a file in the data panel, which is open; gives the seconds until its incidents are in, and the times between frames until all is drawn, ms. */
export async function importFile(page: Page, path: string): Promise<{ seconds: number; frames: number[] }> {
  await page.waitForTimeout(QUIET_MS);
  await recordFrames(page);
  const started = performance.now();
  await page.getByTestId('file').setInputFiles(path);
  await page.locator('[data-testid="import"][data-state="done"]').waitFor({ timeout: TIMEOUT_MS });
  const seconds = (performance.now() - started) / 1000;
  await page.waitForTimeout(QUIET_MS);
  return { seconds, frames: await takeFrames(page) };
}
