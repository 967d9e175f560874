import type { Locator, Page } from '@playwright/test';
import { coveredControls } from './controls.ts';
import { find, open } from './picture.ts';
import { expect, test } from './setup.ts';

/** A desktop at 400 % zoom, a phone, a desktop at 200 %, a phone on its side, a tablet, a desktop. */
const SIZES = [
  [320, 256],
  [390, 844],
  [640, 400],
  [844, 390],
  [820, 1180],
  [1280, 800],
] as const;

const goTo = (page: Page, hash: string) => page.evaluate((to) => (location.hash = to), hash);

const more = (page: Page) => page.locator('footer').getByRole('button', { name: 'More', exact: true });
const dates = (page: Page) => page.getByRole('button', { name: 'Type the dates' });

/** Presses a button where the page has it: what has room needs none, and the timeline of the smallest page may wait. */
async function pressIfThere(button: Locator): Promise<void> {
  if (await button.isVisible()) await button.click();
}

/** What is open: by the address, by a click after it, and how the click is undone. */
const SITUATIONS: Readonly<Record<string, { hash: string; press?: (page: Page) => Promise<void> }>> = {
  nothing: { hash: '' },
  'the list': { hash: 'panel=list' },
  'filters and an incident': { hash: 'panel=filters&incident=PKAF-0250' },
  'a phase': { hash: 'phase=escalation' },
  'a phase, then the list': { hash: 'phase=escalation&panel=list' },
  'the border': { hash: 'diagram=both' },
  'the border and the list': { hash: 'diagram=both&panel=list' },
  More: { hash: '', press: (page) => pressIfThere(more(page)) },
  'the border and More': { hash: 'diagram=both', press: (page) => pressIfThere(more(page)) },
  'an incident, then More': {
    hash: 'incident=PKAF-0250',
    press: (page) => pressIfThere(more(page)),
  },
  'More tools': { hash: '', press: (page) => pressIfThere(page.getByRole('button', { name: 'More tools' })) },
  dates: { hash: '', press: (page) => dates(page).click() },
  'the list, then dates': { hash: 'panel=list', press: (page) => pressIfThere(dates(page)) },
  'the legend': {
    hash: '',
    press: (page) => pressIfThere(page.getByRole('button', { name: 'Legend', exact: true })),
  },
};

for (const [width, height] of SIZES) {
  test(`no control covers another, and all that closes can be clicked, ${width}×${height}`, async ({ page }) => {
    test.setTimeout(120_000);
    await page.setViewportSize({ width, height });
    await open(page);
    for (const [situation, { hash, press }] of Object.entries(SITUATIONS)) {
      await goTo(page, hash);
      if (hash.includes('phase=')) await expect(page.getByTestId('phase-card')).toBeAttached();
      if (hash.includes('panel=')) await expect(page.locator('.dock.start')).toBeAttached();
      if (hash.includes('incident=')) await expect(page.locator('.dock.end')).toBeAttached();
      await expect(page.getByTestId('border-diagram')).toHaveCount(hash.includes('diagram=') ? 1 : 0);
      await press?.(page);
      await expect.poll(() => coveredControls(page), { message: situation }).toEqual([]);
      await page.keyboard.press('Escape');
    }
  });
}

test(
  'a legend that was opened before a panel does not come over it when another sheet goes',
  { tag: '@phone' },
  async ({ page }) => {
    await open(page);
    const legend = page.getByRole('button', { name: 'Close Legend', exact: true });
    await page.getByRole('button', { name: 'Legend', exact: true }).click();
    await expect(legend).toBeVisible();
    await goTo(page, 'panel=list');
    await expect(page.locator('.dock.start')).toBeVisible();
    await goTo(page, 'panel=list&incident=PKAF-0250');
    await expect(page.locator('.dock.end')).toBeVisible();
    await page.getByRole('button', { name: 'Close Incident', exact: true }).click();
    await expect(page.locator('.dock.start')).toBeVisible();
    await expect(legend).toBeHidden();
  },
);

