import { SIDE_GROUP_OF } from '../../geo/model/groupings.ts';
import { DATE_PRECISIONS } from '../../geo/model/incident.ts';
import { UNKNOWN, type Columns } from '../../geo/store/columns.ts';
import { formOf, type PlaceColumns, type MarkPlaces } from './places.ts';

const FLAG_UNKNOWN_DEATHS = 1;
/** Only the month or the year is known. */
const FLAG_VAGUE_DATE = 2;

/** Where the figures of a mark stand among its floats. */
export const MARK = {
  /** Web Mercator, 0 to 1, as splitFloat gives it: high parts of x and y, then low parts */
  xHigh: 0,
  yHigh: 1,
  xLow: 2,
  yLow: 3,
  /** days */
  start: 4,
  end: 5,
  /** CSS pixels at a draw scale of 1 */
  radius: 6,
  /** four bytes: group by type, form, flags, group by side */
  kind: 7,
  /** floats in all */
  length: 8,
} as const;

/** What is drawn for each row of the store, in its order, as the vertex shader reads it. */
export interface Marks {
  size: number;
  /** MARK.length floats for each */
  floats: Float32Array<ArrayBuffer>;
  /** The rows that last longer than SHORT_DAYS, ascending: so few that they are told to the graphics card one by one. */
  long: Uint32Array<ArrayBuffer>;
}

/** Most incidents last no longer, so that of those that began further back only the others need be looked at. */
export const SHORT_DAYS = 31;

function longRows({ start, end }: MarkColumns): Uint32Array<ArrayBuffer> {
  let size = 0;
  for (let i = 0; i < start.length; i++) if (end[i] - start[i] > SHORT_DAYS) size++;
  const rows = new Uint32Array(size);
  for (let i = 0, at = 0; i < start.length; i++) if (end[i] - start[i] > SHORT_DAYS) rows[at++] = i;
  return rows;
}

/** What marks are made from. */
export interface MarkColumns
  extends PlaceColumns, Pick<Columns, 'start' | 'end' | 'group' | 'sides' | 'best' | 'datePrecision'> {}

const SMALLEST_AREA = 14;
const AREA_PER_DEATH = 2.6;
/** More deaths than this are drawn no larger. */
export const MOST_DEATHS = 300;

/** The radius of a mark in pixels: its area grows in step with the killed. Unknown has the smallest size. */
export function radiusOf(deaths: number): number {
  return Math.sqrt(SMALLEST_AREA + AREA_PER_DEATH * drawnDeaths(deaths));
}

function drawnDeaths(deaths: number): number {
  return deaths === UNKNOWN ? 0 : Math.min(deaths, MOST_DEATHS);
}

/** How much larger than at scale 1 marks are drawn at a zoom. */
export function drawScale(zoom: number): number {
  return along(zoom, [
    [4, 0.32],
    [5.5, 0.5],
    [7, 0.8],
    [8, 1],
    [14, 1.35],
  ]);
}

/** The least radius of a mark in pixels at a zoom, however few were killed: far out it could not be seen or hit otherwise. */
export function leastRadius(zoom: number): number {
  return along(zoom, [
    [4, 3],
    [5, 1.5],
  ]);
}

/** The radius in pixels that a mark is drawn with at a zoom. */
export function drawnRadius(deaths: number, zoom: number): number {
  return Math.max(radiusOf(deaths) * drawScale(zoom), leastRadius(zoom));
}

/** So many killed a key shows the sizes of. */
export const KEY_DEATHS = [1, 10, 50, 150] as const;

/** What the seats' offsets are multiplied by at a zoom: close together when far out, where a pixel is a kilometre. */
export function spreadScale(zoom: number): number {
  const open = along(zoom, [
    [5, 0.35],
    [8, 1],
  ]);
  return drawScale(zoom) * open;
}

/** The marks of all rows, in the store's order. What is known to an area only stands where the area's symbol does. */
export function marksOf(columns: MarkColumns, places: MarkPlaces): Marks {
  const size = columns.x.length;
  const floats = new Float32Array(size * MARK.length);
  const bytes = new Uint8Array(floats.buffer);
  const vague = DATE_PRECISIONS.indexOf('month');
  for (let i = 0, at = 0; i < size; i++, at += MARK.length) {
    putPlace(floats, at, columns.x[i], columns.y[i]);
    floats[at + MARK.start] = columns.start[i];
    floats[at + MARK.end] = columns.end[i];
    floats[at + MARK.radius] = radiusOf(columns.best[i]);
    const kind = (at + MARK.kind) * 4;
    bytes[kind] = columns.group[i];
    bytes[kind + 1] = formOf(columns.locationPrecision[i]);
    bytes[kind + 2] =
      (columns.best[i] === UNKNOWN ? FLAG_UNKNOWN_DEATHS : 0) |
      (columns.datePrecision[i] >= vague ? FLAG_VAGUE_DATE : 0);
    bytes[kind + 3] = SIDE_GROUP_OF[columns.sides[i]];
  }
  const { areas, groups } = places;
  areas.place.forEach((place, area) => {
    for (let i = groups.begin[place]; i < groups.begin[place + 1]; i++)
      putPlace(floats, groups.rows[i] * MARK.length, areas.x[area], areas.y[area]);
  });
  return { size, floats, long: longRows(columns) };
}

function putPlace(floats: Float32Array, at: number, x: number, y: number): void {
  putSplit(floats, at + MARK.xHigh, at + MARK.xLow, x);
  putSplit(floats, at + MARK.yHigh, at + MARK.yLow, y);
}

/** A double as two floats, see splitFloat. */
function putSplit(floats: Float32Array, high: number, low: number, value: number): void {
  floats[high] = value;
  floats[low] = value - floats[high];
}

/** Linear between stops `[at, value]`, level beyond them. */
export function along(at: number, stops: readonly (readonly [number, number])[]): number {
  const after = stops.findIndex(([stop]) => stop > at);
  if (after === 0) return stops[0][1];
  if (after < 0) return stops[stops.length - 1][1];
  const [[a, low], [b, high]] = [stops[after - 1], stops[after]];
  return low + ((at - a) / (b - a)) * (high - low);
}
