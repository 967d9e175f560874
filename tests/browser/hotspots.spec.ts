import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import type { Districts } from '../../geo/model/district.ts';
import type { Incident } from '../../geo/model/incident.ts';
import { gStar } from '../../geo/statistics/getis-ord.ts';
import { expect, test } from './setup.ts';

test.use({ isDrawn: true });

function read<T>(name: string): T {
  return JSON.parse(readFileSync(`public/layers/${name}.geojson`, 'utf8')) as T;
}

async function open(page: Page, hash: string) {
  await page.goto(`/#${hash}`);
  await expect(page.getByTestId('summary')).toBeVisible();
}

/** What the list says: name and z of each district, in its order. */
async function listed(page: Page): Promise<string[]> {
  const rows = page.getByTestId('hotspots').locator('tbody tr');
  await expect(rows).toHaveCount(35);
  return Promise.all((await rows.all()).map(async (row) => (await row.locator('th, td').allInnerTexts()).join('|')));
}

test('hot spots by district are those that the same function finds in the layer', async ({ page }) => {
  await open(page, 't=2009-01-01/2009-12-31');
  await page.keyboard.press('h');
  const districts = read<Districts>('kp-districts').features.map(({ properties }) => properties);
  const counts = new Map(districts.map(({ id }) => [id, 0]));
  for (const { properties: p } of read<{ features: Incident[] }>('incidents').features) {
    const isIn =
      p.start <= '2009-12-31' && p.end >= '2009-01-01' && !['region', 'country'].includes(p.locationPrecision);
    if (isIn && p.district) counts.set(p.district.id, (counts.get(p.district.id) ?? 0) + 1);
  }
  const places = districts.map(({ id }) => id);
  const z = gStar(
    [...counts.values()],
    districts.map(({ neighbours }) => neighbours.map((id) => places.indexOf(id))),
  );
  const expected = districts.map(
    ({ id, name }, i) => `${name}|${counts.get(id)}|${(z[i] ?? 0).toFixed(1).replace('-', '−')}`,
  );
  const found = (await listed(page)).map((row) => row.split('|').toSpliced(4).toSpliced(1, 1).join('|'));
  expect(found.toSorted()).toEqual(expected.toSorted());
  await expect(page.getByTestId('hotspots')).toContainText('at most 5 % are expected to be so by chance');
});

test('a district of the list is flown to, hexagons are drawn instead, and all goes when it closes', async ({
  page,
}) => {
  await open(page, 'analysis=hotspots&t=2009-01-01/2009-12-31');
  const list = page.getByTestId('hotspots');
  await list.locator('tbody button').first().click();
  await expect.poll(() => page.url()).toMatch(/map=8/);
  await list.getByLabel('Among').selectOption('hexagon');
  await expect(list.locator('tbody tr').first()).toContainText(/° N/);
  expect(page.url()).toContain('hot-areas=hexagon');
  const map = page.locator('main');
  const drawn = await map.screenshot();
  await page.keyboard.press('h');
  await expect(list).toBeHidden();
  await expect.poll(async () => (await map.screenshot()).equals(drawn)).toBe(false);
});

test('says what is missing where nothing is @both', async ({ page }) => {
  await open(page, 'analysis=hotspots&q=nowhere-at-all');
  await expect(page.getByTestId('hotspots')).toContainText('is known well enough to lie in one of these areas');
  await expect(page.getByTestId('hotspots').locator('tbody tr')).toHaveCount(0);
});
