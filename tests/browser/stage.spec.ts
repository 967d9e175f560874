import type { Page } from '@playwright/test';
import { CENTRE, difference, find, FREE, open, loseContext } from './picture.ts';
import { layerAt } from './layers.ts';
import { expect, test } from './setup.ts';

test.use({ isDrawn: true });

/** Up to a year in which no crossing is known to have been closed: one that is draws the map anew. */
const ALL = '2001-01-01/2013-12-31';
/** Of 255: where many marks lie over one another their colours are rounded several times. */
const SAME = 6;
/** A day with no incident, and one with an explosion at a place of its own. */
const QUIET = '2005-05-05/2005-05-05';
const LOUD = '2023-07-20/2023-07-20';
const BARA = '33.92/71.455';
const TITLE = 'Two suicide bombers attack Bara compound';
const around = (size: number, { x, y } = CENTRE) => ({ x: x - size / 2, y: y - size / 2, width: size, height: size });

/** Counts what MapLibre draws: it draws by elements, the incidents' own layers by arrays. */
async function countDrawing(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const { prototype } = WebGL2RenderingContext;
    const { drawElements } = prototype;
    const counted = globalThis as unknown as { drawn: number };
    counted.drawn = 0;
    prototype.drawElements = function (...parameters) {
      if (parameters[0] !== this.POINTS) counted.drawn++; // MapLibre draws none
      drawElements.apply(this, parameters);
    };
  });
}

const drawn = (page: Page) => page.evaluate(() => (globalThis as unknown as { drawn: number }).drawn);
const shot = (page: Page) => page.screenshot({ clip: FREE });

/** Waits until the map draws nothing any more. */
async function atRest(page: Page): Promise<void> {
  await expect
    .poll(async () => {
      const before = await drawn(page);
      for (let i = 0; i < 4; i++) await shot(page); // each waits for some frames
      return (await drawn(page)) - before;
    })
    .toBe(0);
}

async function setWindow(page: Page, camera: string, window: string, summary: RegExp): Promise<void> {
  await page.evaluate((hash) => (location.hash = hash), `map=${camera}&t=${window}`);
  await expect(page.getByTestId('summary')).toContainText(summary);
}

for (const [name, camera] of Object.entries({ flat: `8/${BARA}`, 'turned and tilted': `8/${BARA}/30/50` })) {
  test(`a step in time draws nothing of the ground and the names, and the same picture: ${name}`, async ({ page }) => {
    await countDrawing(page);
    await open(page, `map=${camera}&t=${ALL}`);
    await atRest(page);
    const [byMapLibre, before] = [await shot(page), await drawn(page)];

    await setWindow(page, camera, QUIET, /^0 incidents/);
    await expect.poll(async () => difference(page, byMapLibre, await shot(page))).toBeGreaterThan(50);
    await setWindow(page, camera, ALL, /[1-9]\d* incidents/);
    await expect.poll(async () => difference(page, byMapLibre, await shot(page))).toBeLessThanOrEqual(SAME);
    expect(await drawn(page)).toBe(before);
  });
}

test('the picture is the same whether the incidents are drawn between kept pictures or in their turn', async ({
  page,
}) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await countDrawing(page);
  await open(page, `map=6.5/${BARA}&t=${ALL}`);
  await atRest(page);
  // a map that is held moves, though its ground lies still
  await page.mouse.move(CENTRE.x, CENTRE.y);
  await page.mouse.down();
  await page.mouse.move(CENTRE.x + 30, CENTRE.y + 20, { steps: 3 });
  await atRest(page);
  const inTurn = await shot(page);
  await page.mouse.up();
  // off the map: what lies under a pointer that rests is told
  await page.mouse.move(CENTRE.x, 10);
  await expect(page.locator('.tip')).toHaveCount(0);
  await atRest(page);
  // colours are rounded once more on the way
  expect(await difference(page, inTurn, await shot(page))).toBeLessThanOrEqual(2);
});

