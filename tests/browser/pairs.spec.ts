import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { placesOfIncident } from '../../geo/model/incident-places.ts';
import type { Brief } from '../../geo/model/brief.ts';
import { kept } from './keeping.ts';
import { expect, test } from './setup.ts';

const { features } = JSON.parse(readFileSync('public/layers/incidents.geojson', 'utf8')) as { features: Brief[] };

/** Three incidents of the page that are sure in day, place and killed, and alone on their days. */
const OWN = features
  .filter(({ properties: p }) => {
    const { best } = p.fatalities;
    const day = features.filter(({ properties: q }) => q.start <= p.end && q.end >= p.start);
    return p.locationPrecision === 'town' && p.start === p.end && best !== null && best > 20 && day.length === 1;
  })
  .slice(-3);

/** The same as another compiler may have them: a kilometre off, one killed more; and one that nobody else has. */
const TABLE = [
  'id,date,lat,lon,title,killed',
  ...OWN.map((incident, i) => {
    const { properties: p } = incident;
    const [[lon, lat]] = placesOfIncident(incident);
    return `mine${i},${p.start},${lat + 0.01},${lon},Made up ${i},${(p.fatalities.best ?? 0) + 1}`;
  }),
  'mine3,2025-03-05,29.0,66.0,Made up and alone,3',
].join('\n');

const summary = (page: Page) => page.getByTestId('summary');
async function figure(page: Page): Promise<number> {
  return Number((await summary(page).locator('strong').innerText()).replace(/\D/g, ''));
}

async function openBoth(page: Page, hash = '#panel=data'): Promise<void> {
  await page.goto(`/${hash}`);
  await expect(page.getByTestId('datasets').locator('> li')).toHaveCount(1);
  await page.getByTestId('file').setInputFiles({ name: 'mine.csv', mimeType: 'text/csv', buffer: Buffer.from(TABLE) });
  await expect(page.getByTestId('import')).toHaveAttribute('data-state', 'done');
}

const sentence = (page: Page) =>
  page.getByRole('button', { name: '3 of these are probably in Durand Map, a selection too.' });
const once = (page: Page) => page.getByRole('checkbox', { name: 'Count such pairs once' });

test('events in two datasets are told, are counted once where asked, and the link keeps that', async ({ page }) => {
  await openBoth(page);
  await expect(sentence(page)).toBeVisible();
  await expect(page.getByTestId('pairs')).toContainText('Taken for one event: a day apart at most');
  const all = await figure(page);
  await expect(once(page)).not.toBeChecked();
  await once(page).check();
  await expect.poll(() => figure(page)).toBe(all - 3);
  await expect(summary(page)).toContainText('pairs counted once');
  await expect(page).toHaveURL(/[#&]once=1(&|$)/);
  // both rows are still there, and it is still said
  await expect(sentence(page)).toBeVisible();
  await expect(page.getByTestId('datasets')).toContainText('4 incidents');

  await kept(page);
  await page.reload();
  await expect(once(page)).toBeChecked();
  await expect.poll(() => figure(page)).toBe(all - 3);
  await once(page).uncheck();
  await expect.poll(() => figure(page)).toBe(all);
  await expect(page).not.toHaveURL(/once/);
});

test('the dataset that is higher in the list counts', async ({ page }) => {
  await openBoth(page, '#panel=data&once=1');
  await expect(sentence(page)).toBeVisible();
  await page.getByRole('button', { name: 'Move mine.csv up' }).click();
  await expect(page.getByRole('button', { name: '3 of these are probably in mine.csv too.' })).toBeVisible();
  await page.getByRole('button', { name: 'Only this: mine.csv' }).click();
  await expect.poll(() => figure(page)).toBe(4);
  await expect(page.getByTestId('pairs')).toBeHidden();
});

test('the pairs are listed, and each row leads to the other', async ({ page }) => {
  await openBoth(page);
  await sentence(page).click();
  await expect(page.getByTestId('list-count')).toContainText('6 incidents, ');
  await page.getByRole('grid', { name: 'Incidents' }).getByText('Made up 1').click();
  const same = page.getByTestId('same');
  await expect(same).toContainText('Probably the same event');
  await same.getByRole('button').click();
  await expect(page.getByTestId('incident').getByRole('heading', { level: 3 })).toHaveText(OWN[1].properties.title);
  await expect(same.getByRole('button')).toHaveText(/^Made up 1 \(mine\.csv\): /);
  await expect(page).toHaveURL(/[#&]pairs=1(&|$)/);
});

test('what is saved as shown says that pairs are counted once', async ({ page }) => {
  await openBoth(page, '#panel=data&once=1&pairs=1');
  await expect.poll(() => figure(page)).toBe(3);
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Save as GeoJSON' }).click(),
  ]);
  const saved = JSON.parse(readFileSync(await download.path(), 'utf8')) as { features: Brief[] };
  expect(saved.features.map(({ properties }) => properties.id).sort()).toEqual(
    OWN.map(({ properties }) => properties.id).sort(),
  );
  expect(JSON.stringify(saved)).toContain('Pairs of one event counted once');
});
