import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { layerAt } from './layers.ts';
import { expect, test } from './setup.ts';

/** As the table has it: the ambush of 8 October 2025. */
const AMBUSH = 'PKAF-0250';

interface Layer {
  features: { properties: Record<string, unknown> }[];
}

const layer = (name: string): unknown => JSON.parse(readFileSync(`public/layers/${name}`, 'utf8'));
const incidents = (layer('incidents.geojson') as Layer).features.map(({ properties }) => properties);

async function open(page: Page, hash = '') {
  await page.goto(`/#${hash}`);
  await expect(page.getByTestId('summary')).toBeVisible();
}

/** The number in front of “incident(s)” in the top bar. */
async function figure(page: Page): Promise<number> {
  const text = await page.getByTestId('summary').locator('strong').innerText();
  return Number(text.replace(/\D/g, ''));
}

/** A count as the page writes it. */
const written = (count: number) => count.toLocaleString('en-GB');

/** On a phone the sources are behind a button. */
async function openSources(page: Page) {
  const more = page.getByRole('button', { name: 'More tools' });
  if (await more.isVisible()) await more.click();
  await page.getByRole('button', { name: 'Sources', exact: true }).click();
}

const listCount = (page: Page) => page.getByRole('grid', { name: 'Incidents' });

test('filters change the top bar, the list and the counts together', { tag: '@both' }, async ({ page }) => {
  await open(page, 'panel=filters');
  expect(await figure(page)).toBe(incidents.length);

  const suicide = incidents.filter((p) => p['type'] === 'suicide_bombing');
  await expect(page.locator('label', { hasText: 'Suicide bombing' })).toContainText(String(suicide.length));
  await page.getByRole('checkbox', { name: /^Suicide bombing/ }).check();
  await expect.poll(() => figure(page)).toBe(suicide.length);
  await expect(page.getByTestId('filter-count')).toHaveText(
    `${suicide.length} of ${written(incidents.length)} incidents in this time`,
  );
  expect(
    await page.getByRole('checkbox', { name: /^Explosion/ }).evaluate((box: HTMLInputElement) => box.indeterminate),
  ).toBe(true);

  const near = suicide.filter((p) => typeof p['borderKm'] === 'number' && p['borderKm'] <= 50);
  await page.getByRole('spinbutton', { name: /Distance from the Durand Line, km: at most/ }).fill('50');
  await expect.poll(() => figure(page)).toBe(near.length);
  await page.getByRole('button', { name: /^List/ }).click();
  await expect(listCount(page)).toHaveAttribute('aria-rowcount', String(near.length + 1));
  await expect(page.getByTestId('list-count')).toContainText(`${near.length} incidents`);

  // a link to this view shows the same
  await expect.poll(() => page.url()).toMatch(/border=..50.*panel=list/);
  await page.reload();
  await expect.poll(() => figure(page)).toBe(near.length);

  await page.getByRole('button', { name: /^Filters/ }).click();
  await page.getByRole('button', { name: /^Remove filter: at most 50/ }).click();
  await expect.poll(() => figure(page)).toBe(suicide.length);
  await page.getByRole('button', { name: 'Clear all' }).click();
  await expect.poll(() => figure(page)).toBe(incidents.length);
});

test('an empty result says what to change, and does it', async ({ page }) => {
  const many = incidents.filter((p) => ((p['fatalities'] as { best: number | null }).best ?? -1) >= 100);
  await open(page, 'panel=filters&deaths=100..&q=no-such-word');
  await expect(page.getByText('No incident fits.')).toBeVisible();
  await page.getByRole('button', { name: `Without “Search”: ${many.length} incidents` }).click();
  await expect.poll(() => figure(page)).toBe(many.length);
});

test('bounds that cross are named', async ({ page }) => {
  await open(page, 'panel=filters');
  await page.getByRole('spinbutton', { name: 'Killed: at least' }).fill('30');
  await page.getByRole('spinbutton', { name: 'Killed: at most' }).fill('20');
  await expect(page.getByRole('alert')).toContainText('30');
});

