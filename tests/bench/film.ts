import { statSync } from 'node:fs';
import { chromium, type Page } from '@playwright/test';
import { BROWSER_FLAGS, ensureBrowser } from '../../scripts/browser.mjs';
import { serve } from '../../scripts/serve.mjs';
import { openPainted } from './app-page.ts';
import { printFigures } from './table.ts';

/** From 1 June 2014, 329 days: a window of a month (30 days) has 300 places in them. */
const DAYS = '2014-06-01/2015-04-25';
const PICTURES = 300;
/** The most that the film may take, s. */
const MOST = 90;
const TIMEOUT_MS = 300_000;

/** 10 s of 1280 × 720 at 30 frames a second, each another picture. */
const CHOICES = {
  Format: '',
  Size: 'hd',
  Days: 'window',
  'Each picture shows': 'month',
  Step: 'day',
  'Steps a second': '30',
  'Frames a second': '30',
  'Last picture stays': '0',
};

/** Makes the film in a format; gives how long that takes, and how large it becomes. */
async function film(page: Page, format: string): Promise<{ seconds: number; bytes: number }> {
  for (const [name, value] of Object.entries({ ...CHOICES, Format: format }))
    await page.getByTestId('film').getByRole('combobox', { name, exact: true }).selectOption(value);
  const told = await page.getByTestId('film-size').textContent();
  if (!told?.includes(`${PICTURES} pictures, 10 sec`)) throw new Error(`Another film would be made: ${told}`);
  const started = performance.now();
  const [download] = await Promise.all([
    page.waitForEvent('download', { timeout: TIMEOUT_MS }),
    page.getByRole('button', { name: 'Make the film' }).click(),
  ]);
  const seconds = (performance.now() - started) / 1000;
  return { seconds, bytes: statSync(await download.path()).size };
}

const running = await serve({ root: 'dist' });
const browser = await chromium.launch({ executablePath: await ensureBrowser(), args: BROWSER_FLAGS });
try {
  console.log(`\nChromium ${browser.version()}, software rendering, 1280 × 800`);
  const { page } = await openPainted(browser, `${running.url}#panel=data&t=${DAYS}`);
  await page.getByText('Make a film of the map').click();
  const format = page.getByTestId('film').getByRole('combobox', { name: 'Format' });
  await format.waitFor();
  for (const one of ['mp4', 'webm']) {
    if ((await format.locator(`option[value=${one}]`).count()) === 0) continue;
    const { seconds, bytes } = await film(page, one);
    printFigures(`Film: 10 s of 1280 × 720, 30 pictures a second, ${one}`, [
      { name: 'from the press of the button until it is saved', value: seconds, unit: 's', target: MOST },
      { name: 'a picture', value: (seconds * 1000) / PICTURES, unit: 'ms', target: null },
      { name: 'its size', value: bytes / 1e6, unit: 'MB', target: null },
    ]);
  }
} finally {
  await browser.close();
  await running.close();
}
