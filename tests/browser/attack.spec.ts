import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { chromium, type Page } from '@playwright/test';
import { strToU8, zipSync, type Zippable } from 'fflate';
import Papa from 'papaparse';
import { BROWSER_FLAGS, findBrowser } from '../../scripts/browser.mjs';
import { workbook } from '../unit/geo/formats/made-workbook.ts';
import { open } from './picture.ts';
import { kept } from './keeping.ts';
import { expect, test } from './setup.ts';

/** Would run, if any of it were taken as more than text. */
const EVIL = '<img src=x onerror="ran=1"><script>ran=1</script>';
const link = 'javascript:ran=1';
const ESCAPED = EVIL.replaceAll('<', '&lt;');

const datasets = (page: Page) => page.getByTestId('datasets').locator('> li');

async function openFile(page: Page, name: string, content: string | Uint8Array) {
  await page.getByTestId('file').setInputFiles({ name, mimeType: '', buffer: Buffer.from(content) });
}

async function nothingRan(page: Page) {
  expect(await page.evaluate(() => 'ran' in globalThis)).toBe(false);
  expect(await page.locator('img, [onerror], a[href^="javascript:" i]').count()).toBe(0);
  expect(await page.evaluate(() => 'polluted' in {})).toBe(false);
}

/** A dataset's made-up row again and again, each time with the script in another of its cells. */
function evilRows(format: string): string[][] {
  const made = execFileSync(process.execPath, [
    '--import',
    'tsx',
    'geo/cli.ts',
    'synth',
    '1',
    '--seed',
    '1',
    '--format',
    format,
  ]);
  const { data } = Papa.parse<string[]>(made.toString(), { skipEmptyLines: true });
  const [header, row] = data;
  const evil = header.map((_, at) => row.map((cell, i) => (i === at ? EVIL : i === 0 ? `${cell}${at}` : cell)));
  return [header, ...evil];
}

const evilTable = (format: string) => Papa.unparse(evilRows(format));

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** The same as a workbook, with a formula and a link among its cells. */
function evilWorkbook(): Uint8Array {
  const rows = evilRows('acled').map((row, at) => {
    const cells = row.map((cell) => `<c t="inlineStr"><is><t>${escaped(cell)}</t></is></c>`).join('');
    const formula = `<c t="str"><f>HYPERLINK("${link}","x")</f><v>${ESCAPED}</v></c>`;
    return `<row r="${at + 1}">${cells}${at === 0 ? '<c t="inlineStr"><is><t>more</t></is></c>' : formula}</row>`;
  });
  return workbook([rows.join('')], []);
}

const FEATURE = { type: 'Feature', geometry: { type: 'Point', coordinates: [71.4, 33.9] } };
const placed = (properties: object) => ({ ...FEATURE, properties });
const GEOJSON = JSON.stringify({
  type: 'FeatureCollection',
  features: [
    placed({
      id: EVIL,
      title: EVIL,
      date: '2024-03-05',
      place: EVIL,
      district: EVIL,
      notes: EVIL,
      source: EVIL,
      url: link,
    }),
    placed({ id: 'b', title: 'b', date: EVIL }),
    placed({
      id: 'c',
      title: 'c',
      date: '2024-03-05',
      type: EVIL,
      country: EVIL,
      killed: EVIL,
      actor1: EVIL,
      [EVIL]: EVIL,
    }),
  ],
});
const KML = `<?xml version="1.0"?><kml xmlns="http://www.opengis.net/kml/2.2"><Document><name>${ESCAPED}</name>
<Placemark id="${ESCAPED.replaceAll('"', '&quot;')}"><name>${ESCAPED}</name><description><![CDATA[${EVIL}]]></description><address>${ESCAPED}</address>
<TimeStamp><when>2024-03-05</when></TimeStamp><ExtendedData><Data name="type"><value>${ESCAPED}</value></Data><Data name="url"><value>${link}</value></Data>
<Data name="place"><value>${ESCAPED}</value></Data></ExtendedData><Point><coordinates>71.4,33.9</coordinates></Point></Placemark></Document></kml>`;
const GPX = `<?xml version="1.0"?><gpx xmlns="http://www.topografix.com/GPX/1/1" version="1.1" creator="${ESCAPED.replaceAll('"', '&quot;')}">
<wpt lat="33.9" lon="71.4"><time>2024-03-05T00:00:00Z</time><name>${ESCAPED}</name><cmt>${ESCAPED}</cmt><desc>${ESCAPED}</desc><src>${ESCAPED}</src>
<link href="${link}"><text>${ESCAPED}</text></link><sym>${ESCAPED}</sym><type>${ESCAPED}</type></wpt></gpx>`;

