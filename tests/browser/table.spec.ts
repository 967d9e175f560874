import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { expect, test } from './setup.ts';

const table = (page: Page) => page.getByTestId('figures-table');
const HASH = '#t=2012-01-01/2014-12-31&types=ambush,suicide_bombing&analysis=table&by=year,band';

async function open(page: Page, hash: string): Promise<void> {
  await page.goto(`/${hash}`);
  await expect(table(page)).toBeVisible({ timeout: 60_000 });
}

/** The words of a command, as a shell reads them. */
function wordsOf(command: string): string[] {
  return [...command.matchAll(/'((?:[^']|'\\'')*)'|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain);
}

/** What a command that the page shows prints as CSV. */
function run(command: string): string[][] {
  const [, , , , , ...args] = wordsOf(command); // npm run -s geo --
  const out = execFileSync(process.execPath, ['--import', 'tsx', 'geo/cli.ts', ...args, '--csv'], { encoding: 'utf8' });
  return out
    .trim()
    .split('\n')
    .map((line) => line.split(','));
}

async function commandOf(page: Page): Promise<string> {
  const made = page.getByTestId('made');
  if (!(await made.evaluate((details: HTMLDetailsElement) => details.open))) await made.locator('summary').click();
  return page.getByTestId('made-command').innerText();
}

/** The figures of the table's rows and of its total, as they are on screen; those that are not known empty. */
async function figuresOf(page: Page, rows: string): Promise<string[][]> {
  return page
    .locator(`[data-testid=figures-table] ${rows} tr`)
    .evaluateAll((all) =>
      all.map((row) =>
        [...row.querySelectorAll('td')].map((cell) =>
          cell.textContent.trim().replace('not known', '').replaceAll(',', ''),
        ),
      ),
    );
}

test('opens by its key, by the link, and tells apart by what is chosen', async ({ page }) => {
  await page.goto('/');
  await expect(page.getByTestId('summary')).toContainText('incidents', { timeout: 60_000 });
  await page.keyboard.press('y');
  await expect(table(page).getByRole('columnheader').first()).toHaveText('Year');
  await table(page).getByLabel('then by').selectOption('side');
  await expect(table(page)).toContainText('Rows overlap');
  await expect.poll(() => new URL(page.url()).hash).toContain('analysis=table');
  expect(new URL(page.url()).hash).toContain('by=year,side');
  await open(page, HASH);
  await expect(table(page).getByRole('columnheader')).toContainText(['Year', 'Distance from the Durand Line']);
});

test('adds up to the headline', async ({ page }) => {
  await open(page, HASH);
  const shown = Number((await page.getByTestId('summary').innerText()).replaceAll(',', '').match(/\d+/)?.[0]);
  const [[total]] = await figuresOf(page, 'tfoot');
  const rows = await figuresOf(page, 'tbody');
  expect(Number(total)).toBe(shown);
  expect(rows.reduce((sum, [incidents]) => sum + Number(incidents), 0)).toBe(shown);
  expect(shown).toBeGreaterThan(10);
});

for (const hash of [
  HASH,
  '#t=2021-08-15/2022-08-14&mode=from-start&analysis=table&by=side',
  '#analysis=table&by=month,district',
]) {
  test(`the command that it shows gives the same figures: ${hash}`, async ({ page }) => {
    await open(page, hash);
    const [, ...printed] = run(await commandOf(page));
    const by = new URLSearchParams(hash.slice(1)).get('by')?.split(',').length ?? 0;
    const rows = await figuresOf(page, 'tbody');
    expect(rows.length).toBeGreaterThan(3);
    expect(printed.slice(0, rows.length).map((cells) => cells.slice(by))).toEqual(rows);
    if (printed.length > rows.length) await expect(table(page)).toContainText(`The first ${rows.length} of`);
  });
}

test('sorts by a column, from the greatest first', async ({ page }) => {
  await open(page, '#analysis=table&by=district');
  await table(page).getByRole('button', { name: 'Incidents' }).click();
  await expect(table(page).getByRole('columnheader', { name: 'Incidents' })).toHaveAttribute('aria-sort', 'descending');
  const incidents = (await figuresOf(page, 'tbody')).map(([count]) => Number(count));
  expect(incidents).toEqual([...incidents].sort((a, b) => b - a));
  expect(new Set(incidents).size).toBeGreaterThan(3);
});

test('is copied with tabs, and saved as CSV with how it was made', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await open(page, HASH);
  await table(page).getByRole('button', { name: 'Copy', exact: true }).click();
  await expect(table(page).getByRole('status').first()).toHaveText('Copied.');
  const copied = (await page.evaluate(() => navigator.clipboard.readText())).trim().split('\n');
  const rows = await figuresOf(page, 'tbody');
  expect(copied.slice(1).map((line) => line.split('\t').slice(2))).toEqual(rows);
  const download = page.waitForEvent('download');
  await table(page).getByRole('button', { name: 'Save CSV' }).click();
  const saved = readFileSync(await (await download).path(), 'utf8');
  const [head, first] = saved.split('\r\n');
  expect(head).toBe(
    'year,band,incidents,killed_best,killed_low,killed_high,killed_unknown,injured,injured_unknown,provenance',
  );
  for (const words of [
    'Ambush',
    '1 Jan 2012 – 31 Dec 2014',
    'every event in which UCDP',
    'Durand Map 0.1.0',
    '--view table',
  ])
    expect(first).toContain(words);
});

test('says what is missing where nothing is', async ({ page }) => {
  await open(page, '#t=2012-01-01/2012-01-01&types=talks&deaths=900..&analysis=table&by=year');
  await expect(table(page)).toContainText('nothing to count');
  await expect(table(page).getByRole('button', { name: 'Copy', exact: true })).toBeDisabled();
});
