import { readFileSync } from 'node:fs';
import type { Page, Route } from '@playwright/test';
import { askedIn } from './requests.ts';
import { kept } from './keeping.ts';
import { layerAt } from './layers.ts';
import { expect, test } from './setup.ts';

const TABLE = `id,date,latitude,longitude,title,type,killed
one,2024-03-05,33.0,70.1,Made up,airstrike,3
two,2024-03-06,34.0,71.5,Second,ambush,
three,2024-13-01,32.3,69.6,No such month,ambush,1
`;
const NOT_LOADED = 'A part of the page could not be loaded. Reload the page once it can be reached.';
/** What a browser says by itself of what was done on purpose. */
const ON_PURPOSE = /503|on purpose|net::ERR|Failed to load/;

const datasets = (page: Page) => page.getByTestId('datasets').locator('> li');
const notice = (page: Page, text: string | RegExp) => page.locator('.notices > div').filter({ hasText: text });
const state = (page: Page) => page.getByTestId('import');

async function openData(page: Page, hash = '') {
  await page.goto(`/#panel=data${hash}`);
  await expect(datasets(page).first()).toBeVisible();
}

async function openFile(page: Page, name = 'mine.csv', text: string | Buffer = TABLE) {
  await page.getByTestId('file').setInputFiles({ name, mimeType: '', buffer: Buffer.from(text) });
}

function forgive(complaints: string[]) {
  expect(complaints.splice(0).filter((complaint) => !ON_PURPOSE.test(complaint))).toEqual([]);
}

const gone = (route: Route) => route.fulfill({ status: 503, body: '' });
const throwing = (route: Route) =>
  route.fulfill({ contentType: 'text/javascript', body: 'throw new Error("thrown on purpose");' });

/** Each worker by its file, what has it begin, and where the page says that it failed. */
const WORKERS = [
  { file: 'import', hash: '', begin: openFile, said: state },
  { file: 'kept', hash: '', begin: openFile, said: (page: Page) => notice(page, 'This browser keeps no files now') },
  {
    file: 'project',
    hash: '',
    begin: (page: Page) => page.getByRole('button', { name: 'Save as a project' }).click(),
    said: (page: Page) => notice(page, 'It could not be saved.'),
  },
  {
    file: 'preparing',
    hash: '&density=hexagons',
    begin: () => Promise.resolve(),
    said: (page: Page) => notice(page, 'Incidents cannot be counted in cells'),
  },
];

for (const { file, hash, begin, said } of WORKERS) {
  const files = new RegExp(`/assets/${file}-[\\w-]{8}\\.js$`); // not kept-page

  test(`a worker that cannot be loaded or throws has words, and is there the next time: ${file}`, async ({
    page,
    context,
    complaints,
  }) => {
    for (const [fault, words] of [
      [gone, NOT_LOADED],
      [throwing, 'thrown on purpose'],
    ] as const) {
      await context.route(files, fault);
      await openData(page, hash);
      await begin(page);
      await expect(said(page)).toContainText(words);
      await context.unroute(files);
      await page.goto('about:blank');
    }
    await openData(page, hash);
    const before = await datasets(page).count();
    await openFile(page, 'whole.csv', TABLE.replaceAll('one', 'four').replaceAll('two', 'five'));
    await expect(state(page)).toHaveAttribute('data-state', 'done');
    await expect(datasets(page)).toHaveCount(before + 1);
    await expect(said(page).filter({ hasText: NOT_LOADED })).toHaveCount(0);
    await kept(page);
    forgive(complaints);
  });

  test(`a worker that ends in mid-work without a word is not waited for for ever: ${file}`, async ({ page }) => {
    await page.addInitScript((name) => {
      // the two minutes of silence in six seconds
      const later = globalThis.setInterval;
      Object.assign(globalThis, {
        setInterval: (act: () => void, ms: number) => later(act, ms === 1000 ? 50 : ms),
        Worker: class extends Worker {
          constructor(url: string | URL, options?: WorkerOptions) {
            super(url, options);
            if (new URL(url, location.href).pathname.startsWith(`/assets/${name}-`)) this.terminate();
          }
        },
      });
    }, file);
    await openData(page, hash);
    await begin(page);
    await expect(said(page)).toContainText('has given no sign for two minutes', { timeout: 30_000 });
  });
}

