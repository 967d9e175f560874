import { readFileSync, statSync } from 'node:fs';
import type { Browser, Page, TestInfo } from '@playwright/test';
import { expect, test } from './setup.ts';

test.use({ isDrawn: true });

const VIEW = 't=2008-01-01/2012-12-31&shade=incidents&map=6/33.5/70.5&theme=light';

async function painted(page: Page) {
  await expect(page.locator('html')).toHaveAttribute('data-map', 'painted', { timeout: 40_000 });
}

/** The file that “Save as a page” gives. */
async function savedPage(page: Page, info: TestInfo, answer?: string): Promise<string> {
  if (!(await page.getByTestId('save').isVisible())) await page.keyboard.press('o');
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save as a page' }).click();
  if (answer !== undefined) await page.getByRole('button', { name: answer }).click();
  const path = info.outputPath('page.html');
  await (await download).saveAs(path);
  await page.keyboard.press('o');
  return path;
}

/** The file in a browser that nobody has used, without a network; what it complains of and what it asks of anybody. */
async function fromDisk(browser: Browser, path: string) {
  const context = await browser.newContext({ offline: true, viewport: { width: 1280, height: 800 } });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type()) && !/GL Driver/.test(message.text()))
      complaints.push(message.text());
  });
  page.on('request', (request) => {
    if (/^(https?|wss?):/.test(request.url())) complaints.push(request.url());
  });
  await page.goto(`file://${path}`);
  await painted(page);
  return { page, complaints };
}

/** The share of pixels in which two pictures of one size differ. */
function differing(page: Page, pictures: readonly Buffer[]): Promise<number> {
  return page.evaluate(
    async (texts) => {
      const [a, b] = await Promise.all(
        texts.map(async (text) => {
          const image = new Image();
          image.src = `data:image/png;base64,${text}`;
          await image.decode();
          const context = new OffscreenCanvas(image.width, image.height).getContext('2d');
          if (!context) throw new Error('no 2d context');
          context.drawImage(image, 0, 0);
          return context.getImageData(0, 0, image.width, image.height).data;
        }),
      );
      let count = 0;
      for (let i = 0; i < a.length; i += 4) {
        const away = Math.abs(a[i] - b[i]) + Math.abs(a[i + 1] - b[i + 1]) + Math.abs(a[i + 2] - b[i + 2]);
        if (away > 48) count++;
      }
      return count / (a.length / 4);
    },
    pictures.map((picture) => picture.toString('base64')),
  );
}

test('a page in one file opens from disk without a network, looks as the link does, and plays', async ({
  page,
  browser,
}, info) => {
  test.setTimeout(180_000);
  await page.goto(`/#${VIEW}`);
  await painted(page);
  const path = await savedPage(page, info);
  const text = readFileSync(path, 'utf8');
  const layers = [...text.matchAll(/data-file="layers\/[^"]*">([^<]*)</g)].reduce(
    (sum, [, data]) => sum + data.length,
    0,
  );
  expect(statSync(path).size - layers).toBeLessThan(1_500_000);
  const policy = /Content-Security-Policy" content="([^"]*)"/.exec(text)?.[1] ?? '';
  expect(policy).toMatch(/^default-src 'none'; script-src 'sha256-[\w+/=]+' blob:; /);
  expect(policy).not.toContain('unsafe');

  const file = await fromDisk(browser, path);
  await expect(file.page).toHaveTitle('Durand Map: 1 Jan 2008 – 31 Dec 2012');
  await expect(file.page.getByTestId('summary')).toHaveText((await page.getByTestId('summary').textContent()) ?? '');
  // it was saved with the panel open that saved it
  await file.page.keyboard.press('o');
  await expect(file.page.locator('.dock')).toHaveCount(0);
  await page.mouse.move(640, 790);
  await file.page.mouse.move(640, 790);
  // both come to rest with names and rivers on the map
  await expect
    .poll(async () => differing(page, [await page.screenshot(), await file.page.screenshot()]), { timeout: 40_000 })
    .toBeLessThan(0.002);

  await file.page.keyboard.press('ArrowRight');
  await expect(file.page).toHaveURL(/t=2008-02-01\/2013-01-31/);
  await file.page.keyboard.press(' ');
  await expect(file.page.getByRole('button', { name: /^Pause/ })).toBeVisible();
  await file.page.keyboard.press(' ');
  // what is fetched later, and what a worker computes
  await file.page.keyboard.press('h');
  await expect(file.page.getByTestId('analysis')).toContainText('of 35 districts of Khyber Pakhtunkhwa');
  await file.page.keyboard.press('o');
  await expect(file.page.getByTestId('save')).toBeVisible();
  await expect(file.page.getByRole('button', { name: 'Save as a page' })).toHaveCount(0);
  expect(file.complaints).toEqual([]);
});

test('the reader’s own files go with it after a warning, or stay behind', async ({ page, browser }, info) => {
  test.setTimeout(180_000);
  await page.goto('/#panel=data');
  await painted(page);
  await page
    .locator('input[type=file]')
    .first()
    .setInputFiles({
      name: 'mine.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from('id,title,date,latitude,longitude,killed\nm1,Mine alone,2012-03-05,34.01,71.58,5\n'),
    });
  await expect(page.getByTestId('summary')).toContainText('1,625 incidents');
  await page.getByRole('button', { name: 'Save as a page' }).click();
  await expect(page.getByText(/^You have opened mine\.csv\. Whoever gets the page/)).toBeVisible();
  await page.getByRole('button', { name: 'Cancel' }).click();
  await expect(page.getByRole('button', { name: 'Save as a page' })).toBeFocused();
  const without = readFileSync(await savedPage(page, info, 'Save without them'), 'utf8');
  expect(without).not.toContain('own.project.zip');
  const path = await savedPage(page, info, 'Save with my files');

  const file = await fromDisk(browser, path);
  await expect(file.page.getByTestId('summary')).toContainText('1,625 incidents', { timeout: 40_000 });
  expect(file.complaints).toEqual([]);
});

test('where what it is saved from is not there it says so', async ({ page, complaints }) => {
  await page.route(/page-template/, (route) => route.fulfill({ status: 404, body: 'Not found' }));
  await page.goto('/#panel=data');
  await painted(page);
  await page.getByRole('button', { name: 'Save as a page' }).click();
  await expect(page.locator('.notices')).toContainText('page-template.txt could not be read: 404');
  complaints.length = 0; // the browser tells the console of the 404
});
