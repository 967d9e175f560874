import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { expect, test } from './setup.ts';

test.use({ isFirstVisit: true });

interface Layer {
  features: { properties: { borderKm: number | null; borderPoint: [number, number] | null } }[];
}
const { features } = JSON.parse(readFileSync('public/layers/incidents.geojson', 'utf8')) as Layer;

async function open(page: Page) {
  await page.goto('/');
  await expect(page.locator('html')).toHaveAttribute('data-map', 'painted', { timeout: 40_000 });
}

test(
  'who comes first is told what this is and how to start, in a sentence that stays closed',
  { tag: '@both' },
  async ({ page }) => {
    await open(page);
    const told = page.locator('.notices > div').filter({ hasText: 'press play to see them over time' });
    await expect(told).toContainText('the Pakistani Taliban (TTP) and Taliban-ruled Afghanistan');
    // it does not stand in the way of what it names
    await page.getByTestId('play').click();
    await expect(page.getByTestId('play')).toHaveAttribute('aria-label', /Pause/);
    await page.getByTestId('play').click();
    await told.getByRole('button', { name: 'Dismiss' }).click();
    await expect(told).toHaveCount(0);
    await page.reload();
    await expect(page.locator('html')).toHaveAttribute('data-map', 'painted', { timeout: 40_000 });
    await expect(told).toHaveCount(0);
  },
);

test('the first look holds the whole of the line beside which incidents are', { tag: '@both' }, async ({ page }) => {
  await open(page);
  await expect(page).toHaveURL(/map=/);
  const [zoom, lat, lon] = (/map=([^&]+)/.exec(page.url())?.[1] ?? '').split('/').map(Number);
  const box = await page.locator('.maplibregl-canvas').boundingBox();
  if (!box) throw new Error('no map');
  // Web Mercator, by its definition
  const y = (degrees: number) => Math.log(Math.tan(Math.PI / 4 + (degrees * Math.PI) / 360));
  const world = 512 * 2 ** zoom;
  const near = features.filter(({ properties: { borderKm } }) => borderKm !== null && borderKm <= 50);
  expect(near.length).toBeGreaterThan(100);
  for (const { properties } of near) {
    const [x, up] = properties.borderPoint ?? [NaN, NaN];
    expect(Math.abs(((x - lon) / 360) * world)).toBeLessThan(box.width / 2);
    expect(Math.abs(((y(up) - y(lat)) / (2 * Math.PI)) * world)).toBeLessThan(box.height / 2);
  }
});
