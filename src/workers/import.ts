import '../no-eval.ts';
import { createGround, type GroundLayers } from '../../geo/ground/measure.ts';
import { createEnrich } from '../../geo/ground/enrich.ts';
import { createProvinceLookup, type ProvinceShapes } from '../../geo/ground/province-lookup.ts';
import type { Layout } from '../../geo/formats/format.ts';
import { duplicateFinding } from '../../geo/formats/plausible.ts';
import { readEvents } from '../../geo/formats/read.ts';
import type { Choices } from '../../geo/formats/reading.ts';
import { NeedsMapping, type Sample } from '../../geo/formats/sample.ts';
import { NeedsDateOrder, type DateChoice } from '../../geo/formats/settle-dates.ts';
import { readAgain, type KeptFile } from '../../geo/import/again.ts';
import { createIdSet, type IdSet } from '../../geo/import/id-set.ts';
import { importEntries, type Imported } from '../../geo/import/import.ts';
import type { ImportCounts } from '../../geo/import/take.ts';
import { buffersOf } from '../../geo/store/rows.ts';
import { textAt, type Texts } from '../../geo/store/texts.ts';
import { InputError, messageOf } from '../../geo/model/errors.ts';
import type { Note } from '../../geo/model/findings.ts';
import type { Failure } from '../text/findings.ts';
import { sayAlive } from './alive.ts';
import type { Failed } from './ask.ts';

/** What the page asks: a file, what places are measured against, and the ids that it has already. */
export interface ImportRequest {
  file: File;
  ground: GroundLayers;
  provinces: ProvinceShapes;
  ids: readonly Texts[];
  choices: Choices;
}

/** Or the rows of a file that was read before, to be read again; with the ids of those that are still to be. */
export interface AgainRequest {
  again: KeptFile;
  ground: GroundLayers;
  provinces: ProvinceShapes;
  ids: readonly Texts[];
  laterIds: readonly Texts[];
}

/** What the page is told. The last message is `done`, `mapping` or `failed`. */
export type ImportMessage =
  | { kind: 'progress'; bytes: number; total: number; counts: ImportCounts }
  | { kind: 'done'; imported: Imported; layout: Layout; label: string; notes: readonly Note[] }
  | { kind: 'mapping'; sample: Sample }
  | { kind: 'date-order'; choices: readonly DateChoice[] }
  | { kind: 'failed'; failure: Failure };

/** What the page is told of rows that were read again. */
export type AgainMessage = { kind: 'again'; imported: Imported } | Failed;

/** Between two messages of progress, ms. */
const EVERY_MS = 100;

const tell = (message: ImportMessage | AgainMessage, transfer: Transferable[] = []) =>
  self.postMessage(message, { transfer });

self.onmessage = ({ data }: MessageEvent<ImportRequest | AgainRequest>) => {
  if ('again' in data) void runAgain(data);
  else void run(data);
};

async function run({ file, ground, provinces, ids, choices }: ImportRequest): Promise<void> {
  try {
    let [bytes, last] = [0, 0];
    let counts: ImportCounts = { read: 0, accepted: 0, rejected: 0 };
    const say = () => {
      const now = performance.now();
      if (now - last < EVERY_MS) return;
      last = now;
      tell({ kind: 'progress', bytes, total: file.size, counts });
    };
    const reading = await readEvents(file, {
      ...choices,
      onProgress: (done) => {
        bytes = done;
        say();
      },
    });
    const imported = await importEntries(reading.entries, enrichBy(ground, provinces), {
      knownIds: idsOf(ids),
      duplicate: duplicateFinding,
      onProgress: (now) => {
        counts = now;
        say();
      },
    });
    const { layout, label, notes } = reading;
    tell({ kind: 'done', imported, layout, label, notes }, buffersOf(imported.rows));
  } catch (error) {
    if (error instanceof NeedsMapping) tell({ kind: 'mapping', sample: error.sample });
    else if (error instanceof NeedsDateOrder) tell({ kind: 'date-order', choices: error.choices });
    else tell({ kind: 'failed', failure: failureOf(error) });
  }
}

function failureOf(error: unknown): Failure {
  return error instanceof InputError ? error.problem : { code: 'thrown', message: messageOf(error) };
}

async function runAgain({ again, ground, provinces, ids, laterIds }: AgainRequest): Promise<void> {
  try {
    const imported = await readAgain(again, enrichBy(ground, provinces), {
      knownIds: idsOf(ids),
      laterIds: () => textsIn(laterIds),
      duplicate: duplicateFinding,
      onProgress: () => sayAlive(),
    });
    tell({ kind: 'again', imported }, buffersOf(imported.rows));
  } catch (error) {
    tell({ kind: 'failed', reason: messageOf(error) });
  }
}

function enrichBy(ground: GroundLayers, provinces: ProvinceShapes): ReturnType<typeof createEnrich> {
  return createEnrich(createGround(ground), createProvinceLookup(provinces));
}

function idsOf(loaded: readonly Texts[]): IdSet {
  const ids = createIdSet();
  for (const id of textsIn(loaded)) ids.add(id);
  return ids;
}

function* textsIn(all: readonly Texts[]): Generator<string> {
  for (const texts of all) for (let row = 0; row < texts.start.length; row++) yield textAt(texts, row);
}
