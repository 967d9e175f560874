import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import Papa from 'papaparse';
import { expect, test } from './setup.ts';

/** Three rows that can be taken (one with what must not run), and two that cannot. */
const TABLE = `id,date,latitude,longitude,title,deaths
one,2024-03-05,33.0,70.1,"Made up, with a comma",3
two,2024-03-06,34.0,71.5,<img src=x onerror=alert(1)>,
three,2024-04-01,32.3,69.6,Third,0
four,2024-13-01,32.3,69.6,No such month,1
five,2024-04-02,,69.6,No latitude,1
`;

const file = (text: string, name = 'mine.csv') => ({ name, mimeType: 'text/csv', buffer: Buffer.from(text) });

async function openData(page: Page) {
  await page.goto('/#panel=data');
  await expect(page.getByTestId('datasets').locator('> li')).toHaveCount(1);
}

async function importTable(page: Page, text = TABLE, name?: string) {
  await page.getByTestId('file').setInputFiles(file(text, name));
  await expect(page.getByTestId('import')).toHaveAttribute('data-state', 'done');
}

/** Waits until the datasets are kept in the browser. */
const kept = (page: Page) => expect(page.getByTestId('datasets')).toHaveAttribute('aria-busy', 'false');

/** The number in front of “incident(s)” in the top bar. */
async function figure(page: Page): Promise<number> {
  const text = await page.getByTestId('summary').locator('strong').innerText();
  return Number(text.replace(/\D/g, ''));
}

async function saved(page: Page, press: () => Promise<void>): Promise<{ name: string; text: string }> {
  const [download] = await Promise.all([page.waitForEvent('download'), press()]);
  return { name: download.suggestedFilename(), text: readFileSync(await download.path(), 'utf8') };
}

test('a file adds its incidents; what could not be taken is told and can be downloaded whole', async ({ page }) => {
  await openData(page);
  const before = await figure(page);
  await importTable(page);
  await expect(page.getByTestId('import').getByTestId('report')).toContainText('5 rows read: 3 taken, 2 rejected.');
  await expect.poll(() => figure(page)).toBe(before + 3);
  const { name, text } = await saved(page, () =>
    page.getByTestId('import').getByRole('button', { name: 'Download the rejected rows' }).click(),
  );
  expect(name).toBe('mine-rejected.csv');
  const rows = Papa.parse<Record<string, string>>(text.trim(), { header: true }).data;
  expect(rows.map(({ id }) => id)).toEqual(['four', 'five']);
  expect(rows.map(({ title }) => title)).toEqual(['No such month', 'No latitude']);
  expect(rows.map(({ rejected_line }) => rejected_line)).toEqual(['5', '6']);
});

test('mended rejects are taken; the same file once more changes nothing', async ({ page }) => {
  await openData(page);
  const before = await figure(page);
  await importTable(page);
  await importTable(page, TABLE.replace('2024-13-01', '2024-12-01').replace('2024-04-02,,', '2024-04-02,32.3,'));
  await expect(page.getByTestId('import').getByTestId('report')).toContainText('5 rows read: 2 taken, 3 rejected.');
  await expect.poll(() => figure(page)).toBe(before + 5);
  await importTable(page);
  await expect(page.getByTestId('import')).toContainText('added nothing');
  expect(await figure(page)).toBe(before + 5);
});

test('the panel shows the row as it stands in the file, as text', async ({ page }) => {
  await openData(page);
  await importTable(page);
  await page.getByRole('button', { name: 'List', exact: true }).click();
  await page.getByRole('button', { name: 'Filters', exact: true }).click();
  await page.getByRole('searchbox', { name: 'Search' }).fill('onerror');
  await page.getByRole('button', { name: 'List', exact: true }).click();
  await page.getByRole('grid', { name: 'Incidents' }).getByText('<img src=x onerror=alert(1)>').click();
  const panel = page.getByTestId('incident');
  await expect(panel.getByRole('heading', { level: 3 })).toHaveText('<img src=x onerror=alert(1)>');
  await expect(panel.getByTestId('killed')).toHaveText(/not known/);
  await panel.getByTestId('original').locator('summary').click();
  await expect(panel.getByTestId('original').locator('dt', { hasText: 'latitude' })).toBeVisible();
  await expect(panel.getByTestId('original').locator('dd', { hasText: '34.0' })).toBeVisible();
});

