import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import type { Page, TestInfo } from '@playwright/test';
import Papa from 'papaparse';
import { kept } from './keeping.ts';
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

/** The number in front of “incident(s)” in the top bar. */
async function figure(page: Page): Promise<number> {
  const text = await page.getByTestId('summary').locator('strong').innerText();
  return Number(text.replace(/\D/g, ''));
}

async function saved(page: Page, press: () => Promise<void>): Promise<{ name: string; text: string }> {
  const [download] = await Promise.all([page.waitForEvent('download'), press()]);
  return { name: download.suggestedFilename(), text: readFileSync(await download.path(), 'utf8') };
}

test('where datasets are downloaded is told in a line each, and nothing is asked of these hosts', async ({ page }) => {
  await openData(page);
  const downloads = page.getByTestId('downloads');
  await expect(downloads.getByRole('link', { name: 'UCDP' })).toBeHidden();
  await downloads.getByText('Where to download datasets').click();
  for (const [name, host] of [
    ['UCDP', 'https://ucdp.uu.se/'],
    ['ACLED', 'https://acleddata.com/'],
    ['GTD', 'https://www.start.umd.edu/'],
  ]) {
    const line = downloads.getByRole('listitem').filter({ has: page.getByRole('link', { name }) });
    await expect(line).toContainText('as it is.');
    await expect(line.getByRole('link')).toHaveAttribute('href', new RegExp(`^${host.replaceAll('.', '\\.')}`));
  }
});

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
  await importTable(page, TABLE.split('\n').slice(0, 4).join('\n'));
  await expect(page.getByTestId('import')).toContainText(
    'All 3 rows of mine.csv are there already; nothing was changed.',
  );
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
  await kept(page);
  await page.reload();
  await expect.poll(() => figure(page)).toBe(before);
  await expect(datasets).toHaveCount(1);
  await importTable(page);
  page.once('dialog', (dialog) => void dialog.accept());
  await page.getByRole('button', { name: 'Delete everything' }).click();
  await expect(datasets).toHaveCount(1);
  await page.reload();
  await expect(datasets).toHaveCount(1);
  await expect.poll(() => figure(page)).toBe(before);
});

test('a dataset that was removed is brought back whole, in its place, and is kept again', async ({ page }) => {
  await openData(page);
  await importTable(page);
  await importTable(page, 'id,date,lat,lon,title\na,2025-10-08,34.0,71.5,Made up\n', 'second.csv');
  const before = await figure(page);
  await page.getByRole('button', { name: 'Remove mine.csv' }).click();
  await expect.poll(() => figure(page)).toBe(before - 3);
  await page.getByRole('status').getByRole('button', { name: 'Undo' }).click();
  await expect.poll(() => figure(page)).toBe(before);
  await expect(page.getByRole('button', { name: 'Undo' })).toBeHidden();
  await kept(page);
  await page.reload();
  await expect.poll(() => figure(page)).toBe(before);
  const names = page.getByRole('textbox', { name: 'Name of the dataset' });
  await expect(names).toHaveCount(2);
  await expect(names.first()).toHaveValue('mine.csv');
  const first = page.getByTestId('datasets').locator('> li').nth(1);
  await first.getByText('Licence and import report').click();
  await expect(first.getByTestId('report')).toContainText('5 rows read: 3 taken, 2 rejected.');
});

test('one dataset is shown alone, and all again, with figures and filters to match', async ({ page }) => {
  await openData(page);
  const own = await figure(page);
  await importTable(page);
  await expect.poll(() => figure(page)).toBe(own + 3);
  await page.getByRole('button', { name: 'Only this: mine.csv' }).click();
  await expect.poll(() => figure(page)).toBe(3);
  await expect(page.getByRole('checkbox', { name: 'Show Durand Map, a selection' })).not.toBeChecked();
  await page.getByRole('button', { name: 'Show all' }).click();
  await expect.poll(() => figure(page)).toBe(own + 3);
  await page.getByRole('button', { name: 'Only this: Durand Map, a selection' }).click();
  await expect.poll(() => figure(page)).toBe(own);
});

