import type { Incident } from '../../geo/model/incident.ts';
import { placesOfIncident } from '../../geo/model/incident-places.ts';
import { find, open } from './picture.ts';
import { layerAt } from './layers.ts';
import { expect, test } from './setup.ts';

test.use({ isDrawn: true });

test('cells are drawn where they are asked for, by what the timeline counts, and few incidents are points by themselves', async ({
  page,
}) => {
  await open(page);
  expect((await find(page, '--density-1')).pixels).toBeLessThan(50);
  expect(page.workers().filter((worker) => worker.url().includes('preparing'))).toEqual([]);

  await page.getByLabel('Incidents as').selectOption('hexagons');
  await expect.poll(async () => (await find(page, '--density-1')).pixels).toBeGreaterThan(2000);
  await expect(page.getByRole('list', { name: 'Incidents in a cell' })).toContainText('1');
  await expect.poll(() => page.url()).toContain('density=hexagons');
  expect((await find(page, '--group-attack')).pixels).toBeLessThan(20);

  await page.getByLabel(/^Bars/).selectOption('deaths');
  await expect(page.getByRole('list', { name: 'Killed in a cell' })).toContainText('not known');
  await page.getByLabel('Incidents as').selectOption('auto');
  await expect.poll(async () => (await find(page, '--density-1')).pixels).toBeLessThan(50);
});

test('a cell under the pointer tells its incidents; a click on it comes nearer', async ({ page }) => {
  // Peshawar, with nothing else on the map
  await open(page, 'map=6/34.01/71.55&density=squares&districts=peshawar');
  await expect.poll(async () => (await find(page, '--density-5')).pixels).toBeGreaterThan(100);
  const { x, y } = await find(page, '--density-5');
  await page.mouse.move(x, y);
  await expect(page.locator('.tip')).toContainText(/\d+ incidents here/);
  await expect(page.locator('.tip')).toContainText('killed');
  await page.mouse.click(x, y);
  await expect.poll(() => page.url()).toContain('map=8.00');
  expect(page.url()).toContain('districts=peshawar');
});

test('crowds become cells by themselves, and points again where they thin out', async ({ page }) => {
  // the incidents there are, eight times over, each somewhere about its place
  await page.route(layerAt('incidents.geojson'), async (route) => {
    const response = await route.fetch();
    const layer = (await response.json()) as { features: Incident[] };
    const features = Array.from({ length: 8 }, (_, copy) => layer.features.map((feature) => apart(feature, copy)));
    await route.fulfill({ response, json: { ...layer, features: features.flat() } });
  });
  await open(page);
  await expect.poll(async () => (await find(page, '--density-2')).pixels).toBeGreaterThan(2000);
  expect((await find(page, '--group-attack')).pixels).toBeLessThan(20);

  await page.getByLabel('Incidents as').selectOption('points');
  await expect.poll(async () => (await find(page, '--density-2')).pixels).toBeLessThan(50);
  expect((await find(page, '--group-attack')).pixels).toBeGreaterThan(200);

  // a day with one explosion
  await page.evaluate(() => (location.hash = 't=2023-07-20/2023-07-20'));
  await expect(page.getByLabel('Incidents as')).toHaveValue('auto');
  await expect.poll(async () => (await find(page, '--group-explosion')).pixels).toBeGreaterThan(20);
  expect((await find(page, '--density-2')).pixels).toBeLessThan(50);
});

/** A copy of an incident, some kilometres from it. */
function apart(feature: Incident, copy: number): Incident {
  const id = `${feature.properties.id}-${copy}`;
  const [[lon, lat]] = placesOfIncident(feature);
  return {
    ...feature,
    id,
    geometry: { type: 'Point', coordinates: [lon + Math.sin(copy) * copy * 0.01, lat + Math.cos(copy) * copy * 0.01] },
    properties: { ...feature.properties, id },
  };
}
