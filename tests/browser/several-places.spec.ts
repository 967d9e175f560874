import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { kept } from './keeping.ts';
import { CENTRE, find, open } from './picture.ts';
import { expect, test } from './setup.ts';

test.use({ isDrawn: true });

/** A day with no other incident, and two places on one parallel near the line. */
const DAY = '2005-05-05';
const [FIRST, SECOND] = [
  [71.4, 33.75],
  [71.6, 33.75],
];
const FILE = {
  type: 'Feature',
  geometry: { type: 'MultiPoint', coordinates: [FIRST, SECOND] },
  properties: {
    id: 'm',
    date: DAY,
    type: 'suicide_bombing',
    killed: 10,
    title: 'Two bombs at once',
    precision: 'exact',
  },
};
const ZOOM = 8;
/** MapLibre's tiles are 512 pixels wide. */
const AWAY = ((SECOND[0] - FIRST[0]) / 360) * 512 * 2 ** ZOOM;
const VIEW = `t=${DAY}/${DAY}&map=${ZOOM}/${FIRST[1]}/${FIRST[0]}`;
const SEATS = [0, AWAY].map((away) => ({ x: CENTRE.x + away, y: CENTRE.y }));
const around = ({ x, y }: { x: number; y: number }) => ({ x: x - 15, y: y - 15, width: 30, height: 30 });

async function openFile(page: Page): Promise<void> {
  await open(page, `panel=data&${VIEW}`);
  const file = { name: 'two.geojson', mimeType: 'application/geo+json', buffer: Buffer.from(JSON.stringify(FILE)) };
  await page.getByTestId('file').setInputFiles(file);
  await expect(page.getByTestId('import')).toHaveAttribute('data-state', 'done');
  await kept(page);
}

async function look(page: Page, more = ''): Promise<void> {
  await page.evaluate((hash) => (location.hash = hash), VIEW + more);
  await expect(page.getByTestId('summary')).toContainText('1 incident');
}

test('one incident at two places is drawn, pointed at and opened at each, and counted once', async ({ page }) => {
  await openFile(page);
  await look(page);
  await expect(page.getByTestId('summary')).toContainText('10 killed');
  for (const seat of SEATS)
    await expect.poll(async () => (await find(page, '--group-explosion', around(seat))).pixels).toBeGreaterThan(20);

  for (const seat of SEATS) {
    await page.mouse.move(seat.x, seat.y);
    await expect(page.locator('.tip')).toContainText('Two bombs at once');
    // its ring is around both, whichever is pointed at
    for (const each of SEATS) expect((await find(page, '--ink', around(each))).pixels).toBeGreaterThan(10);
    await page.mouse.move(CENTRE.x, CENTRE.y + 60);
    await expect(page.locator('.tip', { hasText: 'Two bombs at once' })).toHaveCount(0);
  }

  for (const seat of SEATS) {
    await look(page);
    await page.mouse.click(seat.x, seat.y);
    const incident = page.getByTestId('incident');
    await expect(incident).toContainText('Two bombs at once');
    await expect(incident.getByTestId('places')).toHaveText(
      'At 2 places, counted once: 33.7500° N, 71.4000° E; 33.7500° N, 71.6000° E',
    );
    await page.getByRole('button', { name: 'Close incident' }).click();
  }

  // out of the time it is at neither
  await page.evaluate((hash) => (location.hash = hash), VIEW.replaceAll(DAY, '2005-05-06'));
  for (const seat of SEATS)
    await expect.poll(async () => (await find(page, '--group-explosion', around(seat))).pixels).toBe(0);
});

test('it is there again at both places after a reload, and is saved with both', async ({ page }) => {
  await openFile(page);
  await page.evaluate((hash) => (location.hash = hash), `panel=data&${VIEW}`);
  await expect(page.getByTestId('summary')).toContainText('1 incident');
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save as GeoJSON' }).click();
  const saved = JSON.parse(readFileSync(await (await download).path(), 'utf8')) as { features: (typeof FILE)[] };
  expect(saved.features.map(({ geometry }) => geometry)).toEqual([FILE.geometry]);

  await page.reload();
  await look(page);
  for (const seat of SEATS)
    await expect.poll(async () => (await find(page, '--group-explosion', around(seat))).pixels).toBeGreaterThan(20);
});
