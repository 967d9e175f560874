import { basename } from 'node:path';
import { figuresCsv } from '../export/write-figures.ts';
import { formatDay } from '../model/day.ts';
import { SourceError, UsageError, whereText } from '../model/errors.ts';
import { nearPlaces, type LookedAt, type PlaceFigures } from '../near/near-places.ts';
import { readPlaces, type PlaceFinding, type OwnPlaceFlaw } from '../near/read-places.ts';
import { filterMask } from '../store/filter.ts';
import type { Store } from '../store/store.ts';
import type { Total } from '../store/sums.ts';
import { textAt } from '../store/texts.ts';
import type { FiguresTable } from '../views/figures-table.ts';
import { readArguments } from './arguments.ts';
import { fileAt, FILE_OPTIONS, FILE_USAGE } from './events-file.ts';
import { FILTER_OPTIONS, FILTER_USAGE } from './filter-options.ts';
import { readGround } from './ground.ts';
import type { Io } from './io.ts';
import { readAsked } from './report/asked.ts';
import { readStores } from './report/stores.ts';
import { tableLines } from './table.ts';

export const usage =
  `near PLACES FILE… --within KM,… ${FILE_USAGE} [--window YYYY-MM-DD/YYYY-MM-DD] ${FILTER_USAGE}\n` +
  '      [--where NAME=VALUE,…] [--csv|--json]';
export const summary =
  'Counts what a file of incidents has near each place of another: within 5,10,25,50 km, or what --within says, and the\n' +
  '      nearest. PLACES is a table with coordinates, GeoJSON, KML, KMZ or GPX; a place without a name is called after its row.\n' +
  '      Incidents are counted where they are recorded; “possibly” counts those that may have been as near, as far as it is\n' +
  '      known where they were. Filters as of report. What is no place is named, and the rest is taken.';

/** The distances unless others are asked for, km. */
const DISTANCES = '5,10,25,50';
/** More distances, and farther ones, nobody asks for. */
const [MOST_DISTANCES, MOST_KM] = [20, 1000];

/** Prints a line, or an object, for each place; ends refused where something was no place. */
export async function run(args: string[], io: Io): Promise<void> {
  const { values, positionals } = readArguments(args, {
    ...FILE_OPTIONS,
    within: { type: 'string', default: DISTANCES },
    window: { type: 'string', multiple: true, default: [] },
    where: { type: 'string', multiple: true, default: [] },
    csv: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
    ...FILTER_OPTIONS,
  });
  const [placesPath, ...paths] = positionals;
  if (placesPath === undefined || paths.length === 0)
    throw new UsageError('near takes a file of places and a file of incidents.');
  if (values.csv && values.json) throw new UsageError('Give --csv or --json, not both.');
  if (values.window.length > 1) throw new UsageError('near takes one window.');
  const distances = readDistances(values.within);
  const { places, findings } = await readPlaces(fileAt(placesPath));
  for (const finding of findings) io.note(findingText(finding));
  if (places.length === 0) {
    const where = { file: basename(placesPath), row: null, field: null, value: findings.length };
    throw new SourceError(
      where,
      'features or rows, and none of them is a place',
      'Give points, or a table with latitude and longitude',
    );
  }
  const ground = readGround();
  const asked = readAsked(io, values, ground);
  const { store, read, rejected } = await readStores(io, paths, values, ground);
  if (rejected > 0) io.note(`${rejected} of ${read} rows cannot be taken and are not counted: validate names them.`);
  const window = asked.windowsIn(store)[0] ?? store.extent ?? { start: 0, end: -1 };
  const looked: LookedAt = {
    mask: filterMask(store, asked.filters, null),
    window,
    districtKm: (id, lon, lat) => ground.districts.distanceKm(id, lon, lat),
  };
  const figures = nearPlaces(store, places, distances, looked);
  if (values.json) io.out(JSON.stringify(jsonOf(store, figures)));
  else if (values.csv) for (const line of figuresCsv(tableOf(store, figures, distances))) io.out(line);
  else {
    io.out(`Window  ${formatDay(window.start)} to ${formatDay(window.end)}`);
    io.out('');
    const { columns, rows } = tableOf(store, figures, distances);
    for (const line of tableLines([columns, ...rows.map((row) => row.map((cell) => cell ?? 'not known'))]))
      io.out(line);
  }
  if (findings.length === 0) return;
  const where = { file: basename(placesPath), row: null, field: null, value: findings.length };
  throw new SourceError(where, 'of its features or rows are no places', 'Correct those named above');
}

/** @throws SourceError for what is no list of distances */
function readDistances(text: string): number[] {
  const distances = text.split(',').map((part) => (/^\d+(\.\d+)?$/.test(part.trim()) ? Number(part) : NaN));
  const isGood = distances.every((km) => km > 0 && km <= MOST_KM) && distances.length <= MOST_DISTANCES;
  if (isGood) return [...new Set(distances)].sort((a, b) => a - b);
  const where = { file: 'command line', row: null, field: '--within', value: text };
  throw new SourceError(
    where,
    'is no list of distances',
    `Give up to ${MOST_DISTANCES}, km, each up to ${MOST_KM}, such as ${DISTANCES}`,
  );
}

const FLAWS: Readonly<Record<OwnPlaceFlaw, string>> = {
  unreadable: 'cannot be read',
  'no-point': 'is no point',
  'no-position': 'has no place',
  'not-degrees': 'is no place in degrees',
  outside: 'is outside the world',
  'no-coordinates': 'names no latitude and longitude',
};

function findingText({ flaw, ...where }: PlaceFinding): string {
  return `${whereText(where)}: ${JSON.stringify(where.value)} ${FLAWS[flaw]}; it is passed over.`;
}

function jsonOf(store: Store, figures: readonly PlaceFigures[]): object {
  return {
    places: figures.map(({ place: { name, lon, lat }, within, nearest }) => ({
      ...{ name, lon, lat },
      within: Object.fromEntries(
        within.map(({ km, incidents, possibly, deaths }) => [km, { incidents, possibly, killed: deaths }]),
      ),
      nearest: nearest && nearestOf(store, nearest),
    })),
  };
}

function nearestOf(store: Store, { row, km }: NonNullable<PlaceFigures['nearest']>) {
  return { id: textAt(store.ids, row), km: Number(km.toFixed(3)), start: formatDay(store.columns.start[row]) };
}

function tableOf(store: Store, figures: readonly PlaceFigures[], distances: readonly number[]): FiguresTable {
  return {
    columns: [
      ...['place', 'lon', 'lat'],
      ...distances.flatMap((km) => [`incidents_${km}km`, `possibly_${km}km`, `killed_${km}km`]),
      ...['nearest_km', 'nearest_day', 'nearest_id'],
    ],
    rows: figures.map(({ place: { name, lon, lat }, within, nearest }) => {
      const found = nearest && nearestOf(store, nearest);
      return [
        ...[name, lon, lat],
        ...within.flatMap(({ incidents, possibly, deaths }) => [incidents, possibly, killedIn({ incidents, deaths })]),
        ...[found?.km ?? null, found?.start ?? null, found?.id ?? null],
      ];
    }),
  };
}

/** The known deaths; `null` where of no incident they are known. */
function killedIn({ incidents, deaths: { best, unknown } }: Total): number | null {
  return incidents > 0 && unknown === incidents ? null : best;
}
