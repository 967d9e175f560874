import type { Page } from '@playwright/test';
import { open } from './picture.ts';
import { expect, test } from './setup.ts';

const AMBUSH = 'PKAF-0250';
const YEAR = 't=2025-01-01/2025-12-31';

const notices = (page: Page) => page.locator('.notices').getByRole('paragraph');
const panel = (page: Page, name: string) => page.getByRole('region', { name, exact: true });
const dismiss = (page: Page) => page.getByRole('button', { name: 'Dismiss' });
const entries = (page: Page) => page.evaluate(() => history.length);

/** The value of a key in the page's hash. */
function inAddress(page: Page, key: string): string | null {
  return new URLSearchParams(new URL(page.url()).hash.slice(1)).get(key);
}

test('one stray part takes nothing else with it: the rest is shown, and one notice names it', async ({ page }) => {
  await open(page, `bands=1&newkey=1&fbclid=abc&utm_source=mail&panel=list&${YEAR}.`);
  await expect(panel(page, 'List')).toBeVisible();
  await expect(notices(page)).toHaveText([
    '2 parts of the link could not be read: newkey=1, t=2025-01-01/2025-12-31.. The rest is shown.',
  ]);
  await expect.poll(() => new URL(page.url()).hash).toMatch(/^#map=[^&]*&bands=1&panel=list$/);
});

test('forty unknown districts give one notice, and a link without bound is refused in words', async ({ page }) => {
  const atlantis = (count: number) => Array.from({ length: count }, (_, i) => `d${i}`).join(',');
  await open(page, `districts=${atlantis(40)}`);
  await expect(notices(page)).toHaveText([
    'The link names 40 districts that are not in the data: d0, d1, d2 and 37 more.',
  ]);
  for (const huge of [`districts=${atlantis(20_000)}`, `q=${'x'.repeat(1 << 20)}`]) {
    await dismiss(page).click();
    await page.evaluate((hash) => (location.hash = hash), huge);
    await expect(notices(page)).toHaveText([
      'The link is longer than 32,000 characters and was not read. The map shows its default view.',
    ]);
    await expect.poll(() => new URL(page.url()).hash.length).toBeLessThan(100);
  }
});

test('what stands in a link is text and no key of an object, whatever it says', async ({ page }) => {
  const keys =
    'map t mode phase step types sides districts countries confidence deaths border side along across q incident shade ' +
    'bands density bars totals units theme panel analysis diagram rolling within order globe measure at known to speed loop backwards ' +
    '__proto__ constructor prototype hasOwnProperty <b>';
  const evils = [
    '<img src=x onerror="document.title=1"><script>document.title=1</script>',
    'javascript:document.title=1',
  ];
  await open(page);
  for (const evil of evils) {
    const parts = keys.split(' ').map((key) => `${encodeURIComponent(key)}=${encodeURIComponent(evil)}`);
    // all at once, and each kind of what the data lack by itself
    for (const hash of [parts.join('&'), `__proto__[bands]=1&panel=filters&q=${encodeURIComponent(evil)}`]) {
      await page.evaluate((to) => (location.hash = to), hash);
      await expect(notices(page)).toHaveCount(1);
      await expect(notices(page)).toContainText('could not be read');
    }
    await expect(page.getByRole('searchbox').first()).toHaveValue(evil);
  }
  expect(await page.locator('img[src=x]').count()).toBe(0);
  expect(await page.locator('a[href^="javascript:"]').count()).toBe(0);
  expect(await page.title()).toBe('Durand Map');
  expect(await page.evaluate(() => 'bands' in {})).toBe(false);
});

test('a link gives back globe, measured places, open panels, the order of the list, and playback', async ({ page }) => {
  const asked = `panel=list&order=-killed&globe=1&measure=path&at=34/71,34.5/71.25&to=khyber&speed=16&loop=1&backwards=1`;
  await open(page, `${YEAR}&incident=${AMBUSH}&${asked}`);
  await expect.poll(() => inAddress(page, 'map')).not.toBeNull();
  for (const visit of ['first', 'again']) {
    if (visit === 'again') await page.reload();
    await expect(panel(page, 'List').getByRole('columnheader', { name: 'Killed' })).toHaveAttribute(
      'aria-sort',
      'descending',
    );
    await expect(page.getByRole('button', { name: 'Disable globe' })).toBeVisible();
    await expect(
      panel(page, 'Measure').getByRole('list', { name: 'Places of the path' }).getByRole('listitem'),
    ).toHaveCount(2);
    await expect(page.getByTestId('to-district')).toHaveValue('khyber');
    await expect(page.getByRole('combobox', { name: 'Speed' })).toHaveValue('16');
    await expect(page.getByRole('button', { name: 'Loop' })).toHaveAttribute('aria-pressed', 'true');
    for (const part of asked.split('&')) expect(new URL(page.url()).hash).toContain(`&${part}`);
  }
  // the measuring tool stands before the incident
  await panel(page, 'Measure').getByRole('button', { name: 'Close Measure' }).click();
  await expect(panel(page, 'Incident')).toBeVisible();
  expect(inAddress(page, 'at')).toBeNull();
  await page.goBack();
  await expect(
    panel(page, 'Measure').getByRole('list', { name: 'Places of the path' }).getByRole('listitem'),
  ).toHaveCount(2);
});

test('Back undoes the last choice and Forward redoes it, each as it is when loaded anew', async ({ page }) => {
  // long before the data end, where playing would stop by itself
  await open(page, 't=2010-01-01/2010-12-31');
  await expect.poll(() => inAddress(page, 'map')).not.toBeNull();
  const began = await entries(page);

  await page.getByRole('button', { name: /^List/ }).click();
  await expect(panel(page, 'List')).toBeVisible();
  await page.getByRole('button', { name: 'Close List' }).click();
  await page.getByRole('button', { name: /^List/ }).click();
  expect(await entries(page)).toBe(began + 3);
  // steps in time and moves of the map are no choices
  const map = page.locator('.maplibregl-canvas');
  await map.focus();
  for (let i = 0; i < 3; i++) await page.keyboard.press('ArrowRight');
  await map.press('+');
  await expect.poll(() => inAddress(page, 't')).toMatch(/^2010-04/);
  const moved = inAddress(page, 't');
  await panel(page, 'List').getByRole('row').nth(1).click();
  await expect(panel(page, 'Incident')).toBeVisible();
  await expect.poll(() => inAddress(page, 'incident')).not.toBeNull();
  const chosen = inAddress(page, 'incident');
  await page.getByTestId('play').click();
  await expect.poll(() => page.getByTestId('window-text').innerText()).not.toContain('2010');
  await page.getByTestId('play').click();
  await expect.poll(() => inAddress(page, 't')).not.toBe(moved);
  expect(await entries(page)).toBe(began + 4);

  await page.goBack();
  await expect(panel(page, 'Incident')).toBeHidden();
  await expect(panel(page, 'List')).toBeVisible();
  expect(inAddress(page, 't')).toBe(moved);
  await page.reload();
  await expect(panel(page, 'List')).toBeVisible();
  await expect(panel(page, 'Incident')).toBeHidden();
  expect(inAddress(page, 't')).toBe(moved);

  await page.goForward();
  await expect(panel(page, 'Incident')).toBeVisible();
  await page.reload();
  await expect(panel(page, 'Incident')).toBeVisible();
  expect(inAddress(page, 'incident')).toBe(chosen);

  for (const isOpen of [true, false, true, false]) {
    await page.goBack();
    await expect(panel(page, 'Incident')).toBeHidden();
    await expect(panel(page, 'List')).toBeVisible({ visible: isOpen });
  }
  expect(inAddress(page, 't')).toBe('2010-01-01/2010-12-31');
  // that was all: one more leaves the page
  await page.goBack();
  expect(page.url()).toBe('about:blank');
});

test('what is typed is one choice, and the globe is one', async ({ page }) => {
  await open(page, 'panel=filters');
  await expect.poll(() => inAddress(page, 'map')).not.toBeNull();
  const began = await entries(page);
  const field = page.getByRole('searchbox').first();
  await field.pressSequentially('Wana', { delay: 300 });
  await expect.poll(() => inAddress(page, 'q')).toBe('Wana');
  expect(await entries(page)).toBe(began + 1);
  await page.getByRole('button', { name: 'Enable globe' }).click();
  await expect.poll(() => inAddress(page, 'globe')).toBe('1');
  await page.goBack();
  await expect(page.getByRole('button', { name: 'Enable globe' })).toBeVisible();
  await expect(field).toHaveValue('Wana');
  await page.goBack();
  await expect(field).toHaveValue('');
  await page.goForward();
  await page.goForward();
  await expect(page.getByRole('button', { name: 'Disable globe' })).toBeVisible();
  await expect(field).toHaveValue('Wana');
});
