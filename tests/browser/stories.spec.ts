import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { expect, test } from './setup.ts';

const panel = (page: Page) => page.getByRole('region', { name: 'Stories' });
const place = (page: Page, step: number, of: number) =>
  expect(panel(page).getByText(`Step ${step} of ${of}`)).toBeVisible();

async function open(page: Page, hash = '') {
  await page.goto(`/#${hash}`);
  await expect(page.getByTestId('summary')).toBeVisible();
}

async function openFile(page: Page, name: string, text: string) {
  await panel(page)
    .locator('input[type=file]')
    .setInputFiles({ name, mimeType: 'text/markdown', buffer: Buffer.from(text) });
}

test.describe('the stories that come with the map', { tag: '@both' }, () => {
  test('a story is stepped through by buttons and keys, the map and its days go along, and leaving gives the own view back', async ({
    page,
  }) => {
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await open(page, 't=2010-01-01/2010-12-31');
    await page.keyboard.press('n');
    await panel(page)
      .getByRole('button', { name: /^The two Talibans/ })
      .click();
    await place(page, 1, 8);
    await expect(page).toHaveURL(/story=two-talibans\/1/);
    await panel(page).getByRole('button', { name: 'Next' }).click();
    await place(page, 2, 8);
    await expect(page).toHaveURL(/t=2004-03-01\/2007-12-14/);
    await page.keyboard.press('.');
    await place(page, 3, 8);
    await expect(page).toHaveURL(/t=2007-12-15\/2014-06-14/);
    await page.keyboard.press(',');
    await place(page, 2, 8);
    await expect(panel(page).getByRole('link', { name: /GFATF/ })).toHaveAttribute('rel', 'noopener noreferrer');
    await page.keyboard.press('Escape');
    await expect(panel(page)).toHaveCount(0);
    await expect(page).toHaveURL(/t=2010-01-01\/2010-12-31/);
    await expect(page).not.toHaveURL(/color=side/);
  });
});

test('the map flies and time plays between two steps', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'no-preference' });
  await open(page);
  await expect(page.locator('html')).toHaveAttribute('data-map', 'painted');
  await page.keyboard.press('n');
  await panel(page)
    .getByRole('button', { name: /^The two Talibans/ })
    .click();
  await place(page, 1, 8);
  const summary = page.getByTestId('summary');
  const texts = await summary.evaluateHandle((element) => {
    const seen = new Set<string>();
    new MutationObserver(() => seen.add(element.textContent)).observe(element, { subtree: true, characterData: true });
    return seen;
  });
  await panel(page).getByRole('button', { name: 'Next' }).click();
  await expect(page).toHaveURL(/map=6\.60\/32\.9000\/68\.9000/);
  await expect(page).toHaveURL(/t=2004-03-01\/2007-12-14/);
  expect(await texts.evaluate((seen) => seen.size)).toBeGreaterThan(3);
});

test('a link that names a step alone opens it there; scrolling goes on from it', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await open(page, 'story=the-line/4');
  await place(page, 4, 7);
  await expect(page).toHaveURL(/border=\.\.25/);
  await panel(page).getByTestId('story').hover();
  await page.mouse.wheel(0, 300);
  await place(page, 5, 7);
  await expect(page).toHaveURL(/t=2007-12-15\/2014-06-14/);
});

test('a story plays by itself until the reader does something', async ({ page }) => {
  await page.clock.install();
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await open(page, 'story=two-talibans/1');
  await place(page, 1, 8);
  await panel(page).getByRole('button', { name: 'Play' }).click();
  await page.clock.runFor(60_000);
  await expect(panel(page).getByText('Step 1 of 8')).toHaveCount(0);
  await expect(panel(page).getByRole('button', { name: 'Pause' })).toBeVisible();
  await page.keyboard.press('Shift');
  await expect(panel(page).getByRole('button', { name: 'Play' })).toBeVisible();
});

