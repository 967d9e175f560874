import type { Page } from '@playwright/test';
import { open } from './picture.ts';
import { kept } from './keeping.ts';
import { expect, test } from './setup.ts';

const AMBUSH = 'PKAF-0250';

/** All that a visit reads of time: the top bar, the timeline, an incident, the list. */
async function wordsOf(page: Page): Promise<string[]> {
  await open(page, `incident=${AMBUSH}&t=2025-10-01/2025-10-31&panel=list`);
  const rows = page.getByRole('grid', { name: 'Incidents' }).getByRole('row');
  await expect(rows.nth(2)).toBeVisible();
  // what is fetched when it is asked for is there: the claims, and the nearest crossing
  await expect(page.getByTestId('incident')).toContainText('Reuters');
  await expect(page.getByTestId('incident')).toContainText(/crossing/i);
  return Promise.all([
    page.getByTestId('summary').innerText(),
    page.getByTestId('incident').innerText(),
    page.locator('footer').innerText(),
    rows.nth(1).innerText(),
  ]);
}

/** A page of another browser, as a reader elsewhere, or at another time, has it. */
const PLACES = [
  { locale: 'ur-PK', timezoneId: 'Asia/Karachi' },
  { locale: 'ps-AF', timezoneId: 'Asia/Kabul' },
  { locale: 'fa-IR', timezoneId: 'Pacific/Kiritimati' }, // 14 hours ahead; years of another calendar
  { locale: 'ar-SA', timezoneId: 'America/St_Johns' }, // three and a half behind; digits and months of its own
  { locale: 'de-DE', timezoneId: 'Pacific/Niue' },
];

test('days, numbers and words are the same in every time zone and language', async ({ page, browser, baseURL }) => {
  test.setTimeout(240_000);
  const here = await wordsOf(page);
  expect(here.join()).toContain('8 Oct 2025');
  for (const place of PLACES) {
    const context = await browser.newContext({
      ...place,
      baseURL: baseURL ?? '',
      viewport: { width: 1280, height: 800 },
    });
    const elsewhere = await context.newPage();
    const errors: string[] = [];
    elsewhere.on('pageerror', (error) => errors.push(String(error)));
    expect(await wordsOf(elsewhere), place.locale).toEqual(here);
    expect(errors).toEqual([]);
    await context.close();
  }
});

for (const year of [1970, 2100])
  test(`a clock that stands in ${year} changes nothing that is shown`, async ({ page }) => {
    const here = await wordsOf(page);
    await page.clock.setFixedTime(new Date(Date.UTC(year, 0, 1, 0, 0, 1)));
    await page.goto('about:blank');
    expect(await wordsOf(page)).toEqual(here);
    await page.goto('/#panel=data');
    const table = 'id,date,latitude,longitude,title\none,2024-03-05,33.0,70.1,Made up\n';
    await page.getByTestId('file').setInputFiles({ name: 'a.csv', mimeType: '', buffer: Buffer.from(table) });
    await expect(page.getByTestId('datasets').locator('> li')).toHaveCount(2);
    await kept(page);
    await page.reload();
    await expect(page.getByTestId('datasets').locator('> li')).toHaveCount(2);
    await page.getByRole('button', { name: 'Play (space)' }).click();
    const summary = page.getByTestId('summary');
    const then = await summary.innerText();
    await expect(summary).not.toHaveText(then);
  });
