import type { Page } from '@playwright/test';
import { expect, test } from './setup.ts';

test.use({ isDrawn: true });

async function open(page: Page, hash = '') {
  await page.goto(`/#${hash}`);
  await expect(page.getByTestId('summary')).toBeVisible();
}

/** Features of the map that an analysis has drawn, by kind. */
async function picture(page: Page): Promise<Buffer> {
  await expect(page.locator('html')).toHaveAttribute('data-map', 'painted');
  return page.locator('main').screenshot();
}

test('movement opens by its key, tells each quarter by keys, and goes', async ({ page }) => {
  await open(page);
  await page.keyboard.press('v');
  const chart = page.getByTestId('quartiles');
  await expect(chart).toBeVisible();
  expect(page.url()).toContain('analysis=movement');
  await chart.focus();
  await page.keyboard.press('Home');
  await expect(chart).toHaveAttribute('aria-valuetext', /^Jan–Mar 2004, .*too few to say\.$/);
  // the quarter with the most incidents in the histogram's days: a median that lies between two distances
  for (let quarter = 0; quarter < 21; quarter++) await page.keyboard.press('ArrowRight');
  await expect(chart).toHaveAttribute(
    'aria-valuetext',
    /^Apr–Jun 2009, Pakistani side: \d+ incidents, median \d+–\d+ km from the border, the middle half within \d+–\d+ km\./,
  );
  await page.keyboard.press('Enter');
  await expect(page.getByTestId('window-text')).toHaveText('1 Apr – 30 Jun 2009');
  await page.keyboard.press('v');
  await expect(chart).toBeHidden();
  expect(page.url()).not.toContain('analysis=');
});

test('the path of the centres is on the map while movement is open', async ({ page }) => {
  await open(page, 't=2009-01-01/2009-12-31');
  const before = await picture(page);
  await page.keyboard.press('v');
  await page.getByTestId('movement').getByLabel('Show').selectOption({ label: 'Centre by year' });
  await expect(page.getByRole('row', { name: /^2009 / })).toContainText(/\d+ km by \d+ km/);
  await expect(page.getByRole('row', { name: /^2005 / })).toContainText('too few');
  await expect.poll(async () => (await picture(page)).equals(before)).toBe(false);
});

test('says what is missing where nothing is', async ({ page }) => {
  await open(page, 'analysis=movement&q=nowhere-at-all');
  await expect(page.getByTestId('movement')).toContainText('No incident passes the filters');
});

test('movement has its room on a small screen @phone', async ({ page }) => {
  await open(page, 'analysis=movement');
  const chart = page.getByTestId('quartiles');
  await expect(chart).toBeVisible();
  const box = await chart.boundingBox();
  expect(box?.width).toBeGreaterThan(200);
});
