import { execFileSync } from 'node:child_process';
import type { Page } from '@playwright/test';
import { pagesOf } from './pdf.ts';
import { open } from './picture.ts';
import { expect, test } from './setup.ts';

const VIEW = 't=2021-08-15/2025-12-31&types=airstrike,ambush';
const report = (page: Page) => page.getByTestId('report');

async function openReport(page: Page, hash: string): Promise<void> {
  await open(page, hash);
  await page.getByRole('button', { name: 'Report of what is shown' }).click();
  await expect(page.getByTestId('report-list').locator('tbody tr').first()).toBeVisible({ timeout: 40_000 });
  await expect(report(page).getByRole('img', { name: 'The map' })).toBeVisible({ timeout: 40_000 });
}

/** Paper in points. */
const PAPERS = { A4: [595, 842], Letter: [612, 792] } as const;

/** The report as the page prints it: the text of each page. */
async function printed(page: Page, paper: 'A4' | 'Letter'): Promise<string[]> {
  await report(page).getByLabel('Paper').selectOption(paper);
  const pages = await pagesOf(await page.pdf({ preferCSSPageSize: true }));
  for (const { size } of pages) expect(size.map((points) => Math.round(points))).toEqual(PAPERS[paper]);
  return pages.map(({ lines }) => lines.join('\n'));
}

test('prints on A4 and Letter, with figures, every incident whole on one page, and the link', async ({ page }) => {
  test.setTimeout(180_000);
  await openReport(page, VIEW);
  const figures = await page.getByTestId('report-headline').locator('dd').allInnerTexts();
  // the first column tells where a row begins, the type where its words end
  const rows = page.getByTestId('report-list').locator('tbody tr');
  const titles = await rows.locator('td:nth-child(2) > span:first-child').allInnerTexts();
  const link = await page.getByTestId('report-link').innerText();
  expect(link).toContain('types=');
  expect(Number(figures[0])).toBe(titles.length);
  for (const paper of ['A4', 'Letter'] as const) {
    const pages = await printed(page, paper);
    const plain = pages.map((one) => one.replaceAll(/\s+/g, ''));
    for (const figure of figures) expect(plain[0]).toContain(figure.replaceAll(/\s+/g, ''));
    expect(pages.at(-1)?.replaceAll(/\s+/g, '') + (plain.at(-2) ?? '')).toContain('types=');
    pages.forEach((one, i) => expect(one.trim().split('\n').at(-1)?.trim()).toBe(`${i + 1} / ${pages.length}`));
    // the head of the list stands on each of its pages
    const listed = pages.filter((one) => /^\s*Date\s+What happened\s+Where/m.test(one));
    expect(listed.length).toBeGreaterThan(1);
    const last = titles[titles.length - 1].split(' ').slice(0, 3).join(' ');
    expect(listed[listed.length - 1]).toContain(last);
    // a row that was cut would go on without a day: below the head each page begins with one
    for (const one of listed) {
      const [, after] = one.split(/^\s*Date\s+What happened\s+Where.*$/m);
      const first = after.split('\n').find((line) => line.trim() !== '' && !/^\s+(From|line)\b/.test(line)) ?? '';
      expect(first.trim()).toMatch(/^(about |week of )?(\d{1,2}([–-]\d{1,2})? )?([A-Z][a-z]{2} )?\d{0,4}/);
      expect(first).toMatch(/^\s{0,4}\S/);
    }
  }
});

test('its figures are those of `geo report`', async ({ page }) => {
  await openReport(page, VIEW);
  const command = await page.getByTestId('report-command').innerText();
  const [, , , , , ...args] = [...command.matchAll(/'((?:[^']|'\\'')*)'|(\S+)/g)].map(
    ([, quoted, plain]) => quoted ?? plain,
  );
  const out = execFileSync(process.execPath, ['--import', 'tsx', 'geo/cli.ts', ...args, '--json'], {
    encoding: 'utf8',
  });
  const { incidents, deaths, byType, byDistrict, byDistance } = JSON.parse(out) as {
    incidents: number;
    deaths: Record<'best' | 'low' | 'high' | 'unknown', number>;
    byType: Record<string, { incidents: number }>;
    byDistrict: { name: string; incidents: number; deaths: { best: number } }[];
    byDistance: { bands: { side: string; fromKm: number; figure: { incidents: number } }[] };
  };
  const text = (value: number) => value.toLocaleString('en');
  const headline = await page.getByTestId('report-headline').locator('dd').allInnerTexts();
  expect(headline).toEqual(
    [incidents, deaths.best, `${text(deaths.low)}–${text(deaths.high)}`, deaths.unknown].map((one) =>
      typeof one === 'number' ? text(one) : one,
    ),
  );
  const cells = async (name: string) =>
    report(page)
      .getByRole('table', { name, exact: true })
      .locator('tbody tr')
      .evaluateAll((rows) => rows.map((row) => [...row.children].map((cell) => cell.textContent.trim())));
  const kinds = await cells('What happened');
  expect(kinds.find(([name]) => name === 'Ambush')?.[1]).toBe(text(byType['ambush'].incidents));
  const districts = await cells('Districts of Khyber Pakhtunkhwa');
  expect(districts.slice(0, byDistrict.length).map(([name, count]) => [name, count])).toEqual(
    byDistrict.map(({ name, incidents: count }) => [name, text(count)]),
  );
  const near = byDistance.bands.find(({ side, fromKm }) => side === 'PK' && fromKm === 0);
  const bands = await cells('Distance from the Durand Line');
  expect(bands.find(([side, band]) => side === 'Pakistani side' && band.startsWith('0–10'))?.[2]).toBe(
    text(near?.figure.incidents ?? -1),
  );
});

test('opens by its key, takes the focus, is closed by Escape, and leaves the theme as it was', async ({ page }) => {
  await open(page, `theme=dark&${VIEW}`);
  await page.keyboard.press('r');
  await expect(report(page).getByRole('heading', { name: 'Report', exact: true })).toBeFocused({ timeout: 30_000 });
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'light');
  await page.keyboard.press('Escape');
  await expect(report(page)).toHaveCount(0);
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
});
