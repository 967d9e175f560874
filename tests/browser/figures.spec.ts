import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import type { Locator, Page } from '@playwright/test';
import type { Profile } from '../../geo/store/profile.ts';
import type { Tally } from '../../geo/store/sums.ts';
import type { Measurement } from '../../geo/model/border.ts';
import type { Incident } from '../../geo/model/incident.ts';
import { placesOfIncident } from '../../geo/model/incident-places.ts';
import { karney } from '../oracle.ts';
import { expect, test } from './setup.ts';

const INCIDENTS = 'public/layers/incidents.geojson';
const incidents = (JSON.parse(readFileSync(INCIDENTS, 'utf8')) as { features: Incident[] }).features;
const placeOf = (incident: Incident) => placesOfIncident(incident)[0];

/** What the command line prints. */
function geo(...args: string[]): unknown {
  return JSON.parse(execFileSync(process.execPath, ['--import', 'tsx', 'geo/cli.ts', ...args], { encoding: 'utf8' }));
}

interface Report {
  incidents: number;
  deaths: { best: number; low: number; high: number; unknown: number };
  byDistance: Profile;
}

async function open(page: Page, hash = '') {
  await page.goto(`/#${hash}`);
  await expect(page.getByTestId('summary')).toBeVisible();
}

/** The number in front of “incident(s)” in the top bar. */
async function figure(page: Page): Promise<number> {
  const text = await page.getByTestId('summary').locator('strong').innerText();
  return Number(text.replace(/\D/g, ''));
}

const written = (count: number) => count.toLocaleString('en-GB');

/** A sum of deaths as the page writes it: where not one of them is known it is not 0. */
function killed({ incidents, deaths, deathsUnknown }: Tally): string {
  return incidents > 0 && deathsUnknown === incidents ? 'not known' : written(deaths);
}

/** The cells of each row of a table, its heading included. */
async function rowsOf(table: Locator): Promise<string[][]> {
  const rows = await table.locator('tbody tr').all();
  return Promise.all(rows.map((row) => row.locator('th, td').allInnerTexts()));
}

/** A range in the page's hash, such as `along=788..901`. */
function rangeInHash(page: Page, key: string): { min: number; max: number } | null {
  const text = new URLSearchParams(new URL(page.url()).hash.slice(1)).get(key);
  if (text === null) return null;
  const [min, max] = text.split('..').map(Number);
  return { min, max };
}

async function drag(page: Page, surface: Locator, from: [number, number], to: [number, number]) {
  const box = await surface.boundingBox();
  if (!box) throw new Error('there is nothing to drag on');
  const at = ([x, y]: [number, number]): [number, number] => [box.x + box.width * x, box.y + box.height * y];
  await page.mouse.move(...at(from));
  await page.mouse.down();
  await page.mouse.move(...at([(from[0] + to[0]) / 2, (from[1] + to[1]) / 2]));
  await page.mouse.move(...at(to));
  await page.mouse.up();
}

const FILTERS = { countries: 'AF', across: '-60..60', confidence: 'high,medium', q: 'air' };
const YEARS = '2004-03-01/2026-06-30';
for (const { window, filters, hash } of [
  { window: '2025-01-01/2025-12-31', filters: {}, hash: 't=2025-01-01/2025-12-31&' },
  { window: YEARS, filters: {}, hash: '' },
  { window: YEARS, filters: FILTERS, hash: `${new URLSearchParams(FILTERS).toString()}&` },
]) {
  test(`the page shows what the command line prints, ${window} ${Object.keys(filters).join()}`, async ({ page }) => {
    const options = Object.entries(filters).map(([name, value]) => `--${name}=${value}`);
    const report = geo('report', INCIDENTS, '--window', window, ...options, '--json') as Report;
    await open(page, `${hash}panel=distance`);
    const summary = page.getByTestId('summary');
    await expect(summary.locator('strong')).toHaveText(`${written(report.incidents)} incidents`);
    const { best, low, high, unknown } = report.deaths;
    const notKnown = unknown > 0 ? `, not known for ${unknown}` : '';
    await expect(summary.locator('.deaths')).toHaveText(
      `; about ${written(best)} killed (${written(low)}–${written(high)})${notKnown}`,
    );
    for (const key of ['incidents', 'deaths'] as const) {
      await page.evaluate((wanted) => (location.hash = wanted), `${hash}panel=distance&bars=${key}`);
      for (const side of ['PK', 'AF'] as const) {
        const table = page.getByTestId(`bands-${side}`);
        await expect(table.locator('caption')).toContainText(key === 'deaths' ? /killed|deaths/i : /incidents/i);
        const bands = report.byDistance.bands.filter((band) => band.side === side);
        expect(await rowsOf(table)).toEqual(
          bands.map(({ fromKm, toKm, figure, surely, possibly }) => [
            toKm === null ? `${fromKm} km and more` : `${fromKm}–${toKm} km`,
            ...[figure, surely, possibly].map((tally) => (key === 'deaths' ? killed(tally) : written(tally.incidents))),
          ]),
        );
      }
    }
  });
}

