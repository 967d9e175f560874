import { existsSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { lazily } from '../../ground/district-lookup.ts';
import type { Ground } from '../../ground/measure.ts';
import { oncePerPlace } from '../../import/import.ts';
import { rawStore } from '../../import/raw-store.ts';
import type { ImportCounts } from '../../import/take.ts';
import { readJson } from '../../layers/read-json.ts';
import { allDetailsSchema, type Details } from '../../model/brief.ts';
import type { Recorded } from '../../model/incident.ts';
import { atOnce } from '../../next-task.ts';
import { pairsBetween, type Pairs } from '../../store/pairs.ts';
import { isRuled } from '../../story/rule.ts';
import { createRowsBuilder } from '../../store/rows.ts';
import { mergeStores, type Store } from '../../store/store.ts';
import { columnsNote } from '../columns-said.ts';
import { readEventsFile, type AskedFile, type EventsRead } from '../events-file.ts';
import { readEnrich } from '../ground.ts';
import type { Io } from '../io.ts';
import { tableLines } from '../table.ts';

/** The incidents of all files, and what became of their rows. */
export interface FilesRead extends ImportCounts {
  store: Store;
  /** whether there are incidents among them that follow the rule of geo/story/rule.ts */
  hasRule: boolean;
  /** the id of the format of each file */
  formats: readonly string[];
}

/** The incidents of all files in one store, whose `dataset` is the file. Throws as `readEventsFile` does. */
export async function readStores(
  io: Io,
  paths: readonly string[],
  asked: AskedFile,
  ground: Ground,
): Promise<FilesRead> {
  const files: Awaited<ReturnType<typeof readStore>>[] = [];
  for (const path of paths) files.push(await readStore(io, path, asked, ground));
  const sumOf = (count: keyof ImportCounts) => files.reduce((sum, file) => sum + file[count], 0);
  const store = files.length === 1 ? files[0].store : atOnce(mergeStores(files.map((file) => file.store)));
  const hasRule = files.some((file) => file.hasRule);
  const formats = files.map(({ format }) => format);
  return { store, hasRule, formats, read: sumOf('read'), accepted: sumOf('accepted'), rejected: sumOf('rejected') };
}

/** How many events of a file are probably in another, named before it. */
export interface FilePairs {
  of: string;
  in: string;
  count: number;
}

/** The pairs of each two files that have any. */
export function filePairs({ columns }: Store, pairs: Pairs, paths: readonly string[]): FilePairs[] {
  return pairsBetween(pairs, columns.dataset).map(({ earlier, later, count }) => ({
    of: paths[later],
    in: paths[earlier],
    count,
  }));
}

export function pairLines(pairs: readonly FilePairs[], once: boolean): string[] {
  const cells = pairs.map(({ of, in: other, count }) => [`of ${of} in ${other}`, count]);
  return ['', ...tableLines([[`Probably in two files, counted ${once ? 'once' : 'in each'}`, 'pairs'], ...cells])];
}

/** A file's incidents as the page holds them, and what became of its rows. Throws as `readEventsFile` does. */
async function readStore(
  io: Io,
  path: string,
  asked: AskedFile,
  ground: Ground,
): Promise<{ store: Store; hasRule: boolean } & EventsRead> {
  let hasRule = false;
  const rows = createRowsBuilder();
  const computedOf = oncePerPlace(readEnrich(ground));
  const read = await readEventsFile(io, path, asked, () => ({
    accept: (event, raw) => {
      hasRule ||= isRuled(event.recorded.id);
      rows.add({ ...event, computed: computedOf(event) }, raw);
    },
    reject: () => undefined,
    settle: () => Promise.resolve(),
  }));
  io.note(columnsNote(path, read.columns));
  return { ...read, hasRule, store: rawStore(rows.finish(), read.layout, completing(path)) };
}

/** What `geo build` lays beside the incidents of the page: their claims, remarks and sources. */
const [INCIDENTS, DETAILS] = ['incidents.geojson', 'incident-details.json'];

/** Adds the details that lie beside the layer of the page's incidents; an incident that has claims itself keeps its own. */
export function completing(path: string): (recorded: Recorded) => Recorded {
  const beside = join(dirname(path), DETAILS);
  const detailsOf = lazily(() => {
    if (basename(path) !== INCIDENTS || !existsSync(beside)) return new Map<string, Details>();
    return new Map(Object.entries(readJson(allDetailsSchema, readFileSync(beside, 'utf8'), beside)));
  });
  return (recorded) => {
    if (recorded.claims.length > 0) return recorded;
    return { ...recorded, ...detailsOf().get(recorded.id) };
  };
}
