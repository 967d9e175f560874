import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { listOffline } from '../../geo/commands/offline-files.ts';
import { serve } from '../../scripts/serve.mjs';
import { expect, test as base } from './setup.ts';

/** A server of this test's own, which has a copy of the page in a folder. */
interface Site {
  folder: string;
  port: number;
  start: () => Promise<void>;
  stop: () => Promise<void>;
}

interface OwnSite {
  site: Site;
}

const test = base.extend<OwnSite>({
  // eslint-disable-next-line no-empty-pattern -- Playwright asks for the pattern
  site: async ({}, use) => {
    const root = mkdtempSync(join(tmpdir(), 'durand-offline-'));
    const folder = join(root, 'map');
    cpSync('dist', folder, { recursive: true });
    let running = await serve({ root });
    const port = Number(new URL(running.url).port);
    const stop = () => running.close();
    const start = async () => void (running = await serve({ root, port }));
    await use({ folder, port, start, stop });
    await running.close();
    rmSync(root, { recursive: true, force: true });
  },
  baseURL: async ({ site }, use) => use(`http://127.0.0.1:${site.port}/map/`),
});

test.use({ serviceWorkers: 'allow', isSavingData: false });
// the page is kept once it is at rest, some pages several times over
test.describe.configure({ timeout: 150_000 });

const KML = `<?xml version="1.0"?><kml xmlns="http://www.opengis.net/kml/2.2"><Document><Placemark><name>One</name><TimeStamp><when>2024-03-05</when></TimeStamp><Point><coordinates>71.4,33.9</coordinates></Point></Placemark></Document></kml>`;
const KEPT = 'The page itself is kept in this browser';
const NEW = 'A new version is here.';
const NEWER = 'Durand Map, newer';

/** Opens the page, and waits for its picture. */
async function open(page: Page, address = './') {
  await page.goto(address);
  await painted(page);
}

const painted = (page: Page) =>
  expect(page.locator('html')).toHaveAttribute('data-map', 'painted', { timeout: 40_000 });

const figure = (page: Page) => page.getByTestId('summary').locator('strong').innerText();

/** Waits until the page is kept whole. */
const kept = (page: Page) =>
  page.waitForFunction(() => navigator.serviceWorker.controller !== null, null, { timeout: 40_000 });

/** Puts a newer page on the server, known by its title. */
function publish({ folder }: Site) {
  const file = join(folder, 'index.html');
  writeFileSync(file, readFileSync(file, 'utf8').replace('<title>Durand Map<', `<title>${NEWER}<`));
  listOffline(folder);
}

const remains = (page: Page) =>
  page.evaluate(async () => [(await navigator.serviceWorker.getRegistrations()).length, (await caches.keys()).length]);

test('after one visit everything works though the server is gone', async ({ page, site, complaints }) => {
  await open(page);
  const all = await figure(page);
  await kept(page);
  await site.stop();

  await page.reload();
  await painted(page);
  expect(await figure(page)).toBe(all);
  // a file, which a worker reads
  await page.getByRole('button', { name: 'Data', exact: true }).click();
  await expect(page.getByText(KEPT)).toBeVisible({ timeout: 40_000 });
  await page.getByTestId('file').setInputFiles({ name: 'my.kml', mimeType: '', buffer: Buffer.from(KML) });
  await expect(page.getByTestId('import')).toHaveAttribute('data-state', 'done');
  await expect(page.getByTestId('datasets').locator('> li')).toHaveCount(2);
  // an analysis, with what its worker counts
  await page.goto('./?from=there#analysis=hotspots');
  await painted(page);
  await expect(page.getByTestId('analysis')).toBeVisible();
  await page.goto('./index.html#t=2010-01-01/2010-12-31');
  await painted(page);
  const before = await page.getByTestId('summary').textContent();
  await page.getByTestId('play').click();
  await expect(page.getByTestId('summary')).not.toHaveText(before ?? '');
  // the browser looks for a newer worker, and tells that it found no server
  expect(complaints.splice(0).filter((one) => !/sw\.js|favicon/.test(one))).toEqual([]);
});

