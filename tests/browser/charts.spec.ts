import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import type { Locator, Page } from '@playwright/test';
import { open } from './picture.ts';
import { expect, test } from './setup.ts';

const WINDOW = 't=2009-01-01/2014-12-31';

/** Each chart of the page: the link that shows it, where its buttons are, words of its picture, and a colour of it in light. */
const CHARTS = [
  {
    name: 'trends',
    hash: 'analysis=trends&trend=side',
    at: 'trends',
    words: ['2010', 'State of Pakistan', 'CC BY 4.0'],
    color: '#1f2328',
  },
  {
    name: 'border',
    hash: 'diagram=apart',
    at: 'border-diagram',
    words: ['China', 'Iran', 'Khyber', 'CC BY 4.0'],
    color: '#8a1c7c',
  },
  {
    name: 'movement',
    hash: 'analysis=movement',
    at: 'movement',
    words: ['Pakistani side', 'Afghan side', '100'],
    color: '#1f2328',
  },
  {
    name: 'districts',
    hash: 'analysis=districts',
    at: 'analysis',
    words: ['Khyber', 'Kurram', 'Peshawar'],
    color: '#8a8f96',
  },
  {
    name: 'claims',
    hash: 'analysis=claims',
    at: 'who-claims',
    words: ['Drone strike on a funeral', 'Datasets of events'],
    color: '#8a8f96',
  },
  {
    name: 'distance',
    hash: 'panel=distance',
    at: 'panel',
    words: ['Pakistani side', 'Afghan side', '0 km'],
    color: '#8a8f96',
  },
  { name: 'timeline', hash: '', at: 'bars-card', words: ['2010', 'Armed attack', 'Explosion'], color: '#730b00' },
] as const;

/** Where the buttons of a chart are. */
async function roomOf(page: Page, at: string): Promise<Locator> {
  if (at === 'bars-card') await page.getByRole('button', { name: 'How these bars were made' }).click();
  return at === 'panel' ? page.locator('.dock.start') : page.getByTestId(at);
}

async function saved(page: Page, room: Locator, name: string): Promise<string> {
  const download = page.waitForEvent('download');
  await room.getByRole('button', { name, exact: true }).click();
  return readFileSync(await (await download).path(), 'utf8');
}

