import { readdirSync, readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { layerAt, layerName } from './layers.ts';
import { open } from './picture.ts';
import { expect, test } from './setup.ts';

test.use({ isDrawn: true });

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
  png: Buffer;
  width: number;
  height: number;
  /** shares of the pixels of the map, and of what stands below it, that have a colour `#rrggbb`, near enough for marks that fade */
  share: (color: string, part: 'map' | 'below') => number;
}

/** Saves a picture of a size as the panel of data offers it. */
async function savePng(page: Page, size: string): Promise<Buffer> {
  await page.getByRole('combobox', { name: 'Size of the picture' }).selectOption(size);
  const [download] = await Promise.all([
    page.waitForEvent('download', { timeout: 100_000 }),
    page.getByRole('button', { name: /as a picture/ }).click(),
  ]);
  return readFileSync(await download.path());
}

/** What a PNG says of itself: its size, the dots to a metre, and its texts by keyword. */
function wordsOf(png: Buffer) {
  const texts: Record<string, string> = {};
  let dots: number | null = null;
  for (let at = 8; at < png.length; at += 12 + png.readUInt32BE(at)) {
    const data = png.subarray(at + 8, at + 8 + png.readUInt32BE(at));
    const type = png.toString('latin1', at + 4, at + 8);
    if (type === 'pHYs') dots = data.readUInt32BE(0);
    if (type !== 'iTXt') continue;
    const [keyword, , , , , text] = data.toString('utf8').split('\0');
    texts[keyword] = text;
  }
  return { size: [png.readUInt32BE(16), png.readUInt32BE(20)], dots, texts };
}

