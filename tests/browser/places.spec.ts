import type { Page } from '@playwright/test';
import { GROUP_OF, type Incident } from '../../geo/model/incident.ts';
import { CENTRE, find, open, shadedPixels } from './picture.ts';
import { expect, test } from './setup.ts';

const around = (size: number) => ({ x: CENTRE.x - size / 2, y: CENTRE.y - size / 2, width: size, height: size });

async function incidentsOf(page: Page): Promise<Incident[]> {
  const response = await page.request.get('/layers/incidents.geojson');
  return ((await response.json()) as { features: Incident[] }).features;
}

const dayOf = ({ properties: { start } }: Incident) => start;
const isOneDay = ({ properties: { start, end } }: Incident) => start === end;
const placeOf = ({ geometry }: Incident) => geometry.coordinates.join();
const isLocated = ({ properties: { locationPrecision: p } }: Incident) => p === 'exact' || p === 'town';
const isOfDistrict = ({ properties: p }: Incident) => p.locationPrecision === 'district' && p.district !== null;
const colorOf = ({ properties: { type } }: Incident) => `--group-${GROUP_OF[type]}`;

/** An incident that wanted tells, on a day on which nothing else is on. */
function alone(all: readonly Incident[], isWanted: (incident: Incident) => boolean): Incident {
  const found = all.find(
    (one) =>
      isOneDay(one) &&
      isWanted(one) &&
      all.filter(({ properties: { start, end } }) => start <= dayOf(one) && end >= dayOf(one)).length === 1,
  );
  if (!found) throw new Error('No incident is alone on its day.');
  return found;
}

const viewOf = (incident: Incident, zoom: number) => {
  const [lon, lat] = incident.geometry.coordinates;
  return `map=${zoom}/${lat}/${lon}&t=${dayOf(incident)}/${dayOf(incident)}`;
};

test('what is alone in its time stands at its place, though many share it', async ({ page }) => {
  const all = await incidentsOf(page);
  const sharers = (one: Incident) => all.filter((other) => placeOf(other) === placeOf(one)).length;
  const incident = alone(
    all,
    (one) =>
      isLocated(one) &&
      sharers(one) > 8 &&
      (one.properties.fatalities.best ?? 0) < 5 &&
      one.properties.fatalities.best !== null,
  );
  for (const zoom of [8.5, 11]) {
    await open(page, viewOf(incident, zoom));
    const found = await find(page, colorOf(incident), around(160));
    expect(found.pixels).toBeGreaterThan(15);
    // a triangle's middle is not that of its box
    expect(Math.hypot(found.x - CENTRE.x, found.y - CENTRE.y)).toBeLessThan(1.5);
  }
});

test('several at one place stand apart, and each is found under the pointer', async ({ page }) => {
  await open(page, 'map=10/34.01667/71.58333');
  const titles = new Set<string>();
  for (let y = -44; y <= 44; y += 11)
    for (let x = -44; x <= 44; x += 11) {
      await page.mouse.move(CENTRE.x + x, CENTRE.y + y);
      titles.add((await page.locator('.tip strong').allTextContents()).join());
    }
  expect(titles.size).toBeGreaterThan(8);
});

test('what is known to a district only is one symbol that tells so; a click comes near, where each stands around it', async ({
  page,
}) => {
  const incident = alone(await incidentsOf(page), isOfDistrict);
  await open(page, viewOf(incident, 7));
  // the symbol stands where most of its district's were put
  const symbol = await find(page, colorOf(incident));
  expect(symbol.pixels).toBeGreaterThan(20);
  await page.mouse.move(symbol.x, symbol.y);
  await expect(page.locator('.tip')).toContainText(
    `1 incident known to ${incident.properties.district?.name ?? ''} district only`,
  );
  await page.mouse.click(symbol.x, symbol.y);
  await expect.poll(() => page.url()).toContain('map=9.00');
  await page.mouse.move(10, 400);
  // the ring in the middle, and the mark beside it
  await expect
    .poll(async () => (await find(page, colorOf(incident), around(120))).pixels)
    .toBeGreaterThan(symbol.pixels * 1.3);
  const titles = new Set<string>();
  for (let y = -30; y <= 30; y += 6)
    for (let x = -30; x <= 30; x += 6) {
      await page.mouse.move(CENTRE.x + x, CENTRE.y + y);
      titles.add((await page.locator('.tip strong').allTextContents()).join());
    }
  expect([...titles]).toContain(incident.properties.title);
});

test('the ring of a chosen incident that is known to a district only is around its symbol', async ({ page }) => {
  const incident = alone(await incidentsOf(page), isOfDistrict);
  const day = dayOf(incident);
  await open(page, `map=7/33.5/70.5&t=${day}/${day}`);
  const symbol = await find(page, colorOf(incident));
  const box = { x: symbol.x - 20, y: symbol.y - 20, width: 40, height: 40 };
  const before = (await find(page, '--ink', box)).pixels;
  await page.evaluate(
    (hash) => (location.hash = hash),
    `map=7/33.5/70.5&t=${day}/${day}&incident=${incident.properties.id}`,
  );
  await expect(page.getByRole('heading', { name: incident.properties.title })).toBeVisible();
  await expect.poll(async () => (await find(page, '--ink', box)).pixels).toBeGreaterThan(before + 20);
});

test('the Durand Line lies below the marks at any zoom', async ({ page }) => {
  const incident = alone(
    await incidentsOf(page),
    (one) => isLocated(one) && (one.properties.borderKm ?? 99) < 2 && (one.properties.fatalities.best ?? 0) > 3,
  );
  for (const zoom of [6, 8]) {
    await open(page, viewOf(incident, zoom));
    // its middle shows no other colour
    expect((await find(page, colorOf(incident), around(6))).pixels).toBeGreaterThan(4);
    expect((await find(page, '--border-line', around(4))).pixels).toBe(0);
  }
});

test('districts are shaded by incidents per 100,000 people, and a district tells its own', async ({ page }) => {
  await open(page, 'map=8/33.0/70.3&t=2009-01-01/2009-12-31');
  await page.getByLabel('Districts by').selectOption('incidents per 100,000 people');
  await expect(page.getByRole('list', { name: 'Districts by incidents per 100,000 people' })).toContainText('under');
  await expect.poll(() => shadedPixels(page)).toBeGreaterThan(2000);
  await expect.poll(() => page.url()).toContain('shade=incidents-per-100k');
  await page.mouse.move(CENTRE.x, CENTRE.y - 60);
  await expect(page.locator('.tip')).toContainText('Per 100,000 people');
});

test('while windows grow no district becomes lighter', async ({ page }) => {
  await open(page, 'map=7.5/34/71.5&shade=incidents&mode=from-start&t=2004-03-01/2012-12-31&step=year');
  const legend = page.getByRole('list', { name: 'Districts by incidents' });
  const words = await legend.innerText();
  for (let step = 0; step < 3; step++) await page.keyboard.press('ArrowRight');
  await expect.poll(() => page.url()).toContain('2015-12-31');
  expect(await legend.innerText()).toBe(words);
});