test('at zoom 18 a point goes with the ground to a fraction of a pixel', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await open(page, `map=18/${BARA}&t=${LOUD}`);
  await page.mouse.move(500, 300);
  await page.mouse.down();
  await page.mouse.move(571, 247, { steps: 4 });
  await page.mouse.up();
  // off the map: the district under the pointer is told beside it
  await page.mouse.move(571, 10);
  const moved = { x: CENTRE.x + 71, y: CENTRE.y - 53 };
  const away = async () => {
    const { pixels, x, y } = await find(page, '--group-explosion', around(80, moved));
    return pixels > 60 ? Math.hypot(x - moved.x, y - moved.y) : Infinity;
  };
  await expect.poll(away).toBeLessThan(0.5);
});

test('on the globe too a step in time leaves ground and names alone', async ({ page }) => {
  await countDrawing(page);
  await open(page, `map=5/${BARA}&t=${LOUD}`);
  await page.getByRole('button', { name: 'Enable globe' }).click();
  const explosion = async () => (await find(page, '--group-explosion', around(60))).pixels;
  await expect.poll(explosion).toBeGreaterThan(5);
  await atRest(page);
  const [byMapLibre, before] = [await shot(page), await drawn(page)];
  await setWindow(page, `5/${BARA}&globe=1`, QUIET, /^0 incidents/);
  await expect.poll(explosion).toBe(0);
  await setWindow(page, `5/${BARA}&globe=1`, LOUD, /^1 incident/);
  await expect.poll(async () => difference(page, byMapLibre, await shot(page))).toBe(0);
  expect(await drawn(page)).toBe(before);
});

test('a point is picked where it is drawn: turned and tilted, and on the globe', async ({ page }) => {
  const tip = page.locator('.tip', { hasText: TITLE });
  const pickWhereDrawn = async () => {
    await page.mouse.move(300, 500);
    await expect(tip).toBeHidden();
    const { x, y } = await find(page, '--group-explosion');
    await page.mouse.move(x, y);
    await expect(tip).toBeVisible();
    // it is drawn with a radius of 11 pixels at most, and 4 more count
    await page.mouse.move(x + 24, y);
    await expect(tip).toBeHidden();
  };
  await open(page, `map=9/33.7/71.1/30/50&t=${LOUD}`);
  await pickWhereDrawn();
  await page.getByRole('button', { name: 'Enable globe' }).click();
  await page.evaluate((hash) => (location.hash = hash), `map=5.2/32/70&t=${LOUD}`);
  await expect(pickWhereDrawn).toPass();
});

test('after a lost context and after a change of size steps in time are drawn', async ({ page }) => {
  await open(page, `map=10/${BARA}&t=${LOUD}`);
  const explosion = async () => (await find(page, '--group-explosion', around(60))).pixels;
  await loseContext(page);
  await expect.poll(explosion).toBeGreaterThan(30);
  await setWindow(page, `10/${BARA}`, QUIET, /^0 incidents/);
  await expect.poll(explosion).toBe(0);

  await page.setViewportSize({ width: 1000, height: 700 });
  await setWindow(page, `10/${BARA}`, LOUD, /^1 incident/);
  const middle = around(60, { x: 500, y: 290 });
  await expect.poll(async () => (await find(page, '--group-explosion', middle)).pixels).toBeGreaterThan(30);
});

test('more incidents than are prepared at once come from the worker, drawn and picked alike', async ({ page }) => {
  await page.route(layerAt('incidents.geojson'), async (route) => {
    const collection = (await (await route.fetch()).json()) as { features: { id: string; properties: object }[] };
    const { features } = collection;
    const many = Array.from({ length: 20_500 }, (_, i) => {
      const feature = features[i % features.length];
      const id = i < features.length ? feature.id : `${feature.id}-${i}`;
      return { ...feature, id, properties: { ...feature.properties, id } };
    });
    await route.fulfill({ json: { ...collection, features: many } });
  });
  const workers: string[] = [];
  page.on('worker', (worker) => workers.push(worker.url()));
  await open(page, `map=10/${BARA}&t=${LOUD}`);
  expect(workers.filter((url) => /\/preparing-/.test(url))).toHaveLength(1);
  await expect
    .poll(async () => (await find(page, '--group-explosion', around(120))).pixels, 'a stack of more than thirty')
    .toBeGreaterThan(1000);
  await page.mouse.move(CENTRE.x, CENTRE.y);
  await expect(page.locator('.tip')).toContainText(TITLE);
});