test('a file that is opened gives the figures that the command line prints of it', async ({ page }, testInfo) => {
  const path = testInfo.outputPath('made-up.csv');
  geo('synth', '400', '--out', path, '--json');
  const report = geo('report', path, '--types', 'ambush,bombing_ied', '--json') as Report;
  await open(page, 'types=ambush,bombing_ied&panel=data');
  await page.getByTestId('file').setInputFiles(path);
  await page.getByRole('button', { name: 'Only this: made-up.csv' }).click();
  await expect.poll(() => figure(page)).toBe(report.incidents);
  const { best, unknown } = report.deaths;
  await expect(page.getByTestId('summary').locator('.deaths')).toContainText(`about ${written(best)} killed`);
  if (unknown > 0) await expect(page.getByTestId('summary')).toContainText(`not known for ${unknown}`);
});

/** The side in words. The line may lie within the kilometre to which an exact place is known. */
function sideWords({ side, borderKm }: Measurement): string {
  if (side === null) return 'neither side';
  if (borderKm <= 1) return 'undecided: the line lies within what the place is known to';
  return { PK: 'Pakistan', AF: 'Afghanistan' }[side];
}

test('the measuring tool shows what the command line prints, in kilometres and in miles', async ({ page }) => {
  await open(page);
  await page.keyboard.press('m');
  // Peshawar; near Khost in Afghanistan; near the line's end at Iran
  for (const [lon, lat] of [
    [71.58, 34.01],
    [69.5, 33.4],
    [61.4, 29.7],
  ]) {
    const m = geo('measure', String(lon), String(lat), '--json') as Measurement;
    await page.getByLabel('Latitude').fill(String(lat));
    await page.getByLabel('Longitude').fill(String(lon));
    await page.keyboard.press('Enter');
    const result = page.getByTestId('measurement');
    const [from, to] = [Math.max(0, m.borderKm - 1), m.borderKm + 1].map((km) => km.toFixed(0));
    await expect(result.locator('strong')).toHaveText(`${m.borderKm.toFixed(1)} km (${from}–${to})`);
    const [names, values] = await Promise.all(['dt', 'dd'].map((part) => result.locator(part).allInnerTexts()));
    const along = m.alongKm.toLocaleString('en-GB', { minimumFractionDigits: 1, maximumFractionDigits: 1 });
    expect(Object.fromEntries(names.map((name, i) => [name, values[i]]))).toMatchObject({
      'Nearest point': `${m.borderPoint[1].toFixed(4)}° N, ${m.borderPoint[0].toFixed(4)}° E`,
      Side: sideWords(m),
      'Along the line': `${along} km from the tripoint with China`,
      District: m.district?.name ?? 'none of Khyber Pakhtunkhwa',
      Country: m.country === 'AF' ? 'Afghanistan' : 'Pakistan',
    });
    await page.getByRole('button', { name: 'Distances in km; switch to miles' }).click();
    await expect(result.locator('strong')).toContainText(`${(m.borderKm / 1.609344).toFixed(1)} mi (`);
    await page.getByRole('button', { name: 'Distances in mi; switch to kilometres' }).click();
  }
});