const FILES: Record<string, () => string | Uint8Array> = {
  'acled.csv': () => evilTable('acled'),
  'ucdp.csv': () => evilTable('ucdp'),
  'gtd.csv': () => evilTable('gtd'),
  'acled.xlsx': evilWorkbook,
  'map.geojson': () => GEOJSON,
  'map.kml': () => KML,
  'map.gpx': () => GPX,
};

/** Tables as the first is, of other columns or wrapped. */
const LONG = ['ucdp.csv', 'gtd.csv', 'acled.xlsx', 'map.gpx'];

for (const [name, make] of Object.entries(FILES))
  test(`a script in any field of a file is text and does not run: ${name}${LONG.includes(name) ? ' @long' : ''}`, async ({
    page,
  }) => {
    test.setTimeout(120_000);
    await page.goto('/#panel=data');
    await expect(datasets(page)).toHaveCount(1);
    await openFile(page, name, make());
    await expect(page.getByTestId('import')).toHaveAttribute('data-state', 'done');
    await expect(datasets(page)).toHaveCount(2);
    await nothingRan(page);
    await page.getByRole('button', { name: `Only this: ${name}` }).click();
    await page.getByRole('button', { name: 'List', exact: true }).click();
    const rows = page.getByRole('grid', { name: 'Incidents' }).getByRole('row');
    await rows.nth(1).click();
    const panel = page.getByTestId('incident');
    const next = page.getByRole('button', { name: 'Next in time' });
    const position = page.getByTestId('position');
    // the list's first row need not be the first in time
    const [first, count] = (await position.innerText()).split(' of ').map(Number);
    let seen = 0;
    for (let at = first; at <= count; at++) {
      await expect(position).toHaveText(`${at} of ${count}`);
      if ((await panel.getByTestId('original').getAttribute('open')) === null)
        await panel.getByTestId('original').locator('summary').click();
      if ((await panel.textContent())?.includes(EVIL)) seen++;
      if (at < count) await next.click();
    }
    expect(seen).toBeGreaterThan(0);
    await nothingRan(page);
  });

test('names of an object’s own keys are columns and properties as any others', async ({ page }) => {
  await page.goto('/#panel=data');
  await expect(datasets(page)).toHaveCount(1);
  const names = ['__proto__', 'constructor', 'prototype', 'hasOwnProperty', 'toString'];
  await openFile(
    page,
    'a.csv',
    `id,date,lat,lon,title,${names.join()}\na,2024-03-05,33.9,71.4,A,${names.map((n) => `${n}!`).join()}\n`,
  );
  await expect(datasets(page)).toHaveCount(2);
  const properties = `{"id":"b","date":"2024-03-05","title":"B","__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}},"toString":"x"}`;
  const geojson = JSON.stringify({ type: 'FeatureCollection', features: [placed({})] }).replace(
    '"properties":{}',
    `"properties":${properties}`,
  );
  await openFile(page, 'b.geojson', geojson);
  await expect(datasets(page)).toHaveCount(3);
  await kept(page);
  await page.reload();
  await expect(datasets(page)).toHaveCount(3);
  await page.getByRole('button', { name: 'Only this: a.csv' }).click();
  await page.getByRole('button', { name: 'List', exact: true }).click();
  await page.getByRole('grid', { name: 'Incidents' }).getByRole('row').nth(1).click();
  await page.getByTestId('original').locator('summary').click();
  for (const name of names) await expect(page.getByTestId('original')).toContainText(`${name}!`);
  await nothingRan(page);
});