test('datasets come back after a reload, are switched, removed and deleted', async ({ page }) => {
  await openData(page);
  const before = await figure(page);
  await importTable(page);
  await expect.poll(() => figure(page)).toBe(before + 3);
  await kept(page);
  await page.reload();
  const datasets = page.getByTestId('datasets').locator('> li');
  await expect(datasets).toHaveCount(2);
  await expect.poll(() => figure(page)).toBe(before + 3);
  await page.getByRole('checkbox', { name: 'Show Durand Map, a selection' }).uncheck();
  await expect.poll(() => figure(page)).toBe(3);
  await kept(page);
  await page.reload();
  await expect.poll(() => figure(page)).toBe(3);
  await page.getByRole('checkbox', { name: 'Show Durand Map, a selection' }).check();
  await page.getByRole('button', { name: 'Remove mine.csv' }).click();
  await expect.poll(() => figure(page)).toBe(before);
  await importTable(page);
  page.once('dialog', (dialog) => void dialog.accept());
  await page.getByRole('button', { name: 'Delete everything' }).click();
  await expect(datasets).toHaveCount(1);
  await page.reload();
  await expect(datasets).toHaveCount(1);
  await expect.poll(() => figure(page)).toBe(before);
});

test('a table of unknown columns asks which they are', async ({ page }) => {
  await openData(page);
  await page.getByTestId('file').setInputFiles(file('Wann,Breite,Laenge\n2024-03-05,33.0,70.1\n'));
  const mapping = page.getByTestId('mapping');
  await mapping.getByLabel('Latitude').selectOption('Breite');
  await mapping.getByLabel('Longitude').selectOption('Laenge');
  await mapping.getByLabel('Date *').selectOption('Wann');
  await mapping.getByRole('button', { name: 'Read the file' }).click();
  await expect(page.getByTestId('import').getByTestId('report')).toContainText('1 row read: 1 taken, 0 rejected.');
});

test('a file that is none is refused in plain words, and nothing changes', async ({ page }) => {
  await openData(page);
  const before = await figure(page);
  for (const [name, bytes] of [
    ['empty.csv', Buffer.alloc(0)],
    ['noise.bin', Buffer.from(Array.from({ length: 4096 }, (_, i) => (i * 7919) % 256))],
  ] as const) {
    await page.getByTestId('file').setInputFiles({ name, mimeType: '', buffer: bytes });
    await expect(page.getByTestId('import')).toContainText(`${name} could not be opened.`);
  }
  expect(await figure(page)).toBe(before);
});

test('what is shown is saved as CSV with its provenance, and comes back in unchanged', async ({ page }) => {
  await page.goto('/#panel=data&t=2025-10-01/2025-10-31');
  await expect(page.getByTestId('datasets').locator('> li')).toHaveCount(1);
  const shown = await figure(page);
  const { text } = await saved(page, () => page.getByRole('button', { name: 'Save as CSV' }).click());
  const { data, meta } = Papa.parse<Record<string, string>>(text.trim(), { header: true });
  expect(data).toHaveLength(shown);
  expect(meta.fields?.at(-1)).toContain('1 Oct 2025');
  const ids = data.map(({ id }) => id);

  await page.getByRole('checkbox', { name: 'Show Durand Map, a selection' }).uncheck();
  await importTable(page, text.replaceAll('PKAF-', 'COPY-'), 'copy.csv');
  await expect.poll(() => figure(page)).toBe(shown);
  const again = await saved(page, () => page.getByRole('button', { name: 'Save as CSV' }).click());
  const rows = Papa.parse<Record<string, string>>(again.text.trim(), { header: true }).data;
  expect(rows.map(({ id }) => id.replace('COPY-', 'PKAF-'))).toEqual(ids);
  // what is computed is computed anew, on layers that are rounded to a centimetre
  const cellsOf = (row: Record<string, string>) =>
    Object.values(row)
      .slice(0, -3)
      .map((cell) => (/^\d+\.\d{9,}$/.test(cell) ? Number(cell).toFixed(8) : cell).replaceAll('PKAF-', 'COPY-'));
  expect(rows.map(cellsOf)).toEqual(data.map(cellsOf));
});

test('GeoJSON and KML are well formed and name their sources', async ({ page }) => {
  await openData(page);
  const geojson = await saved(page, () => page.getByRole('button', { name: 'Save as GeoJSON' }).click());
  const collection = JSON.parse(geojson.text) as { features: unknown[]; provenance: { attribution: string[] } };
  expect(collection.features).toHaveLength(await figure(page));
  expect(collection.provenance.attribution.join()).toContain('OpenStreetMap');
  const kml = await saved(page, () => page.getByRole('button', { name: 'Save as KML' }).click());
  const count = await page.evaluate((text) => {
    const parsed = new DOMParser().parseFromString(text, 'text/xml');
    return parsed.querySelector('parsererror') ? -1 : parsed.querySelectorAll('Placemark > TimeSpan').length;
  }, kml.text);
  expect(count).toBe(collection.features.length);
});