test('no row of the legend is lower than what stands in it, and its choices are whole', async ({ page }) => {
  await open(page);
  const body = page.locator('.legend .body');
  const select = body.getByRole('combobox').first();
  const [outer, inner] = [await body.boundingBox(), await select.boundingBox()];
  expect(inner?.y).toBeGreaterThanOrEqual(outer?.y ?? NaN);
  const room = await select.evaluate((field: HTMLSelectElement) => {
    const style = getComputedStyle(field);
    const context = new OffscreenCanvas(1, 1).getContext('2d');
    if (!context) throw new Error('no 2d context');
    context.font = style.font;
    const words = Math.max(...Array.from(field.options, ({ text }) => context.measureText(text).width));
    // the browser's arrow takes some 20 pixels
    return field.clientWidth - parseFloat(style.paddingLeft) - parseFloat(style.paddingRight) - 20 - words;
  });
  expect(room).toBeGreaterThanOrEqual(0);
});

test('at 200 % zoom More can be used with the border open, at 400 % a panel can be read and closed', async ({
  page,
}) => {
  await page.setViewportSize({ width: 640, height: 400 });
  await open(page, 'diagram=both');
  await more(page).click();
  for (const label of ['Mode', 'Step', 'Speed', 'Bars', 'Annual totals'])
    await expect(page.getByRole('combobox', { name: label })).toBeInViewport({ ratio: 1 });
  await page.getByRole('combobox', { name: 'Step' }).selectOption('By year');
  await page.getByRole('button', { name: 'Close More' }).click();
  await expect(more(page)).toBeFocused();
  await expect(page.getByRole('button', { name: /^One step forward/ })).toBeInViewport({ ratio: 1 });

  await page.setViewportSize({ width: 320, height: 256 });
  await goTo(page, 'panel=list');
  await expect(page.getByRole('heading', { name: 'List' })).toBeInViewport({ ratio: 1 });
  const body = await page.locator('.dock .body').boundingBox();
  expect(body?.height).toBeGreaterThan(120);
  await page.getByRole('button', { name: 'Close List' }).click();
  await expect(page.locator('.dock')).toHaveCount(0);
});

test('a tip stands whole on the map, wherever the pointer is', async ({ page }) => {
  // Khyber Pakhtunkhwa from edge to edge
  await open(page, 'map=9.00/34.4000/71.9000&t=2004-03-01/2004-03-02');
  await page.getByRole('button', { name: 'Close Legend' }).click();
  const tip = page.locator('.tip');
  for (const [x, y] of [
    [1268, 330],
    [640, 54],
    [1268, 54],
    [640, 320],
  ]) {
    await page.mouse.move(x - 4, y);
    await page.mouse.move(x, y);
    await expect(tip).toBeVisible();
    const box = await tip.boundingBox();
    if (!box) throw new Error('no tip');
    expect(box.width).toBeGreaterThan(70);
    expect(box.x).toBeGreaterThanOrEqual(0);
    expect(box.x + box.width).toBeLessThanOrEqual(1280);
    expect(box.y, 'below the bar').toBeGreaterThanOrEqual(48);
    const covers = x >= box.x && x <= box.x + box.width && y >= box.y && y <= box.y + box.height;
    expect(covers, 'beside the pointer').toBe(false);
  }
});

test('what hangs on the pointer goes with the time that it was about @drawn', async ({ page }) => {
  const MAP = 'map=8.50/34.0167/71.5833';
  await open(page, `t=2025-11-24/2025-11-24&${MAP}`);
  await expect.poll(async () => (await find(page, '--group-attack')).pixels).toBeGreaterThan(20);
  const { x, y } = await find(page, '--group-attack');
  await page.mouse.move(x - 3, y);
  await page.mouse.move(x, y);
  await expect(page.locator('.tip')).toContainText('24 Nov 2025');
  await goTo(page, `t=2026-02-01/2026-02-01&${MAP}`);
  await expect(page.locator('.tip').filter({ hasText: '24 Nov 2025' })).toHaveCount(0);
});

