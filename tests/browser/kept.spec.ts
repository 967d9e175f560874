import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { askedIn } from './requests.ts';
import { kept } from './keeping.ts';
import { expect, test } from './setup.ts';

const rowsOf = (prefix: string, count: number) =>
  Array.from(
    { length: count },
    (_, i) => `${prefix}${i},2024-03-${10 + i},33.${i},70.1,Made up ${prefix}${i},airstrike,${i}`,
  );
const tableOf = (prefix: string, count = 3) =>
  `id,date,latitude,longitude,title,type,killed\n${rowsOf(prefix, count).join('\n')}\nbad,2024-13-01,33,70,No such month,ambush,1\n`;
const LONG = `id,date,latitude,longitude,title,deaths\n${Array.from(
  { length: 60_000 },
  (_, i) => `r${i},2024-03-05,33.0,70.1,Made up,0`,
).join('\n')}\n`;

/** Switches the incidents that come with the page off and on again. */
async function switchTwice(page: Page) {
  await page.bringToFront();
  const box = page.getByRole('checkbox', { name: 'Show Durand Map, a selection' });
  await box.uncheck();
  await box.check();
}

const datasets = (page: Page) => page.getByTestId('datasets').locator('> li');
const names = (page: Page) => page.getByRole('textbox', { name: 'Name of the dataset' });

async function openData(page: Page, count = 1) {
  await page.goto('/#panel=data');
  await expect(datasets(page)).toHaveCount(count);
}

async function openFile(page: Page, name: string, text: string) {
  await page.bringToFront(); // a page behind another is not drawn, and has slow timers
  await page.getByTestId('file').setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(text) });
  await expect(page.getByTestId('import')).toHaveAttribute('data-state', 'done');
}

/** Waits until the datasets are kept in the browser. */

const hasNames = (page: Page, wanted: readonly string[]) =>
  expect
    .poll(() => names(page).evaluateAll((all) => all.map((field) => (field as HTMLInputElement).value)))
    .toEqual(wanted);

/** The number in front of “incident(s)” in the top bar. */
async function figure(page: Page): Promise<number> {
  const text = await page.getByTestId('summary').locator('strong').innerText();
  return Number(text.replace(/\D/g, ''));
}

async function savedCsv(page: Page): Promise<string> {
  const button = page.getByRole('button', { name: 'Save as CSV' });
  const [download] = await Promise.all([page.waitForEvent('download'), button.click()]);
  return readFileSync(await download.path(), 'utf8').replace(/Exported from Durand Map on \S+/, '');
}

interface KeptEntry {
  id: string;
  version?: string;
  content?: string;
}

/** Does something with what the browser keeps, and gives the list and the paths of the parts then. `change` runs in the page. */
async function inStore(
  page: Page,
  change: 'look' | 'as before versions' | 'lose a column',
): Promise<{ list: KeptEntry[]; parts: string[] }> {
  const given = { asked: await askedIn(page), what: change };
  return page.evaluate(async ({ asked, what }) => {
    const db = await asked(indexedDB.open('durand-map'));
    const transaction = db.transaction(['list', 'parts'], 'readwrite');
    const [lists, parts] = [transaction.objectStore('list'), transaction.objectStore('parts')];
    const list = ((await asked(lists.get('datasets'))) ?? []) as KeptEntry[];
    const keys = (await asked(parts.getAllKeys())) as [string, string][];
    if (what === 'lose a column') for (const key of keys) if (key[1] === '/rows/columns/lon') parts.delete(key);
    if (what === 'as before versions') {
      // parts under the ids, no version, one column fewer, the codes of other lists, narrower codes of reasons
      for (const [content, path] of keys) {
        const part = (await asked(parts.get([content, path]))) as Uint32Array;
        const id = list.find((each) => each.content === content)?.id ?? '';
        parts.delete([content, path]);
        if (path === '/rows/columns/dataset') continue;
        const isCode = path === '/rows/columns/type' || path === '/rows/columns/group';
        parts.put(isCode ? part.fill(0) : path === '/rejects/codes' ? Uint16Array.from(part) : part, [id, path]);
      }
      for (const entry of list) {
        delete entry.version;
        delete entry.content;
      }
      lists.put(list, 'datasets');
    }
    const after = ((await asked(parts.getAllKeys())) as [string, string][]).map((key) => key.join(' '));
    db.close();
    return { list, parts: after };
  }, given);
}

test('what one page opens the other has too, and keeps', async ({ page, context }) => {
  await openData(page);
  const other = await context.newPage();
  await openData(other);
  const own = await figure(page);
  await openFile(page, 'A.csv', tableOf('a'));
  await kept(page);
  await hasNames(other, ['A.csv']);
  await expect.poll(() => figure(other)).toBe(own + 3);
  // the other changes its list, and opens a file of its own
  await switchTwice(other);
  await openFile(other, 'B.csv', tableOf('b', 2));
  await kept(other);
  await hasNames(page, ['A.csv', 'B.csv']);
  await page.reload();
  await hasNames(page, ['A.csv', 'B.csv']);
  await expect.poll(() => figure(page)).toBe(own + 5);
  await other.reload();
  await hasNames(other, ['A.csv', 'B.csv']);
});

test('a page that does not hear of it loses nothing either', async ({ page, context }) => {
  await openData(page);
  const other = await context.newPage();
  await other.addInitScript(() => {
    BroadcastChannel.prototype.postMessage = () => undefined;
  });
  await openData(other);
  await openFile(other, 'A.csv', tableOf('a'));
  await kept(other);
  await switchTwice(page);
  await openFile(page, 'B.csv', tableOf('b'));
  await kept(page);
  await other.reload();
  await expect.poll(async () => (await inStore(other, 'look')).list.length).toBe(3);
  await hasNames(other, ['A.csv', 'B.csv']);
});

