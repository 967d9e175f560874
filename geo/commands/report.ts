import type { Ground } from '../ground/measure.ts';
import { oncePerPlace } from '../import/import.ts';
import type { ImportCounts } from '../import/take.ts';
import { rawStore } from '../import/raw-store.ts';
import { formatDay, parseDay } from '../model/day.ts';
import { atOnce } from '../next-task.ts';
import { SourceError, UsageError } from '../model/errors.ts';
import { PLACE_SIDES } from '../model/incident.ts';
import { sharesOf, type YearShare } from '../story/shares.ts';
import { filterMask } from '../store/filter.ts';
import type { BandFigures } from '../store/profile.ts';
import { reportOf, type Report } from '../store/report.ts';
import { createRowsBuilder } from '../store/rows.ts';
import { pairsIn } from '../store/find-pairs.ts';
import { pairsBetween, type Pairs } from '../store/pairs.ts';
import { mergeStores, type Store } from '../store/store.ts';
import type { Deaths, Tally, Total } from '../store/sums.ts';
import type { Window } from '../time/window.ts';
import { readArguments } from './arguments.ts';
import { readCensus } from './census.ts';
import { FILE_OPTIONS, FILE_USAGE, readEventsFile, type AskedFile, type EventsRead } from './events-file.ts';
import { columnsNote } from './columns-said.ts';
import { checkDistricts, FILTER_OPTIONS, FILTER_USAGE, readFilters } from './filter-options.ts';
import { readEnrich, readGround } from './ground.ts';
import type { Io } from './io.ts';
import { tableLines } from './table.ts';

export const usage = `report FILE… ${FILE_USAGE} [--window YYYY-MM-DD/YYYY-MM-DD]… ${FILTER_USAGE} [--json]`;
export const summary =
  'Counts the incidents of a file, in any supported format, as the page does: all of them, or those of a window, both\n' +
  '      days included; of several windows one after the other. Filters are named and written as in the address of the page:\n' +
  '      --types ambush,bombing_ied --deaths 5.. --across=-25..25 --q Bannu. With --json one line for each window.\n' +
  '      Of several files it counts all, and says how many events are probably in two of them; --once 1 counts these once.';

/** The window, first and last day, as printed. */
interface PrintedWindow {
  start: string;
  end: string;
}

/** Prints the figures of each window, or of all time: then the window is that of the file, `null` for an empty one. */
export async function run(args: string[], io: Io): Promise<void> {
  const { values, positionals } = readArguments(args, {
    ...FILE_OPTIONS,
    window: { type: 'string', multiple: true, default: [] },
    json: { type: 'boolean', default: false },
    ...FILTER_OPTIONS,
  });
  if (positionals.length === 0) throw new UsageError('report takes a file, or several.');
  const asked = values.window.map(readWindow);
  const filters = readFilters(values);
  const ground = readGround();
  checkDistricts(filters, ground);
  const { store, read, accepted, rejected } = await readStores(io, positionals, values, ground);
  const pairs = positionals.length > 1 ? atOnce(pairsIn(store.columns)) : null;
  if (rejected > 0) io.note(`${rejected} of ${read} rows cannot be taken and are not counted: validate names them.`);
  const census = readCensus();
  const windows = asked.length > 0 ? asked : [store.extent];
  windows.forEach((window, at) => {
    const printed = window && { start: formatDay(window.start), end: formatDay(window.end) };
    const report = reportOf(store, window, filters, pairs);
    const byYear = sharesOf(store, filterMask(store, filters, pairs), census, asked.length > 0 ? window : null);
    if (values.json) {
      const rows = { read, accepted, rejected };
      const inTwo = pairs && { pairs: filePairs(store, pairs, positionals), once: filters.once };
      return io.out(JSON.stringify({ window: printed, rows, ...inTwo, ...report, byYear }));
    }
    if (at > 0) io.out('');
    const inTwo = pairs ? pairLines(filePairs(store, pairs, positionals), filters.once) : [];
    for (const line of [...wordsOf(printed, report), ...inTwo, ...yearLines(byYear, census.source)]) io.out(line);
  });
}

/** The incidents of all files in one store, whose `dataset` is the file. Throws as `readEventsFile` does. */
async function readStores(
  io: Io,
  paths: readonly string[],
  asked: AskedFile,
  ground: Ground,
): Promise<{ store: Store } & ImportCounts> {
  const files: Awaited<ReturnType<typeof readStore>>[] = [];
  for (const path of paths) files.push(await readStore(io, path, asked, ground));
  const sumOf = (count: keyof ImportCounts) => files.reduce((sum, file) => sum + file[count], 0);
  const store = files.length === 1 ? files[0].store : atOnce(mergeStores(files.map((file) => file.store)));
  return { store, read: sumOf('read'), accepted: sumOf('accepted'), rejected: sumOf('rejected') };
}

/** How many events of a file are probably in another, named before it. */
interface FilePairs {
  of: string;
  in: string;
  count: number;
}