test('a picture of the map holds the map, the time and the sources', async ({ page }) => {
  await openData(page);
  await expect(page.locator('html')).toHaveAttribute('data-map', 'painted');
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: /as a picture/ }).click(),
  ]);
  const png = readFileSync(await download.path());
  const { width, height, colors } = await page.evaluate(async (base64) => {
    const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
    const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
    const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
    const context = canvas.getContext('2d');
    if (!context) throw new Error('no canvas');
    context.drawImage(bitmap, 0, 0);
    const { data } = context.getImageData(0, 100, bitmap.width, 600);
    const seen = new Set<number>();
    for (let i = 0; i < data.length; i += 4) seen.add((data[i] << 16) | (data[i + 1] << 8) | data[i + 2]);
    return { width: bitmap.width, height: bitmap.height, colors: [...seen] };
  }, png.toString('base64'));
  expect(width).toBe(1280);
  expect(height).toBeGreaterThan(800);
  // the land, the Durand Line and incidents of two groups, as src/app.css has them
  for (const color of [0xf5f2ec, 0x8a1c7c, 0xc8480a, 0x0b66a8]) expect(colors).toContain(color);
});

test('a project restores files, names, switches and view in another browser', async ({ page, browser, baseURL }) => {
  await openData(page);
  await importTable(page);
  const name = page.getByRole('textbox', { name: 'Name of the dataset' });
  await name.fill('Renamed');
  await name.press('Enter');
  await page.getByRole('checkbox', { name: 'Show Durand Map, a selection' }).uncheck();
  await expect.poll(() => figure(page)).toBe(3);
  await page.getByRole('button', { name: 'Filters', exact: true }).click();
  await page.getByRole('searchbox', { name: 'Search' }).fill('comma');
  await expect.poll(() => figure(page)).toBe(1);
  await page.getByRole('button', { name: 'Data', exact: true }).click();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Save as a project' }).click(),
  ]);

  const other = await browser.newContext({ ...(baseURL ? { baseURL } : {}), viewport: { width: 1280, height: 800 } });
  const elsewhere = await other.newPage();
  await openData(elsewhere);
  const path = await download.path();
  await elsewhere.getByTestId('file').setInputFiles({ name: 'a project', mimeType: '', buffer: readFileSync(path) });
  await expect.poll(() => figure(elsewhere)).toBe(1);
  await expect(elsewhere.getByRole('textbox', { name: 'Name of the dataset' })).toHaveValue('Renamed');
  await expect(elsewhere.getByRole('checkbox', { name: 'Show Durand Map, a selection' })).not.toBeChecked();
  await other.close();
});

test('two datasets are compared by month and district', async ({ page }) => {
  await openData(page);
  await importTable(page, 'id,date,lat,lon,title\na,2025-10-08,34.0,71.5,Made up\n');
  await page.getByText('Compare two datasets').click();
  const compare = page.getByTestId('compare');
  await compare.getByRole('combobox', { name: 'First dataset, A' }).selectOption('mine.csv');
  await compare.getByRole('combobox', { name: 'Second dataset, B' }).selectOption('Durand Map, a selection');
  await expect(compare).toContainText(/\d+ in both, \d+ in A alone, \d+ in B alone/);
  const { text } = await saved(page, () => compare.getByRole('button', { name: 'Save the comparison as CSV' }).click());
  const rows = Papa.parse<Record<string, string>>(text.trim(), { header: true }).data;
  const mine = rows.filter((row) => row['mine.csv'] !== '0');
  expect(mine.map((row) => [row['month'], row['district'], row['mine.csv']])).toEqual([['2025-10', 'Peshawar', '1']]);
  const own = rows.reduce((sum, row) => sum + Number(row['Durand Map, a selection']), 0);
  expect(own + 1).toBe(await figure(page));
});

test('where the browser keeps nothing, files are opened all the same, and the reader is told', async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(globalThis, 'indexedDB', {
      value: {
        open: () => {
          throw new DOMException('blocked', 'SecurityError');
        },
      },
    });
  });
  await openData(page);
  const before = await figure(page);
  await importTable(page);
  await expect.poll(() => figure(page)).toBe(before + 3);
  await expect(page.getByRole('status').filter({ hasText: 'This browser keeps no files now' })).toBeVisible();
});

test('an import that is broken off leaves everything as it was', async ({ page }) => {
  await openData(page);
  const before = await figure(page);
  const rows = Array.from({ length: 200_000 }, (_, i) => `r${i},2024-03-05,33.0,70.1,Made up,0`);
  await page.getByTestId('file').setInputFiles(file(`id,date,latitude,longitude,title,deaths\n${rows.join('\n')}\n`));
  await page.getByTestId('import').getByRole('button', { name: 'Cancel' }).click();
  await expect(page.getByTestId('import')).toHaveAttribute('data-state', 'idle');
  expect(await figure(page)).toBe(before);
  await page.reload();
  await expect(page.getByTestId('datasets').locator('> li')).toHaveCount(1);
  await importTable(page);
  await expect.poll(() => figure(page)).toBe(before + 3);
});