test('what one page removes goes from the other, and comes back with Undo; names go along, switches do not', async ({
  page,
  context,
}) => {
  await openData(page);
  await openFile(page, 'A.csv', tableOf('a'));
  await openFile(page, 'B.csv', tableOf('b'));
  await kept(page);
  const other = await context.newPage();
  await openData(other, 3);
  await page.bringToFront();
  await page.getByRole('button', { name: 'Remove A.csv' }).click();
  await hasNames(other, ['B.csv']);
  await page.getByRole('status').getByRole('button', { name: 'Undo' }).click();
  await hasNames(other, ['A.csv', 'B.csv']);
  await other.bringToFront();
  await names(other).first().fill('Renamed');
  await names(other).first().press('Enter');
  await hasNames(page, ['Renamed', 'B.csv']);
  await page.bringToFront();
  await page.getByRole('checkbox', { name: 'Show B.csv' }).uncheck();
  await kept(page);
  await expect(other.getByRole('checkbox', { name: 'Show B.csv' })).toBeChecked();
  await other.reload();
  await hasNames(other, ['Renamed', 'B.csv']);
  await expect(other.getByRole('checkbox', { name: 'Show B.csv' })).not.toBeChecked();
});

test('“Delete everything” in one page empties the other, which may be keeping something', async ({ page, context }) => {
  await openData(page);
  await openFile(page, 'A.csv', tableOf('a'));
  await kept(page);
  const other = await context.newPage();
  await openData(other, 2);
  await openFile(other, 'long.csv', LONG);
  await page.bringToFront();
  page.once('dialog', (dialog) => void dialog.accept());
  await page.getByRole('button', { name: 'Delete everything' }).click();
  await expect(datasets(page)).toHaveCount(1);
  await expect(datasets(other)).toHaveCount(1);
  await kept(other);
  await page.reload();
  await expect(datasets(page)).toHaveCount(1);
  await expect.poll(async () => (await inStore(page, 'look')).parts).toEqual([]);
});

test('a page that is opened while another keeps a file leaves that whole', async ({ page, context }) => {
  await openData(page);
  await openFile(page, 'long.csv', LONG);
  const other = await context.newPage();
  await other.goto('/#panel=data');
  await expect(datasets(other).first()).toBeVisible();
  await kept(page);
  await hasNames(other, ['long.csv']);
  await page.reload();
  await hasNames(page, ['long.csv']);
  await expect(page.getByTestId('datasets')).toContainText('60,000 incidents');
});

test('what does not come back once is there the next time, whatever was clicked meanwhile', async ({
  page,
  context,
  complaints,
}) => {
  await openData(page);
  await openFile(page, 'A.csv', tableOf('a'));
  await kept(page);
  await context.route(/\/assets\/kept-[\w-]{8}\.js$/, (route) => route.fulfill({ status: 503 }));
  await page.reload();
  await expect(page.getByRole('status').filter({ hasText: 'A.csv could not be brought back.' })).toContainText(
    'A part of the page could not be loaded.',
  );
  await switchTwice(page);
  await kept(page);
  await context.unroute(/\/assets\/kept-[\w-]{8}\.js$/);
  await page.reload();
  await hasNames(page, ['A.csv']);
  expect(complaints.every((complaint) => complaint.includes('503') || complaint.includes('kept-'))).toBe(true);
  complaints.length = 0;
});

test('what was kept before there were versions is read again, with the figures of a fresh import', async ({ page }) => {
  await openData(page);
  await openFile(page, 'A.csv', tableOf('a'));
  await kept(page);
  await page.getByRole('button', { name: 'Only this: A.csv' }).click();
  await expect.poll(() => figure(page)).toBe(3);
  const fresh = await savedCsv(page);
  await kept(page);
  const before = await inStore(page, 'as before versions');
  expect(before.parts.some((part) => part.endsWith('/rows/columns/dataset'))).toBe(false);

  await page.reload();
  await expect.poll(() => figure(page)).toBe(3);
  expect(await savedCsv(page)).toBe(fresh);
  await datasets(page).nth(1).getByText('Licence and import report').click();
  await expect(datasets(page).nth(1)).toContainText('4 rows read: 3 taken, 1 rejected.');
  await kept(page);
  // what is filtered and counted comes from the columns alone
  await page.goto('/#panel=data&types=airstrike');
  await expect.poll(() => figure(page)).toBe(3);
  const { list, parts } = await inStore(page, 'look');
  const entry = list.find(({ id }) => id !== 'durand-map');
  expect(entry?.version).toContain('cross_border_shelling');
  expect(parts.every((part) => part.startsWith(`${entry?.content} `))).toBe(true);
  expect(parts.some((part) => part.endsWith('/rows/columns/dataset'))).toBe(true);
});

test('of what comes back in part it is said what is missing, and nothing is deleted', async ({ page }) => {
  await openData(page);
  await openFile(page, 'A.csv', tableOf('a'));
  await kept(page);
  await inStore(page, 'lose a column');
  await page.reload();
  await expect(page.getByRole('status').filter({ hasText: 'A.csv could not be brought back.' })).toContainText(
    'rows/columns/lon is missing or damaged. Open its file again.',
  );
  await openFile(page, 'B.csv', tableOf('b'));
  await kept(page);
  expect((await inStore(page, 'look')).list).toHaveLength(3);
  await page.bringToFront();
  page.once('dialog', (dialog) => void dialog.accept());
  await page.getByRole('button', { name: 'Delete everything' }).click();
  await expect.poll(async () => (await inStore(page, 'look')).parts).toEqual([]);
});