const TABLE = 'id,date,lat,lon,title\na,2024-03-05,33.9,71.4,A\n';
const DATASET = { file: 'datasets/1.csv', name: 'One', licence: 'CC0', on: true, mapping: null as unknown };
const PROJECT = {
  app: 'durand-map',
  version: 1,
  made: '2026-01-01T00:00:00Z',
  view: '',
  own: true,
  datasets: [DATASET],
};

function projectOf(list: unknown, files: Zippable = { 'datasets/1.csv': strToU8(TABLE) }): Uint8Array {
  return zipSync({ 'project.json': strToU8(typeof list === 'string' ? list : JSON.stringify(list)), ...files });
}

/** Projects that are none, and what the page says of them. */
const WRONG: readonly [what: string, project: () => Uint8Array, said: string][] = [
  ['a newer version', () => projectOf({ ...PROJECT, version: 2, more: 1 }), 'It is of a newer version of this page.'],
  ['another version', () => projectOf({ ...PROJECT, version: '1' }), 'version is missing, too long or not'],
  ['no JSON', () => projectOf('{'), 'The project is cut off or damaged.'],
  ['a list', () => projectOf([]), 'its list is missing'],
  ['null', () => projectOf('null'), 'its list is missing'],
  ['a key too many', () => projectOf({ ...PROJECT, more: 1 }), 'its list is missing'],
  ['a file that is not there', () => projectOf(PROJECT, {}), 'It lacks the file datasets/1.csv'],
  [
    'a path of the system',
    () => projectOf({ ...PROJECT, datasets: [{ ...DATASET, file: '../../../etc/passwd' }] }),
    'It lacks the file ../../../etc/passwd',
  ],
  [
    'a key of an object',
    () => projectOf({ ...PROJECT, datasets: [{ ...DATASET, file: '__proto__' }] }),
    'It lacks the file __proto__',
  ],
  [
    'a name of 2 MB',
    () => projectOf({ ...PROJECT, datasets: [{ ...DATASET, name: 'x'.repeat(2e6) }] }),
    'datasets › 0 › name',
  ],
  ['a view of a megabyte', () => projectOf({ ...PROJECT, view: 'x'.repeat(1e6) }), 'view is missing, too long'],
  [
    'two thousand datasets',
    () => projectOf({ ...PROJECT, datasets: Array.from({ length: 2000 }, () => DATASET) }),
    'datasets is missing, too long',
  ],
  ['a list of 20 MB', () => projectOf({ ...PROJECT, made: 'x'.repeat(2e7) }), 'It holds more than 8.0 MB'],
  ['a cut zip', () => projectOf(PROJECT).subarray(0, 150), 'The project is cut off or damaged.'],
];
const TYPES: Readonly<Record<string, unknown>> = { app: 1, made: 1, view: {}, own: 'yes', datasets: {} };
const DATASET_TYPES: Readonly<Record<string, unknown>> = {
  file: 1,
  name: null,
  licence: [],
  on: 1,
  mapping: { lat: 1 },
};

test('a project with anything wrong is refused in words, each, and a whole one is opened after them', async ({
  page,
}) => {
  test.setTimeout(120_000);
  const wrong = [
    ...WRONG,
    ...Object.keys(TYPES).map(
      (key) => [key, () => projectOf({ ...PROJECT, [key]: TYPES[key] }), `${key} is missing`] as const,
    ),
    ...Object.keys(DATASET_TYPES).map(
      (key) =>
        [
          key,
          () => projectOf({ ...PROJECT, datasets: [{ ...DATASET, [key]: DATASET_TYPES[key] }] }),
          `datasets › 0 › ${key}`,
        ] as const,
    ),
  ];
  await page.goto('/#panel=data');
  await expect(datasets(page)).toHaveCount(1);
  for (const [i, [what, project, said]] of wrong.entries()) {
    await openFile(page, `${i}.zip`, project());
    const notice = page.locator('.notices > div').filter({ hasText: `${i}.zip could not be opened.` });
    await expect(notice, what).toContainText(said);
    expect((await notice.innerText()).length).toBeLessThan(600);
    await notice.getByRole('button', { name: 'Dismiss' }).click();
  }
  await openFile(page, 'whole.zip', projectOf({ ...PROJECT, view: 'panel=data' }));
  await expect(datasets(page)).toHaveCount(2);
  await nothingRan(page);
});

