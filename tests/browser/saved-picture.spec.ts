import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { open } from './picture.ts';
import { expect, test } from './setup.ts';

/** As src/app.css has them. */
const COLORS = ['#f5f2ec', '#8a1c7c', '#103c76', '#ffffff'];
const [LAND, LINE, FORCE, PAPER] = COLORS;

const partsOf = (color: string) => [1, 3, 5].map((i) => parseInt(color.slice(i, i + 2), 16));

/** Notes what is written on any canvas. */
async function noteWriting(page: Page) {
  await page.addInitScript(() => {
    const written: string[] = ((globalThis as unknown as { written: string[] }).written = []);
    const write = CanvasRenderingContext2D.prototype.fillText;
    CanvasRenderingContext2D.prototype.fillText = function (text, ...rest) {
      written.push(text);
      write.call(this, text, ...rest);
    };
  });
}

const written = (page: Page) =>
  page.evaluate(() => (globalThis as unknown as { written: string[] }).written.splice(0).join(' '));

interface Saved {
  width: number;
  height: number;
  /** shares of the pixels of the map, and of what stands below it, that have a colour `#rrggbb`, near enough for marks that fade */
  share: (color: string, part: 'map' | 'below') => number;
}

/** Saves a picture of a size, and reads its pixels; what is below is the lowest `below` pixels. */
async function save(page: Page, size: string, below: number): Promise<Saved> {
  await page.getByRole('combobox', { name: 'Size of the picture' }).selectOption(size);
  const [download] = await Promise.all([
    page.waitForEvent('download', { timeout: 50_000 }),
    page.getByRole('button', { name: /as a picture/ }).click(),
  ]);
  const png = readFileSync(await download.path());
  const { width, height, counts } = await page.evaluate(
    async ({ base64, below, colors }) => {
      const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
      const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
      const { width, height } = bitmap;
      const context = new OffscreenCanvas(width, height).getContext('2d');
      if (!context) throw new Error('no canvas');
      context.drawImage(bitmap, 0, 0);
      const count = (top: number, rows: number) => {
        const { data } = context.getImageData(0, top, width, rows);
        const found = colors.map(() => 0);
        for (let i = 0; i < data.length; i += 4)
          colors.forEach(([r, g, b], k) => {
            if (Math.abs(data[i] - r) + Math.abs(data[i + 1] - g) + Math.abs(data[i + 2] - b) <= 24) found[k]++;
          });
        return found.map((pixels) => pixels / (width * rows));
      };
      const edge = height - below;
      return { width, height, counts: { map: count(100, edge - 100), below: count(edge, below) } };
    },
    { base64: png.toString('base64'), below, colors: COLORS.map(partsOf) },
  );
  return { width, height, share: (color, part) => counts[part][COLORS.indexOf(color)] };
}

test('a saved picture is as the screen, with window, figures, scale, whole key, caveats and sources', async ({
  page,
}) => {
  await noteWriting(page);
  await open(page, 'panel=data&t=2021-08-15/2025-12-31&shade=incidents&bands=1&map=6/33.5/70.5');
  await written(page);
  const { width, height, share } = await save(page, 'as on the screen', 100);
  const words = await written(page);
  for (const part of [
    ...['Durand Map', '15 Aug 2021 – 31 Dec 2025', 'killed', 'Armed attack', 'State force'],
    ...['Killed (area)', '150', 'killed: not known', 'known to a district only', 'known to a region only'],
    ...['Durand Line, not recognised by Afghanistan', 'Distance bands, 10 km to 100 km', 'Districts by incidents'],
    ...[
      'All events with 10+ killed to 2021, then a selection.',
      'no Afghan government has',
      'OpenStreetMap contributors',
    ],
    'Durand Map, a selection (CC BY 4.0',
  ])
    expect(words).toContain(part);
  // the scale: at zoom 6 in the middle, 33.5° N, 1 pixel is 1,020 m by Web Mercator, so 100 km are the most in 120
  expect(words).toContain('100 km');
  expect(width).toBe(1280);
  expect(height).toBeGreaterThan(700); // the map between bar and timeline, 584, and what stands around it
  for (const color of [LAND, LINE, FORCE]) expect(share(color, 'map'), color).toBeGreaterThan(0.0001);
  // the key, drawn, and nothing of the map
  expect(share(PAPER, 'below')).toBeGreaterThan(0.6);
});

for (const [size, width, height] of [
  ['1920 × 1080', 1920, 1080],
  ['square, 2160 × 2160', 2160, 2160],
  ['3840 × 2160', 3840, 2160],
] as const)
  test(`a picture of ${size} has that size, its map drawn for it and its key below`, async ({ page }) => {
    test.slow();
    await open(page, 'panel=data&t=2021-08-15/2025-12-31&map=6/33.5/70.5');
    const saved = await save(page, size, 100);
    expect([saved.width, saved.height]).toEqual([width, height]);
    for (const color of [LAND, LINE, FORCE]) expect(saved.share(color, 'map'), color).toBeGreaterThan(0.0001);
    expect(saved.share(PAPER, 'below')).toBeGreaterThan(0.6);
    // the page is as it was, and nothing stays beside it
    await expect(page.locator('canvas.maplibregl-canvas')).toHaveCount(1);
  });
