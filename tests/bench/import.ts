import { once } from 'node:events';
import { createReadStream, createWriteStream, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { chromium, expect, type Page } from '@playwright/test';
import Papa from 'papaparse';
import { readGazetteer } from '../../geo/commands/gazetteer.ts';
import { decodeText } from '../../geo/formats/decode.ts';
import { readRecords } from '../../geo/formats/records.ts';
import { synthText } from '../../geo/synth/synth.ts';
import { BROWSER_FLAGS, ensureBrowser } from '../../scripts/browser.mjs';
import { serve } from '../../scripts/serve.mjs';
import { answerFigures, importFile, openPainted } from './app-page.ts';
import { watchMemory } from './memory.ts';
import { printFigures, quantile, type Figure } from './table.ts';

const SEED = 1;
/** Rows in ACLED's shape, about 350 bytes each, and the seconds that they may take. */
const SIZES = [
  { rows: 100_000, seconds: 6 },
  { rows: 1_000_000, seconds: 60 },
];
const READS = 5;

async function writeEvents(path: string, rows: number): Promise<void> {
  const file = createWriteStream(path);
  for (const chunk of synthText(readGazetteer(), 'acled', rows, SEED))
    if (!file.write(chunk)) await once(file, 'drain');
  file.end();
  await once(file, 'finish');
}

/** From handing over the file to its incidents on the map, in a browser of its own; the longest time without a frame. */
async function inTheApp(path: string, rows: number, target: number): Promise<Figure[]> {
  const running = await serve({ root: 'dist' });
  const browser = await chromium.launch({ executablePath: await ensureBrowser(), args: BROWSER_FLAGS });
  try {
    const memory = await watchMemory(browser);
    const { page } = await openPainted(browser, `${running.url}#panel=data`);
    const { seconds, ...answers } = await importFile(page, path);
    const paired = await untilPaired(page, Date.now());
    const { page: peak } = await memory.stop();
    const of = `${rows.toLocaleString('en')} ACLED rows`;
    return [
      { name: `${of}: from drop to playable`, value: seconds, unit: 's', target },
      ...answerFigures(of, answers),
      {
        name: `${of}: pairs with the page’s own found, after it is playable and at rest`,
        value: paired,
        unit: 's',
        target: null,
      },
      ...(peak === null ? [] : [{ name: `${of}: peak memory of the page`, value: peak, unit: 'MB', target: null }]),
    ];
  } finally {
    await browser.close();
    await running.close();
  }
}

/** Seconds from a moment until the panel says what is in two datasets. */
async function untilPaired(page: Page, since: number): Promise<number> {
  // by its attribute: where pairs were found it is empty, and not to be seen
  const status = page.getByTestId('pairs').locator('[role=status]');
  await expect(status).not.toContainText('Looking', { timeout: 120_000 });
  return (Date.now() - since) / 1000;
}

/** Splits the file into cells with our reader, its decoding included; gives ms. */
async function ours(path: string): Promise<number> {
  const start = performance.now();
  const bytes = Readable.toWeb(createReadStream(path)) as ReadableStream<Uint8Array<ArrayBuffer>>;
  let records = 0;
  for await (const batch of readRecords(
    decodeText(bytes, () => undefined),
    { delimiter: ',', lineEnd: '\n' },
  ))
    records += batch.length;
  return checked(records, start);
}

/** The same with papaparse, in its fastest form: a stream in chunks. */
async function papaparse(path: string): Promise<number> {
  const start = performance.now();
  let records = 0;
  await new Promise<void>((done, failed) => {
    Papa.parse<string[]>(createReadStream(path), {
      chunk: ({ data }) => (records += data.length),
      complete: () => done(),
      error: failed,
    });
  });
  return checked(records, start);
}

function checked(records: number, start: number): number {
  if (records < SIZES[0].rows) throw new Error(`Only ${records} records were read.`);
  return performance.now() - start;
}

const folder = mkdtempSync(join(tmpdir(), 'durand-import-'));
try {
  const pathOf = (rows: number) => join(folder, `acled-${rows}.csv`);
  for (const { rows } of SIZES) await writeEvents(pathOf(rows), rows);

  const times: { ours: number[]; papaparse: number[] } = { ours: [], papaparse: [] };
  for (let i = 0; i < READS; i++) {
    times.papaparse.push(await papaparse(pathOf(SIZES[0].rows)));
    times.ours.push(await ours(pathOf(SIZES[0].rows)));
  }
  const [mine, theirs] = [quantile(times.ours, 0.5), quantile(times.papaparse, 0.5)];
  printFigures('Reading 100,000 ACLED rows into cells, in Node', [
    { name: `ours, median of ${READS}`, value: mine, unit: 'ms', target: null },
    { name: `papaparse, median of ${READS}`, value: theirs, unit: 'ms', target: null },
    { name: 'ours in that of papaparse', value: (mine / theirs) * 100, unit: '%', target: 150 },
  ]);
  for (const { rows, seconds } of SIZES) {
    printFigures(`A file of ${rows.toLocaleString('en')} rows in the app`, await inTheApp(pathOf(rows), rows, seconds));
  }
} finally {
  rmSync(folder, { recursive: true }); // hundreds of megabytes
}