test('a project that unfolds beyond all measure shows how far it is, can be given up, and is refused @long', async ({
  page,
}) => {
  test.setTimeout(120_000);
  const zeros = new Uint8Array(2.5e8);
  const bomb = zipSync(
    {
      'project.json': strToU8(
        JSON.stringify({ ...PROJECT, datasets: [1, 2, 3, 4, 5].map((i) => ({ ...DATASET, file: `${i}.csv` })) }),
      ),
      ...Object.fromEntries([1, 2, 3, 4, 5].map((i) => [`${i}.csv`, zeros])),
    },
    { level: 1 },
  );
  await page.goto('/#panel=data');
  await expect(datasets(page)).toHaveCount(1);
  await openFile(page, 'bomb.zip', bomb);
  await expect(page.getByTestId('import')).toContainText('Reading bomb.zip');
  await page.getByTestId('import').getByRole('button', { name: 'Cancel' }).click();
  await expect(page.getByTestId('import')).toHaveAttribute('data-state', 'idle');
  expect(await page.locator('.notices > div').count()).toBe(0);
  await openFile(page, 'bomb.zip', bomb);
  await expect(page.locator('.notices')).toContainText('bomb.zip could not be opened. It holds more than 1000.0 MB', {
    timeout: 60_000,
  });
  await openFile(page, 'a.csv', TABLE);
  await expect(datasets(page)).toHaveCount(2);
});

/** The hosts that a browser looked up or spoke to, by its own log of the network. */
function hostsIn(log: string): string[] {
  const urls = log.match(/"(?:host|url|origin)":"[^"]+"/g) ?? [];
  const hosts = urls.map((each) => each.replace(/^"\w+":"/, '').replace(/"$/, ''));
  return [...new Set(hosts.map((each) => each.replace(/^\w+:\/\//, '').replace(/[:/].*$/, '')))];
}

test('a whole visit asks nothing of any other host, not even its name, as the browser’s own log of the network says', async ({
  baseURL,
}, info) => {
  test.setTimeout(120_000);
  const path = info.outputPath('network.json');
  const browser = await chromium.launch({
    executablePath: (await findBrowser()) ?? '',
    args: [...BROWSER_FLAGS, `--log-net-log=${path}`, '--net-log-capture-mode=Everything'],
  });
  const page = await browser.newPage({ baseURL: baseURL ?? '', viewport: { width: 1280, height: 800 } });
  await open(page, 'incident=PKAF-0250&panel=data');
  await openFile(page, 'a.csv', TABLE);
  await expect(datasets(page)).toHaveCount(2);
  const links = page.getByTestId('incident').getByRole('link');
  expect(await links.count()).toBeGreaterThan(0);
  for (const each of await links.all()) {
    await each.hover();
    await each.focus();
  }
  for (const name of ['Filters', 'List', 'Distance', 'Analysis', 'Data'])
    await page.getByRole('button', { name, exact: true }).click();
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save as a project' }).click();
  await download;
  await page.getByRole('button', { name: 'Play (space)' }).click();
  await page.getByRole('button', { name: 'Sources', exact: true }).click();
  const sources = page.getByRole('dialog').getByRole('link');
  for (const each of (await sources.all()).slice(0, 10)) await each.hover();
  await page.keyboard.press('Escape');
  await page.reload();
  await expect(page.locator('html')).toHaveAttribute('data-map', 'painted');
  await browser.close();
  // the browser's own, which it asks whatever page it shows
  const OWN = ['update.googleapis.com', 'accounts.google.com', 'content-autofill.googleapis.com'];
  const hosts = hostsIn(readFileSync(path, 'utf8'));
  expect(hosts).toContain('127.0.0.1');
  expect(hosts.filter((host) => !['127.0.0.1', 'localhost', '', ...OWN].includes(host))).toEqual([]);
});