test('a story is made from views, kept over a reload, saved, and its file alone gives it back', async ({ page }) => {
  test.slow();
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await open(page, 't=2009-01-01/2009-12-31');
  await page.keyboard.press('n');
  await panel(page).getByRole('button', { name: 'Make a story' }).click();
  const editor = page.getByTestId('story-editor');
  await editor.getByLabel('Title').fill('My story');
  await editor.getByLabel('Heading').fill('First');
  await editor.getByLabel('Words, in Markdown').fill('Some *words* and <script>alert(1)</script>');
  await editor.getByLabel(/^Sources/).fill('Dawn https://www.dawn.com/news/1');
  await page.getByRole('button', { name: 'One step forward' }).click();
  await editor.getByRole('button', { name: /^Add what the map shows/ }).click();
  await editor.getByLabel('Heading').fill('Second');
  await editor.getByRole('button', { name: 'Move up: Second' }).click();
  await editor.getByRole('button', { name: 'Delete: First' }).click();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(editor.getByRole('button', { name: 'Delete: First' })).toBeVisible();

  await page.reload();
  await panel(page).getByRole('button', { name: 'All stories' }).click();
  await panel(page)
    .getByRole('button', { name: /^My story/ })
    .click();
  await place(page, 1, 2);
  await expect(page).toHaveURL(/t=2009-02-01\/2010-01-31/);
  await panel(page).getByRole('button', { name: 'Next' }).click();
  await expect(page).toHaveURL(/t=2009-01-01\/2009-12-31/);
  await expect(panel(page).locator('em')).toHaveText('words');
  await expect(panel(page)).toContainText('<script>alert(1)</script>');
  await expect(panel(page).getByRole('link', { name: /Dawn/ })).toHaveAttribute('href', 'https://www.dawn.com/news/1');

  const download = page.waitForEvent('download');
  await panel(page).getByRole('button', { name: 'Save as a file' }).click();
  const file = await download;
  expect(file.suggestedFilename()).toBe('my-story.story.md');
  const text = readFileSync(await file.path(), 'utf8');
  await page.evaluate(() => localStorage.clear());
  await open(page);
  await page.keyboard.press('n');
  await openFile(page, 'other.md', text);
  await place(page, 1, 2);
  await expect(page).toHaveURL(/t=2009-02-01\/2010-01-31/);
});

test('a broken file is told with line and field, and what is open stays', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await open(page, 'story=list');
  const refused = page.getByTestId('story-refused');
  await openFile(page, 'a.md', '# No front matter');
  await expect(refused).toContainText('a.md was not opened');
  await expect(refused).toContainText('Line 1: a story begins with a line of three hyphens');
  await openFile(page, 'b.md', `---\nstory: 1\n---\n${'## s\n\n[View](#)\n\n'.repeat(500)}`);
  await expect(refused).toContainText('there are 500 steps; a story has at most 200');
  await openFile(page, 'c.md', `---\nstory: 1\n---\n## s\n${'x'.repeat(5_000_000)}`);
  await expect(refused).toContainText('The file is larger than');
  await openFile(
    page,
    'd.md',
    '---\nstory: 1\ntitle: Odd\nmood: calm\n---\n## One\n\n[View](#t=1890-01-01/1890-12-31&colour=red)\n\n<img src=x onerror=alert(1)>',
  );
  const remarks = page.getByTestId('story-remarks');
  await expect(remarks).toContainText('Line 4: “mood” is no key of a story');
  await expect(remarks).toContainText('Line 6, view of step 1: A part of the link could not be read: colour=red.');
  await expect(remarks).toContainText('names a time that is not in the data: 1 Jan – 31 Dec 1890');
  await expect(panel(page).getByText('<img src=x onerror=alert(1)>')).toBeVisible();
  await expect(panel(page).locator('img')).toHaveCount(0);
});

test('a story that is changed in two tabs is kept twice', async ({ page, context }) => {
  test.slow();
  await open(page);
  await page.keyboard.press('n');
  await panel(page).getByRole('button', { name: 'Make a story' }).click();
  await page.getByTestId('story-editor').getByLabel('Title').fill('Both');
  const other = await context.newPage();
  await other.goto(page.url());
  await other.getByRole('button', { name: 'Edit' }).click();
  await other.getByTestId('story-editor').getByLabel('Title').fill('There');
  await page.getByTestId('story-editor').getByLabel('Title').fill('Here');
  await expect(page.getByText('Another tab has changed this story')).toBeVisible();
  await page.getByRole('button', { name: 'All stories' }).click();
  await expect(panel(page).getByRole('button', { name: /^There/ })).toBeVisible();
  await expect(panel(page).getByRole('button', { name: /^Here/ })).toBeVisible();
});

test('a link to a story that somebody else wrote says that its file is needed', async ({ page }) => {
  await open(page, 'story=own-abc/2');
  await expect(panel(page)).toContainText('ask for its file');
});