/** Saves a picture of a size, and reads its pixels; what is below is the lowest `below` pixels. */
async function save(page: Page, size: string, below: number): Promise<Saved> {
  const png = await savePng(page, size);
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
  return { png, width, height, share: (color, part) => counts[part][COLORS.indexOf(color)] };
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

for (const [size, width, height, dots, tag] of [
  ['1200 × 630, for links', 1200, 630, null, ''],
  ['1920 × 1080', 1920, 1080, null, ' @long'],
  ['square, 2160 × 2160', 2160, 2160, null, ' @long'],
  ['3840 × 2160', 3840, 2160, null, ' @long'],
  // 210 × 297 mm at 300 dots an inch of 25.4 mm; 300 / 0.0254 to a metre
  ['A4 upright, 300 dpi', 2480, 3508, 11811, ''],
  ['A4 across, 300 dpi', 3508, 2480, 11811, ' @long'],
] as const)
  test(`a picture of ${size} has that size, its map drawn for it and its key below${tag}`, async ({ page }) => {
    test.slow();
    await open(page, 'panel=data&t=2021-08-15/2025-12-31&map=6/33.5/70.5');
    const saved = await save(page, size, 100);
    expect([saved.width, saved.height]).toEqual([width, height]);
    for (const color of [LAND, LINE, FORCE]) expect(saved.share(color, 'map'), color).toBeGreaterThan(0.0001);
    expect(saved.share(PAPER, 'below')).toBeGreaterThan(0.6);
    expect(wordsOf(saved.png).dots).toBe(dots);
    // the page is as it was, and nothing stays beside it
    await expect(page.locator('canvas.maplibregl-canvas')).toHaveCount(1);
  });

const fieldOf = (page: Page, name: string) => page.getByTestId('picture').getByRole('textbox', { name });

test('a title and a note are drawn on the picture and stay while the page is open', async ({ page }) => {
  await noteWriting(page);
  await open(page, 'panel=data&t=2025-10-08/2025-10-15');
  const plain = await savePng(page, 'as on the screen');
  expect(wordsOf(plain).texts['Title']).toBe('Durand Map');
  await page.getByText('Title and note of the picture').click();
  await fieldOf(page, 'Title').fill('Eight days of October');
  await fieldOf(page, 'Note').fill('Made for a lesson.\nیادداشت');
  const panel = page.getByRole('button', { name: 'Data', exact: true });
  await panel.click();
  await expect(page.getByTestId('picture')).toHaveCount(0);
  await panel.click();
  await expect(fieldOf(page, 'Title')).toHaveValue('Eight days of October');
  await expect(fieldOf(page, 'Note')).toHaveAttribute('dir', 'auto');

  await written(page);
  const png = await savePng(page, 'as on the screen');
  const words = await written(page);
  for (const line of ['Eight days of October', '8–15 Oct 2025', 'Made for a lesson.', 'یادداشت'])
    expect(words).toContain(line);
  expect(words).not.toContain('Durand Map 8');
  const { size, texts } = wordsOf(png);
  expect(texts['Title']).toBe('Eight days of October');
  expect(texts['Description']).toContain('Made for a lesson.');
  // two lines of 20 and the room below them
  expect(size[1] - wordsOf(plain).size[1]).toBe(48);
});

test('a title or a note that is too long is said, not cut, and nothing is saved meanwhile', async ({ page }) => {
  await open(page, 'panel=data&t=2025-10-08/2025-10-15');
  await page.getByText('Title and note of the picture').click();
  const button = page.getByRole('button', { name: /as a picture/ });
  await fieldOf(page, 'Title').fill('t'.repeat(161));
  await expect(page.getByText('A title has 160 letters at most, this one 161.')).toBeVisible();
  await expect(fieldOf(page, 'Title')).toHaveValue('t'.repeat(161));
  await expect(fieldOf(page, 'Title')).toHaveAttribute('aria-invalid', 'true');
  await expect(button).toBeDisabled();
  await fieldOf(page, 'Title').fill('t'.repeat(160));
  await expect(button).toBeEnabled();
  // so many lines leave no map
  await fieldOf(page, 'Note').fill('line\n'.repeat(40));
  await page.getByRole('combobox', { name: 'Size of the picture' }).selectOption('1200 × 630, for links');
  await button.click();
  await expect(page.getByRole('status').filter({ hasText: 'leaves it too little room' })).toBeVisible();
});

test('north is drawn where it is not up', async ({ page }) => {
  await page.addInitScript(() => {
    const north: number[][] = ((globalThis as unknown as { north: number[][] }).north = []);
    const write = CanvasRenderingContext2D.prototype.fillText;
    CanvasRenderingContext2D.prototype.fillText = function (text, x, y) {
      if (text === 'N') north.push([x, y]);
      write.call(this, text, x, y);
    };
  });
  const north = () => page.evaluate(() => (globalThis as unknown as { north: number[][] }).north);
  await open(page, 'panel=data&map=6/33.5/70.5/90/0');
  await savePng(page, 'as on the screen');
  // east is up: north is at the left of the arrow's middle, as high as that
  const [[x, y], ...more] = await north();
  expect(more).toEqual([]);
  expect(x).toBeLessThan(-10);
  expect(y).toBeCloseTo(0, 6);
  await page.goto('about:blank');
  await open(page, 'panel=data&map=6/33.5/70.5');
  await savePng(page, 'as on the screen');
  expect(await north()).toEqual([]);
});

interface Feature {
  properties: {
    start: string;
    end: string;
    side: string | null;
    district: { name: string } | null;
    fatalities: { best: number | null };
  };
}

test('the alternative text has the figures of the page, is copied, and is in the file', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await open(page, 'panel=data&t=2021-08-15/2025-12-31&shade=deaths');
  const png = await savePng(page, 'as on the screen');
  await page.getByText('Alternative text of the picture').click();
  const text = (await page.getByTestId('picture-alternative').textContent()) ?? '';
  const { texts } = wordsOf(png);
  expect(texts['Description']).toBe(text);
  expect(texts['Title']).toBe('Durand Map');
  expect(texts['Copyright']).toContain('Durand Map, a selection (CC BY 4.0');
  expect(texts['Disclaimer']).toContain('no Afghan government has');
  await page.getByTestId('picture').getByRole('button', { name: 'Copy the alternative text' }).click();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(text);

  const summary = page.getByTestId('summary');
  const killed = ((await summary.locator('.deaths').textContent()) ?? '').replace('; ', '');
  const incidents = (await summary.locator('strong').textContent()) ?? '';
  expect(text).toContain(`15 Aug 2021 – 31 Dec 2025: ${incidents}, ${killed}.`);
  expect(text).toContain('Colours of the districts tell: killed.');

  // counted anew from the layer
  const file = readdirSync('dist/layers').find((name) => layerName(name) === 'incidents.geojson') ?? '';
  const { features } = JSON.parse(readFileSync(`dist/layers/${file}`, 'utf8')) as { features: Feature[] };
  const shown = features
    .map(({ properties }) => properties)
    .filter(({ start, end }) => start <= '2025-12-31' && end >= '2021-08-15');
  const byDistrict = new Map<string, number>();
  for (const { district } of shown)
    if (district) byDistrict.set(district.name, (byDistrict.get(district.name) ?? 0) + 1);
  const [[name, most]] = [...byDistrict].sort((a, b) => b[1] - a[1]);
  expect(text).toContain(`${name} has most: ${most} incidents, `);
  for (const [side, words] of [
    ['PK', 'On the Pakistani side of the Durand Line: '],
    ['AF', 'On its Afghan side: '],
    ['undecided', 'On a side that is not certain: '],
  ]) {
    const count = shown.filter((one) => one.side === side).length;
    const amount = `${count.toLocaleString('en')} ${count === 1 ? 'incident' : 'incidents'}`;
    if (count > 0) expect(text).toContain(`${words}${amount}, `);
    else expect(text).not.toContain(words);
  }
});

