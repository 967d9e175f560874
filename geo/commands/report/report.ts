import { figuresCsv } from '../../export/write-figures.ts';
import { OWN_FORMATS } from '../../formats/own-formats.ts';
import { lazily } from '../../ground/district-lookup.ts';
import { formatDay } from '../../model/day.ts';
import { UsageError } from '../../model/errors.ts';
import { atOnce } from '../../next-task.ts';
import { filterMask } from '../../store/filter.ts';
import { pairsIn } from '../../store/find-pairs.ts';
import type { Pairs } from '../../store/pairs.ts';
import { reportOf } from '../../store/report.ts';
import type { Store } from '../../store/store.ts';
import { sharesOf } from '../../story/shares.ts';
import type { Window } from '../../time/window.ts';
import { claimedIncidents } from '../../views/claimed.ts';
import type { FiguresTable } from '../../views/figures-table.ts';
import { readArguments } from '../arguments.ts';
import { readCensus } from '../census.ts';
import { FILE_OPTIONS, FILE_USAGE } from '../events-file.ts';
import { FILTER_OPTIONS, FILTER_USAGE } from '../filter-options.ts';
import { readDistrictProperties, readGround } from '../ground.ts';
import type { Io } from '../io.ts';
import { tableLines } from '../table.ts';
import { VIEW_ARGUMENTS, VIEW_USAGE } from '../view-options.ts';
import { WHERE_NAMES, writtenWhere } from '../where-option.ts';
import { checkPrinting, readAsked, type AskedReport } from './asked.ts';
import { filePairs, pairLines, readStores, type FilesRead } from './stores.ts';
import { REPORT_VIEWS } from './views.ts';
import { wordsOf, yearLines, type PrintedWindow } from './words.ts';

export const usage =
  `report FILE… ${FILE_USAGE} [--window YYYY-MM-DD/YYYY-MM-DD]… ${FILTER_USAGE}\n` +
  `      [--where NAME=VALUE,…] [--link LINK] [--view ${Object.keys(REPORT_VIEWS).join('|')}] ${VIEW_USAGE} [--csv|--json]`;
export const summary =
  'Counts the incidents of a file, in any supported format, as the page does: all of them, or those of a window, both\n' +
  '      days included; of several windows one after the other. Filters are named and written as in the address of the page:\n' +
  '      --types ambush,bombing_ied --deaths 5.. --across=-25..25 --q Bannu. With --json one line for each window.\n' +
  '      Of several files it counts all, and says how many events are probably in two of them; --once 1 counts these once.\n' +
  '      --by year,band prints a table by up to three of year, quarter, month, weekday, band, line, district, province, type,\n' +
  '      kind, side, group and dataset; --view another view of the page. --where has the filters in the singular:\n' +
  `      ${Object.values(WHERE_NAMES).join(', ')}; side is an actor’s, line is that of the\n` +
  '      Durand Line. --link takes a link of the page: its filters, its window, and the view that it has open.';

/** Prints the figures of each window, or of all time: then the window is that of the file, `null` for an empty one. */
export async function run(args: string[], io: Io): Promise<void> {
  const { values, positionals } = readArguments(args, {
    ...FILE_OPTIONS,
    window: { type: 'string', multiple: true, default: [] },
    where: { type: 'string', multiple: true, default: [] },
    link: { type: 'string' },
    view: { type: 'string' },
    csv: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
    ...FILTER_OPTIONS,
    ...VIEW_ARGUMENTS,
  });
  if (positionals.length === 0) throw new UsageError('report takes a file, or several.');
  const ground = readGround();
  const asked = readAsked(io, values, ground);
  checkPrinting(asked.view, values.window.length, values);
  const files = await readStores(io, positionals, values, ground);
  const { store, read, rejected } = files;
  const pairs = positionals.length > 1 ? atOnce(pairsIn(store.columns)) : null;
  if (rejected > 0) io.note(`${rejected} of ${read} rows cannot be taken and are not counted: validate names them.`);
  const given = { ...files, pairs, paths: positionals };
  if (asked.view === null) printReports(io, asked, given, values.json);
  else printView(io, asked, asked.view, given, values);
}

/** What was read, and the pairs in it where there are several files. */
interface Given extends FilesRead {
  pairs: Pairs | null;
  paths: readonly string[];
}

function printReports(io: Io, asked: AskedReport, given: Given, asJson: boolean): void {
  const { store, pairs, paths, read, accepted, rejected } = given;
  const { filters } = asked;
  const census = readCensus();
  const windows = asked.windowsIn(store);
  windowsOf(store, windows).forEach((window, at) => {
    const printed = printedWindow(window);
    const report = reportOf(store, window, filters, pairs);
    const byYear = sharesOf(store, filterMask(store, filters, pairs), census, windows.length > 0 ? window : null);
    if (asJson) {
      const rows = { read, accepted, rejected };
      const inTwo = pairs && { pairs: filePairs(store, pairs, paths), once: filters.once };
      return io.out(JSON.stringify({ window: printed, rows, ...inTwo, ...report, byYear }));
    }
    if (at > 0) io.out('');
    const inTwo = pairs ? pairLines(filePairs(store, pairs, paths), filters.once) : [];
    for (const line of [...wordsOf(printed, report), ...inTwo, ...yearLines(byYear, census.source)]) io.out(line);
  });
}

function printView(io: Io, asked: AskedReport, view: string, given: Given, as: { csv: boolean; json: boolean }): void {
  const { store, hasRule, formats, pairs, paths } = given;
  const mask = filterMask(store, asked.filters, pairs);
  const where = writtenWhere(asked.filters);
  const claimed = lazily(() => atOnce(claimedIncidents(store, (dataset) => OWN_FORMATS.has(formats[dataset]))));
  windowsOf(store, asked.windowsIn(store)).forEach((window, at) => {
    const context = {
      ...{
        store,
        mask,
        hasRule,
        claimed,
        window: window ?? NO_DAYS,
        extent: asked.extentIn(store),
        datasets: paths,
        districts: readDistrictProperties(),
      },
      ...{ options: asked.options, measure: asked.measure, withinKm: asked.withinKm },
    };
    const { table, json, notes } = REPORT_VIEWS[view](context);
    if (as.json) return io.out(JSON.stringify({ view, window: printedWindow(window), where, ...json }));
    if (as.csv) return figuresCsv(table).forEach((line) => io.out(line));
    if (at > 0) io.out('');
    io.out(window ? `Window  ${formatDay(window.start)} to ${formatDay(window.end)}` : 'No incident, no window');
    for (const [name, value] of Object.entries(where)) io.out(`Where   ${name} ${value}`);
    for (const line of ['', ...tableLines([table.columns, ...table.rows.map(worded)]), '', ...notes]) io.out(line);
  });
}

/** The window of a file without incidents. */
const NO_DAYS: Window = { start: 0, end: -1 };

function windowsOf(store: Store, asked: readonly Window[]): readonly (Window | null)[] {
  return asked.length > 0 ? asked : [store.extent];
}

function printedWindow(window: Window | null): PrintedWindow | null {
  return window && { start: formatDay(window.start), end: formatDay(window.end) };
}

function worded(row: FiguresTable['rows'][number]): (string | number)[] {
  return row.map((cell) => cell ?? 'not known');
}
