import type { Locator, Page } from '@playwright/test';
import { workbook } from '../unit/geo/formats/made-workbook.ts';
import { expect, test } from './setup.ts';

const file = (text: string, name = 'mine.csv') => ({ name, mimeType: 'text/csv', buffer: Buffer.from(text) });

async function openData(page: Page) {
  await page.goto('/#panel=data');
  await expect(page.getByTestId('datasets').locator('> li')).toHaveCount(1);
}

/** The number in front of “incident(s)” in the top bar. */
async function figure(page: Page): Promise<number> {
  const text = await page.getByTestId('summary').locator('strong').innerText();
  return Number(text.replace(/\D/g, ''));
}

const report = (page: Page) => page.getByTestId('import').getByTestId('report');
const read = (form: Locator) => form.getByRole('button', { name: 'Read the file' }).click();
/** How the first rows would be read. */
const preview = (page: Page) => page.getByRole('region', { name: 'As it would be read' }).getByRole('listitem');

const SUMMED =
  'date,place,latitude,longitude,dead_by_police,death_toll,Strike\n2020-03-01,Bara,33.92,71.46,2,5,x\n2020-03-02,Wana,32.3,69.57,1,,y\n';

test('a report lists what each column became, and columns that were left over can be taken after all', async ({
  page,
}) => {
  await openData(page);
  const before = await figure(page);
  await page.getByTestId('file').setInputFiles(file(SUMMED));
  await expect(report(page)).toContainText('Nothing was taken as killed. It may stand in: dead_by_police, death_toll.');
  await report(page).getByText('Columns: 4 taken, 3 left over').click();
  await expect(report(page).getByRole('row')).toHaveText([
    /Column\s*Taken as/,
    /date\s*date/,
    /place\s*place/,
    /latitude\s*latitude/,
    /longitude\s*longitude/,
    /dead_by_police\s*left over, perhaps killed/,
    /death_toll\s*left over, perhaps killed/,
    /Strike\s*left over/,
  ]);

  await report(page).getByRole('button', { name: 'Change columns of mine.csv…' }).click();
  const form = page.getByTestId('mapping');
  await expect(form.getByLabel('Date *')).toHaveValue('date');
  await form.getByText('Other columns').click();
  await form.getByLabel('Killed', { exact: true }).selectOption('dead_by_police');
  await form.getByRole('button', { name: 'Add a column to Killed', exact: true }).click();
  await form.getByLabel('Killed, column 2').selectOption('death_toll');
  await expect(preview(page)).toHaveText([
    /^1 Mar 2020 · .* · 7 killed · Bara$/,
    /^2 Mar 2020 · .* · 1 killed · Wana$/,
  ]);
  await read(form);
  await expect(report(page)).toContainText('2 rows read: 2 taken, 0 rejected.');
  await expect(report(page)).not.toContainText('Nothing was taken as killed');
  // what was read takes the place of what was read before
  await expect(page.getByTestId('datasets').locator('> li')).toHaveCount(2);
  await expect.poll(() => figure(page)).toBe(before + 2);
  await page.getByRole('button', { name: 'Only this: mine.csv' }).click();
  await expect(page.getByTestId('summary')).toContainText('8 killed');
});

test('columns can be changed in another visit, from the rows that were kept, and the name stays', async ({ page }) => {
  await openData(page);
  await page.getByTestId('file').setInputFiles(file(SUMMED));
  await expect(report(page)).toBeVisible();
  await page.getByLabel('Name of the dataset').fill('Strikes');
  await page.getByLabel('Name of the dataset').blur();
  await expect(page.getByTestId('datasets')).toHaveAttribute('aria-busy', 'false');
  await page.reload();
  await expect(page.getByTestId('datasets').locator('> li')).toHaveCount(2);
  await page.getByTestId('datasets').getByText('Licence and import report').click();
  await page.getByTestId('datasets').getByRole('button', { name: 'Change columns of mine.csv…' }).click();
  const form = page.getByTestId('mapping');
  await form.getByText('Other columns').click();
  await form.getByLabel('Killed', { exact: true }).selectOption('death_toll');
  await read(form);
  await expect(report(page)).toContainText('2 rows read: 2 taken, 0 rejected.');
  await expect(page.getByLabel('Name of the dataset')).toHaveValue('Strikes');
  await page.getByRole('button', { name: 'Only this: Strikes' }).click();
  await expect(page.getByTestId('summary')).toContainText('5 killed');
});