test('a picture that is asked for before the crossings are here waits for them, on its map and in its key', async ({
  page,
}) => {
  await noteWriting(page);
  let letThrough = () => {};
  const held = new Promise<void>((done) => (letThrough = done));
  await page.route(layerAt('crossings.json'), async (route) => {
    await held;
    await route.continue();
  });
  await open(page, 'panel=data&t=2025-10-08/2025-10-15&map=8/34.1/71.1');
  await written(page);
  const early = savePng(page, '1920 × 1080');
  // it has begun
  await expect(page.getByTestId('save')).toHaveAttribute('aria-busy', 'true');
  letThrough();
  const [first, words] = [await early, await written(page)];
  expect(words).toContain('Crossing');
  // all is here now
  const second = await savePng(page, '1920 × 1080');
  const pixelsOf = (png: Buffer) => png.subarray(png.indexOf('IDAT'));
  expect(pixelsOf(first).equals(pixelsOf(second))).toBe(true);
});

test('where the browser draws no map as large, it says so', async ({ page }) => {
  await page.addInitScript(() => {
    for (const side of ['drawingBufferWidth', 'drawingBufferHeight'] as const) {
      const own = Object.getOwnPropertyDescriptor(WebGL2RenderingContext.prototype, side);
      Object.defineProperty(WebGL2RenderingContext.prototype, side, {
        get(this: WebGL2RenderingContext) {
          return Math.min(1500, Number(own?.get?.call(this)));
        },
      });
    }
  });
  await open(page, 'panel=data&t=2025-10-08/2025-10-15');
  await page.getByRole('combobox', { name: 'Size of the picture' }).selectOption('A4 upright, 300 dpi');
  await page.getByRole('button', { name: /as a picture/ }).click();
  await expect(page.getByRole('status').filter({ hasText: 'draws no map of 2480 × 3508 pixels' })).toBeVisible({
    timeout: 40_000,
  });
  await expect(page.locator('canvas.maplibregl-canvas')).toHaveCount(1);
});