function filePairs({ columns }: Store, pairs: Pairs, paths: readonly string[]): FilePairs[] {
  return pairsBetween(pairs, columns.dataset).map(({ earlier, later, count }) => ({
    of: paths[later],
    in: paths[earlier],
    count,
  }));
}

function pairLines(pairs: readonly FilePairs[], once: boolean): string[] {
  const cells = pairs.map(({ of, in: other, count }) => [`of ${of} in ${other}`, count]);
  return ['', ...tableLines([[`Probably in two files, counted ${once ? 'once' : 'in each'}`, 'pairs'], ...cells])];
}

/** A file's incidents as the page holds them, and what became of its rows. Throws as `readEventsFile` does. */
async function readStore(
  io: Io,
  path: string,
  asked: AskedFile,
  ground: Ground,
): Promise<{ store: Store } & EventsRead> {
  const rows = createRowsBuilder();
  const computedOf = oncePerPlace(readEnrich(ground));
  const read = await readEventsFile(io, path, asked, () => ({
    accept: (event, raw) => rows.add({ ...event, computed: computedOf(event) }, raw),
    reject: () => undefined,
    settle: () => Promise.resolve(),
  }));
  io.note(columnsNote(path, read.columns));
  return { ...read, store: rawStore(rows.finish(), read.layout) };
}

function readWindow(text: string): Window {
  const [start = null, end = null, ...more] = text.split('/').map(parseDay);
  const where = { file: 'command line', row: null, field: 'window', value: text };
  const fix = 'Give two calendar days, such as 2025-01-01/2025-12-31';
  if (start === null || end === null || more.length > 0) throw new SourceError(where, 'is no window', fix);
  if (start > end) throw new SourceError(where, 'ends before it starts', fix);
  return { start, end };
}

function wordsOf(window: PrintedWindow | null, report: Report): string[] {
  const { incidents, deaths, byGroup, byType, byDistrict, noDistrict, byDistance } = report;
  const district = [...byDistrict.map((d): [string, Total] => [d.name, d]), ['none of them', noDistrict] as const];
  return [
    `Window     ${window ? `${window.start} to ${window.end}` : 'no incident, no window'}`,
    `Incidents  ${incidents}`,
    `Killed     ${killedWords(deaths)}; not known for ${deaths.unknown} incident${deaths.unknown === 1 ? '' : 's'}`,
    ...totalLines('Group', Object.entries(byGroup)),
    ...totalLines('Type', Object.entries(byType)),
    ...totalLines('District', district),
    '',
    ...tableLines([
      ['Distance from the Durand Line', 'incidents', 'surely', 'possibly', 'killed', 'surely', 'possibly'],
      ...byDistance.bands.map(bandCells),
    ]),
    '',
    ...tableLines([
      ['Without a place in one band', 'incidents', 'killed'],
      ...PLACE_SIDES.flatMap((side) => [
        tallyCells(`${side} in either of two bands or more`, byDistance.either[side]),
        tallyCells(`${side} with no known interval`, byDistance.noInterval[side]),
        tallyCells(`${side} too coarse for a distance`, byDistance.tooCoarse[side]),
      ]),
      tallyCells('on neither side', byDistance.elsewhere),
    ]),
  ];
}

function killedWords({ best, low, high }: Deaths): string {
  return low === high ? `${best}` : `${best} (${low} to ${high} by the lowest and highest counts)`;
}

/** The years beside a census of Pakistan; nothing where there is none whole. */
function yearLines(shares: readonly YearShare[], source: string): string[] {
  if (shares.length === 0) return [];
  const head = ['Year', 'incidents', 'killed', 'of them in Pakistan', `deaths in Pakistan by ${source}`, 'share'];
  return ['', ...tableLines([head, ...shares.map(shareCells)])];
}

function shareCells({ year, incidents, killed, killedInPakistan, counted, share }: YearShare): (string | number)[] {
  const percent = share === null ? '-' : `${Math.round(share * 100)} %`;
  return [year, incidents, killed, killedInPakistan, counted ?? '-', percent];
}

/** Rows of nothing are left out. */
function totalLines(name: string, totals: readonly (readonly [string, Total])[]): string[] {
  const cells = totals
    .filter(([, { incidents }]) => incidents > 0)
    .map(([key, { incidents, deaths }]) => [key, incidents, deaths.best, deaths.low, deaths.high, deaths.unknown]);
  return ['', ...tableLines([[name, 'incidents', 'killed', 'low', 'high', 'not known'], ...cells])];
}

function bandCells({ side, fromKm, toKm, figure, surely, possibly }: BandFigures): (string | number)[] {
  const tallies = [figure, surely, possibly];
  return [
    `${side} ${toKm === null ? `${fromKm} km and more` : `${fromKm}-${toKm} km`}`,
    ...tallies.map(({ incidents }) => incidents),
    ...tallies.map(({ deaths }) => deaths),
  ];
}

function tallyCells(name: string, { incidents, deaths }: Tally): (string | number)[] {
  return [name, incidents, deaths];
}