test('words stay in their boxes: phases, annual totals, the bar, dates of the list', async ({ page }) => {
  await open(page, 'panel=list&totals=SATP%7CPakistan');
  const bands = await page.getByRole('list', { name: 'Phases' }).locator('button').all();
  for (const band of bands) {
    const box = await band.boundingBox();
    const words = (await band.locator('span').count()) > 0 ? await band.locator('span').boundingBox() : null;
    if (box && words) {
      expect(words.x).toBeGreaterThanOrEqual(box.x);
      expect(words.x + words.width).toBeLessThanOrEqual(box.x + box.width + 1);
    }
  }
  const cut = (selector: string) =>
    page
      .locator(selector)
      .evaluateAll((all) =>
        all
          .filter((one) => one.scrollWidth > one.clientWidth + 1 || one.scrollHeight > one.clientHeight + 1)
          .map((one) => one.textContent),
      );
  expect(await cut('[data-testid=summary]')).toEqual([]);
  expect(await cut('[role=gridcell][aria-colindex="3"]')).toEqual([]);
  await page.getByRole('button', { name: 'About these totals' }).click();
  const heads = page.getByTestId('totals-card').locator('th');
  await expect(heads.first()).toBeVisible();
  // a word, or a year, is one line
  for (const height of await heads.evaluateAll((all) =>
    all.map((one) => {
      const range = document.createRange();
      range.selectNodeContents(one);
      return range.getBoundingClientRect().height;
    }),
  ))
    expect(height).toBeLessThan(24);
});

test('in forced colours thumbs and what is pressed are told by the colours of the system', async ({ page }) => {
  await page.emulateMedia({ forcedColors: 'active' });
  await open(page, 'panel=list');
  const colourOf = (selector: string) =>
    page
      .locator(selector)
      .first()
      .evaluate((element) => getComputedStyle(element).backgroundColor);
  const paper = await colourOf('footer');
  expect(await colourOf('.thumbs .grip')).not.toBe(paper);
  expect(await colourOf('nav .button[aria-pressed=true]')).not.toBe(await colourOf('nav .button[aria-pressed=false]'));
});

test('the map is fitted for the size that it has when it is drawn', async ({ page }) => {
  await open(page, 'diagram=both');
  await expect.poll(() => page.url()).toContain('map=');
  await page.evaluate(() => history.replaceState(null, '', '#diagram=both'));
  await page.reload();
  await expect(page.locator('html')).toHaveAttribute('data-map', 'painted', { timeout: 40_000 });
  await expect.poll(() => /map=([\d.]+)/.exec(page.url())?.[1], { message: page.url() }).toMatch(/^4\./);
  expect(
    await page.evaluate(() => {
      const canvas = document.querySelector<HTMLCanvasElement>('.maplibregl-canvas');
      return canvas && canvas.clientHeight - (canvas.closest('.map')?.clientHeight ?? 0);
    }),
  ).toBe(0);
});

test('a panel that is opened has the focus, and what opened it has it again', async ({ page }) => {
  await open(page);
  const list = page.getByRole('button', { name: 'List', exact: true });
  await list.focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'List' })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(list).toBeFocused();
});

test('the focus goes into a card, an incident and a dialog, and back to what opened them', async ({ page }) => {
  await open(page);
  const phase = page.getByRole('list', { name: 'Phases' }).getByRole('button', { name: /^Escalation/ });
  await phase.focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Escalation' })).toBeFocused();
  const incident = page.getByTestId('phase-card').locator('li button').first();
  await incident.focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Incident', exact: true })).toBeFocused();
  await page.getByRole('button', { name: 'Close Incident' }).press('Enter');
  await expect(incident).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(phase).toBeFocused();

  const sources = page.getByRole('button', { name: 'Sources' });
  await sources.focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog').locator(':focus')).toHaveCount(1);
  await page.keyboard.press('Escape');
  await expect(sources).toBeFocused();
});

test('the first Tab leads to ways past the map: to the list and to the timeline', async ({ page }) => {
  await open(page);
  await page.keyboard.press('Tab');
  const toList = page.getByRole('button', { name: 'Skip to the list of incidents' });
  await expect(toList).toBeFocused();
  await expect(toList).toBeInViewport({ ratio: 1 });
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'List' })).toBeFocused();
  await page.getByRole('button', { name: 'Skip to the timeline' }).press('Enter');
  await expect(page.getByTestId('play')).toBeFocused();
});

test('the help of the keyboard names every key', async ({ page }) => {
  await open(page);
  await page.getByRole('button', { name: 'Sources' }).click();
  const named = page.getByRole('dialog').locator('kbd');
  await expect(named.first()).toBeVisible(); // it is fetched when it is opened
  const keys = await named.allInnerTexts();
  for (const key of ['Space', 'F', 'L', 'D', 'B', 'O', 'M', 'Esc']) expect(keys).toContain(key);
});