test('a file whose dates do not tell day from month asks for the order, for all of it at once', async ({ page }) => {
  await openData(page);
  const before = await figure(page);
  await page.getByTestId('file').setInputFiles(file('date,lat,lon\n10/10/2006,33.0,70.1\n5/8/2006,33.0,70.2\n'));
  const question = page.getByTestId('date-order');
  await expect(question).toContainText('No date of mine.csv tells');
  const read = question.getByRole('button', { name: 'Read the file' });
  await expect(read).toBeDisabled();
  await expect(question.getByRole('radio', { name: 'month first' })).toHaveAccessibleDescription(
    'Row 3, 5/8/2006: 8 May 2006',
  );
  await question.getByRole('radio', { name: 'month first' }).focus();
  await page.keyboard.press('Space');
  await read.click();
  await expect(page.getByTestId('import').getByTestId('report')).toContainText('2 rows read: 2 taken, 0 rejected.');
  await expect.poll(() => figure(page)).toBe(before + 2);
  await page.getByRole('button', { name: 'Only this: mine.csv' }).click();
  await page.getByRole('button', { name: 'List', exact: true }).click();
  await expect(page.getByRole('grid', { name: 'Incidents' })).toContainText('8 May 2006');
});

test('a file that holds both orders says which rows, and is read in the one that is chosen', async ({ page }) => {
  await openData(page);
  const header = 'event_id_cnty,event_date,event_type,actor1,latitude,longitude\n';
  const rows = ['31/1/2025', '1/30/2025', '1/2/2025'].map((date, i) => `PAK${i},${date},Battles,A,33,70\n`);
  await page.getByTestId('file').setInputFiles(file(header + rows.join('')));
  const question = page.getByTestId('date-order');
  await expect(question).toContainText('Row 3, 1/30/2025: rejected');
  await question.getByRole('radio', { name: 'day first' }).check();
  await question.getByRole('button', { name: 'Read the file' }).click();
  await expect(page.getByTestId('import').getByTestId('report')).toContainText('3 rows read: 2 taken, 1 rejected.');
  await expect(page.getByTestId('import').getByTestId('report')).toContainText('another order');
});

test('a table whose columns are half known comes with these chosen, and says what is missing', async ({ page }) => {
  await openData(page);
  await page.getByTestId('file').setInputFiles(file('Wann,Latitude,x,Title\n2024-03-05,33.0,70.1,Made up\n'));
  const mapping = page.getByTestId('mapping');
  await expect(mapping.getByLabel('Latitude *')).toHaveValue('Latitude');
  await expect(mapping.getByLabel('Longitude *')).toHaveValue('x');
  await expect(mapping.getByRole('status')).toHaveText('Still needed: date.');
  await expect(mapping.getByRole('button', { name: 'Read the file' })).toBeDisabled();
  const preview = mapping.getByRole('region', { name: 'The first rows of mine.csv' });
  await expect(preview.getByRole('columnheader')).toHaveText([/^Wann\s*–$/, /Latitude$/, /^x\s*Longitude$/, /Title$/]);
  await expect(preview.getByRole('cell')).toHaveText(['2024-03-05', '33.0', '70.1', 'Made up']);

  await mapping.getByLabel('Date *').selectOption('Wann');
  await expect(preview.getByRole('columnheader').first()).toHaveText(/^Wann\s*Date$/);
  await mapping.getByText('Other columns, 1 recognised').click();
  await mapping.getByLabel('Title').selectOption('none');
  await mapping.getByRole('button', { name: 'Read the file' }).click();
  await expect(page.getByTestId('import').getByTestId('report')).toContainText('1 row read: 1 taken, 0 rejected.');
  // the column that was recognised, and was not to be the title, is not
  await page.getByRole('button', { name: 'Only this: mine.csv' }).click();
  await page.getByRole('button', { name: 'List', exact: true }).click();
  await expect(page.getByRole('grid', { name: 'Incidents' })).toContainText('Untitled');
});