test('8 October 2025 shows both claims, 11 and 22', { tag: '@both' }, async ({ page }) => {
  await open(page, `incident=${AMBUSH}`);
  const panel = page.getByTestId('incident');
  await expect(panel.getByRole('heading', { level: 3 })).toContainText('Orakzai');
  await expect(panel).toContainText('8 Oct 2025');
  const claims = panel.getByTestId('claims').getByRole('listitem');
  await expect(claims.filter({ hasText: 'ISPR' })).toContainText('11 killed');
  await expect(claims.filter({ hasText: 'TTP video' })).toContainText('22 killed');
  const link = panel.getByRole('link', { name: /Lt colonel among 11/ });
  await expect(link).toHaveAttribute('rel', 'noopener noreferrer');
  await expect(link).toHaveAttribute('target', '_blank');
  // the centre of a district: no decimals, and an interval
  await expect(panel.getByTestId('border')).toHaveText(/^\d+ km \(\d+–\d+\)$/);
});

test('previous and next go through time, by button and by key', async ({ page }) => {
  await open(page, `incident=${AMBUSH}`);
  const position = page.getByTestId('position');
  const [at] = (await position.innerText()).split(' of ').map((text) => Number(text.replace(',', '')));
  await page.getByRole('button', { name: 'Next in time' }).click();
  await expect(position).toHaveText(`${written(at + 1)} of ${written(incidents.length)}`);
  await page.keyboard.press('[');
  await page.keyboard.press('[');
  await expect(position).toHaveText(`${written(at - 1)} of ${written(incidents.length)}`);
});

test('an incident that the filters leave out says so', async ({ page }) => {
  await open(page, `incident=${AMBUSH}&types=talks`);
  await expect(page.getByText('The filters leave this incident out.')).toBeVisible();
  await page.getByRole('button', { name: 'Clear the filters' }).click();
  await expect(page.getByTestId('position')).toContainText(`of ${written(incidents.length)}`);
});

test('the list sorts and opens by keyboard, and holds few rows', async ({ page }) => {
  await open(page, 'panel=list');
  const grid = listCount(page);
  expect(await grid.getByRole('row').count()).toBeLessThan(40);

  await page.getByRole('columnheader', { name: 'Killed' }).getByRole('button').press('Enter');
  await expect(page.getByRole('columnheader', { name: 'Killed' })).toHaveAttribute('aria-sort', 'descending');
  const best = (p: Record<string, unknown>) => (p['fatalities'] as { best: number | null }).best;
  const most = Math.max(...incidents.map((p) => best(p) ?? -1));
  const first = grid.locator('[aria-rowindex="2"]');
  await expect(first).toContainText(String(most));

  await first.focus();
  await page.keyboard.press('End');
  const last = grid.locator(`[aria-rowindex="${incidents.length + 1}"]`);
  await expect(last).toBeFocused();
  await expect(last).toBeInViewport();
  // what is not known comes last
  await expect(last).toContainText('not known');
  await page.keyboard.press('Home');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('PageDown');
  await page.keyboard.press('ArrowUp');
  const focused = grid.locator('[role="row"]:focus');
  const title = await focused.getByRole('gridcell').first().locator('.words').innerText();
  await page.keyboard.press('Enter');
  await expect(page.getByTestId('incident').getByRole('heading', { level: 3 })).toHaveText(title);
  await expect(grid.locator('[aria-selected="true"]')).toHaveCount(1);
});

test('measuring a typed place gives a figure, and it can be copied', { tag: '@both' }, async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await open(page);
  await page.getByRole('button', { name: 'Measure' }).click();
  await page.getByLabel('Latitude').fill('134.01');
  await page.getByLabel('Longitude').fill('71.58');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('alert')).toContainText('134.01');

  await page.getByLabel('Latitude').fill('34.01');
  await page.keyboard.press('Enter');
  const result = page.getByTestId('measurement');
  // Karney's geodesic search over the whole line, geo measure 71.58 34.01
  await expect(result).toContainText('44.9 km');
  await expect(result).toContainText('Peshawar');
  await expect(result).toContainText('Pakistan');

  await page.getByRole('button', { name: 'Copy as GeoJSON' }).click();
  await expect(page.getByText('Copied.')).toBeVisible();
  const copied = JSON.parse(await page.evaluate(() => navigator.clipboard.readText())) as {
    features: { geometry: { coordinates: unknown } }[];
  };
  expect(copied.features[0].geometry.coordinates).toEqual([71.58, 34.01]);
});

