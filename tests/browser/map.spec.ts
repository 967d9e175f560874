import { CENTRE, find, open, loseContext, shadedPixels } from './picture.ts';
import { expect, test } from './setup.ts';
import { tableRows } from '../tables.ts';

test.use({ isDrawn: true });

/** An incident that no other shares place or day with, an explosion at a named place. */
const BARA = { lon: 71.455, lat: 33.92, day: '2023-07-20', title: 'Two suicide bombers attack Bara compound' };
/** A day with no incident. */
const QUIET = '2005-05-05';
const around = (size: number) => ({ x: CENTRE.x - size / 2, y: CENTRE.y - size / 2, width: size, height: size });
const at = ({ lon, lat, day }: typeof BARA, zoom: number) => `map=${zoom}/${lat}/${lon}&t=${day}/${day}`;

test('incidents are drawn in the colour of their group and change with the window', async ({ page }) => {
  await open(page, `t=${BARA.day}/${BARA.day}`);
  expect((await find(page, '--group-explosion')).pixels).toBeGreaterThan(8);

  await page.evaluate((day) => (location.hash = `t=${day}/${day}`), QUIET);
  await expect(page.getByTestId('summary')).toContainText('0 incidents');
  await expect.poll(async () => (await find(page, '--group-explosion')).pixels).toBe(0);
});

test('switching a group off in the legend takes its incidents off the map and into the filter', async ({ page }) => {
  await open(page, at(BARA, 9));
  expect((await find(page, '--group-explosion', around(60))).pixels).toBeGreaterThan(30);
  const button = page.getByRole('button', { name: 'Explosion' });
  await expect(button).toHaveAttribute('aria-pressed', 'true');
  await button.click();
  await expect(button).toHaveAttribute('aria-pressed', 'false');
  await expect.poll(async () => (await find(page, '--group-explosion', around(60))).pixels).toBe(0);
  await expect.poll(() => page.url()).toContain('types=');
});

test('the Durand Line is on the map', async ({ page }) => {
  await open(page);
  expect((await find(page, '--border-line')).pixels).toBeGreaterThan(800);
});

test('a click on an incident opens it, a click on nothing closes it', async ({ page }) => {
  await open(page, at(BARA, 10));
  await page.mouse.move(CENTRE.x, CENTRE.y);
  await expect(page.locator('.tip')).toContainText(BARA.title);
  await page.mouse.click(CENTRE.x, CENTRE.y);
  await expect(page.getByRole('heading', { name: BARA.title })).toBeVisible();
  await page.mouse.click(200, 500);
  await expect(page.getByRole('heading', { name: BARA.title })).toBeHidden();
});

test('a point lies within half a pixel of its place at zoom 18, and near it on the globe', async ({ page }) => {
  await open(page, at(BARA, 18));
  const flat = await find(page, '--group-explosion', around(80));
  expect(flat.pixels).toBeGreaterThan(60);
  expect(Math.hypot(flat.x - CENTRE.x, flat.y - CENTRE.y)).toBeLessThan(0.5);

  await page.evaluate((hash) => (location.hash = hash), at(BARA, 8));
  await page.getByRole('button', { name: 'Enable globe' }).click();
  await expect.poll(async () => (await find(page, '--group-explosion', around(80))).pixels).toBeGreaterThan(20);
  const round = await find(page, '--group-explosion', around(80));
  // MapLibre makes the sphere with the driver's sines, here of 11 bits or so; the whole map shifts with them
  expect(Math.hypot(round.x - CENTRE.x, round.y - CENTRE.y)).toBeLessThan(3);
});

test('a district tells its figures under the pointer; a click makes it the filter and a second one undoes it', async ({
  page,
}) => {
  await open(page, `map=9/33.0/70.0&t=${QUIET}/${QUIET}`);
  await page.mouse.move(CENTRE.x, CENTRE.y);
  await expect(page.locator('.tip')).toContainText('North Waziristan');
  await expect(page.locator('.tip')).toContainText('0 incidents');
  await page.mouse.click(CENTRE.x, CENTRE.y);
  await expect.poll(() => page.url()).toContain('districts=north-waziristan');
  await page.mouse.click(CENTRE.x, CENTRE.y);
  await expect.poll(() => page.url()).not.toContain('districts=');
});