/** Parts that are fetched when they are opened, by their files. */
const PARTS = [
  { file: 'Filters', open: (page: Page) => page.getByRole('button', { name: 'Filters', exact: true }).click() },
  {
    file: 'RuleCard',
    open: (page: Page) => page.getByRole('button', { name: 'What can be compared over time', exact: true }).click(),
  },
  { file: 'Sources', open: (page: Page) => page.getByRole('button', { name: 'Sources', exact: true }).click() },
];

for (const { file, open } of PARTS) {
  test(`a part of the page that cannot be loaded has words, and nothing lies over them: ${file}`, async ({
    page,
    context,
    complaints,
  }) => {
    await context.route(`**/assets/${file}-*.js`, gone);
    await page.goto('/');
    await open(page);
    await page.getByRole('alert').filter({ hasText: NOT_LOADED }).click({ trial: true });
    forgive(complaints);
  });
}

test('after a file whose worker fails the next one has its turn', async ({ page, context, complaints }) => {
  await openData(page);
  await context.route('**/assets/import-*.js', gone, { times: 1 });
  const buffer = Buffer.from(TABLE);
  await page.getByTestId('file').setInputFiles([
    { name: 'first.csv', mimeType: '', buffer },
    { name: 'second.csv', mimeType: '', buffer },
  ]);
  await expect(state(page)).toContainText(`first.csv could not be opened. ${NOT_LOADED}`);
  await expect(datasets(page)).toHaveCount(2);
  await expect(state(page)).toContainText('3 rows read: 2 taken, 1 rejected.');
  forgive(complaints);
});

test('a file that was given up says nothing of a layer that fails only then', async ({ page, complaints }) => {
  let fail = () => {};
  const failing = new Promise<void>((done) => (fail = done));
  await page.route(layerAt('provinces.geojson'), async (route) => {
    await failing;
    await route.fulfill({ status: 404 });
  });
  await openData(page);
  await openFile(page);
  await page.getByRole('button', { name: 'Cancel', exact: true }).click();
  fail();
  await expect(notice(page, 'Provinces, rivers and towns cannot be drawn')).toBeVisible({ timeout: 40_000 });
  await expect(state(page)).not.toContainText('could not be opened');
  expect(complaints.splice(0).every((complaint) => complaint.includes('404'))).toBe(true);
});

test('where an address has no randomUUID, as on plain http, files are opened', async ({ page }) => {
  await page.addInitScript(() => Object.defineProperty(Crypto.prototype, 'randomUUID', { value: undefined }));
  await openData(page);
  await openFile(page);
  await expect(datasets(page)).toHaveCount(2);
  await kept(page);
});

/** What the first picture waits for, and what the map draws after it; `loading.spec.ts` and `panels.spec.ts` look at others. */
const FIRST_LAYERS = [
  ...['durand-line.geojson', 'border-stretches.json', 'kp-districts.geojson', 'countries.geojson'],
  ...['incidents.geojson', 'phases.json', 'annual-totals.json', 'datapackage.json'],
];
const SCENERY = ['provinces.geojson', 'rivers.geojson', 'places.geojson'];

/** Opens the page with a layer file that is missing, cut and no JSON, one after the other, and looks at what is said. */
async function spoil(page: Page, name: string, look: () => Promise<void>) {
  const whole = readFileSync(`public/layers/${name}`, 'utf8');
  const faults: [body: string, status: number][] = [
    ['', 404],
    [whole.slice(0, whole.length / 2), 200],
    ['<!doctype html><p>Hello', 200],
  ];
  for (const [body, status] of faults) {
    await page.route(layerAt(name), (route) => route.fulfill({ status, body }));
    await page.goto('/');
    await look();
    await page.unroute(layerAt(name));
  }
}

test('each layer file of the first picture that is missing, cut or no JSON is named, and the page says what to do', async ({
  page,
  complaints,
}) => {
  test.setTimeout(300_000);
  for (const name of FIRST_LAYERS)
    await spoil(page, name, async () => {
      const alert = page.getByRole('alert');
      await expect(alert).toContainText('The data could not be loaded.');
      await expect(alert).toContainText(`layers/${name}`);
      await expect(alert).toContainText('Run “npm start” again; it builds the layers.');
    });
  expect(complaints.splice(0).every((complaint) => complaint.includes('404'))).toBe(true);
});