test('the fields of a measurement follow what is measured, and a wrong entry leaves no old result', async ({
  page,
}) => {
  await open(page);
  await page.keyboard.press('m');
  const [latitude, longitude] = [page.getByLabel('Latitude'), page.getByLabel('Longitude')];
  const result = page.getByTestId('measurement');
  // decimal commas, and the order swapped: it is said, and mended in the fields too
  await latitude.fill('71,58');
  await longitude.fill('34°00′36″');
  await page.keyboard.press('Enter');
  await expect(page.getByText('look swapped')).toBeVisible();
  await page.getByRole('button', { name: 'Swap latitude and longitude' }).click();
  await expect(result).toContainText('44.9 km');
  await expect(latitude).toHaveValue('34.01');
  await expect(longitude).toHaveValue('71.58');
  await expect(page.getByText('look swapped')).toBeHidden();

  await latitude.fill('0x22');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('alert')).toContainText('0x22');
  await expect(latitude).toHaveValue('0x22');
  await expect(result).not.toContainText('km');

  // a click on the map fills them
  await page
    .locator('canvas')
    .first()
    .click({ position: { x: 700, y: 200 } });
  await expect(result).toContainText('km');
  await expect(page.getByRole('alert')).toBeHidden();
  await expect(latitude).toHaveValue(/^\d+\.\d{3,7}$/);
  await page.getByRole('button', { name: 'Clear', exact: true }).click();
  await expect(latitude).toHaveValue('');
});

test('a path is measured leg by leg and taken back', async ({ page }) => {
  await open(page);
  await page.keyboard.press('m');
  await page.getByRole('button', { name: 'Length of a path' }).click();
  const latitude = page.getByLabel('Latitude');
  // one degree of the meridian from 34° to 35° N on WGS 84 is 110.93 km
  for (const place of ['34.0, 71.0', '35.0, 71.0']) {
    await latitude.fill(place);
    await page.keyboard.press('Enter');
  }
  await expect(page.getByTestId('measurement')).toContainText('110.9 km');
  await page.getByRole('button', { name: 'Take the last back' }).click();
  await expect(page.getByTestId('measurement')).not.toContainText('km');
});

