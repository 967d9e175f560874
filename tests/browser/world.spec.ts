import type { Page } from '@playwright/test';
import { CENTRE, find, FREE, open } from './picture.ts';
import { kept } from './keeping.ts';
import { expect, test } from './setup.ts';

test.use({ isDrawn: true });

/** Made up: an explosion each in Nairobi and Bogotá, and one in the region. */
const TABLE = `id,date,latitude,longitude,title,type,deaths
nairobi,2024-03-05,-1.29,36.82,Made up in Nairobi,suicide_bombing,30
bogota,2024-03-05,4.71,-74.07,Made up in Bogotá,suicide_bombing,30
kabul,2024-03-05,34.52,69.18,Made up in Kabul,suicide_bombing,30
`;
/** One day, so that no mark has faded. */
const DAY = 't=2024-03-05/2024-03-05';
const CAMERA = /map=([\d.]+)\/([\d.-]+)\/([\d.-]+)/;
const around = (size: number) => ({ x: CENTRE.x - size / 2, y: CENTRE.y - size / 2, width: size, height: size });

function countFetches(page: Page): { count: number } {
  const fetches = { count: 0 };
  page.on('request', (request) => {
    if (request.url().includes('layers/world')) fetches.count++;
  });
  return fetches;
}

async function openTable(page: Page, text = TABLE) {
  await page.getByRole('button', { name: 'Data', exact: true }).click();
  await page.getByTestId('file').setInputFiles({ name: 'world.csv', mimeType: 'text/csv', buffer: Buffer.from(text) });
  await expect(page.getByTestId('import')).toHaveAttribute('data-state', 'done');
}

const goTo = (page: Page, hash: string) => page.evaluate((to) => (location.hash = to), hash);

test('incidents elsewhere open the world: the map goes there, and land and points are drawn', async ({ page }) => {
  const fetches = countFetches(page);
  await open(page, DAY);
  await openTable(page);
  await expect.poll(() => fetches.count).toBe(1);
  await expect(page.getByTestId('outside')).toContainText('2 incidents lie outside the region');

  for (const place of ['-1.29/36.82', '4.71/-74.07']) {
    await goTo(page, `map=5/${place}&${DAY}`);
    await expect.poll(async () => (await find(page, '--group-explosion', around(60))).pixels).toBeGreaterThan(20);
    const found = await find(page, '--group-explosion', around(60));
    expect(Math.hypot(found.x - CENTRE.x, found.y - CENTRE.y)).toBeLessThan(1);
    await expect.poll(async () => (await find(page, '--neighbours')).pixels).toBeGreaterThan(100_000);
    expect((await find(page, '--water')).pixels).toBeGreaterThan(10_000);
  }

  // in the middle of the Pacific there is none
  await goTo(page, `map=5/10/-150&${DAY}`);
  await expect.poll(async () => (await find(page, '--neighbours')).pixels).toBe(0);
  expect((await find(page, '--water')).pixels).toBeGreaterThan(500_000);
  expect(fetches.count).toBe(1);
});

test('a button fits the map to incidents far apart', async ({ page }) => {
  await open(page, DAY);
  await openTable(page);
  await page.getByRole('button', { name: 'Fit the map to what is shown' }).click();
  await page.getByRole('button', { name: 'Data', exact: true }).click();
  // without the region, whose own incidents lie at the place of ours
  const west = { ...FREE, width: 420 };
  await expect.poll(async () => (await find(page, '--group-explosion', west)).pixels).toBeGreaterThan(10);
});

test('on the globe it turns to where most of them can be seen at once, and shows these', async ({ page }) => {
  const rows = [
    ['nairobi', -1.29, 36.82],
    ['manila', 14.6, 120.98],
    ['paris', 48.86, 2.35],
    ['bogota', 4.71, -74.07],
  ].map(([id, lat, lon]) => `${id},1950-03-05,${lat},${lon},Made up in ${id},suicide_bombing,30\n`);
  await open(page, 'globe=1');
  await openTable(page, `${TABLE.split('\n')[0]}\n${rows.join('')}`);
  await goTo(page, 't=1950-03-05/1950-03-05&globe=1&panel=data');
  await page.getByRole('button', { name: 'Fit the map to what is shown' }).click();
  await page.getByRole('button', { name: 'Data', exact: true }).click();
  // the circle through Manila, Paris and Nairobi has its middle at 37.1° N, 70.9° E (by the normal of their plane)
  const awayFrom = (at: readonly [number, number]) => {
    const [, lat, lon] = (CAMERA.exec(page.url()) ?? []).slice(1).map(Number);
    return Math.hypot(lat - at[0], lon - at[1]);
  };
  await expect.poll(() => awayFrom([37.1, 70.9])).toBeLessThan(1.5);
  const halves = [FREE.x, FREE.x + FREE.width / 2].map((x) => ({ ...FREE, x, width: FREE.width / 2 }));
  for (const half of halves)
    await expect.poll(async () => (await find(page, '--group-explosion', half)).pixels).toBeGreaterThan(10);
});

test('a link to a place elsewhere leads there again once the kept file is back', async ({ page }) => {
  await open(page, DAY);
  await openTable(page);
  await kept(page);
  await goTo(page, `map=5/4.71/-74.07&${DAY}`);
  await expect.poll(() => CAMERA.exec(page.url())?.[3]).toMatch(/^-74\.07/);
  await page.reload();
  await expect(page.locator('html')).toHaveAttribute('data-map', 'painted', { timeout: 40_000 });
  await expect.poll(async () => (await find(page, '--group-explosion', around(60))).pixels).toBeGreaterThan(20);
  await expect.poll(() => CAMERA.exec(page.url())?.slice(1)).toEqual(['5.00', '4.7100', '-74.0700']);
});

test('far out a mark of few killed is at least 6 px across', async ({ page }) => {
  await open(page, DAY);
  await openTable(page, TABLE.replace('suicide_bombing,30', 'suicide_bombing,1'));
  await goTo(page, `map=1/-1.29/36.82&${DAY}`);
  // of a disc of 28 px the edge is mixed with the land
  await expect.poll(async () => (await find(page, '--group-explosion', around(40))).pixels).toBeGreaterThanOrEqual(12);
});

test('without incidents elsewhere the world is never fetched and the bounds hold', async ({ page }) => {
  const fetches = countFetches(page);
  await open(page, DAY);
  await openTable(
    page,
    TABLE.split('\n')
      .filter((row) => !/^(nairobi|bogota)/.test(row))
      .join('\n'),
  );
  await expect(page.getByTestId('outside')).toBeHidden();
  await goTo(page, `map=4/-1.29/36.82&${DAY}`);
  await expect.poll(() => Number(CAMERA.exec(page.url())?.[2])).toBeGreaterThan(17);
  const [, zoom, lat, lon] = (CAMERA.exec(page.url()) ?? []).map(Number);
  expect(zoom).toBeGreaterThan(4.5);
  expect(lat).toBeLessThan(50);
  expect(lon).toBeGreaterThan(55);
  expect(fetches.count).toBe(0);
});

test('the bounds close again when the file is switched off', async ({ page }) => {
  await open(page, DAY);
  await openTable(page);
  await goTo(page, `map=4/4.71/-74.07&panel=data&${DAY}`);
  await expect.poll(() => CAMERA.exec(page.url())?.[3]).toMatch(/^-74/);
  await page.getByRole('checkbox', { name: 'Show world.csv' }).click();
  await expect.poll(() => Number(CAMERA.exec(page.url())?.[3])).toBeGreaterThan(55);
});