test('each layer file that the map draws later and that is missing, cut or no JSON is named in a notice', async ({
  page,
  complaints,
}) => {
  test.setTimeout(300_000);
  for (const name of SCENERY)
    await spoil(page, name, async () => {
      await expect(page.locator('html')).toHaveAttribute('data-map', 'painted', { timeout: 40_000 });
      await expect(notice(page, 'Provinces, rivers and towns cannot be drawn')).toContainText(`layers/${name}`);
    });
  expect(complaints.splice(0).every((complaint) => complaint.includes('404'))).toBe(true);
});

/**
 * Makes as many copies of the one dataset that is kept as its content has parts, each lacking one of them, or with
 * nonsense in its place; gives the paths of the parts.
 */
async function breakEachPart(page: Page, how: 'missing' | 'nonsense'): Promise<string[]> {
  const given = { asked: await askedIn(page), how };
  return page.evaluate(async ({ asked, how }) => {
    const db = await asked(indexedDB.open('durand-map'));
    const transaction = db.transaction(['list', 'parts'], 'readwrite');
    const [lists, parts] = [transaction.objectStore('list'), transaction.objectStore('parts')];
    const list = (await asked(lists.get('datasets'))) as { id: string; content?: string }[];
    const one = list.find(({ content }) => content !== undefined);
    const keys = ((await asked(parts.getAllKeys())) as [string, string][]).filter(([id]) => id === one?.content);
    const values: unknown[] = [];
    for (const key of keys) values.push(await asked(parts.get(key)));
    const copies = keys.map(([, broken], copy) => {
      keys.forEach(([, path], i) => {
        if (path !== broken) parts.put(values[i], [`copy${copy}`, path]);
        else if (how === 'nonsense') parts.put('nonsense', [`copy${copy}`, path]);
      });
      return { ...one, id: `copy${copy}`, content: `copy${copy}`, name: broken };
    });
    for (const key of keys) parts.delete(key);
    lists.put(copies, 'datasets');
    await new Promise((done) => (transaction.oncomplete = done));
    db.close();
    return keys.map(([, path]) => path);
  }, given);
}

for (const how of ['missing', 'nonsense'] as const)
  test(`of what is kept each part that is ${how} is refused by its name, and nothing is shown of the rest`, async ({
    page,
  }) => {
    test.setTimeout(240_000);
    await openData(page);
    await openFile(page);
    await expect(datasets(page)).toHaveCount(2);
    await kept(page);
    const own = await page.getByTestId('summary').innerText();
    const paths = await breakEachPart(page, how);
    expect(paths.length).toBeGreaterThan(40);
    await page.reload();
    const last = page.locator('.notices > div').last();
    const said: string[] = [];
    await expect(page.locator('.notices')).toContainText(`${paths.length - 4} `, { timeout: 120_000 }); // a worker for each
    for (let i = 0; i < paths.length; i++) {
      said.push(await last.innerText());
      await last.getByRole('button', { name: 'Dismiss' }).click();
    }
    for (const path of paths) {
      const part = path.replace(/\/\d+$/, '').slice(1);
      expect(
        said.find((text) => text.startsWith(`${path} could not be brought back.`)),
        path,
      ).toContain(`Of what was kept of it, ${part}`);
    }
    await expect(datasets(page)).toHaveCount(1);
    expect(await page.getByTestId('summary').innerText()).not.toBe(own);
  });

/** Does something with the list of what is kept, in the page. */
async function changeList(page: Page, change: 'no list' | 'odd entries' | 'odd report'): Promise<void> {
  const given = { asked: await askedIn(page), change };
  return page.evaluate(async ({ asked, change }) => {
    const db = await asked(indexedDB.open('durand-map'));
    const lists = db.transaction('list', 'readwrite').objectStore('list');
    const kept = (await asked(lists.get('datasets'))) as ({ id?: unknown; report?: object } | null)[];
    const list = kept.filter((entry) => typeof entry?.id === 'string' && entry.report !== undefined);
    const odd = {
      'no list': 'nonsense',
      'odd entries': [...list, null, 7, { id: 'x' }, { ...list[1], id: 8 }],
      'odd report': list.map((entry) =>
        entry?.report ? { ...entry, report: { ...entry.report, notes: 'x' } } : entry,
      ),
    }[change];
    await asked(lists.put(odd, 'datasets'));
    db.close();
  }, given);
}

