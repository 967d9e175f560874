import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import type { Incident } from '../../geo/model/incident.ts';
import { expect, test } from './setup.ts';

test.use({ isDrawn: true });

const incidents = (
  JSON.parse(readFileSync('public/layers/incidents.geojson', 'utf8')) as { features: Incident[] }
).features.map(({ properties }) => properties);

async function open(page: Page, hash: string) {
  await page.goto(`/#${hash}`);
  await expect(page.getByTestId('summary')).toBeVisible();
}

const counted = (from: string, to: string, district?: string) =>
  incidents.filter(
    ({ start, district: own }) => start >= from && start <= to && (district === undefined || own?.id === district),
  ).length;

/** The figures of the two windows in a row of the table. */
async function figuresOf(page: Page, row: string): Promise<(string | undefined)[]> {
  const table = page.getByTestId('compare-table');
  await expect(table).toBeVisible();
  const cells = await table.locator(`${row} td`).allInnerTexts();
  return [cells[0], cells[2]];
}

const painted = (page: Page) => expect(page.locator('html')).toHaveAttribute('data-map', 'painted');

test('the halves of the time shown are a count of the file, and move with the slider', async ({ page }) => {
  await open(page, 't=2007-01-01/2014-12-31');
  await page.keyboard.press('s');
  const halves = [
    ['2007-01-01', '2010-12-31'],
    ['2011-01-01', '2014-12-31'],
  ] as const;
  await expect.poll(() => figuresOf(page, 'tr.all')).toEqual(halves.map(([from, to]) => String(counted(from, to))));
  expect(await figuresOf(page, 'tr[data-district="swat"]')).toEqual(
    halves.map(([from, to]) => String(counted(from, to, 'swat'))),
  );
  await expect(page.getByTestId('compare-table').locator('tr[data-district="swat"]')).toContainText(
    'fewer than chance would give',
  );
  await page.getByRole('button', { name: 'One step forward' }).click();
  await expect(page.getByTestId('compare-table')).toContainText('1 Feb 2007');
});

test('two windows of one’s own stand in the link; windows that share days are refused in words', async ({ page }) => {
  await open(page, 'analysis=compare&pair=2009-01-01/2009-12-31,2010-01-01/2010-12-31');
  await expect
    .poll(() => figuresOf(page, 'tr.all'))
    .toEqual([counted('2009-01-01', '2009-12-31'), counted('2010-01-01', '2010-12-31')].map(String));
  await page.getByLabel('First, to').fill('2010-02-01');
  await page.getByLabel('First, to').blur();
  await expect(page.getByTestId('compare')).toContainText('The two windows share days');
  await expect.poll(() => page.url()).toContain('pair=2009-01-01/2010-02-01,2010-01-01/2010-12-31');
});

test('no difference crosses the end of the rule', async ({ page }) => {
  await open(page, 'analysis=compare&pair=2020-01-01/2020-12-31,2022-01-01/2022-12-31');
  await expect(page.getByTestId('compare-rule')).toContainText('not comparable');
  await expect(page.getByTestId('compare-table').locator('tr.all')).toContainText('not known');
  await expect(page.getByTestId('area-key')).toHaveCount(0);
});

test('two maps show a window each and look at the same, whichever is moved', async ({ page }) => {
  await open(page, 'analysis=compare&pair=zarb-e-azb');
  await painted(page);
  await page.getByRole('button', { name: 'Two maps' }).click();
  const second = page.getByTestId('second-map');
  await expect(second.locator('canvas')).toBeVisible();
  await expect(page.locator('main')).toContainText(`15 Jun 2012 – 14 Jun 2014: ${counted('2012-06-15', '2014-06-14')}`);
  await expect(page.locator('main')).toContainText(`15 Jun 2014 – 13 Jun 2016: ${counted('2014-06-15', '2016-06-13')}`);
  await expect.poll(() => page.url()).toContain('maps=1');

  const mapOf = () => /map=([^&]*)/.exec(page.url())?.[1];
  await expect.poll(mapOf).toBeDefined();
  const before = mapOf();
  const box = await second.boundingBox();
  if (!box) throw new Error('The second map is not shown.');
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width / 2 - 80, box.y + box.height / 2, { steps: 4 });
  await page.mouse.up();
  await expect.poll(mapOf).not.toBe(before); // the link tells where the first looks

  await page.keyboard.press('s');
  await expect(second).toHaveCount(0);
});
