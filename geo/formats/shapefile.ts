import { createByteReader, viewOf, type ByteReader } from './byte-reader.ts';
import type { Position } from '../model/incident.ts';
import { MOST_PLACES } from '../model/incident-places.ts';
import { readDbf, type Dbf } from './dbf.ts';
import { severalWkt } from './positions.ts';
import { SET_COLUMN } from './several-places.ts';
import { textOf, unreadable, type ByteSource } from './source.ts';
import type { TableRecord } from './records.ts';
import { recordsOf, type SheetRow } from './workbook.ts';

/** Lengths in bytes (ESRI Shapefile Technical Description, July 1998). */
const HEADER = 100;
const RECORD_HEADER = 8;
/** No point is longer, in bytes. */
const LONGEST = 64;
/** Nor is a set of points that anybody could take for one incident. */
const LONGEST_SET = 1 << 20;
/** Where the points of a set begin, after its box and their number, and the length of each. */
const SET_HEADER = 40;
const PLACE_LENGTH = 16;
const NO_SHAPE = 0;
/** A point, one with a height and a measure, one with a measure. */
const POINTS: readonly number[] = [1, 11, 21];
/** Sets of points, likewise: each is one incident at several places. */
const SETS: readonly number[] = [8, 18, 28];
const KINDS: Readonly<Record<number, string>> = {
  ...{ 3: 'lines', 13: 'lines', 23: 'lines', 5: 'areas', 15: 'areas', 25: 'areas' },
};

/** The files of a shapefile. Without a .prj its coordinates are taken as degrees. */
export interface ShapeFiles {
  shp: ByteSource;
  dbf: ByteSource;
  prj: ByteSource | null;
  cpg: ByteSource | null;
}

/**
 * Checks that a shapefile can be read: that its coordinates are WGS 84, as its .prj says, and that it holds points. Gives
 * whether these are sets of points.
 * @throws InputError where it cannot, with what to do
 */
export async function checkShapefile({ shp, prj }: ShapeFiles): Promise<boolean> {
  const system = prj === null ? null : (await textOf(prj)).trim();
  if (system && !isWgs84(system)) {
    throw unreadable(shp.name, /"([^"]*)"/.exec(system)?.[1] ?? system.slice(0, 40), 'shape-other-system');
  }
  const reader = createByteReader(shp.open());
  const head = await reader.take(HEADER);
  await reader.end();
  if (head.length < HEADER) throw unreadable(shp.name, shp.name, 'shape-damaged');
  const type = viewOf(head).getInt32(32, true);
  const areSets = SETS.includes(type);
  if (!areSets && !POINTS.includes(type))
    throw unreadable(shp.name, shp.name, 'shape-not-points', { kind: KINDS[type] ?? 'no points' });
  return areSets;
}

/** Degrees on WGS 84 themselves, not of what is projected from them. */
function isWgs84(system: string): boolean {
  const name = /^(?:GEOGCS|GEOGCRS|GEODCRS)\s*\[\s*"([^"]*)"/i.exec(system)?.[1];
  return name !== undefined && /WGS[ _]*(?:19)?84|^CRS:?84/i.test(name);
}

/**
 * A shapefile of points as a table: its attributes, after the latitude and longitude of each; of sets of points after all places of
 * each in `SET_COLUMN`, as well-known text. `onText` as of `readSheet`.
 */
export async function* readShapefile(
  { shp, dbf, cpg }: ShapeFiles,
  areSets: boolean,
  onText: (length: number) => void,
): AsyncGenerator<TableRecord[]> {
  const attributes = await readDbf(dbf, cpg === null ? null : await textOf(cpg));
  if (attributes === null) throw unreadable(dbf.name, dbf.name, 'shape-damaged');
  yield* recordsOf(rowsOf(shp, attributes, areSets), onText);
}

async function* rowsOf(shp: ByteSource, { header, rows }: Dbf, areSets: boolean): AsyncGenerator<SheetRow> {
  const [columns, nowhere] = areSets
    ? [[SET_COLUMN], ['']]
    : [
        ['lat', 'lon'],
        ['', ''],
      ];
  yield { line: 0, cells: [...columns, ...header] };
  const reader = createByteReader(shp.open());
  try {
    await reader.take(HEADER);
    for (let line = 1; ; line++) {
      const place = await nextShape(reader, shp.name, areSets);
      const row = await rows.next();
      if (place === null && row.done) return;
      const cells = row.done ? [] : row.value;
      // a row that was deleted is there no more, with its point
      if (cells !== null) yield { line, cells: [...(place ?? nowhere), ...cells] };
    }
  } finally {
    await reader.end();
    await rows.return(undefined);
  }
}

/** The place of the next shape as cells, empty where it has none; `null` where there is no next one. */
async function nextShape({ take }: ByteReader, file: string, areSets: boolean): Promise<string[] | null> {
  const head = await take(RECORD_HEADER);
  if (head.length === 0) return null;
  const length = head.length < RECORD_HEADER ? 0 : 2 * viewOf(head).getInt32(4);
  if (length < 4 || length > (areSets ? LONGEST_SET : LONGEST)) throw unreadable(file, file, 'shape-damaged');
  const body = await take(length);
  if (body.length < length) throw unreadable(file, file, 'shape-damaged');
  const view = viewOf(body);
  const type = view.getInt32(0, true);
  if (type === NO_SHAPE) return areSets ? [''] : ['', ''];
  if (!(areSets ? SETS : POINTS).includes(type)) throw unreadable(file, file, 'shape-damaged');
  if (areSets) return [setOf(view, file)];
  if (length < 20) throw unreadable(file, file, 'shape-damaged');
  const [x, y] = [view.getFloat64(4, true), view.getFloat64(12, true)];
  return [String(y), String(x)];
}

/** A set of points as well-known text; of too many one more than can be taken. */
function setOf(view: DataView, file: string): string {
  const count = view.byteLength < SET_HEADER ? -1 : view.getInt32(SET_HEADER - 4, true);
  if (count < 0 || SET_HEADER + PLACE_LENGTH * count > view.byteLength) throw unreadable(file, file, 'shape-damaged');
  if (count === 0) return '';
  const places = Array.from({ length: Math.min(count, MOST_PLACES + 1) }, (_, i): Position => {
    const at = SET_HEADER + PLACE_LENGTH * i;
    return [view.getFloat64(at, true), view.getFloat64(at + 8, true)];
  });
  return severalWkt(places);
}