/** What an SVG is by itself: whether it parses, what it names, and its pixels as an image. */
async function readSvg(page: Page, text: string, color: string) {
  return page.evaluate(
    async ({ text, color }) => {
      const file = new DOMParser().parseFromString(text, 'image/svg+xml');
      const root = file.documentElement;
      const image = new Image();
      image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(text)}`;
      await image.decode();
      const canvas = new OffscreenCanvas(image.naturalWidth, image.naturalHeight);
      const context = canvas.getContext('2d');
      if (!context) throw new Error('no 2d context');
      context.drawImage(image, 0, 0);
      const { data } = context.getImageData(0, 0, canvas.width, canvas.height);
      const [r, g, b] = [1, 3, 5].map((i) => parseInt(color.slice(i, i + 2), 16));
      let [inked, colored] = [0, 0];
      for (let i = 0; i < data.length; i += 4) {
        if (data[i] + data[i + 1] + data[i + 2] < 740) inked++;
        if (Math.abs(data[i] - r) + Math.abs(data[i + 1] - g) + Math.abs(data[i + 2] - b) <= 12) colored++;
      }
      return {
        errors: file.getElementsByTagName('parsererror').length,
        title: root.querySelector(':scope > title')?.textContent ?? '',
        desc: root.querySelector(':scope > desc')?.textContent ?? '',
        words: [...root.querySelectorAll('text')].map((one) => one.textContent).join('\n'),
        strange: root.querySelectorAll('[class], [style], script, foreignObject, style, image').length,
        isXml: root.namespaceURI === 'http://www.w3.org/2000/svg',
        width: image.naturalWidth,
        height: image.naturalHeight,
        inked,
        colored,
        corner: [...data.slice(0, 4)],
      };
    },
    { text, color },
  );
}

for (const { name, hash, at, words, color } of CHARTS)
  test(`the chart of ${name} is saved as an SVG that stands alone, with CSV and alternative text${name === 'trends' ? '' : ' @long'}`, async ({
    page,
  }) => {
    await open(page, `theme=dark&${WINDOW}&${hash}`);
    const room = await roomOf(page, at);
    await expect(room.getByRole('button', { name: 'Save SVG' })).toBeEnabled();
    const text = await saved(page, room, 'Save SVG');
    const svg = await readSvg(page, text, color);
    expect(svg).toMatchObject({ errors: 0, strange: 0, isXml: true, corner: [255, 255, 255, 255] });
    expect(text).not.toContain('var(');
    expect(text).not.toMatch(/NaN|undefined|null/);
    expect(svg.title.length).toBeGreaterThan(5);
    for (const word of [...words, '1 Jan 2009 – 31 Dec 2014', 'Durand Map, version']) {
      if (at === 'bars-card' && word.startsWith('1 Jan 2009')) continue; // the bars are of all time
      expect(svg.words).toContain(word);
    }
    expect(svg.inked / (svg.width * svg.height)).toBeGreaterThan(0.02);
    expect(svg.colored, `pixels of ${color}`).toBeGreaterThan(40);
    await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');

    await room.getByTestId('alternative').locator('summary').click();
    await expect(room.getByTestId('alternative-text')).toHaveText(svg.desc);
    expect(svg.desc).toMatch(/\d/);
    const [head, ...rows] = (await saved(page, room, 'Save CSV')).trim().split('\r\n');
    expect(head).toContain(',');
    expect(rows.length).toBeGreaterThan(0);
  });

test('the alternative text is copied', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await open(page, `${WINDOW}&analysis=trends`);
  const room = page.getByTestId('trends');
  await room.getByTestId('alternative').locator('summary').click();
  await room.getByRole('button', { name: 'Copy the alternative text' }).click();
  await expect(room.getByTestId('alternative').getByRole('status')).toHaveText('Copied.');
  expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(
    /^Incidents in the days up to each day, sums of 90 days/,
  );
});

test('hot and cold, and the years of movement, which have no chart of their own, are saved as CSV alone', async ({
  page,
}) => {
  for (const [hash, at, column] of [
    ['analysis=hotspots', 'hotspots', 'p'],
    ['analysis=movement&moving=centre', 'movement', 'year'],
  ] as const) {
    await open(page, hash);
    const room = page.getByTestId(at);
    await expect(room.getByRole('button', { name: 'Save CSV' })).toBeEnabled();
    await expect(room.getByRole('button', { name: 'Save SVG' })).toHaveCount(0);
    expect((await saved(page, room, 'Save CSV')).split('\r\n')[0]).toContain(column);
    await page.goto('about:blank');
  }
});

test('the bars of the timeline are those that their command gives', async ({ page }) => {
  await open(page, 'types=ambush,suicide_bombing');
  const room = await roomOf(page, 'bars-card');
  await room.getByTestId('made').locator('summary').click();
  const command = await room.getByTestId('made-command').innerText();
  const [, , , , , ...args] = [...command.matchAll(/'((?:[^']|'\\'')*)'|(\S+)/g)].map(
    ([, quoted, plain]) => quoted ?? plain,
  );
  const out = execFileSync(process.execPath, ['--import', 'tsx', 'geo/cli.ts', ...args, '--csv'], { encoding: 'utf8' });
  const printed = out
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => line.split(',').slice(1, 6));
  const rows = (await saved(page, room, 'Save CSV')).trim().split('\r\n').slice(1);
  const bars = rows.map((line) => line.split(',').slice(2, 7)).filter(([incidents]) => incidents !== '0');
  expect(bars.length).toBeGreaterThan(50);
  expect(printed).toEqual(bars);
});
