import { SourceError } from '../model/errors.ts';
import { crossingSchema, CROSSING_KINDS, type Crossing } from '../model/crossing.ts';
import { citedSources } from './cited-sources.ts';
import { orNull, readCsvTable, refuseIn, type TableRow } from './csv-table.ts';

const FILE = 'crossings.csv';
const refuse = refuseIn(FILE);
const COLUMNS = [
  'name',
  'name_ur',
  'name_ps',
  'lon',
  'lat',
  'position_precision_km',
  'pk_district',
  'af_province',
  'kind',
  'open_since',
  'status_2026',
  'status_source',
  'position_source',
  'distance_to_line_km',
  'status_as_of',
  'note',
] as const;
type CrossingColumn = (typeof COLUMNS)[number];
type CrossingRow = TableRow<CrossingColumn>;

/** The column that a field is read from. */
const COLUMN_OF: Readonly<Record<string, CrossingColumn>> = {
  id: 'name',
  position: 'lon',
  precisionKm: 'position_precision_km',
  district: 'pk_district',
  province: 'af_province',
  kind: 'kind',
  openSince: 'open_since',
  status: 'status_2026',
  statusAsOf: 'status_as_of',
  positionSource: 'position_source',
};
const FIX: Readonly<Partial<Record<CrossingColumn, string>>> = {
  lon: 'Give decimal degrees; look whether lon and lat are swapped.',
  position_precision_km: 'Give the km that the point may be off, and nothing where there is no point.',
  kind: `Give one of ${CROSSING_KINDS.join(', ')}, or nothing.`,
};
/** A day, a month or a year. */
const AS_OF = /^\d{4}(-\d{2}(-\d{2})?)?$/;
const NUMBER = /^-?\d{1,4}(\.\d+)?$/;
/** Crossings lie on the line; where they are known less well, so far off it at most, km. */
const MOST_OFF_LINE_KM = 2;

/**
 * The crossings of the line, in the order of the table. Throws a `SourceError` for a name that comes twice, a half of a
 * point, a number or a source that cannot be read, a point far from the line, or another name of a crossing that is none.
 * @param kmToLine the distance of a place from the line.
 */
export function crossingsLayer(text: string, kmToLine: (lon: number, lat: number) => number): Crossing[] {
  const lineOf = new Map<string, number>();
  const crossings = readCsvTable(text, FILE, COLUMNS).map((row) => {
    const crossing = readCrossing(row);
    const first = lineOf.get(crossing.id);
    if (first !== undefined)
      throw refuse(row, 'name', `is the crossing of row ${first} too`, 'Give each its own name.');
    lineOf.set(crossing.id, row.line);
    if (crossing.position && kmToLine(...crossing.position) > MOST_OFF_LINE_KM) {
      throw refuse(row, 'lon', `is more than ${MOST_OFF_LINE_KM} km from the Durand Line`, FIX.lon ?? '');
    }
    return crossing;
  });
  for (const { id, sameAs, status } of crossings) {
    if (sameAs === null || (lineOf.has(sameAs) && sameAs !== id)) continue;
    const where = { file: FILE, row: lineOf.get(id) ?? null, field: 'status_2026', value: status };
    throw new SourceError(where, 'names no other crossing', `Name one of ${[...lineOf.keys()].join(', ')}.`);
  }
  return crossings;
}

function readCrossing(row: CrossingRow): Crossing {
  const { cells } = row;
  const [lon, lat, precisionKm] = (['lon', 'lat', 'position_precision_km'] as const).map((field) =>
    readNumber(row, field),
  );
  if ((lon === null) !== (lat === null)) {
    throw refuse(row, lon === null ? 'lon' : 'lat', 'is half of a point', 'Give both lon and lat, or neither.');
  }
  const cited = citedSources(cells.status_source);
  if ('refused' in cited) {
    throw refuse(row, 'status_source', 'cannot be read', 'Give publisher; title; year; address, with " | " between.');
  }
  if (cells.status_as_of !== '' && !AS_OF.test(cells.status_as_of)) {
    throw refuse(row, 'status_as_of', 'is no day, month or year', 'Give YYYY-MM-DD, YYYY-MM or YYYY, or nothing.');
  }
  const result = crossingSchema.safeParse({
    id: shortName(cells.name),
    name: cells.name,
    nameUr: orNull(cells.name_ur),
    namePs: orNull(cells.name_ps),
    sameAs: SAME.exec(cells.status_2026)?.[1] ?? null,
    position: lon === null ? null : [lon, lat],
    precisionKm,
    district: cells.pk_district,
    province: orNull(cells.af_province),
    kind: orNull(cells.kind),
    openSince: orNull(cells.open_since),
    status: cells.status_2026,
    statusAsOf: orNull(cells.status_as_of),
    statusSources: cited.sources,
    positionSource: orNull(cells.position_source),
    note: orNull(cells.note),
  });
  if (result.success) return result.data;
  const field = COLUMN_OF[String(result.error.issues[0].path[0])] ?? 'name';
  throw refuse(row, field, 'is not allowed', FIX[field] ?? 'Give some text.');
}

/** The status of a crossing that is another under its other name. */
const SAME = /^as (.+)$/;

/** A crossing's name before what stands in brackets or after a stroke. */
function shortName(name: string): string {
  return name.split(/ [(/]/)[0];
}

function readNumber(row: CrossingRow, field: 'lon' | 'lat' | 'position_precision_km'): number | null {
  const cell = row.cells[field];
  if (cell === '') return null;
  if (NUMBER.test(cell)) return Number(cell);
  throw refuse(row, field, 'is no number', 'Give a decimal number, or nothing where it is not known.');
}