test('a table with decimal commas in another language is read once its columns are named', async ({ page }) => {
  await openData(page);
  const rows = 'Datum;Ort;Breite;Länge;Tote\n05.03.2021;Wana;32,298;69,572;2\n16.03.2021;Bara;33,920;71,460;1\n';
  await page.getByTestId('file').setInputFiles(file(rows));
  const form = page.getByTestId('mapping');
  await form.getByLabel('Latitude *').selectOption('Breite');
  await form.getByLabel('Longitude *').selectOption('Länge');
  await form.getByLabel('Date *').selectOption('Datum');
  await expect(preview(page).first()).toHaveText('5 Mar 2021 · 32.2980° N, 69.5720° E · killed not known · Untitled');
  await read(form);
  await expect(report(page)).toContainText('2 rows read: 2 taken, 0 rejected.');
});

test('year, month and day are joined, and one column is split into a place', async ({ page }) => {
  await openData(page);
  const rows = 'Y;M;D;where\n2012;2;22;"34.01, 71.58"\n2013;11;0;"30.2, 67.01"\n';
  await page.getByTestId('file').setInputFiles(file(rows));
  const form = page.getByTestId('mapping');
  await form.getByRole('checkbox', { name: 'Latitude and longitude in one column' }).check();
  await form.getByLabel('Lat and lon *').selectOption('where');
  await form.getByRole('checkbox', { name: 'Year, month and day in three columns' }).check();
  await expect(form.getByRole('status')).toHaveText('Still needed: year.');
  await form.getByLabel('Year *').selectOption('Y');
  await form.getByLabel('Month', { exact: true }).selectOption('M');
  await form.getByLabel('Day', { exact: true }).selectOption('D');
  await expect(preview(page)).toHaveText([/^22 Feb 2012 · 34\.01/, /^Nov 2013 · 30\.2/]);
  await read(form);
  await expect(report(page)).toContainText('2 rows read: 2 taken, 0 rejected.');
});

test('a table without coordinates is placed by the column of names that is chosen', async ({ page }) => {
  await openData(page);
  await page
    .getByTestId('file')
    .setInputFiles(file('When,Where was it,Dead\n2020-03-01,Swat,2\n2020-03-02,Khyber,1\n'));
  const form = page.getByTestId('mapping');
  await form.getByLabel('Date *').selectOption('When');
  await expect(form).toContainText('Still needed: latitude, longitude.');
  await form.getByText('Other columns').click();
  await form.getByLabel('District', { exact: true }).selectOption('Where was it');
  await expect(form).toContainText('each row stands at the centre of the town or district that it names');
  await read(form);
  await expect(report(page)).toContainText('2 rows read: 2 taken, 0 rejected.');
  await expect(report(page)).toContainText('"Swat" is taken for');
});

test('a part of GTD without ids is taken on its own: three columns are its date', async ({ page }) => {
  await openData(page);
  const rows =
    'iyear,imonth,iday,country_txt,city,latitude,longitude,nkill\n2012,2,22,Pakistan,Peshawar,34.01,71.58,4\n2013,11,0,Pakistan,Quetta,30.20,67.01,\n';
  await page.getByTestId('file').setInputFiles(file(rows));
  await expect(report(page)).toContainText('2 rows read: 2 taken, 0 rejected.');
  await report(page)
    .getByText(/^Columns:/)
    .click();
  await expect(report(page).getByRole('row', { name: 'iday' })).toContainText('day of the month');
});

test('the row with the names of the columns can be chosen', async ({ page }) => {
  await openData(page);
  await page
    .getByTestId('file')
    .setInputFiles(file('When,lat,lon\nof,the,event\nWann,lat,lon\n2024-03-05,33.0,70.1\n'));
  const form = page.getByTestId('mapping');
  await form.getByLabel('Names in').selectOption('row 3: Wann, lat, lon');
  await form.getByLabel('Date *').selectOption('Wann');
  await expect(preview(page)).toHaveText([/^5 Mar 2024/]);
  await read(form);
  await expect(report(page)).toContainText('1 row read: 1 taken, 0 rejected.');
});

test('a recognised format can be read as a table with other columns, and back', async ({ page }) => {
  await openData(page);
  const acled =
    'event_id_cnty,event_date,event_type,actor1,latitude,longitude,fatalities,deaths_seen\nPAK1,2024-02-14,Battles,Taliban,34.01,71.58,3,4\n';
  await page.getByTestId('file').setInputFiles(file(acled));
  await expect(report(page)).toContainText('mine.csv, ACLED');
  await report(page).getByRole('button', { name: 'Change columns of mine.csv…' }).click();
  const form = page.getByTestId('mapping');
  await expect(form).toContainText('The columns are taken as ACLED has them.');
  await expect(preview(page)).toContainText(['3 killed']);
  await form.getByLabel('Read as').selectOption('Table');
  await form.getByText('Other columns').click();
  await form.getByLabel('Killed', { exact: true }).selectOption('deaths_seen');
  await expect(preview(page)).toContainText(['4 killed']);
  await read(form);
  await expect(report(page)).toContainText('mine.csv, Table');
  await report(page).getByRole('button', { name: 'Change columns of mine.csv…' }).click();
  await expect(form.getByLabel('Killed', { exact: true })).toHaveValue('deaths_seen');
  await form.getByLabel('Read as').selectOption('ACLED');
  await read(form);
  await expect(report(page)).toContainText('mine.csv, ACLED');
  await expect(page.getByTestId('datasets').locator('> li')).toHaveCount(2);
});