test('the interval follows how well the place is known, and is copied', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await open(page);
  await page.keyboard.press('m');
  await page.getByLabel('Latitude').fill('34.01, 71.58');
  await page.keyboard.press('Enter');
  const figureShown = page.getByTestId('measurement').locator('strong');
  const known = page.getByLabel('How well the place is known');
  await expect(figureShown).toHaveText('44.9 km (44–46)');
  await known.selectOption('town');
  await expect(figureShown).toHaveText('44.9 km (40–50)');
  await known.selectOption('about');
  await expect(figureShown).toHaveText('44.9 km (20–70)');
  // the whole of Peshawar District: no decimals, and the place is one of those in it
  await known.selectOption('district');
  await expect(figureShown).toHaveText(/^45 km \(\d+–\d+\)$/);

  const to = page.getByTestId('to-district');
  await expect(to.locator('option')).toHaveCount(36);
  await expect(to.locator('option', { hasText: 'Peshawar' })).toHaveText('Peshawar: 0 km, inside it');
  await to.selectOption('kurram');
  await page.getByRole('button', { name: 'Copy as text' }).click();
  await expect(page.getByText('Copied.')).toBeVisible();
  const text = await page.evaluate(() => navigator.clipboard.readText());
  expect(text).toMatch(/^Distance from the Durand Line: 45 km \(\d+–\d+\)\nHow well the place is known: District/);
  expect(text).toMatch(/^Distance to Kurram: \d+\.\d km$/m);
});

test('the nearest crossing is told with its distance, of an incident and of what is measured', async ({ page }) => {
  // the gate of Torkham, as crossings.csv has it, and Landi Kotal
  const [gate, lon, lat] = [[71.093202, 34.122641] as const, 71.15, 34.1];
  const km = karney([lon, lat], [...gate]) / 1000;
  await open(page, `measure=point&at=${lat}/${lon}`);
  await expect(page.getByTestId('measurement')).toContainText(`Torkham, ${km.toFixed(1)} km`);
  const near = incidents.find(
    (one) => one.properties.locationPrecision === 'town' && karney(placeOf(one), [...gate]) < 5000,
  );
  if (!near) throw new Error('no incident near Torkham');
  await open(page, `incident=${near.properties.id}`);
  const away = karney(placeOf(near), [...gate]) / 1000;
  await expect(page.getByTestId('incident')).toContainText(`Torkham, ${away.toFixed(1)} km`);
});

test('from an incident to another, whose very place a click on it takes', async ({ page }) => {
  const ends = incidents.filter((one) =>
    incidents.every(
      (other) => other.properties.id === one.properties.id || karney(placeOf(one), placeOf(other)) > 3000,
    ),
  );
  // what is known to a district only has no mark of its own
  const [a, b] = ends.filter(({ properties }) => ['exact', 'town'].includes(properties.locationPrecision)).slice(-2);
  const [lon, lat] = placeOf(b);
  await open(page, `incident=${a.properties.id}`);
  await page.getByRole('button', { name: 'Measure from here' }).click();
  // what is measured stands in the address, and stays
  await expect(page).toHaveURL(/measure=/);
  await page.evaluate(
    (map) => {
      const others = location.hash
        .slice(1)
        .split('&')
        .filter((part) => !/^(map|incident)=/.test(part));
      location.hash = [map, ...others].join('&');
    },
    `map=12/${lat.toFixed(4)}/${lon.toFixed(4)}`,
  );
  await expect(page.locator('html')).toHaveAttribute('data-map', 'painted');
  const canvas = page.locator('.maplibregl-canvas');
  const box = await canvas.boundingBox();
  if (!box) throw new Error('there is no map');
  // beside the middle of its mark: 3 pixels are some 90 m here
  await page.mouse.click(box.x + box.width / 2 + 3, box.y + box.height / 2);
  const places = page.getByRole('list', { name: 'Places of the path' }).getByRole('listitem');
  await expect(places).toHaveCount(2);
  const shown = ([x, y]: [number, number]) => `${y.toFixed(4)}° N, ${x.toFixed(4)}° E`;
  await expect(places.nth(0)).toContainText(shown(placeOf(a)));
  await expect(places.nth(1)).toContainText(shown(placeOf(b)));
  const km = karney(placeOf(a), placeOf(b)) / 1000;
  await expect(page.getByTestId('measurement').locator('strong')).toHaveText(
    `${km.toLocaleString('en-GB', { minimumFractionDigits: 1, maximumFractionDigits: 1 })} km`,
  );
});

