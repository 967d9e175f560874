import { readdirSync, readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { layerAt, layerName } from './layers.ts';
import { expect, test } from './setup.ts';

test.use({ isSavingData: false });

const FOLDER = 'public/layers';
const gzipped = (name: string) => gzipSync(readFileSync(`${FOLDER}/${name}`)).length;

test('the first picture waits for at most 350 kB of data; the rest comes after it, each file once', async ({
  page,
}) => {
  const asked: { name: string; isPainted: boolean }[] = [];
  await page.route('**/layers/*', async (route) => {
    const isPainted = await page.evaluate(() => document.documentElement.dataset['map'] === 'painted');
    asked.push({ name: layerName(route.request().url()), isPainted });
    await route.continue();
  });
  test.slow();
  await page.goto('/');
  const later = ['incident-details.json', 'border-bands.geojson', 'groups.json'];
  // the world is for files with incidents outside the region
  const all = readdirSync(FOLDER).filter((name) => name !== 'world.geojson');
  await expect
    .poll(() => [...new Set(asked.map(({ name }) => name))].sort(), { timeout: 60_000 })
    .toEqual(all.toSorted());

  const before = asked.filter(({ isPainted }) => !isPainted).map(({ name }) => name);
  expect(before).toEqual(expect.arrayContaining(['incidents.geojson', 'durand-line.geojson', 'countries.geojson']));
  expect(before.filter((name) => later.includes(name))).toEqual([]);
  expect(before.reduce((sum, name) => sum + gzipped(name), 0)).toBeLessThan(350_000);

  const names = asked.map(({ name }) => name);
  expect(new Set(names).size, 'each once').toBe(names.length);
});

test('provinces, rivers and towns that do not come are told, and the map is drawn without them', async ({
  page,
  complaints,
}) => {
  await page.route(layerAt('rivers.geojson'), (route) => route.fulfill({ status: 500, body: '' }));
  await page.goto('/');
  await expect(page.locator('html')).toHaveAttribute('data-map', 'painted', { timeout: 40_000 });
  await expect(page.getByText('Provinces, rivers and towns cannot be drawn')).toBeVisible();
  expect(complaints.splice(0).every((text) => text.includes('500'))).toBe(true);
});

test.describe('who saves data', () => {
  test.use({ isSavingData: true });

  test('is fetched what the map shows, and all else when it is asked for', async ({ page }) => {
    const asked: string[] = [];
    page.on('request', (request) => {
      if (request.url().includes('/layers/')) asked.push(layerName(request.url()));
    });
    await page.goto('/');
    await expect.poll(() => asked).toEqual(expect.arrayContaining(['crossings.json', 'closures.json']));
    // fetched ahead it comes before them
    expect(asked).not.toContain('groups.json');
    await expect(page.locator('head link[rel=prefetch]')).toHaveCount(0);
    await page.keyboard.press('w');
    await expect.poll(() => asked).toContain('groups.json');
  });
});
