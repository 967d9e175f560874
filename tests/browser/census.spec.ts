import type { Page } from '@playwright/test';
import { rollup } from 'd3-array';
import { tableRows, type TableCells } from '../tables.ts';
import { expect, test } from './setup.ts';

const incidents = tableRows('incidents.csv');
const months = tableRows('monthly-totals.csv');
const undated = tableRows('monthly-undated.csv');

const total = (rows: readonly TableCells[], column: string) => rows.reduce((sum, row) => sum + Number(row[column]), 0);
const written = (count: number) => count.toLocaleString('en-GB');
/** The highest figure of a month, all areas together or some. */
function mostOf(column: string, of: (row: TableCells) => boolean = () => true): number {
  const byMonth = rollup(
    months.filter(of),
    (rows) => total(rows, column),
    ({ month }) => month,
  );
  return Math.max(...byMonth.values());
}

async function open(page: Page, hash = '') {
  await page.goto(`/#${hash}`);
  await expect(page.getByTestId('summary')).toBeVisible();
}

const hint = (page: Page) => page.getByTestId('census-hint');
const choice = (page: Page) => page.getByLabel('Census by month');

/** Puts the pointer over a time of the histogram, which goes from March 2004 to June 2026. */
async function pointAt(page: Page, year: number) {
  const box = await page.getByTestId('plot').boundingBox();
  if (!box) throw new Error('the histogram has no box');
  await page.mouse.move(box.x + (box.width * (year - 2004.164)) / (2026.496 - 2004.164), box.y + 20);
}

test('the census stands behind the bars, and follows measure and area to the figure', async ({ page }) => {
  await open(page);
  await expect(hint(page)).toContainText(`up to ${written(mostOf('events'))} events, own scale; to Dec 2021`);
  await expect(page.getByTestId('census')).toHaveAttribute('d', /^M/);

  await pointAt(page, 2009.375);
  const may = months.filter(({ month }) => month === '2009-05');
  await expect(page.getByTestId('census-figure')).toHaveText(
    `UCDP GED, Pakistan, May 2009: ${written(total(may, 'events'))} events`,
  );
  await page.getByRole('combobox', { name: 'Bars', exact: true }).selectOption('Deaths');
  await pointAt(page, 2009.376);
  await expect(page.getByTestId('census-figure')).toHaveText(
    `UCDP GED, Pakistan, May 2009: ${written(total(may, 'deaths_best'))} deaths`,
  );

  await choice(page).selectOption('UCDP GED: Balochistan');
  const isBalochistan = ({ area }: TableCells) => area === 'Balochistan';
  await expect(hint(page)).toContainText(`up to ${written(mostOf('deaths_best', isBalochistan))} deaths`);
  await expect(page).toHaveURL(/census=Balochistan/);
  await page.reload();
  await expect(hint(page)).toContainText(`up to ${written(mostOf('deaths_best', isBalochistan))} deaths`);

  await choice(page).selectOption('No census');
  await expect(page.getByTestId('census')).toHaveCount(0);
  await expect(page).toHaveURL(/census=off/);
});

test('the outline ends with 2021, on the ground where the rule of the incidents ends', async ({ page }) => {
  await open(page);
  const ends = (testid: string, edge: 'left' | 'right') =>
    page.getByTestId(testid).evaluate((element, side) => element.getBoundingClientRect()[side], edge);
  await expect(page.getByTestId('census')).toHaveAttribute('d', /^M/);
  const box = await page.getByTestId('plot').boundingBox();
  if (!box) throw new Error('the histogram has no box');
  // 1 January 2022 between 1 March 2004 and 30 June 2026, in days
  const days = (a: string, b: string) => (Date.parse(b) - Date.parse(a)) / 86_400_000;
  const at = box.x + (box.width * days('2004-03-01', '2022-01-01')) / days('2004-03-01', '2026-07-01');
  expect(Math.abs((await ends('census', 'right')) - at)).toBeLessThan(2);
  expect(Math.abs((await ends('selection-ground', 'left')) - at)).toBeLessThan(2);
  await pointAt(page, 2023.5);
  await expect(page.getByTestId('bin-figures')).toBeVisible();
  await expect(page.getByTestId('census-figure')).toHaveCount(0);
});

test('what the census is, where it ends and what it cannot date are told', { tag: '@both' }, async ({ page }) => {
  await open(page);
  await page.getByRole('button', { name: 'About this census' }).click();
  const card = page.getByTestId('census-card');
  await expect(card).toContainText(`Pakistan: ${written(total(months, 'events'))} events`);
  const [best, low, high] = ['deaths_best', 'deaths_low', 'deaths_high'].map((column) =>
    written(total(months, column)),
  );
  await expect(card).toContainText(`${best} deaths (${low}–${high} by the lowest and highest counts)`);
  await expect(card).toContainText('It ends with Dec 2021');
  await expect(card).toContainText(`${written(total(undated, 'deaths_best'))} deaths are known to no month`);
  for (const { record } of undated) await expect(card).toContainText(`(record ${record})`);
  await expect(card).toContainText('Sundberg and Melander 2013');
  await expect(card.getByRole('link', { name: 'Page of the dataset' })).toHaveAttribute('target', '_blank');
});

test('an area that is none is said to be none; a district is one', async ({ page }) => {
  await open(page, 'census=Atlantis');
  await expect(page.getByText('an area that the census has not: Atlantis.')).toBeVisible();
  await expect(choice(page)).toHaveValue('all');
  const swat = tableRows('monthly-by-district.csv').filter(({ district }) => district === 'Swat');
  await page.evaluate(() => (location.hash = 'census=Swat'));
  await expect(hint(page)).toContainText(
    `up to ${written(Math.max(...swat.map(({ events }) => Number(events))))} events`,
  );
});

test(
  'one click leaves what is comparable over time, and says what that leaves out',
  { tag: '@both' },
  async ({ page }) => {
    await open(page);
    const killed = incidents.map((row) => (row.killed_best === '' ? null : Number(row.killed_best)));
    const kept = killed.filter((best) => best !== null && best >= 10).length;
    const fewer = killed.filter((best) => best !== null && best < 10).length;
    const unknown = killed.filter((best) => best === null).length;
    const compare = page.getByRole('button', { name: '10 or more killed' });
    await expect(compare).toHaveAttribute('aria-pressed', 'false');
    await compare.click();
    await expect(page.getByTestId('summary')).toContainText(`${written(kept)} incidents`);
    await expect(page.getByTestId('selection-note')).toContainText('comparable from 2004 to 2021');
    await expect(page).toHaveURL(/deaths=10\.\./);
    await page.getByRole('button', { name: 'What can be compared over time' }).click();
    await expect(page.getByTestId('rule-card')).toContainText(
      `leaves out ${written(fewer)} incidents with fewer killed and ${written(unknown)} whose killed are not known`,
    );
    await compare.click();
    await expect(page.getByTestId('summary')).toContainText(`${written(incidents.length)} incidents`);
    await expect(compare).toHaveAttribute('aria-pressed', 'false');
  },
);
