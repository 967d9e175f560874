import type { Page } from '@playwright/test';
import { find, open } from './picture.ts';
import { expect, test } from './setup.ts';

test.use({ isDrawn: true });

/** A window, a filter, districts in classes, bands. */
const VIEW = 'map=6/33.5/70.5&t=2021-08-15/2025-12-31&types=airstrike,drone_strike&shade=incidents&bands=1';
/** What must stand on the paper. */
const WORDS = [
  'Durand Map',
  '15 Aug 2021 – 31 Dec 2025',
  'Airstrike',
  'State force',
  'Killed (area)',
  'known to a district only',
  'Durand Line, not recognised by Afghanistan',
  'Distance bands, 10 km to 100 km',
  'Districts by incidents',
  'All events with 10+ killed to 2021, then a selection.',
  'no Afghan government has',
  'OpenStreetMap contributors (ODbL)',
  'Durand Map, a selection (CC BY 4.0',
];

/** Paper in CSS pixels of 1/96 inch. */
const PAPERS = { A4: [793.7, 1122.5], Letter: [816, 1056] } as const;
/** 12 mm at each edge, as the style of the paper has it. */
const MARGIN = 45.35;

/** Asks to print with the button; the browser's own window, which a test cannot answer, stays away. */
async function askToPrint(page: Page) {
  await page.evaluate(() => (window.print = () => (document.documentElement.dataset['asked'] = 'print')));
  await page.getByRole('button', { name: 'Print what is shown (P)' }).click();
  await expect(page.locator('html')).toHaveAttribute('data-asked', 'print');
}

test('all is on one page of A4 and Letter, upright and across, and the page is back after it', async ({ page }) => {
  await open(page, VIEW);
  await askToPrint(page);
  for (const format of ['A4', 'Letter'] as const)
    for (const landscape of [false, true]) {
      const pdf = (await page.pdf({ format, landscape })).toString('latin1');
      expect(pdf.match(/\/Type\s*\/Page\b/g), `${format}, across: ${landscape}`).toHaveLength(1);
    }
  await expect(page.getByTestId('sheet')).toHaveCount(0);
  await expect(page.getByTestId('summary')).toBeVisible();
});

test('from the dark theme too the paper is light, once however often it is filled, and the page is dark again', async ({
  page,
}) => {
  await open(page, `theme=dark&${VIEW}`);
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await page.evaluate(() => {
    window.print = () => {
      dispatchEvent(new Event('beforeprint'));
      dispatchEvent(new Event('beforeprint'));
      const maps = [...document.querySelectorAll<HTMLCanvasElement>('[data-testid=sheet] figure canvas')];
      const { data } = maps[0].getContext('2d')?.getImageData(0, 0, maps[0].width, maps[0].height) ?? { data: [] };
      const light = data.filter((value, i) => i % 4 === 0 && value > 200).length;
      document.documentElement.dataset['printed'] = `${maps.length} ${Math.round((400 * light) / data.length)}`;
      dispatchEvent(new Event('afterprint'));
    };
  });
  await page.getByRole('button', { name: 'Print what is shown (P)' }).click();
  const html = page.locator('html');
  await expect(html).toHaveAttribute('data-printed', /^1 [6-9]\d$/);
  await expect(html).toHaveAttribute('data-theme', 'dark');
  await expect(page.getByTestId('sheet')).toHaveCount(0);
});

test('the paper holds map, key, window, figures, caveats and sources, nothing cut and no controls', async ({
  page,
}) => {
  await open(page, VIEW);
  const summary = (await page.getByTestId('summary').textContent()) ?? '';
  const incidents = /^[\d,]+ incidents/.exec(summary)?.[0] ?? 'no count';
  await askToPrint(page);
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
  await page.emulateMedia({ media: 'print' });
  const sheet = page.getByTestId('sheet');
  for (const words of [...WORDS, incidents]) await expect(sheet).toContainText(words);
  for (const [width, height] of Object.values(PAPERS))
    for (const [w, h] of [
      [width, height],
      [height, width],
    ]) {
      const room = { width: Math.floor(w - 2 * MARGIN), height: Math.floor(h - 2 * MARGIN) };
      await page.setViewportSize(room);
      const reach = await sheet.evaluate((element) => {
        const boxes = [...element.querySelectorAll('*')].map((one) => one.getBoundingClientRect());
        return { right: Math.max(...boxes.map((box) => box.right)), bottom: Math.max(...boxes.map((b) => b.bottom)) };
      });
      expect(reach.right).toBeLessThanOrEqual(room.width + 0.5);
      expect(reach.bottom).toBeLessThanOrEqual(room.height);
      const map = await sheet.locator('canvas').boundingBox();
      if (!map) throw new Error('the map has no box');
      expect(map.height).toBeGreaterThan(250);
      expect(map.width).toBeGreaterThan(500);
      // land, line and a group are seen on it; the fifteen marks fade with age, and the paper makes them small
      for (const [color, least] of [
        ['--land', 1000],
        ['--border-line', 100],
        ['--group-force', 4],
      ] as const)
        expect((await find(page, color, map)).pixels, color).toBeGreaterThanOrEqual(least);
    }
  expect(await page.locator('button:visible, select:visible, input:visible').count()).toBe(0);
});