test('a table of unknown columns asks which they are, and needs no mouse', async ({ page }) => {
  await openData(page);
  const open = page.getByTestId('file');
  await page.getByRole('button', { name: 'Close Data' }).focus();
  await page.keyboard.press('Tab');
  await expect(open).toBeFocused();
  // a busy browser may not have been told yet that the chooser is the test's
  await expect(async () => {
    const chosen = page.waitForEvent('filechooser', { timeout: 5000 });
    await page.keyboard.press('Space');
    await (await chosen).setFiles(file('Wann,Breite,Laenge\n2024-03-05,33.0,70.1\n'));
  }).toPass();
  await expect(page.getByTestId('mapping')).toBeVisible();
  await page.keyboard.press('Tab');
  await expect(page.getByRole('region', { name: 'The first rows of mine.csv' })).toBeFocused();
  await page.keyboard.press('Tab'); // over the row of names
  for (const key of ['B', 'L', null, 'W']) {
    await page.keyboard.press('Tab');
    if (key !== null) await page.keyboard.press(key); // else two coordinates in one column
  }
  await expect(page.getByTestId('mapping').getByRole('status')).toHaveText('All that is needed is chosen.');
  const read = page.getByTestId('mapping').getByRole('button', { name: 'Read the file' });
  // over a date in three columns, the order of dates and the other columns
  for (let i = 0; i < 4; i++) await page.keyboard.press('Tab');
  await expect(read).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByTestId('import').getByTestId('report')).toContainText('1 row read: 1 taken, 0 rejected.');
  await expect(open).toBeFocused();
});

