import { difference, find, open, takeContext } from './picture.ts';
import { expect, test } from './setup.ts';

test.use({ isDrawn: true });

/** A day with an explosion at Bara alone. */
const LOUD = '2023-07-20/2023-07-20';
const AT_BARA = 'map=10/33.92/71.455';
/** The middle of the map. */
const AROUND = { x: 610, y: 310, width: 60, height: 60 };
const LOST = 'The browser has taken the graphics away';

test('lost graphics are said on the page, no picture is saved, and the map comes back as it was', async ({ page }) => {
  await open(page, `${AT_BARA}&t=${LOUD}&panel=data`);
  const map = { x: 400, y: 100, width: 400, height: 400 };
  await expect.poll(async () => (await find(page, '--group-explosion', AROUND)).pixels).toBeGreaterThan(30);
  // the names come after the first picture
  const PESHAWAR = { x: 820, y: 160, width: 95, height: 30 };
  await expect.poll(async () => (await find(page, '--ink', PESHAWAR)).pixels).toBeGreaterThan(30);
  const before = await page.screenshot({ clip: map });
  const giveBack = await takeContext(page);
  await expect(page.getByRole('alert')).toContainText(LOST);
  await expect(page.getByRole('alert')).toContainText('The list, the timeline and all figures work without it.');

  const downloads: string[] = [];
  page.on('download', (download) => downloads.push(download.suggestedFilename()));
  await page.getByRole('button', { name: /as a picture/ }).click();
  await expect(page.getByRole('status').filter({ hasText: LOST })).toBeVisible();
  expect(downloads).toEqual([]);

  await giveBack();
  await expect(page.locator('html')).toHaveAttribute('data-map', 'painted');
  await expect(page.getByRole('alert').filter({ hasText: LOST })).toHaveCount(0);
  await page.getByRole('button', { name: 'Dismiss' }).click();
  await expect.poll(async () => difference(page, before, await page.screenshot({ clip: map }))).toBeLessThan(3);
});

test('graphics that are lost while time plays come back with the time that it has come to', async ({
  page,
  complaints,
}) => {
  await open(page, `map=5/33.92/71.455&shade=incidents&t=2008-01-01/2008-12-31`);
  await page.getByRole('button', { name: 'Play (space)' }).click();
  const giveBack = await takeContext(page);
  await expect(page.getByRole('alert')).toContainText(LOST);
  const summary = page.getByTestId('summary');
  const then = await summary.textContent();
  await expect(summary).not.toHaveText(then ?? '');
  await page.setViewportSize({ width: 1200, height: 780 });
  await giveBack();
  await expect(page.locator('html')).toHaveAttribute('data-map', 'painted');
  await page.getByRole('button', { name: 'Pause (space)' }).click();
  await page.evaluate((hash) => (location.hash = hash), `${AT_BARA}&t=${LOUD}`);
  const middle = { x: 570, y: 300, width: 60, height: 60 };
  await expect.poll(async () => (await find(page, '--group-explosion', middle)).pixels).toBeGreaterThan(30);
  expect(complaints).toEqual([]);
});

test('where the map’s file is missing the page says so, and saves no picture', async ({ page, complaints }) => {
  await page.route(/assets\/controller-[^/]*\.js$/, (route) => route.fulfill({ status: 404, body: '' }));
  await page.goto('/#panel=data');
  await expect(page.getByRole('alert')).toContainText('a part of it could not be loaded');
  await expect(page.getByRole('button', { name: 'Load again' })).toBeVisible();
  await expect(page.getByTestId('summary')).toContainText(/\d+ incidents/);
  await page.getByRole('button', { name: /as a picture/ }).click();
  await expect(page.getByRole('status').filter({ hasText: 'could not be loaded' })).toBeVisible();
  expect(complaints.splice(0).every((one) => /404/.test(one))).toBe(true);
});

test.describe('where the browser may fetch what it likes', () => {
  test.use({ isSavingData: false });

  test('once the page is at rest, files are opened and saved though the server is gone', async ({ page, context }) => {
    // the browser remembers 250 otherwise
    await page.addInitScript(() => performance.setResourceTimingBufferSize(2000));
    await open(page, 'panel=data');
    const ahead = page.locator('head link[rel=prefetch]');
    await expect(ahead).not.toHaveCount(0, { timeout: 20_000 });
    await page.waitForFunction(() => {
      const fetched = performance.getEntriesByType('resource').map(({ name }) => name);
      const links = [...document.head.querySelectorAll<HTMLLinkElement>('link[rel=prefetch]')];
      // of the layers that come later the bands are the last
      return (
        links.every(({ href }) => fetched.includes(href)) && fetched.some((name) => name.includes('border-bands.'))
      );
    });
    await context.setOffline(true);
    const placemark =
      '<Placemark><name>One</name><TimeStamp><when>2024-03-05</when></TimeStamp><Point><coordinates>71.4,33.9</coordinates></Point></Placemark>';
    const kml = `<?xml version="1.0"?><kml xmlns="http://www.opengis.net/kml/2.2"><Document>${placemark}</Document></kml>`;
    await page.getByTestId('file').setInputFiles({ name: 'my.kml', mimeType: '', buffer: Buffer.from(kml) });
    await expect(page.getByTestId('import')).toHaveAttribute('data-state', 'done');
    await expect(page.getByTestId('datasets').locator('> li')).toHaveCount(2);
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: /CSV/ }).click(),
    ]);
    expect(download.suggestedFilename()).toMatch(/\.csv$/);
  });
});