/** Incidents near the line whose nearest point lies on the stretch. */
function onStretch({ min, max }: { min: number; max: number }): number {
  return incidents.filter(({ properties: { alongKm, borderKm } }) => {
    return alongKm !== null && borderKm !== null && alongKm >= min && alongKm <= max && borderKm <= 100;
  }).length;
}

test('brushing the diagram shows one stretch of the border', async ({ page }) => {
  await open(page, 'diagram=both');
  expect(await figure(page)).toBe(incidents.length);
  await drag(page, page.getByTestId('border-strip'), [0.5, 0.3], [0.5, 0.42]);
  await expect.poll(() => page.url()).toContain('along=');
  const brushed = rangeInHash(page, 'along') ?? { min: NaN, max: NaN };
  // the diagram runs over 2,658 km; a brush takes whole rows
  expect(Math.abs(brushed.min / 2658 - 0.3)).toBeLessThan(0.03);
  expect(Math.abs(brushed.max / 2658 - 0.42)).toBeLessThan(0.03);
  const within = onStretch(brushed);
  expect(within).toBeGreaterThan(0);
  expect(within).toBeLessThan(incidents.length);
  await expect.poll(() => figure(page)).toBe(within);

  await page.getByRole('button', { name: 'Show the whole line' }).click();
  await expect.poll(() => figure(page)).toBe(incidents.length);
  await expect.poll(() => page.url()).not.toContain('along=');
});

test('a drag over the diagram moves the window too', async ({ page }) => {
  await open(page, 'diagram=both');
  await drag(page, page.getByTestId('border-strip'), [0.6, 0.3], [0.8, 0.42]);
  await expect.poll(() => page.url()).toMatch(/t=20\d\d-.*along=/);
});

test('by keyboard, a named stretch is the same as its kilometres', async ({ page }) => {
  await open(page, 'diagram=both');
  const stretch = page.getByLabel('Stretch');
  await stretch.selectOption('Khyber');
  await expect.poll(() => rangeInHash(page, 'along')).not.toBeNull();
  const khyber = rangeInHash(page, 'along') ?? { min: NaN, max: NaN };
  const chosen = onStretch(khyber);
  expect(chosen).toBeGreaterThan(0);
  await expect.poll(() => figure(page)).toBe(chosen);

  await page.getByRole('button', { name: 'Show the whole line' }).click();
  await expect.poll(() => figure(page)).toBe(incidents.length);
  await page.getByLabel('From km').fill(String(khyber.min));
  await page.keyboard.press('Tab');
  await page.getByLabel('To km').fill(String(khyber.max));
  await page.keyboard.press('Tab');
  await expect.poll(() => rangeInHash(page, 'along')).toEqual(khyber);
  await expect.poll(() => figure(page)).toBe(chosen);
  await expect(stretch.locator('option:checked')).toHaveText('Khyber');
});

test('brushing the chart of distances shows only those', async ({ page }) => {
  await open(page, 'panel=distance');
  // from the line to half of its reach on the Pakistani side
  await drag(page, page.getByTestId('across'), [0.51, 0.5], [0.74, 0.5]);
  await expect.poll(() => rangeInHash(page, 'across')).not.toBeNull();
  const brushed = rangeInHash(page, 'across') ?? { min: NaN, max: NaN };
  expect(brushed).toEqual({ min: 0, max: 75 });
  const within = incidents.filter(({ properties: { side, borderKm } }) => {
    if (side === null || borderKm === null) return false;
    const km = side === 'AF' ? -borderKm : borderKm;
    return km >= brushed.min && km <= brushed.max;
  }).length;
  expect(within).toBeGreaterThan(0);
  expect(within).toBeLessThan(incidents.length);
  await expect.poll(() => figure(page)).toBe(within);
  await page.getByRole('button', { name: 'Show all distances' }).click();
  await expect.poll(() => figure(page)).toBe(incidents.length);
});