test('properties of features can be named too', async ({ page }) => {
  await openData(page);
  const feature = { type: 'Feature', geometry: { type: 'Point', coordinates: [71.5, 34] } };
  const features = [{ ...feature, properties: { date: '2020-05-06', Opfer: 3 } }];
  const text = JSON.stringify({ type: 'FeatureCollection', features });
  await page.getByTestId('file').setInputFiles(file(text, 'mine.geojson'));
  await report(page).getByRole('button', { name: 'Change columns of mine.geojson…' }).click();
  const form = page.getByTestId('mapping');
  await form.getByText('Other columns').click();
  await form.getByLabel('Killed', { exact: true }).selectOption('Opfer');
  await read(form);
  await expect(report(page)).toContainText('1 row read: 1 taken, 0 rejected.');
  await page.getByRole('button', { name: 'Only this: mine.geojson' }).click();
  await expect(page.getByTestId('summary')).toContainText('3 killed');
});

test('what is given up changes nothing @both', async ({ page }) => {
  await openData(page);
  await page.getByTestId('file').setInputFiles(file(SUMMED));
  await report(page).getByRole('button', { name: 'Change columns of mine.csv…' }).click();
  const form = page.getByTestId('mapping');
  await expect(form.getByLabel('Names in')).toBeFocused();
  await form.getByRole('button', { name: 'Cancel' }).click();
  await expect(form).toBeHidden();
  await expect(page.getByTestId('datasets').locator('> li')).toHaveCount(2);
});

/** A workbook whose sheets S1, S2 … hold these rows. */
function book(...sheets: string[][][]) {
  const cellOf = (text: string) => `<c t="inlineStr"><is><t>${text}</t></is></c>`;
  const sheetOf = (rows: string[][]) =>
    rows.map((cells, i) => `<row r="${i + 1}">${cells.map(cellOf).join('')}</row>`).join('');
  return { name: 'mine.xlsx', mimeType: '', buffer: Buffer.from(workbook(sheets.map(sheetOf), [])) };
}

const EVENTS = [
  ['date', 'lat', 'lon'],
  ['2024-03-05', '33.0', '70.1'],
];

test('of a workbook with two sheets of incidents one is asked for', async ({ page }) => {
  await openData(page);
  await page.getByTestId('file').setInputFiles(book(EVENTS, [...EVENTS, ['2024-03-06', '33.0', '70.1']]));
  const question = page.getByTestId('which-table');
  await expect(question.getByRole('button', { name: 'Read the file' })).toBeDisabled();
  await question.getByRole('radio', { name: 'S2' }).check();
  await read(question);
  await expect(report(page)).toContainText('2 rows read: 2 taken, 0 rejected.');
});

test('the sheet of a workbook can be chosen with its columns', async ({ page }) => {
  await openData(page);
  const unknown = [
    ['Wann', 'Breite', 'Laenge'],
    ['2024-03-05', '33.0', '70.1'],
  ];
  await page.getByTestId('file').setInputFiles(book([['Notes'], ['by hand']], unknown));
  const form = page.getByTestId('mapping');
  await expect(form.getByLabel('Sheet')).toHaveValue('S2');
  await form.getByLabel('Sheet').selectOption('S1');
  await expect(form.getByRole('columnheader')).toContainText(['Notes']);
  await form.getByLabel('Sheet').selectOption('S2');
  await form.getByLabel('Latitude *').selectOption('Breite');
  await form.getByLabel('Longitude *').selectOption('Laenge');
  await form.getByLabel('Date *').selectOption('Wann');
  await read(form);
  await expect(report(page)).toContainText('1 row read: 1 taken, 0 rejected.');
});

test('points without a date are given one for all', async ({ page }) => {
  await openData(page);
  const feature = {
    type: 'Feature',
    geometry: { type: 'Point', coordinates: [71.5, 34] },
    properties: { name: 'Made up' },
  };
  const text = JSON.stringify({ type: 'FeatureCollection', features: [feature] });
  await page.getByTestId('file').setInputFiles(file(text, 'mine.geojson'));
  const question = page.getByTestId('which-date');
  await question.getByLabel('Date of all').fill('March');
  await expect(question.getByRole('button', { name: 'Read the file' })).toBeDisabled();
  await question.getByLabel('Date of all').fill('2024-03');
  await read(question);
  await expect(report(page)).toContainText('1 row read: 1 taken, 0 rejected.');
});
