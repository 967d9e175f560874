import type { Page } from '@playwright/test';
import { open } from './picture.ts';
import { expect, test } from './setup.ts';

/** Phones, a desktop at 200 and 400 % zoom, a tablet, a desktop. */
const SIZES = [
  [390, 844],
  [640, 400],
  [820, 1180],
  [1280, 800],
] as const;

/** The controls of cards and panels that can be seen in part only: something else lies over their middle, or they are cut. */
async function hiddenControls(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const faults: string[] = [];
    for (const control of document.querySelectorAll<HTMLElement>(
      '.dock header button, [data-testid$=card] header button',
    )) {
      if (!control.checkVisibility({ visibilityProperty: true })) continue;
      const { left, top, right, bottom } = control.getBoundingClientRect();
      const name = control.getAttribute('aria-label') ?? '';
      const over = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
      if (left < 0 || top < 0 || right > innerWidth || bottom > innerHeight) faults.push(`${name} is cut`);
      else if (!over || !control.contains(over)) faults.push(`${name} lies under ${over?.className ?? 'nothing'}`);
    }
    return faults;
  });
}

test('no card or panel lies over the controls of another, at any size', async ({ page }) => {
  test.setTimeout(120_000);
  await open(page, 'phase=escalation');
  for (const [width, height] of SIZES) {
    await page.setViewportSize({ width, height });
    for (const rest of ['', '&panel=list', '&panel=filters', '&incident=PKAF-0250', '&panel=list&incident=PKAF-0250']) {
      await page.evaluate((hash) => (location.hash = hash), `phase=escalation${rest}`);
      await expect(page.getByTestId('phase-card')).toBeAttached();
      if (rest.includes('panel=')) await expect(page.locator('.dock.start')).toBeAttached();
      if (rest.includes('incident=')) await expect(page.locator('.dock.end')).toBeAttached();
      await expect.poll(() => hiddenControls(page), { message: `${width}×${height} ${rest}` }).toEqual([]);
    }
  }
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
  const list = page.getByRole('navigation').getByRole('button', { name: 'List' });
  await list.focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'List' })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(list).toBeFocused();
});