test('a new version is offered, and loaded only when it is asked for', async ({ page, context, site }) => {
  await open(page);
  await kept(page);
  const other = await context.newPage();
  await open(other);
  publish(site);
  await page.bringToFront();
  await page.reload();
  const noticeIn = (tab: Page) => tab.locator('.notices > div').filter({ hasText: NEW });
  const notice = noticeIn(page);
  await expect(notice).toBeVisible({ timeout: 40_000 });
  await other.bringToFront();
  await expect(noticeIn(other)).toBeVisible({ timeout: 40_000 });
  await page.bringToFront();
  await expect(page).toHaveTitle('Durand Map');
  await notice.getByRole('button', { name: 'Load it' }).click();
  await expect(page).toHaveTitle(NEWER);
  await painted(page);
  await expect(notice).toHaveCount(0);

  // the other tab goes on with the version that it began with, until it is asked to
  await other.bringToFront();
  await expect(other).toHaveTitle('Durand Map');
  await other.keyboard.press('k');
  await expect(other.getByTestId('analysis')).toBeVisible();
  await noticeIn(other).getByRole('button', { name: 'Load it' }).click();
  await expect(other).toHaveTitle(NEWER);
});

test('a version that does not come whole leaves the one before in its place @long', async ({
  page,
  site,
  complaints,
}) => {
  await open(page);
  await kept(page);
  publish(site);
  // the server has another page by now than its list says
  const file = join(site.folder, 'index.html');
  writeFileSync(file, readFileSync(file, 'utf8').replace(NEWER, 'Half a version'));
  const end = await page.evaluate(async () => {
    const registration = await navigator.serviceWorker.getRegistration();
    if (!registration) return 'no worker';
    const ended = new Promise<string>((resolve) => {
      registration.addEventListener('updatefound', () => {
        const { installing } = registration;
        installing?.addEventListener('statechange', () => resolve(installing.state));
      });
    });
    await registration.update();
    return ended;
  });
  expect(end).toBe('redundant');
  expect(await remains(page)).toEqual([1, 1]);
  await page.reload();
  await painted(page);
  await expect(page).toHaveTitle('Durand Map');
  await site.stop();
  await page.reload();
  await painted(page);
  await expect(page.getByText(NEW)).toHaveCount(0);
  expect(complaints.splice(0).filter((one) => !/sw\.js|integrity/.test(one))).toEqual([]);
});

test('“Delete everything” takes the page along, which goes on and is kept again with the next visit', async ({
  page,
}) => {
  await open(page, './#panel=data');
  await expect(page.getByText(KEPT)).toBeVisible({ timeout: 40_000 });
  expect(await remains(page)).toEqual([1, 1]);
  page.once('dialog', (dialog) => void dialog.accept());
  await page.getByRole('button', { name: 'Delete everything' }).click();
  await expect.poll(() => remains(page)).toEqual([0, 0]);
  await expect(page.getByText('The page itself is not kept in this browser')).toBeVisible();
  await expect(page.getByTestId('datasets')).toBeFocused();
  await page.keyboard.press('k');
  await expect(page.getByTestId('analysis')).toBeVisible();
  expect(await remains(page)).toEqual([0, 0]);
  await page.reload();
  await expect(page.getByText(KEPT)).toBeVisible({ timeout: 40_000 });
});

test('where the server has another page by now, what was kept makes way @long', async ({ page, site, complaints }) => {
  await open(page);
  await kept(page);
  rmSync(join(site.folder, 'sw.js'));
  writeFileSync(join(site.folder, 'index.html'), '<!doctype html><title>Another page</title>');
  await page.reload();
  await expect(page).toHaveTitle('Durand Map');
  await expect.poll(() => remains(page), { timeout: 40_000 }).toEqual([0, 0]);
  await page.reload();
  await expect(page).toHaveTitle('Another page');
  expect(complaints.splice(0).filter((one) => !/sw\.js|favicon/.test(one))).toEqual([]);
});