test('a table of unknown columns asks which they are', async ({ page }) => {
  await openData(page);
  await page.getByTestId('file').setInputFiles(file('Wann,Breite,Laenge\n2024-03-05,33.0,70.1\n'));
  const mapping = page.getByTestId('mapping');
  await mapping.getByLabel('Latitude *').selectOption('Breite');
  await mapping.getByLabel('Longitude *').selectOption('Laenge');
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

test('a table without names of its columns says that its first row would be lost', async ({ page }) => {
  await openData(page);
  await page.getByTestId('file').setInputFiles(file('33.9,71.4,2024-03-05,Made up\n33.8,71.4,2024-03-06,Made up\n'));
  await expect(page.getByTestId('mapping')).toContainText('The first row looks like an incident');
});

/** Drops files or folders of the disk on the page, as the browser itself would. */
async function drop(page: Page, paths: readonly string[]) {
  const session = await page.context().newCDPSession(page);
  const data = { items: [], files: [...paths], dragOperationsMask: 1 };
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
    await session.send('Input.dispatchDragEvent', { type, x: 640, y: 300, data });
}

/** A file of the disk, and its path. */
function onDisk(info: TestInfo, name: string, text: string): string {
  const path = info.outputPath(name);
  writeFileSync(path, text);
  return path;
}

test('of files that are dropped at once each is told how it went', async ({ page }, info) => {
  await page.goto('/');
  await expect(page.getByTestId('summary')).toBeVisible();
  const before = await figure(page);
  await drop(page, [
    onDisk(info, 'empty.csv', ''),
    onDisk(info, 'one.csv', TABLE),
    onDisk(info, 'two.csv', 'id,date,lat,lon,title\na,2025-10-08,34.0,71.5,Made up\n'),
  ]);
  await expect(page.getByTestId('import').getByTestId('report')).toHaveCount(2);
  await expect(page.getByTestId('import')).toContainText('empty.csv could not be opened.');
  await expect.poll(() => figure(page)).toBe(before + 4);
  await page.getByRole('button', { name: 'Close the report' }).click();
  await expect(page.getByTestId('import')).toBeEmpty();
});

test('a file whose columns are not chosen is passed over, and the next is read', async ({ page }) => {
  await openData(page);
  const before = await figure(page);
  await page.getByTestId('file').setInputFiles([file('a,b\n1,2\n', 'unknown.csv'), file(TABLE)]);
  await expect(page.getByTestId('mapping')).toBeVisible();
  await expect(page.getByTestId('import')).toContainText('1 more file waits.');
  await page.getByTestId('mapping').getByRole('button', { name: 'Cancel' }).click();
  await expect.poll(() => figure(page)).toBe(before + 3);
});

test('a folder, and a file that is gone, are refused in plain words', async ({ page }, info) => {
  await openData(page);
  const before = await figure(page);
  const folder = info.outputPath('folder');
  mkdirSync(folder);
  await drop(page, [folder]);
  await expect(page.getByRole('status').filter({ hasText: 'folder is a folder. Open the files in it.' })).toBeVisible();

  const path = onDisk(info, 'gone.csv', TABLE);
  await page.getByTestId('file').evaluate((input) => {
    input.addEventListener('change', (event) => event.stopImmediatePropagation(), { capture: true, once: true });
  });
  await page.getByTestId('file').setInputFiles(path);
  rmSync(path);
  await page.getByTestId('file').evaluate((input) => input.dispatchEvent(new Event('change', { bubbles: true })));
  await expect(page.getByTestId('import')).toContainText('gone.csv could not be opened.');
  expect(await figure(page)).toBe(before);
});

test('what is shown is saved as CSV with its provenance, and comes back in unchanged', async ({ page }) => {
  await page.goto('/#panel=data&t=2025-10-01/2025-10-31');
  await expect(page.getByTestId('datasets').locator('> li')).toHaveCount(1);
  const shown = await figure(page);
  const { text } = await saved(page, () => page.getByRole('button', { name: 'Save as CSV' }).click());
  const { data, meta } = Papa.parse<Record<string, string>>(text.trim(), { header: true });
  expect(data).toHaveLength(shown);
  expect(meta.fields?.at(-1)).toBe('provenance');
  expect(data[0]['provenance']).toContain('1 Oct 2025');
  // places have six decimals, distances no more than three
  for (const row of data) for (const cell of Object.values(row)) expect(cell).not.toMatch(/^\d+\.\d{7,}$/);
  const ids = data.map(({ id }) => id);

  await page.getByRole('checkbox', { name: 'Show Durand Map, a selection' }).uncheck();
  await importTable(page, text.replaceAll('PKAF-', 'COPY-'), 'copy.csv');
  await expect.poll(() => figure(page)).toBe(shown);
  const again = await saved(page, () => page.getByRole('button', { name: 'Save as CSV' }).click());
  const rows = Papa.parse<Record<string, string>>(again.text.trim(), { header: true }).data;
  expect(rows.map(({ id }) => id.replace('COPY-', 'PKAF-'))).toEqual(ids);
  // what is computed is computed anew
  const cellsOf = (row: Record<string, string>) =>
    Object.values(row)
      .slice(0, -3)
      .map((cell) => cell.replaceAll('PKAF-', 'COPY-'));
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

test('a project restores files, names, licences, switches and view in another browser', async ({
  page,
  browser,
  baseURL,
}) => {
  await openData(page);
  await importTable(page);
  const name = page.getByRole('textbox', { name: 'Name of the dataset' });
  await name.fill('Renamed');
  await name.press('Enter');
  await page.getByTestId('datasets').getByText('Licence and import report').click();
  const licence = page.getByRole('textbox', { name: 'Licence of Renamed' });
  await licence.fill('CC0, made up');
  await licence.press('Enter');
  await expect(page.getByTestId('datasets')).toContainText('3 incidents · CC0, made up');
  const geojson = await saved(page, () => page.getByRole('button', { name: 'Save as GeoJSON' }).click());
  const { provenance } = JSON.parse(geojson.text) as { provenance: { datasets: unknown[] } };
  expect(provenance.datasets).toContainEqual({ name: 'Renamed', licence: 'CC0, made up' });
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
  await expect(elsewhere.getByTestId('datasets')).toContainText('3 incidents · CC0, made up');
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
  await compare.getByRole('radio', { name: '1 in A alone' }).check();
  await expect(compare.locator('tbody tr')).toHaveCount(1);
  await expect(compare.locator('tbody td')).toHaveText(['Oct 2025', 'Peshawar', '1', '0']);
  await compare.getByRole('radio', { name: '0 in both' }).check();
  await expect(compare).toContainText('There are none.');
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

test('where the browser is full, files are opened all the same, and the reader is told', async ({ page }) => {
  await page.addInitScript(() => {
    IDBObjectStore.prototype.put = () => {
      throw new DOMException('The quota has been exceeded.', 'QuotaExceededError');
    };
  });
  await openData(page);
  const before = await figure(page);
  await importTable(page);
  await expect.poll(() => figure(page)).toBe(before + 3);
  await expect(page.getByRole('status').filter({ hasText: 'This browser keeps no files now' })).toBeVisible();
  await expect(page.getByText('Not all of them are kept in this browser.')).toBeVisible();
  await page.getByRole('button', { name: 'Remove mine.csv' }).click();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect.poll(() => figure(page)).toBe(before + 3);
});

/** So many rows take long enough to be looked at while they are read. */
const LONG = `id,date,latitude,longitude,title,deaths\n${Array.from(
  { length: 200_000 },
  (_, i) => `r${i},2024-03-05,33.0,70.1,Made up,0`,
).join('\n')}\n`;

test('the page asks before it is left while a file is read, and not afterwards', async ({ page }) => {
  await openData(page);
  await page.getByTestId('file').setInputFiles(file(LONG));
  await expect(page.getByTestId('import')).toHaveAttribute('data-state', 'running');
  await page.getByText('Reading mine.csv').click(); // a browser asks only where the reader has done something
  const asked = page.waitForEvent('dialog');
  await page.close({ runBeforeUnload: true });
  const dialog = await asked;
  expect(dialog.type()).toBe('beforeunload');
  await dialog.dismiss();
  await page.getByTestId('import').getByRole('button', { name: 'Cancel' }).click();
  await page.close({ runBeforeUnload: true });
  await expect.poll(() => page.isClosed()).toBe(true);
});

test('a page that ends in the middle of an import leaves what was kept before', async ({ page, context }) => {
  await openData(page);
  const before = await figure(page);
  await importTable(page);
  await kept(page);
  await page.getByTestId('file').setInputFiles(file(LONG, 'long.csv'));
  await expect(page.getByTestId('import')).toContainText('Reading long.csv');
  await page.close();
  const again = await context.newPage();
  await again.goto('/#panel=data');
  await expect(again.getByTestId('datasets').locator('> li')).toHaveCount(2);
  await expect.poll(() => figure(again)).toBe(before + 3);
});

/** Would run, if any of it were taken as more than text. */
const EVIL = '<img src=x onerror="ran=1"><script>ran=1</script>';
const COLUMNS = 'id,date,lat,lon,title,type,place,district,country,killed,actor1,actor2,notes,source,url';
const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
/** A row with it in every cell but those that are given. */
const evilRow = (cells: Readonly<Record<string, string>>) =>
  COLUMNS.split(',')
    .map((column) => quoted(cells[column] ?? EVIL))
    .join(',');

test('scripts in every field of a file, and in its name, are shown as text and do not run', async ({ page }) => {
  const place = { date: '2024-03-05', lat: '33.92', lon: '71.455' };
  const rows = [place, { ...place, id: 'b', date: EVIL }, { ...place, id: 'c', lat: EVIL }, { id: 'd', ...place }];
  const name = 'a<img src=x onerror=ran=1>.csv';
  const nothingRan = async () => {
    expect(await page.evaluate(() => 'ran' in globalThis)).toBe(false);
    expect(await page.locator('img, [onerror]').count()).toBe(0);
  };
  await page.goto('/#panel=data&map=10/33.92/71.455&t=2024-03-05/2024-03-05');
  await expect(page.getByTestId('datasets').locator('> li')).toHaveCount(1);

  // the columns that are asked for, and their rows
  await page.getByTestId('file').setInputFiles(file(`${quoted(EVIL)},b\n${quoted(EVIL)},2\n`, name));
  await expect(page.getByTestId('mapping').getByRole('columnheader').first()).toContainText(EVIL);
  await page.getByTestId('mapping').getByLabel('Latitude *').selectOption(EVIL);
  await nothingRan();
  await page.getByTestId('mapping').getByRole('button', { name: 'Cancel' }).click();

  // the report, the list of datasets, their licence
  await importTable(page, [COLUMNS, ...rows.map(evilRow)].join('\n'), name);
  const report = page.getByTestId('import').getByTestId('report');
  await expect(report).toContainText(`4 rows read: 2 taken, 2 rejected.`);
  await expect(report).toContainText(`date: this is not a date: write YYYY-MM-DD (first in line 3: ${EVIL})`);
  await page.getByTestId('datasets').getByText('Licence and import report').click();
  const licence = page.getByRole('textbox', { name: /^Licence of/ });
  await licence.fill(EVIL);
  await licence.press('Enter');
  await expect(page.getByTestId('datasets')).toContainText(`2 incidents · ${EVIL}`);
  await nothingRan();

  // the comparison
  await page.getByText('Compare two datasets').click();
  await expect(page.getByTestId('compare').getByRole('combobox').first()).toContainText(name);
  await nothingRan();

  // the tip and the map; the timeline that names the dataset
  await page.getByRole('button', { name: `Only this: ${name}` }).click();
  await expect(page.getByText(`Counted here: ${name}`)).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('data-map', 'painted');
  await page.mouse.move(640, 250);
  await expect(async () => {
    await page.mouse.move(640, 341);
    await page.mouse.move(640, 340);
    await expect(page.locator('.tip')).toContainText(EVIL, { timeout: 1000 });
  }).toPass();
  await nothingRan();

  // the list and the incident's panel
  await page.getByRole('button', { name: 'List', exact: true }).click();
  await page.getByRole('grid', { name: 'Incidents' }).getByText(EVIL).first().click();
  const panel = page.getByTestId('incident');
  await expect(panel.getByRole('heading', { level: 3 })).toHaveText(EVIL);
  await panel.getByTestId('original').locator('summary').click();
  await expect(panel.getByTestId('original').locator('dd').filter({ hasText: EVIL }).first()).toBeVisible();
  expect(await panel.locator('a').count()).toBe(0);
  await nothingRan();

  // a notice
  await page.getByRole('button', { name: 'Data', exact: true }).click();
  await page.getByRole('button', { name: `Remove ${name}` }).click();
  await expect(page.getByRole('status').filter({ hasText: `${name} was removed.` })).toBeVisible();
  await nothingRan();
});

test('a figure of deaths says whom it counts, as its dataset does', async ({ page }) => {
  await openData(page);
  await importTable(
    page,
    'event_id_cnty,event_date,year,time_precision,event_type,sub_event_type,actor1,inter1,actor2,inter2,country,admin1,location,latitude,longitude,geo_precision,source,notes,fatalities\n' +
      'MADE1,2024-03-05,2024,1,Battles,Armed clash,Made up A,1,Made up B,2,Pakistan,Khyber Pakhtunkhwa,Made up,33.92,71.455,1,Made up,Made up,0\n',
    'made-up-acled.csv',
  );
  const whom = 'Attackers are counted too; 0 means that no deaths were reported.';
  await expect(page.getByTestId('import').getByTestId('report')).toContainText(whom);
  await page.getByRole('button', { name: 'Only this: made-up-acled.csv' }).click();
  await page.getByRole('button', { name: 'List', exact: true }).click();
  await page.getByRole('grid', { name: 'Incidents' }).getByText('Armed clash, Made up').click();
  await expect(page.getByTestId('incident')).toContainText(whom);
});

test('where nothing of a file lies in the time, or passes the filters, or lies on the map, a button leads there', async ({
  page,
}) => {
  const notices = page.locator('.notices');
  await page.goto('/#panel=data&t=2010-01-01/2010-12-31&map=9.00/34.0000/71.5000');
  await expect(page.locator('html')).toHaveAttribute('data-map', 'painted', { timeout: 40_000 });
  await importTable(page);
  await expect(notices).toContainText('Nothing of mine.csv lies in the time that is shown, 1 Jan – 31 Dec 2010.');
  await notices.getByRole('button', { name: 'Show its days' }).click();
  await expect(page.getByTestId('window-text')).toHaveText('5 Mar – 1 Apr 2024');
  await expect(notices.getByText('mine.csv')).toHaveCount(0); // one of them lies at 34° N, 71.5° E

  const far = TABLE.replace(/^(one|two|three),/gm, 'far-$1,').replace(/,3[234]\.\d,/g, ',29.5,');
  await page.evaluate(
    () => (location.hash = 'panel=data&types=drone_strike&map=9.00/34.0000/71.5000&t=2024-03-01/2024-04-30'),
  );
  await expect(page).toHaveURL(/types=drone_strike/);
  await page.getByTestId('file').setInputFiles(file(far, 'far.csv'));
  await expect(notices).toContainText('Nothing of far.csv passes the filters.');
  await notices.getByRole('button', { name: 'Clear the filters' }).click();
  await expect(notices).toContainText('All of far.csv lies beside the part of the map that is shown.');
  await notices.getByRole('button', { name: 'Move the map there' }).click();
  await expect.poll(() => /map=[^/]*\/(\d+)/.exec(page.url())?.[1]).toBe('29');
});

test('a word that nothing of a file is seen goes once it is seen by other means', async ({ page }) => {
  const notices = page.locator('.notices');
  await page.goto('/#panel=data&t=2010-01-01/2010-12-31&map=9.00/34.0000/71.5000');
  await expect(page.locator('html')).toHaveAttribute('data-map', 'painted', { timeout: 40_000 });
  await importTable(page);
  await expect(notices).toContainText('Nothing of mine.csv lies in the time that is shown');
  await page.evaluate(() => (location.hash = 'panel=data&t=2024-03-01/2024-04-30&map=9.00/34.0000/71.5000'));
  await expect(notices.getByText('mine.csv')).toHaveCount(0);
});