test('a list of what is kept that is damaged is said, and what can be read of it comes back', async ({ page }) => {
  await openData(page);
  await openFile(page);
  await expect(datasets(page)).toHaveCount(2);
  await kept(page);
  await changeList(page, 'odd entries');
  await page.reload();
  await expect(notice(page, '4 files that were kept in this browser could not be brought back')).toBeVisible();
  await expect(datasets(page)).toHaveCount(2);
  await changeList(page, 'odd report');
  await page.reload();
  await expect(notice(page, 'mine.csv could not be brought back.')).toContainText('list/report/notes is missing');
  await expect(datasets(page)).toHaveCount(1);
  await changeList(page, 'no list');
  await page.reload();
  await expect(notice(page, '1 file that was kept in this browser could not be brought back')).toBeVisible();
  await openFile(page, 'again.csv');
  await expect(datasets(page)).toHaveCount(2);
  await kept(page);
  await page.reload();
  await expect(datasets(page)).toHaveCount(2);
});

test('a browser that is full says so, and nothing is left of what it did not take', async ({ page, context }) => {
  await openData(page);
  const client = await context.newCDPSession(page);
  const origin = new URL(page.url()).origin;
  await client.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 1000 });
  await openFile(page);
  await expect(notice(page, 'This browser keeps no files now')).toContainText(
    '(The browser has no more room for this page.)',
  );
  await expect(datasets(page)).toHaveCount(2);
  await kept(page);
  const left = () =>
    page.evaluate(
      () =>
        new Promise<number>((resolve) => {
          indexedDB.open('durand-map').onsuccess = function (this: IDBRequest<IDBDatabase>) {
            const db = this.result;
            db.transaction('parts').objectStore('parts').count().onsuccess = function (this: IDBRequest<number>) {
              db.close();
              resolve(this.result);
            };
          };
        }),
    );
  expect(await left()).toBe(0);
  await client.send('Storage.overrideQuotaForOrigin', { origin });
  await openFile(page, 'later.csv', TABLE.replaceAll('one', 'four').replaceAll('two', 'five'));
  await expect(datasets(page)).toHaveCount(3);
  await kept(page);
  expect(await left()).toBeGreaterThan(40);
});

test('a store that a newer version of the page made is left alone, with words', async ({ page }) => {
  await openData(page);
  await page.evaluate(
    () =>
      new Promise((resolve) => {
        indexedDB.open('durand-map', 7).onsuccess = function (this: IDBRequest<IDBDatabase>) {
          this.result.close();
          resolve(null);
        };
      }),
  );
  await page.reload();
  await expect(notice(page, 'This browser keeps no files now')).toContainText(
    'It holds files of a newer version of this page.',
  );
  await openFile(page);
  await expect(datasets(page)).toHaveCount(2);
});

test('a store that never opens is told after some seconds, and the page goes on', async ({ page }) => {
  test.slow();
  await page.addInitScript(() => {
    IDBFactory.prototype.open = () =>
      Object.create(IDBOpenDBRequest.prototype, { onsuccess: {}, onerror: {} }) as never;
    const listen = EventTarget.prototype.addEventListener;
    EventTarget.prototype.addEventListener = function (this: EventTarget, ...args) {
      // what was made above is no request, and hears nothing
      if (!(this instanceof IDBOpenDBRequest)) listen.apply(this, args);
    };
  });
  await openData(page);
  await expect(notice(page, 'This browser keeps no files now')).toContainText('does not open', { timeout: 45_000 });
  await openFile(page);
  await expect(datasets(page)).toHaveCount(2);
});

test('the browser is asked to hold on to what is kept, once something is', async ({ page }) => {
  await page.addInitScript(() => {
    StorageManager.prototype.persist = () => {
      document.documentElement.dataset['asked'] = 'yes';
      return Promise.resolve(false);
    };
  });
  await openData(page);
  await kept(page);
  await expect(page.locator('html')).not.toHaveAttribute('data-asked');
  await openFile(page);
  await expect(page.locator('html')).toHaveAttribute('data-asked', 'yes');
});
