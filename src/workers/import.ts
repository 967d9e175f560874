import '../no-eval.ts';
import { createGround, type GroundLayers } from '../../geo/ground/measure.ts';
import { createPlaceNames } from '../../geo/ground/place-names.ts';
import type { Places } from '../../geo/model/context.ts';
import { createEnrich } from '../../geo/ground/enrich.ts';
import { createProvinceLookup, type ProvinceShapes } from '../../geo/ground/province-lookup.ts';
import { columnsIn, ROWS_LOOKED_AT, type ColumnRead } from '../../geo/formats/columns-read.ts';
import { duplicateFinding } from '../../geo/formats/plausible.ts';
import { readEvents } from '../../geo/formats/read.ts';
import type { Choices, Reading } from '../../geo/formats/reading.ts';
import { NeedsMapping, type Sample } from '../../geo/formats/sample.ts';
import { NeedsDateOrder, type DateChoice } from '../../geo/formats/settle-dates.ts';
import { NeedsSheet, type FoundTable } from '../../geo/formats/several.ts';
import { NeedsDate } from '../../geo/formats/undated.ts';
import { inFileOrder, readAgain, type KeptFile } from '../../geo/import/again.ts';
import { createIdSet, type IdSet } from '../../geo/import/id-set.ts';
import { fileOfKept, type KeptRows } from '../../geo/import/kept-source.ts';
import { importEntries, type Imported } from '../../geo/import/import.ts';
import type { ImportCounts } from '../../geo/import/take.ts';
import { buffersOf } from '../../geo/store/rows.ts';
import { textAt, type Texts } from '../../geo/store/texts.ts';
import { InputError, messageOf } from '../../geo/model/errors.ts';
import type { Failure } from '../text/findings.ts';
import { sayAlive } from './alive.ts';
import type { Failed } from './ask.ts';

/** What the page asks: a file, or what was kept of one, what places are measured against, and the ids that it has already. */
export interface ImportRequest {
  file: File | KeptRows;
  ground: GroundLayers;
  provinces: ProvinceShapes;
  places: Places;
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

/** What the page is told. The last message is `done`, `failed` or a question. */
export type ImportMessage =
  | { kind: 'progress'; bytes: number; total: number; counts: ImportCounts }
  | ({ kind: 'done'; imported: Imported } & Pick<Reading, 'layout' | 'label' | 'columns' | 'notes'>)
  | { kind: 'mapping'; sample: Sample }
  | { kind: 'date-order'; choices: readonly DateChoice[] }
  | { kind: 'sheet'; found: readonly FoundTable[] }
  | { kind: 'date' }
  | { kind: 'failed'; failure: Failure };

/** What the page is told of rows that were read again. */
export type AgainMessage = { kind: 'again'; imported: Imported; columns: readonly ColumnRead[] } | Failed;

/** Between two messages of progress, ms. */
const EVERY_MS = 100;

const tell = (message: ImportMessage | AgainMessage, transfer: Transferable[] = []) =>
  self.postMessage(message, { transfer });

self.onmessage = ({ data }: MessageEvent<ImportRequest | AgainRequest>) => {
  if ('again' in data) void runAgain(data);
  else void run(data);
};

async function run({ file: opened, ground, provinces, places, ids, choices }: ImportRequest): Promise<void> {
  try {
    const file = opened instanceof File ? opened : fileOfKept(opened);
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
      placeNames: () =>
        createPlaceNames({ districts: ground.districts, places, provinces: createProvinceLookup(provinces) }),
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
    const { layout, label, columns, notes } = reading;
    tell({ kind: 'done', imported, layout, label, columns, notes }, buffersOf(imported.rows));
  } catch (error) {
    if (error instanceof NeedsMapping) tell({ kind: 'mapping', sample: error.sample });
    else if (error instanceof NeedsDateOrder) tell({ kind: 'date-order', choices: error.choices });
    else if (error instanceof NeedsSheet) tell({ kind: 'sheet', found: error.found });
    else if (error instanceof NeedsDate) tell({ kind: 'date' });
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
    const { layout, raw } = again;
    const first = inFileOrder(raw).subarray(0, ROWS_LOOKED_AT);
    const columns = columnsIn(
      layout,
      Array.from(first, (row) => textAt(raw, row)),
    );
    tell({ kind: 'again', imported, columns }, buffersOf(imported.rows));
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
