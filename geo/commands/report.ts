import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import type { BandFigures } from '../store/profile.ts';
import type { Tally, Total } from '../store/sums.ts';
import { readJson } from '../layers/read-json.ts';
import { formatDay, parseDay } from '../model/day.ts';
import { messageOf, SourceError, UsageError } from '../model/errors.ts';
import { incidentCollectionSchema, type Incident } from '../model/incident.ts';
import { reportOf, type Report } from '../store/report.ts';
import { createStore } from '../store/store.ts';
import type { Window } from '../time/window.ts';
import { readArguments } from './arguments.ts';
import type { Io } from './io.ts';
import { tableLines } from './table.ts';

export const usage = 'report FILE [--window YYYY-MM-DD/YYYY-MM-DD] [--json]';
export const summary =
  'Counts the incidents of a file in our own form (public/layers/incidents.geojson) as the page does: all of them, or\n' +
  '      those of a window, both days included.';

/** The window, first and last day, as printed. */
interface PrintedWindow {
  start: string;
  end: string;
}

/** Prints the figures of a window, or of all time: then the window is that of the file, `null` for an empty one. */
export function run(args: string[], io: Io): Promise<void> {
  const { values, positionals } = readArguments(args, {
    window: { type: 'string' },
    json: { type: 'boolean', default: false },
  });
  if (positionals.length !== 1) throw new UsageError(`report takes one file, not ${positionals.length}.`);
  const asked = values.window === undefined ? null : readWindow(values.window);
  const store = createStore(readIncidents(positionals[0]));
  const window = asked ?? store.extent;
  const printed = window && { start: formatDay(window.start), end: formatDay(window.end) };
  const report = reportOf(store, window);
  if (values.json) io.out(JSON.stringify({ window: printed, ...report }));
  else for (const line of wordsOf(printed, report)) io.out(line);
  return Promise.resolve();
}

/** The incidents of a file in our own form. Throws a `SourceError` that names the feature's index, the field and the value. */
function readIncidents(path: string): Incident[] {
  const file = basename(path);
  const { features } = readJson(incidentCollectionSchema, readText(path), file);
  const seen = new Set<string>();
  features.forEach(({ properties: { id } }, row) => {
    const where = { file, row, field: 'properties.id', value: id };
    if (seen.has(id)) throw new SourceError(where, 'is the id of an earlier incident too', 'Give each its own');
    seen.add(id);
  });
  return features;
}

function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    const reason = messageOf(error);
    const where = { file: 'command line', row: null, field: 'FILE', value: path };
    throw new SourceError(where, `cannot be read: ${reason}`, 'Give the path of an incidents GeoJSON');
  }
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
    `Killed     ${deaths.best} (${deaths.low} to ${deaths.high}); not known for ${deaths.unknown} incidents`,
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
      ...(['PK', 'AF'] as const).flatMap((side) => [
        tallyCells(`${side} in either of two bands or more`, byDistance.either[side]),
        tallyCells(`${side} with no known interval`, byDistance.noInterval[side]),
        tallyCells(`${side} too coarse for a distance`, byDistance.tooCoarse[side]),
      ]),
      tallyCells('on neither side', byDistance.elsewhere),
    ]),
  ];
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
