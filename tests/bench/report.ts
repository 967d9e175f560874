import { chromium } from '@playwright/test';
import { BROWSER_FLAGS, ensureBrowser } from '../../scripts/browser.mjs';
import { serve } from '../../scripts/serve.mjs';
import { openPainted, TIMEOUT_MS } from './app-page.ts';
import { printFigures, quantile } from './table.ts';

const TIMES = 5;
/** From the key to all rows, ms. */
const MOST_MS = 3000;

const running = await serve({ root: 'dist' });
const browser = await chromium.launch({ executablePath: await ensureBrowser(), args: BROWSER_FLAGS });
try {
  console.log(`\nChromium ${browser.version()}, software rendering, 1280 × 800`);
  const { page } = await openPainted(browser, running.url);
  await page.waitForLoadState('networkidle');
  const [rows, maps]: [number[], number[]] = [[], []];
  let listed = 0;
  for (let i = 0; i < TIMES; i++) {
    const started = performance.now();
    await page.keyboard.press('r');
    await page.getByTestId('report-list').locator('tbody tr').first().waitFor({ timeout: TIMEOUT_MS });
    rows.push(performance.now() - started);
    await page.locator('[data-testid=report] figure canvas').waitFor({ timeout: TIMEOUT_MS });
    maps.push(performance.now() - started);
    listed = await page.getByTestId('report-list').locator('tbody tr').count();
    await page.keyboard.press('Escape');
    await page.getByTestId('report').waitFor({ state: 'detached', timeout: TIMEOUT_MS });
  }
  const of = `a report of ${listed} incidents`;
  printFigures('Report: from the key to the document', [
    { name: `${of}, all rows, median of ${TIMES}`, value: quantile(rows, 0.5), unit: 'ms', target: MOST_MS },
    { name: `${of}, all rows, slowest`, value: Math.max(...rows), unit: 'ms', target: null },
    { name: `${of}, the map's picture too, median`, value: quantile(maps, 0.5), unit: 'ms', target: MOST_MS },
  ]);
} finally {
  await browser.close();
  await running.close();
}
