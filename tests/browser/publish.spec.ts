import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { serve } from '../../scripts/serve.mjs';
import { callGeo } from '../unit/geo/commands/call.ts';
import { expect, test as base } from './setup.ts';

const CSV = `id,title,date,latitude,longitude,killed,type
a,Made up one,2012-03-05,34.01,71.58,5,ambush
b,Made up two,2012-07-31,33.9,70.1,3,airstrike
c,Made up three,2013-08-15,34.5,69.2,,ambush
`;
const STORY = `---
story: 1
title: Made for a test
---

## The one step

[View](#t=2012-01-01/2012-12-31)

Words of the step.
`;

interface Site {
  allowsFrames: boolean;
  /** arguments of `publish` beside data and folder */
  asked: readonly string[];
}

/** A site of a small made file, published and served as its own origin. */
const test = base.extend<Site>({
  allowsFrames: [false, { option: true }],
  asked: [['--title', 'Made up'], { option: true }],
  baseURL: async ({ allowsFrames, asked }, use) => {
    const folder = mkdtempSync(join(tmpdir(), 'durand-site-'));
    writeFileSync(join(folder, 'events.csv'), CSV);
    writeFileSync(join(folder, 'made.md'), STORY);
    const story = asked.map((word) => (word === 'STORY' ? join(folder, 'made.md') : word));
    const site = join(folder, 'site');
    const args = ['--data', join(folder, 'events.csv'), '--app', 'dist', '--out', site, ...story];
    const { status, notes } = await callGeo(['publish', ...args]);
    if (status !== 0) throw new Error(notes);
    const running = await serve({ root: site, allowsFrames });
    await use(running.url);
    await running.close();
    rmSync(folder, { recursive: true, force: true });
  },
});

// each test publishes a site and serves it
test.beforeEach(() => test.setTimeout(120_000));

const painted = (page: Page) =>
  expect(page.locator('html')).toHaveAttribute('data-map', 'painted', { timeout: 40_000 });

test('a published site shows its own incidents under its title, plays them, and claims no rule of ours', async ({
  page,
}) => {
  await page.goto('/');
  await painted(page);
  await expect(page).toHaveTitle('Made up');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Made up');
  await expect(page.getByTestId('summary')).toContainText('3 incidents');
  await expect(page.getByTestId('selection-note')).toHaveText('Counted here: Made up.');
  await expect(page.getByRole('button', { name: '10 or more killed' })).toHaveCount(0);
  await expect(page.getByText(/a selection/)).toHaveCount(0);
  await page.keyboard.press('c');
  await expect(page.getByTestId('summary')).toContainText('3 incidents');
  // the phases stay, as what there is to know beside it
  await expect(page.getByRole('button', { name: /^Insurgency,/ })).toBeVisible();
  await page.getByRole('button', { name: 'Sources' }).click();
  const sources = page.getByRole('dialog');
  await expect(sources).toContainText('Made up: 3 incidents of events.csv');
  await expect(sources).not.toContainText('Comparable over time');
  await page.keyboard.press('Escape');
  const play = page.getByTestId('play');
  await play.click();
  await expect(play).toHaveAccessibleName(/^Pause/);
  await expect(page.getByTestId('summary')).not.toContainText('3 incidents');
  await play.click();
});

test.describe('a site with a story', () => {
  test.use({ asked: ['--title', 'Made up', '--story', 'STORY'] });
  test('opens with it', async ({ page }) => {
    await page.goto('/');
    await expect(page.getByRole('region', { name: 'Stories' })).toContainText('Words of the step.', {
      timeout: 40_000,
    });
    await expect(page.getByTestId('summary')).toContainText('2 incidents');
    await expect(page).toHaveURL(/story=made\/1/);
  });
});

