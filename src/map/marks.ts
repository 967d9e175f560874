import { DATE_PRECISIONS, LOCATION_PRECISIONS } from '../../geo/model/incident.ts';
import { UNKNOWN, type Store } from '../../geo/store/store.ts';
import { mercatorX, mercatorY } from './mercator.ts';
import { spiralOffsets } from './spiral.ts';

/** How a mark is drawn: a disc is a place that someone located, a ring a district's centroid, dashes a region. */
export const FORMS = ['disc', 'ring', 'dashed'] as const;
export const FLAG_UNKNOWN_DEATHS = 1;
/** Only the month or the year is known. */
export const FLAG_VAGUE_DATE = 2;

/** What is drawn for each row of the store. Pixels are CSS pixels at a draw scale of 1. */
export interface Marks {
  size: number;
  /** Web Mercator, 0 to 1 */
  x: Float64Array;
  y: Float64Array;
  /** pixels */
  radius: Float32Array;
  /** from the place, pixels to the right and downwards: nonzero where incidents share one place */
  offsetX: Float32Array;
  offsetY: Float32Array;
  /** code in FORMS */
  form: Uint8Array;
  flags: Uint8Array;
}

const SMALLEST_AREA = 14;
const AREA_PER_DEATH = 2.6;
/** More deaths than this are drawn no larger. */
export const MOST_DEATHS = 300;

/** The radius of a mark in pixels: its area grows in step with the killed. Unknown has the smallest size. */
export function radiusOf(deaths: number): number {
  const known = deaths === UNKNOWN ? 0 : Math.min(deaths, MOST_DEATHS);
  return Math.sqrt(SMALLEST_AREA + AREA_PER_DEATH * known);
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

/** What the spirals' offsets are multiplied by at a zoom: closed when far out, where a pixel is a kilometre. */
export function spreadScale(zoom: number): number {
  const open = along(zoom, [
    [5, 0.35],
    [8, 1],
  ]);
  return drawScale(zoom) * open;
}

/** The marks of all rows, in the store's order. */
export function marksOf(store: Store): Marks {
  const { size, columns } = store;
  const floats = () => new Float32Array(size);
  const marks: Marks = {
    size,
    x: Float64Array.from(columns.lon, mercatorX),
    y: Float64Array.from(columns.lat, mercatorY),
    radius: Float32Array.from(columns.best, radiusOf),
    offsetX: floats(),
    offsetY: floats(),
    form: Uint8Array.from(columns.locationPrecision, formOf),
    flags: new Uint8Array(size),
  };
  const month = DATE_PRECISIONS.indexOf('month');
  for (let i = 0; i < size; i++) {
    if (columns.best[i] === UNKNOWN) marks.flags[i] |= FLAG_UNKNOWN_DEATHS;
    if (columns.datePrecision[i] >= month) marks.flags[i] |= FLAG_VAGUE_DATE;
  }
  for (const rows of stacks(store)) {
    rows.sort((a, b) => marks.radius[b] - marks.radius[a] || a - b);
    spiralOffsets(rows.map((row) => marks.radius[row])).forEach(([x, y], rank) => {
      marks.offsetX[rows[rank]] = x;
      marks.offsetY[rows[rank]] = y;
    });
  }
  return marks;
}

function formOf(locationPrecision: number): number {
  const district = LOCATION_PRECISIONS.indexOf('district');
  if (locationPrecision < district) return FORMS.indexOf('disc');
  return FORMS.indexOf(locationPrecision === district ? 'ring' : 'dashed');
}

/** The rows that share a place to about 10 m, where more than one does. */
function stacks({ size, columns }: Store): number[][] {
  const byPlace = new Map<number, number[]>();
  for (let i = 0; i < size; i++) {
    const place = Math.round((columns.lon[i] + 180) * 1e4) * 2e6 + Math.round((columns.lat[i] + 90) * 1e4);
    const rows = byPlace.get(place);
    if (rows) rows.push(i);
    else byPlace.set(place, [i]);
  }
  return [...byPlace.values()].filter((rows) => rows.length > 1);
}

/** Linear between stops `[at, value]`, level beyond them. */
function along(at: number, stops: readonly (readonly [number, number])[]): number {
  const after = stops.findIndex(([stop]) => stop > at);
  if (after === 0) return stops[0][1];
  if (after < 0) return stops[stops.length - 1][1];
  const [[a, low], [b, high]] = [stops[after - 1], stops[after]];
  return low + ((at - a) / (b - a)) * (high - low);
}
