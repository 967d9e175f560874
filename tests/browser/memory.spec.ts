import type { Page } from '@playwright/test';
import { heldBy, watchGraphics, type Held } from './held.ts';
import { kept } from './keeping.ts';
import { open } from './picture.ts';
import { expect, test } from './setup.ts';

const ROUNDS = 20;
/** What is fetched on demand, and compiled, has come by then. */
const SETTLED = 5;
const ROWS = 4000;
/** Columns, marks and raw text of a row are some 700 bytes: were each round's held, the rest would hold 40 MB more. */
const MOST_MB = 6;
/** Pictures that are played between two looks at what is held. */
const PICTURES = 150;
/** A long run: `PLAY_MINUTES=30 npx playwright test memory.spec -g playing`; it prints what it saw each minute. */
const MINUTES = Number(process.env['PLAY_MINUTES'] ?? 0);
const MOST_MB_PLAYED = 5;

const table = () =>
  [
    'id,date,lat,lon,title,killed,notes',
    ...Array.from({ length: ROWS }, (_, i) => {
      const day = new Date(Date.UTC(2010, 0, 1 + (i % 3000))).toISOString().slice(0, 10);
      const place = `${(31 + ((i * 7) % 300) / 100).toFixed(2)},${(69 + ((i * 11) % 300) / 100).toFixed(2)}`;
      return `r${i},${day},${place},Made up ${i},${i % 9},${'Words of a made-up row. '.repeat(8)}`;
    }),
  ].join('\n');

/** Opens the file, waits until it is drawn and kept, and removes it. */
async function openAndRemove(page: Page, buffer: Buffer): Promise<void> {
  const datasets = page.getByTestId('datasets').locator('> li');
  await page.getByTestId('file').setInputFiles({ name: 'many.csv', mimeType: 'text/csv', buffer });
  await expect(datasets).toHaveCount(2, { timeout: 60_000 });
  await kept(page);
  await page.getByRole('button', { name: 'Remove many.csv' }).click();
  await expect(datasets).toHaveCount(1);
  await kept(page);
}

test('a file that is opened and removed twenty times leaves nothing behind', async ({ page, context }) => {
  test.setTimeout(600_000);
  await watchGraphics(page);
  await open(page, 'panel=data');
  const session = await context.newCDPSession(page);
  const buffer = Buffer.from(table());
  let settled: Held | null = null;
  for (let round = 1; round <= ROUNDS; round++) {
    await openAndRemove(page, buffer);
    if (round === SETTLED) settled = await heldBy(page, session);
  }
  const last = await heldBy(page, session);
  if (!settled) throw new Error('nothing was looked at in between');
  expect(last.memoryMb - settled.memoryMb).toBeLessThan(MOST_MB);
  expect(last.graphics - settled.graphics).toBeLessThanOrEqual(5);
  expect([last.workers, last.kept]).toEqual([settled.workers, settled.kept]);
});

/** Waits until the page has shown so many pictures, or for so long; gives how many it showed in a second. */
function played(page: Page, until: { pictures: number } | { ms: number }): Promise<number> {
  return page.evaluate(
    (until) =>
      new Promise<number>((done) => {
        let pictures = 0;
        const began = performance.now();
        const count = (now: number) => {
          pictures++;
          const isOver = 'ms' in until ? now - began >= until.ms : pictures >= until.pictures;
          if (isOver) done((1000 * pictures) / (now - began));
          else requestAnimationFrame(count);
        };
        requestAnimationFrame(count);
      }),
    until,
  );
}

test('playing in a loop holds no more the longer it lasts', async ({ page, context }) => {
  test.setTimeout(MINUTES * 90_000 + 300_000);
  await watchGraphics(page);
  await open(page, 'step=month&speed=30&loop=1');
  const session = await context.newCDPSession(page);
  await page.getByTestId('play').click();
  await expect(page.getByTestId('play')).toHaveAccessibleName('Pause (space)');
  const turn = MINUTES > 0 ? { ms: 60_000 } : { pictures: PICTURES };
  await played(page, turn);
  const settled = await heldBy(page, session);
  let last = settled;
  for (let i = 0; i < Math.max(MINUTES, 2); i++) {
    const rate = await played(page, turn);
    last = await heldBy(page, session);
    if (MINUTES > 0) console.warn(`${i + 1} min: ${rate.toFixed(1)} pictures a second`, last);
  }
  await expect(page.getByTestId('play')).toHaveAccessibleName('Pause (space)');
  expect(last.memoryMb - settled.memoryMb).toBeLessThan(MOST_MB_PLAYED);
  expect(last.graphics - settled.graphics).toBeLessThanOrEqual(5);
  expect([last.workers, last.kept]).toEqual([settled.workers, settled.kept]);
});
