import { readFileSync } from 'node:fs';
import type { Locator, Page } from '@playwright/test';
import type { Incident } from '../../geo/model/incident.ts';
import { expect, test } from './setup.ts';

const incidents = (
  JSON.parse(readFileSync('public/layers/incidents.geojson', 'utf8')) as { features: Incident[] }
).features.map(({ properties }) => properties);

async function open(page: Page, hash: string) {
  await page.goto(`/#${hash}`);
  await expect(page.getByTestId('summary')).toBeVisible();
}

/** What begins on these days, as the file has it. */
const begun = (from: string, to: string, fits: (incident: Incident['properties']) => boolean = () => true) =>
  incidents.filter((incident) => incident.start >= from && incident.start <= to && fits(incident));

/** The cells of a row of the table: what happened now, before, and a year before, each but the first with its words. */
async function cellsOf(page: Page, key: string): Promise<string[]> {
  const table = page.getByTestId('trend-table');
  await expect(table).toBeVisible(); // it is fetched when it is opened
  return table.locator(`tr[data-key="${key}"] td`).allInnerTexts();
}

/** Presses at one share of the width, moves to another, and lets go. */
async function drag(page: Page, on: Locator, from: number, to: number) {
  const box = await on.boundingBox();
  if (!box) throw new Error('The chart is not shown.');
  const y = box.y + box.height / 2;
  await page.mouse.move(box.x + from * box.width, y);
  await page.mouse.down();
  await page.mouse.move(box.x + ((from + to) / 2) * box.width, y);
  await page.mouse.move(box.x + to * box.width, y);
  await page.mouse.up();
}

test('trends open by key, are what A opens first, and close again', async ({ page }) => {
  await open(page, '');
  await page.keyboard.press('a');
  await expect(page.getByTestId('trend-table')).toBeVisible();
  await expect.poll(() => page.url()).toContain('analysis=trends');
  await page.keyboard.press('t');
  await expect(page.getByTestId('trends')).toHaveCount(0);
});

test('figures are a count of the file, for all and for each group', async ({ page }) => {
  await open(page, 't=2012-01-01/2013-06-30&analysis=trends&trend=type');
  const [now, before, , yearBefore] = await cellsOf(page, '');
  expect([now, before, yearBefore]).toEqual(
    [begun('2013-04-02', '2013-06-30'), begun('2013-01-02', '2013-04-01'), begun('2012-04-02', '2012-06-30')].map(
      ({ length }) => String(length),
    ),
  );
  for (const type of ['armed_clash', 'suicide_bombing', 'bombing_ied']) {
    const [figure] = await cellsOf(page, type);
    expect(figure).toBe(String(begun('2013-04-02', '2013-06-30', (incident) => incident.type === type).length));
  }
  await page.getByRole('combobox', { name: 'Sum of the last' }).selectOption('30 days');
  await expect
    .poll(() => cellsOf(page, '').then(([figure]) => figure))
    .toBe(String(begun('2013-06-01', '2013-06-30').length));
  await expect.poll(() => page.url()).toContain('rolling=30');
});

test('the killed are added up, and those that are not known are told', async ({ page }) => {
  await open(page, 't=2012-01-01/2013-06-30&analysis=trends&bars=deaths');
  const within = begun('2013-04-02', '2013-06-30').map(({ fatalities }) => fatalities.best);
  const killed = within.reduce<number>((sum, best) => sum + (best ?? 0), 0).toLocaleString('en-GB');
  const unknown = within.filter((best) => best === null).length;
  const [figure] = await cellsOf(page, '');
  expect(figure).toBe(unknown > 0 ? `${killed}, not known for ${unknown}` : killed);
});

test('no ratio crosses the end of the rule in silence, with 10 or more killed neither', async ({ page }) => {
  for (const deaths of ['', '&deaths=10..']) {
    await open(page, `t=2021-12-01/2022-01-31&analysis=trends${deaths}`);
    await expect(page.getByTestId('trend-rule-text')).toContainText('not comparable');
    const cells = await cellsOf(page, '');
    expect([cells[2], cells[4]]).toEqual(Array(2).fill('not comparable: from 2022 a selection'));
  }
  await open(page, 't=2012-01-01/2013-06-30&analysis=trends');
  await expect(page.getByTestId('trend-table')).toBeVisible();
  await expect(page.getByTestId('trend-rule-text')).toHaveCount(0);
  await expect(page.getByTestId('trend-rule')).toBeVisible();
});

test('change points are drawn and told', async ({ page }) => {
  await open(page, 'analysis=trends');
  const told = page.getByTestId('trend-changes').locator('li');
  await expect(told.first()).toContainText('incidents a week');
  await expect(page.getByTestId('trend-change')).toHaveCount(await told.count());
});

test('a drag over the curve moves the window; the arrow keys read days', async ({ page }) => {
  await open(page, 'analysis=trends');
  const surface = page.getByTestId('trend-surface');
  await expect(surface).toBeVisible();
  await drag(page, surface, 0.25, 0.5);
  await expect.poll(() => page.url()).toMatch(/t=2009-\d\d-\d\d\/2015-\d\d-\d\d/);
  await page.mouse.move(5, 5);
  await surface.focus();
  await page.keyboard.press('ArrowLeft');
  const read = page.getByTestId('trend-read');
  await expect(read).toHaveText(/20\d\d: \d+$/);
  const first = await read.innerText();
  await page.keyboard.press('ArrowLeft');
  await expect(read).not.toHaveText(first);
  await expect(surface).toHaveAttribute('aria-valuetext', await read.innerText());
});

test('where no incident fits it says so', async ({ page }) => {
  await open(page, 'analysis=trends&q=nothinglikethis');
  await expect(page.getByTestId('trends').getByRole('status').filter({ hasText: 'nothing to sum' })).toBeVisible();
  await expect(page.getByTestId('trend-table')).toHaveCount(0);
});

test('on a phone the curve and its table are within the screen @phone', async ({ page }) => {
  await open(page, 'analysis=trends&trend=district');
  const box = await page.getByTestId('trend-surface').boundingBox();
  expect(box && box.x >= 0 && box.x + box.width <= 390).toBe(true);
  await expect(page.getByTestId('trend-table')).toBeVisible();
});