test('a small mark that is selected lies above its own distance line and its casing', async ({ page }) => {
  // one killed, alone at its place, 100 km from the line
  await open(page, 'incident=PKAF-0536&t=2024-09-22/2024-09-22&map=8/34.7997/72.5717');
  const at = { x: CENTRE.x - 8, y: CENTRE.y - 8, width: 16, height: 16 };
  const mark = await find(page, '--group-explosion', at);
  expect(mark.pixels).toBeGreaterThan(12); // of 28 in a disc of three pixels' radius
  expect(Math.hypot(mark.x - CENTRE.x, mark.y - CENTRE.y)).toBeLessThan(1);
});

test('a crossing stands on the map as a gate, barred on a day on which it was closed', async ({ page }) => {
  const at = { x: CENTRE.x - 8, y: CENTRE.y - 8, width: 16, height: 16 };
  // Torkham, 34.1226° N, 71.0932° E: closed from 12 October 2025, as closures.csv has it; open in August
  const ink = async (day: string) => {
    await open(page, `map=11/34.12264/71.0932&types=talks&t=${day}/${day}`);
    await page.waitForFunction(() =>
      performance.getEntriesByType('resource').some(({ name }) => name.includes('/closures.')),
    );
    return () => find(page, '--ink', at).then(({ pixels }) => pixels);
  };
  await expect.poll(await ink('2025-08-20'), { timeout: 20_000 }).toBeGreaterThan(15);
  await expect(page.getByText('Crossing', { exact: true })).toBeVisible(); // in the legend
  const free = await (await ink('2025-08-20'))();
  await expect.poll(await ink('2025-10-20'), { timeout: 20_000 }).toBeGreaterThan(free + 10);
});

test('the choropleth shades districts by the figures of the window', async ({ page }) => {
  await open(page, 'map=8/33.0/70.3&t=2009-01-01/2009-12-31');
  const plain = await shadedPixels(page); // the land beside has nearly the colour of a class
  await page.getByLabel('Districts by').selectOption('incidents');
  await expect.poll(() => shadedPixels(page)).toBeGreaterThan(plain + 5000);
});

test('a click while measuring draws the nearest point and its distance', async ({ page }) => {
  await open(page, `map=9/34.01/71.58&t=${QUIET}/${QUIET}`);
  const before = (await find(page, '--ink', around(120))).pixels;
  await page.getByRole('button', { name: 'Measure' }).first().click();
  await page.mouse.click(CENTRE.x, CENTRE.y);
  await expect.poll(async () => (await find(page, '--ink', around(120))).pixels).toBeGreaterThan(before + 30);
});

test('the theme changes the land without a reload', async ({ page }) => {
  await open(page, `t=${QUIET}/${QUIET}`);
  const light = (await find(page, '--land')).pixels;
  expect(light).toBeGreaterThan(100_000);
  await page.evaluate((day) => (location.hash = `t=${day}/${day}&theme=dark`), QUIET);
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await expect.poll(async () => (await find(page, '--land')).pixels).toBeGreaterThan(light * 0.8);
});

test('a link in dark colours has a dark map from the start', async ({ page }) => {
  await open(page, `t=${QUIET}/${QUIET}&theme=dark`);
  expect((await find(page, '--land')).pixels).toBeGreaterThan(100_000);
});

test('after a lost WebGL context the incidents are drawn again', async ({ page }) => {
  await open(page, at(BARA, 10));
  await loseContext(page);
  await expect.poll(async () => (await find(page, '--group-explosion', around(60))).pixels).toBeGreaterThan(30);
});

test('without WebGL the page says so and everything else works', async ({ page, complaints }) => {
  await page.addInitScript(() => {
    const getContext = HTMLCanvasElement.prototype.getContext;
    HTMLCanvasElement.prototype.getContext = function (this: HTMLCanvasElement, kind: string, ...rest: unknown[]) {
      return kind.startsWith('webgl') ? null : Reflect.apply(getContext, this, [kind, ...rest]);
    } as typeof getContext;
  });
  await page.goto('/#panel=list');
  await expect(page.getByText('gives no WebGL')).toBeVisible();
  await expect(page.getByTestId('summary')).toContainText(
    `${tableRows('incidents.csv').length.toLocaleString('en-GB')} incidents`,
  );
  await expect(page.locator('html')).toHaveAttribute('data-map', 'missing');
  expect(complaints).toEqual([]);
});
