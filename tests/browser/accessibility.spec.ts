import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from '@playwright/test';
import type { AxeResults, RunOptions } from 'axe-core';
import { expect, test } from './setup.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
type Theme = 'light' | 'dark';

/** What axe finds serious or critical in the whole page, in words. In the dark the page differs by its colours alone. */
async function complaintsOf(page: Page, theme: Theme): Promise<string[]> {
  // evaluated, not added as a script: the content policy stays as it is
  await page.evaluate(AXE);
  const { violations } = await page.evaluate(
    (options) => (globalThis as unknown as { axe: { run: (o: RunOptions) => Promise<AxeResults> } }).axe.run(options),
    { runOnly: theme === 'dark' ? ['color-contrast'] : RULES } satisfies RunOptions,
  );
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, help, nodes }) =>
      nodes.map((node) => `${id}: ${help}: ${node.target.join(' ')}: ${node.failureSummary ?? ''}`),
    );
}

interface State {
  name: string;
  hash: string;
  /** Brings the state about, and waits until it stands. */
  act: (page: Page) => Promise<void>;
}

const STATES: State[] = [
  { name: 'the first look', hash: '', act: (page) => expect(page.getByTestId('filter-count')).toBeHidden() },
  {
    name: 'filters that are on',
    hash: 'panel=filters&types=ambush,airstrike&border=..25&districts=kurram',
    act: (page) => expect(page.getByRole('button', { name: 'Remove filter: Kurram' })).toBeVisible(),
  },
  {
    name: 'filters that leave nothing',
    hash: 'panel=filters&deaths=100..&q=no-such-word',
    act: (page) => expect(page.getByText('No incident fits.')).toBeVisible(),
  },
  {
    name: 'the list',
    hash: 'panel=list',
    act: (page) => expect(page.getByRole('grid', { name: 'Incidents' })).toBeVisible(),
  },
  {
    name: 'distances from the border, brushed',
    hash: 'panel=distance&across=0..75',
    act: (page) => expect(page.getByRole('button', { name: 'Show all distances' })).toBeVisible(),
  },
  {
    name: 'the border through time, brushed',
    hash: 'diagram=apart&along=788..901',
    act: (page) => expect(page.getByRole('button', { name: 'Show the whole line' })).toBeVisible(),
  },
  {
    name: 'incidents as cells',
    hash: 'density=hexagons&bars=deaths',
    act: async (page) => {
      const closed = page.getByRole('button', { name: 'Legend', exact: true });
      if (await closed.isVisible()) await closed.click();
      await expect(page.getByRole('list', { name: 'Killed in a cell' })).toBeVisible();
    },
  },
  {
    name: 'an incident',
    hash: 'incident=PKAF-0250',
    act: (page) => expect(page.getByTestId('incident')).toBeVisible(),
  },
  {
    name: 'a measurement',
    hash: '',
    act: async (page) => {
      await page.keyboard.press('m');
      await page.getByLabel('Latitude').fill('34.01, 71.58');
      await page.keyboard.press('Enter');
      await expect(page.getByTestId('measurement')).toContainText('km');
    },
  },
  {
    name: 'the sources',
    hash: '',
    act: async (page) => {
      const more = page.getByRole('button', { name: 'More tools' });
      if (await more.isVisible()) await more.click();
      await page.getByRole('button', { name: 'Sources', exact: true }).click();
      await expect(page.getByRole('dialog')).toBeVisible();
    },
  },
];

const csv = (name: string, text: string) => ({ name, mimeType: 'text/csv', buffer: Buffer.from(text) });
const ROWS = 'id,date,lat,lon,title\na,2025-10-08,34.0,71.5,Made up\nb,2025-13-08,34.0,71.5,No such month\n';
/** So many rows that they are still read while axe looks. */
const LONG = `id,date,lat,lon,title\n${Array.from({ length: 400_000 }, (_, i) => `${i},2025-10-08,34.0,71.5,Made up`).join('\n')}\n`;

/** The states of the data panel, each from where the one before it ended. */
const DATA_STATES: Omit<State, 'hash'>[] = [
  {
    name: 'a file that is no file of events',
    act: async (page) => {
      await page.getByTestId('file').setInputFiles(csv('empty.csv', ''));
      await expect(page.getByTestId('import')).toHaveAttribute('data-state', 'failed');
    },
  },
  {
    name: 'columns that are asked for',
    act: async (page) => {
      await page.getByTestId('file').setInputFiles(csv('mine.csv', ROWS.replace('date', 'Wann')));
      await page.getByTestId('mapping').getByText('Other columns').click();
    },
  },
  {
    name: 'a report, and the dataset with its licence',
    act: async (page) => {
      await page.getByTestId('mapping').getByLabel('Date *').selectOption('Wann');
      await page.getByRole('button', { name: 'Read the file' }).click();
      await expect(page.getByTestId('import').getByTestId('report')).toBeVisible();
      await page.getByTestId('datasets').getByText('Licence and import report').click();
    },
  },
  {
    name: 'a comparison',
    act: async (page) => {
      await page.getByText('Compare two datasets').click();
      await expect(page.getByTestId('compare').locator('tbody tr').first()).toBeVisible();
    },
  },
  {
    name: 'one dataset alone',
    act: async (page) => {
      await page.getByRole('button', { name: 'Only this: mine.csv' }).click();
      await expect(page.getByRole('button', { name: 'Show all' })).toBeVisible();
    },
  },
  {
    name: 'a dataset that was removed',
    act: async (page) => {
      await page.getByRole('button', { name: 'Remove mine.csv' }).click();
      await expect(page.getByRole('button', { name: 'Undo' })).toBeVisible();
    },
  },
  {
    name: 'a file that is being read',
    act: async (page) => {
      await page.getByTestId('file').setInputFiles(csv('long.csv', LONG));
      await expect(page.getByTestId('import')).toContainText('Reading long.csv');
    },
  },
];

for (const theme of ['light', 'dark'] as const) {
  test(`axe finds nothing serious in the data panel, ${theme}`, { tag: '@both' }, async ({ page }) => {
    test.setTimeout(180_000);
    await page.goto(`/#panel=data&theme=${theme}`);
    await expect(page.getByTestId('datasets').locator('> li')).toHaveCount(1);
    for (const { name, act } of DATA_STATES) {
      await test.step(name, async () => {
        await act(page);
        expect.soft(await complaintsOf(page, theme), name).toEqual([]);
      });
    }
    await expect(page.getByTestId('import')).toHaveAttribute('data-state', 'running');
  });

  test(`axe finds nothing serious, ${theme}`, { tag: '@both' }, async ({ page }) => {
    test.setTimeout(180_000);
    await page.goto(`/#theme=${theme}`);
    await expect(page.getByTestId('summary')).toBeVisible();
    for (const { name, hash, act } of STATES) {
      await test.step(name, async () => {
        // the hash alone: the page stays, and what it shows follows
        const view = [hash, `theme=${theme}`].filter(Boolean).join('&');
        await page.evaluate((wanted) => {
          if (location.hash === `#${wanted}`) return;
          // a key that is pressed is heard before the address is
          const read = new Promise((done) => addEventListener('hashchange', done, { once: true }));
          location.hash = wanted;
          return read.then(() => undefined);
        }, view);
        await act(page);
        expect.soft(await complaintsOf(page, theme), name).toEqual([]);
        await page.keyboard.press('Escape');
      });
    }
  });
}