test.describe('map and timeline alone', { tag: '@both' }, () => {
  test('stand there with a link to the whole, whatever the address opens, and keys play', async ({ page }) => {
    await page.goto('/?embed=1#t=2012-04-01/2012-12-31&panel=list&analysis=table');
    await painted(page);
    const whole = page.getByRole('link', { name: 'Open in Made up' });
    await expect(whole).toHaveAttribute('target', '_blank');
    await expect(whole).toHaveAttribute('rel', 'noopener noreferrer');
    await expect(whole).toHaveAttribute('href', /\/#map=[^#]*&t=2012-04-01\/2012-12-31$/);
    await expect(page.locator('header.bar, .dock, [data-testid=analysis]')).toHaveCount(0);
    await expect(page.getByRole('group', { name: 'Timeline' })).toBeVisible();
    await page.keyboard.press('f');
    await page.keyboard.press('m');
    await expect(page.locator('.dock')).toHaveCount(0);
    await page.keyboard.press('ArrowRight');
    await expect(whole).toHaveAttribute('href', /t=2012-05-01\/2013-01-31/);
  });

  test('are embed.html too', async ({ page }) => {
    await page.goto('/embed.html');
    await painted(page);
    await expect(page.getByRole('link', { name: 'Open in Made up' })).toHaveAttribute('href', /:\d+\/#map=/);
    await expect(page.locator('header.bar')).toHaveCount(0);
  });
});

/** Another page, of another host, that shows the site in a frame. */
async function around(address: string): Promise<{ url: string; close: () => void }> {
  const server = createServer((_, response) => {
    response.setHeader('Content-Type', 'text/html');
    response.end(
      `<!doctype html><link rel="icon" href="data:,"><iframe src="${address}" width="900" height="600"></iframe>`,
    );
  });
  await new Promise<void>((done) => server.listen(0, 'localhost', done));
  return { url: `http://localhost:${(server.address() as AddressInfo).port}/`, close: () => server.close() };
}

test.describe('in a frame of another page', () => {
  test('it is refused as it is served', async ({ page, baseURL, complaints }) => {
    const other = await around(`${baseURL ?? ''}?embed=1`);
    await page.goto(other.url);
    await expect.poll(() => complaints.some((each) => each.includes('frame-ancestors'))).toBe(true);
    await expect(page.frameLocator('iframe').locator('#app')).toHaveCount(0);
    complaints.length = 0; // asserted; the page around is another host by intent
    other.close();
  });

  test.describe('with --allow-frames', () => {
    test.use({ allowsFrames: true, asked: ['--title', 'Made up', '--allow-frames'] });
    test('it works', async ({ page, baseURL, complaints }) => {
      const other = await around(`${baseURL ?? ''}?embed=1`);
      await page.goto(other.url);
      const frame = page.frameLocator('iframe');
      await expect(frame.locator('html')).toHaveAttribute('data-map', 'painted', { timeout: 40_000 });
      await frame.getByRole('button', { name: /^Play/ }).click();
      await expect(frame.getByRole('button', { name: /^Pause/ })).toBeVisible();
      // what the test itself puts into every frame may find no storage in one that is still empty
      const isOfTest = (each: string) => each.includes("'localStorage'") && each.includes('<anonymous>:4:7');
      const isAround = (each: string) => each.startsWith(`request to another host: ${other.url}`);
      expect(complaints.filter((each) => !isOfTest(each) && !isAround(each))).toEqual([]);
      complaints.length = 0;
      other.close();
    });
  });
});

test('the embed code shows the view on show', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto('/#t=2012-04-01/2012-12-31&panel=data');
  await painted(page);
  await page.getByRole('button', { name: 'Copy embed code' }).click();
  const field = page.getByRole('textbox', { name: 'The embed code' });
  await expect(field).toHaveValue(
    /^<iframe src="http:\/\/127\.0\.0\.1:\d+\/\?embed=1#map=[^"]*&amp;t=2012-04-01\/2012-12-31&amp;panel=data" title="Made up: 1 Apr – 31 Dec 2012" width="100%" height="600" loading="lazy" style="border:0"><\/iframe>$/,
  );
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(await field.inputValue());
});