test('the sources dialog lists every resource with its licence', { tag: '@both' }, async ({ page }) => {
  const { resources } = layer('datapackage.json') as {
    resources: { title: string; attribution: string; licenses: { title: string }[] }[];
  };
  await open(page);
  await openSources(page);
  const dialog = page.getByRole('dialog', { name: 'Sources and method' });
  const items = dialog.getByTestId('resources').locator('> li');
  await expect(items).toHaveCount(resources.length);
  for (const [i, resource] of resources.entries()) {
    await expect(items.nth(i)).toContainText(resource.title);
    await expect(items.nth(i)).toContainText(resource.attribution);
    await expect(items.nth(i)).toContainText(resource.licenses[0].title);
  }
  const keys = dialog.locator('dl > dt');
  for (const key of ['Space', '← →', 'Home, End', '[ ]', 'F', 'L', 'D', 'B', 'O', 'M', 'Esc', 'Ctrl + ← → ↑ ↓'])
    await expect(keys.getByText(key, { exact: true })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
});

test('on a phone every tool fits, is large enough for a finger, and units are behind “More tools” @phone', async ({
  page,
}) => {
  await open(page);
  const bar = page.getByRole('navigation', { name: 'Tools' });
  for (const button of await bar.getByRole('button').all()) {
    const box = await button.boundingBox();
    expect(box?.width).toBeGreaterThanOrEqual(44);
    expect(box?.height).toBeGreaterThanOrEqual(44);
    expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(390);
  }
  const summary = await page.getByTestId('summary').evaluate((p) => [p.scrollHeight - p.clientHeight, p.clientWidth]);
  expect(summary[0]).toBe(0);
  await expect(page.getByTestId('summary').getByText(/killed/)).toBeInViewport();

  const more = page.getByRole('button', { name: 'More tools' });
  await expect(more).toHaveAttribute('aria-expanded', 'false');
  await more.click();
  await page.getByRole('button', { name: /switch to miles/ }).click();
  await expect(page.getByRole('button', { name: /switch to kilometres/ })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(more).toBeFocused();
  await expect(more).toHaveAttribute('aria-expanded', 'false');

  await page.getByRole('button', { name: /^List/ }).click();
  for (const name of ['Close List', 'Change height']) {
    const box = await page.getByRole('button', { name }).boundingBox();
    expect(box?.height).toBeGreaterThanOrEqual(44);
  }
});

test('closing the border through time goes back to its button, and clearing its brush stays in it', async ({
  page,
}) => {
  await open(page, 'along=100..200&within=100');
  const opener = page.getByRole('button', { name: 'Analysis', exact: true });
  await opener.press('b');
  await page.getByRole('button', { name: 'Show the whole line' }).press('Enter');
  await expect(page.getByRole('heading', { name: 'The border through time' })).toBeFocused();
  await page.getByRole('button', { name: 'Close The border through time' }).press('Enter');
  await expect(opener).toBeFocused();
});

test('markup in the data is text', async ({ page }) => {
  const hostile = '<img src=x onerror="document.title=\'broken in\'"><b>bold</b>';
  await page.route(layerAt('incidents.geojson'), async (route) => {
    const response = await route.fetch();
    const body = (await response.json()) as Layer;
    const ambush = body.features.find(({ properties }) => properties['id'] === AMBUSH);
    Object.assign(ambush?.properties ?? {}, { title: hostile, place: hostile });
    await route.fulfill({ response, json: body });
  });
  await page.route(layerAt('incident-details.json'), async (route) => {
    const response = await route.fetch();
    const body = (await response.json()) as Record<string, object>;
    const claims = [{ by: hostile, killed: 1, injured: null, note: hostile }];
    await route.fulfill({ response, json: { ...body, [AMBUSH]: { ...body[AMBUSH], remarks: [hostile], claims } } });
  });
  await open(page, `incident=${AMBUSH}&panel=list&q=onerror`);
  const panel = page.getByTestId('incident');
  await expect(panel.getByRole('heading', { level: 3 })).toHaveText(hostile);
  await expect(panel.getByTestId('claims').getByRole('heading')).toHaveText(hostile);
  await expect(panel.locator('img, b')).toHaveCount(0);
  await expect(listCount(page).locator('img, b')).toHaveCount(0);
  await expect(page).toHaveTitle(/Durand Map/);
});

test('a province is found by any of its names and filters; search finds its incidents, with marks or without', async ({
  page,
}) => {
  await open(page, 'panel=filters');
  await page.getByRole('searchbox', { name: 'Find a province' }).fill('baluch');
  const province = page.getByRole('group', { name: 'Province' });
  await province.getByRole('checkbox', { name: /^Balochistan/ }).check();
  const inBalochistan = incidents.filter((p) => p['province'] === 'PK-BA').length;
  expect(inBalochistan).toBeGreaterThan(0);
  await expect.poll(() => figure(page)).toBe(inBalochistan);
  await expect(page).toHaveURL(/provinces=PK-BA/);
  await page.getByRole('button', { name: 'Remove filter: Balochistan' }).click();

  const search = page.getByRole('searchbox', { name: 'Search' });
  await search.fill('Khyber Pakhtunkhwa');
  const inKp = incidents.filter((p) => p['province'] === 'PK-KP').length;
  await expect.poll(() => figure(page)).toBeGreaterThanOrEqual(inKp);
  await search.fill('d.i. khan');
  const dera = incidents.filter((p) => (p['district'] as { id: string } | null)?.id === 'dera-ismail-khan').length;
  await expect.poll(() => figure(page)).toBeGreaterThanOrEqual(dera);
  await search.fill('tirah');
  const plain = await figure(page);
  expect(plain).toBeGreaterThan(0);
  await search.fill('Tīrāh');
  await expect(page.getByTestId('summary')).toContainText(`${plain} incident`);
});

test('claims and sources that do not come are said to be missing, and can be fetched again', async ({
  page,
  complaints,
}) => {
  let isThere = false;
  await page.route(layerAt('incident-details.json'), (route) =>
    isThere ? route.continue() : route.fulfill({ status: 503, body: '' }),
  );
  await open(page, `incident=${AMBUSH}`);
  const panel = page.getByTestId('incident');
  await expect(panel.getByTestId('killed')).toContainText('11');
  await expect(panel.getByRole('alert')).toContainText('layers/incident-details.json could not be read: 503');
  isThere = true;
  await panel.getByRole('button', { name: 'Fetch them again' }).click();
  await expect(panel.getByTestId('claims')).toContainText('TTP video');
  // the browser itself says that the server failed
  expect(complaints.splice(0).every((text) => text.includes('503'))).toBe(true);
});
