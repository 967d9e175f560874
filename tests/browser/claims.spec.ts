import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import type { AllDetails } from '../../geo/model/brief.ts';
import { layerAt } from './layers.ts';
import { expect, test } from './setup.ts';

const details = JSON.parse(readFileSync('public/layers/incident-details.json', 'utf8')) as AllDetails;
/** So many incidents have two claims of the killed or more, as the file has it. */
const several = Object.values(details).filter(
  ({ claims }) => claims.filter(({ killed }) => killed !== null).length > 1,
).length;

const panel = (page: Page) => page.getByTestId('who-claims');
const rows = (page: Page) => page.getByTestId('claims-list').getByRole('button');
const totals = (page: Page) => page.getByTestId('claims-totals').locator('tbody tr');

async function open(page: Page, hash: string) {
  await page.goto(`/#analysis=claims${hash}`);
  await expect(panel(page)).toBeVisible({ timeout: 60_000 });
}

/** What the command that the page shows prints as JSON. */
async function commandJson(page: Page) {
  await page.getByTestId('made').locator('summary').click();
  const command = await page.getByTestId('made-command').innerText();
  const words = [...command.matchAll(/'((?:[^']|'\\'')*)'|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain);
  const args = ['--import', 'tsx', 'geo/cli.ts', ...words.slice(5), '--json'];
  return JSON.parse(execFileSync(process.execPath, args, { encoding: 'utf8', maxBuffer: 1 << 26 })) as {
    incidents: { title: string; difference: number | null }[];
    totals: { party: string; counted: string; range: { low: number; high: number } | null; incidents: number }[];
  };
}

test('opens by its key with the incidents that have several claims, those that disagree most first', async ({
  page,
}) => {
  await page.goto('/');
  await expect(page.getByTestId('summary')).toContainText('incidents', { timeout: 60_000 });
  await page.keyboard.press('k');
  await expect(rows(page)).toHaveCount(several);
  await expect(page).toHaveURL(/analysis=claims/);
  const apart = await page.getByTestId('claims-list').locator('li .apart').allInnerTexts();
  const known = apart.filter((text) => text !== '').map((text) => Number(text.replaceAll(',', '')));
  expect(known).toEqual([...known].sort((a, b) => b - a));
  expect(apart.slice(known.length).every((text) => text === '')).toBe(true);
  // 102 by the minister, 1,000 by the opposition
  expect(known[0]).toBe(898);
  await page.keyboard.press('k');
  await expect(panel(page)).toHaveCount(0);
});

test('each claim says whom it counts and which source made it; a click selects the incident', async ({ page }) => {
  await open(page, '&t=2019-04-01/2019-04-30');
  await rows(page).filter({ hasText: '12 Apr 2019' }).first().focus();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/incident=PKAF-0359/);
  await expect(page.getByTestId('incident')).toBeVisible();
  const said = page.getByTestId('claims-list').locator('ul li');
  await expect(said).toHaveCount(3);
  await expect(said.nth(0)).toContainText('Police and hospital officials');
  await expect(said.nth(0)).toContainText('source not recorded');
  await expect(said.nth(1)).toContainText('Home minister (Dawn, next day)');
  await expect(said.nth(1)).toContainText('19');
  await expect(said.nth(1)).toContainText('all but the attackers');
  await expect(said.nth(1)).toContainText('Dawn, 2019');
});

test('the list, the totals, the copy and the command line have the same figures; the link keeps what is chosen', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await open(page, '&t=2024-01-01/2025-12-31');
  await panel(page).getByRole('combobox', { name: 'Claims of' }).selectOption({ label: 'TTP and allies' });
  await panel(page).getByRole('combobox', { name: 'counting' }).selectOption({ label: 'all but the attackers' });
  await expect(page).toHaveURL(/claims-by=ttp&claims-of=but_attackers/);
  const { incidents, totals: sums } = await commandJson(page);
  await expect(rows(page)).toHaveCount(incidents.length);
  expect(incidents.length).toBeGreaterThan(1);
  const apart = await page.getByTestId('claims-list').locator('li .apart').allInnerTexts();
  expect(apart).toEqual(incidents.map(({ difference }) => (difference === null ? '' : String(difference))));
  const shown = await totals(page).evaluateAll((all) =>
    all.map((row) => [
      row.getAttribute('data-total'),
      ...[...row.querySelectorAll('td.figure')].map((cell) => cell.textContent.replaceAll(',', '')),
    ]),
  );
  const words = ({ low, high }: { low: number; high: number }) => (low === high ? String(low) : `${low}–${high}`);
  expect(shown).toEqual(
    sums.map(({ party, counted, range, incidents: count }) => [
      ...[`${party} ${counted}`, String(count), range ? words(range) : 'not added'],
    ]),
  );
  await panel(page).getByRole('button', { name: 'Copy', exact: true }).click();
  await expect(panel(page).getByText('Copied.')).toBeVisible();
  const copied = (await page.evaluate(() => navigator.clipboard.readText())).trim().split('\n');
  const columns = copied[0].split('\t');
  const sum = copied.map((line) => line.split('\t')).filter(([row]) => row === 'total');
  expect(sum.map((cells) => [cells[columns.indexOf('low')], cells[columns.indexOf('high')]])).toEqual(
    sums.map(({ range }) => [String(range?.low ?? ''), String(range?.high ?? '')]),
  );
  await page.reload();
  await expect(rows(page)).toHaveCount(incidents.length);
  await expect(panel(page).getByRole('combobox', { name: 'Claims of' })).toHaveValue('ttp');
});

test('says what is missing where nothing can be listed', async ({ page }) => {
  await open(page, '&q=nothinglikethis');
  await expect(panel(page)).toContainText('No incident passes the filters');
  await open(page, '&claims-by=republic&t=2025-01-01/2025-12-31');
  await expect(panel(page)).toContainText('No incident in this time has a claim of this party');
  await expect(page.getByTestId('claims-totals')).toHaveCount(0);
  await expect(panel(page).getByRole('button', { name: 'Copy', exact: true })).toBeDisabled();
});

test('says where the claims did not come, and asks again', async ({ page, complaints }) => {
  await page.route(layerAt('incident-details.json'), (route) => route.fulfill({ status: 503, body: '' }));
  await open(page, '');
  await expect(panel(page).getByRole('alert')).toContainText('503');
  await page.unroute(layerAt('incident-details.json'));
  await panel(page).getByRole('button', { name: 'Fetch them again' }).click();
  await expect(rows(page)).toHaveCount(several);
  complaints.splice(0, complaints.length, ...complaints.filter((text) => !text.includes('503')));
});

test('on a phone the dots stay within the screen @phone', async ({ page }) => {
  await open(page, '');
  await expect(rows(page)).toHaveCount(several);
  const wide = await page
    .getByTestId('claims-list')
    .evaluate((list) => [...list.querySelectorAll('svg')].some((svg) => svg.getBoundingClientRect().right > 390));
  expect(wide).toBe(false);
});
