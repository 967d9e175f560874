import { planeAbout, toSphere, type EqualAreaPlane } from '../line/equal-area.ts';
import { degrees } from '../line/sphere.ts';
import { formatDay, partsOf, type Day } from '../model/day.ts';
import { DATE_PRECISIONS, LOCATION_PRECISIONS, PLACE_SIDES, type Position } from '../model/incident.ts';
import { BORDER_SIDES, type BorderSide } from '../region.ts';
import { quantiles } from '../statistics/quantiles.ts';
import { standardEllipse, type StandardEllipse } from '../statistics/standard-ellipse.ts';
import { binRows } from '../store/count.ts';
import { perStore } from '../store/per-store.ts';
import { NO_CODE, type Store } from '../store/store.ts';
import { binsOf, upperBound } from '../time/bins.ts';
import type { Window } from '../time/window.ts';
import type { FiguresTable } from './figures-table.ts';
import type { MovementKind } from './options.ts';

/** Of fewer incidents in a quarter or a year nothing is said. */
export const FEWEST = 5;

/** The figures between which a value lies, km. */
export interface KmBounds {
  least: number;
  most: number;
}

/** A quarter of all are no farther than the first, half no farther than the median, a quarter farther than the third. */
export interface Quartiles<T> {
  first: T;
  median: T;
  third: T;
}

/** What is known of some incidents: how many they are, and their quartiles, where these are not too few. */
export interface Spread<T> {
  incidents: number;
  quartiles: Quartiles<T> | null;
}

/** The incidents of a quarter, each counted once: in one of the sides, or in one of those that follow. */
export interface MovementQuarter {
  from: Day;
  to: Day;
  /** those whose distance from the border is known to lie in an interval */
  sides: Record<BorderSide, Spread<KmBounds>>;
  /** whose place lies so near the line that it may be on either side of it */
  undecided: number;
  /** that have a distance, but how sure it is is not known */
  withoutInterval: number;
  /** whose place is known to a region or a country alone */
  tooCoarse: number;
  /** in neither country */
  elsewhere: number;
  /** km along the border of its place nearest to each incident, of those that are near enough to it; they are of any side */
  along: Spread<number>;
}

/** Where the incidents of a year lie on the whole. */
export interface MovementYear {
  year: number;
  /** those that count, and how many of them stand at the middle of a district, as no more is known */
  incidents: number;
  atDistrict: number;
  /** whose place is known to a region or a country alone */
  tooCoarse: number;
  /** `null` where too few count */
  spread: YearSpread | null;
}

/** The mean centre, and the standard deviational ellipse about it. */
export interface YearSpread {
  centre: Position;
  /** semi-axes, km */
  majorKm: number;
  minorKm: number;
  /** of the major axis, degrees clockwise from north, 0 to below 180 */
  azimuth: number;
  /** the ellipse as a ring */
  outline: Position[];
}

/** How the incidents move: how far from the border and where along it by quarter, and their centre by year. */
export interface Movement {
  quarters: MovementQuarter[];
  years: MovementYear[];
  /** incidents whose day is known to a year alone: they are in no quarter */
  undated: number;
}

/** What movement is asked of. */
export interface MovementContext {
  store: Store;
  /** 1 for each row that counts */
  mask: Uint8Array;
  /** each incident counts once, by its first day, which lies in these */
  extent: Window;
  /** incidents farther from the border than this have no place along it, km */
  withinKm: number;
}

/**
 * The movement of the incidents. A distance from the border is known to lie between two figures; so each quartile lies
 * between the same quartile of all nearer figures and that of all farther ones. These bounds are exact: a quartile never
 * falls where a distance grows, and both ends are reached where all are at their nearest, or at their farthest.
 */
export function movementOf({ store, mask, extent, withinKm }: MovementContext): Movement {
  const rows = rowsThatCount(store, mask, extent);
  const quarters = binsOf(extent, 'quarter');
  const inQuarters = partsOfRows(rows, binRows(store, quarters));
  const years = binsOf(extent, 'year');
  const { datePrecision } = store.columns;
  return {
    quarters: inQuarters.map((part, i) => {
      const days = { start: quarters.edges[i], end: quarters.edges[i + 1] - 1 };
      return quarterOf(
        store,
        rowsWhere(part, (row) => datePrecision[row] !== TO_YEAR),
        days,
        withinKm,
      );
    }),
    years: partsOfRows(rows, binRows(store, years)).map((part, i) => yearOf(store, part, partsOf(years.edges[i]).year)),
    undated: rowsWhere(rows, (row) => datePrecision[row] === TO_YEAR).length,
  };
}

/** The rows that pass the mask and begin within some days, in their order. */
function rowsThatCount(
  { size, columns: { start } }: Store,
  mask: Uint8Array,
  { start: from, end }: Window,
): Uint32Array {
  const rows = new Uint32Array(size);
  let count = 0;
  for (let row = 0; row < size; row++) if (mask[row] && start[row] >= from && start[row] <= end) rows[count++] = row;
  return rows.subarray(0, count);
}

/** Those of some rows of which something holds: `filter` would take several times as long. */
function rowsWhere(rows: Uint32Array, holds: (row: number) => boolean): Uint32Array {
  const those = new Uint32Array(rows.length);
  let count = 0;
  for (let i = 0; i < rows.length; i++) if (holds(rows[i])) those[count++] = rows[i];
  return those.subarray(0, count);
}

/** Ascending rows, cut where bins of rows begin. */
function partsOfRows(rows: Uint32Array, edges: Uint32Array): Uint32Array[] {
  const places = Array.from(edges, (edge) => upperBound(rows, edge - 1));
  return places.slice(1).map((after, i) => rows.subarray(places[i], after));
}

const TO_YEAR = DATE_PRECISIONS.indexOf('year');
const UNDECIDED = PLACE_SIDES.indexOf('undecided');
const DISTRICT = LOCATION_PRECISIONS.indexOf('district');
const QUARTERS = [0.25, 0.5, 0.75];

function quarterOf({ columns }: Store, rows: Uint32Array, { start, end }: Window, withinKm: number) {
  const { borderSide, borderKm, borderKmMin, borderKmMax, alongKm } = columns;
  const quarter = { from: start, to: end, undecided: 0, withoutInterval: 0, tooCoarse: 0, elsewhere: 0 };
  const bySide: Record<BorderSide, number[]> = { AF: [], PK: [] };
  const along: number[] = [];
  for (const row of rows) {
    if (borderKm[row] <= withinKm) along.push(alongKm[row]); // NaN is not
    if (borderSide[row] === NO_CODE) quarter.elsewhere++;
    else if (Number.isNaN(borderKm[row])) quarter.tooCoarse++;
    else if (borderSide[row] === UNDECIDED) quarter.undecided++;
    else if (Number.isNaN(borderKmMin[row])) quarter.withoutInterval++;
    else bySide[BORDER_SIDES[borderSide[row]]].push(row);
  }
  const spreadOf = (of: readonly number[]): Spread<KmBounds> => {
    const least = quartilesOf(valuesOf(borderKmMin, of));
    const most = quartilesOf(valuesOf(borderKmMax, of));
    const bounds = (key: keyof Quartiles<number>) => ({ least: least?.[key] ?? 0, most: most?.[key] ?? 0 });
    const quartiles = least && most && { first: bounds('first'), median: bounds('median'), third: bounds('third') };
    return { incidents: of.length, quartiles };
  };
  return {
    ...quarter,
    sides: { AF: spreadOf(bySide.AF), PK: spreadOf(bySide.PK) },
    along: { incidents: along.length, quartiles: quartilesOf(new Float64Array(along)) },
  };
}

/** What some rows have in a column: `from` with a function would take ten times as long. */
function valuesOf(column: Float64Array, rows: readonly number[]): Float64Array {
  const values = new Float64Array(rows.length);
  for (let i = 0; i < values.length; i++) values[i] = column[rows[i]];
  return values;
}

function quartilesOf(values: Float64Array): Quartiles<number> | null {
  const found = values.length < FEWEST ? null : quantiles(values, QUARTERS);
  return found && { first: found[0], median: found[1], third: found[2] };
}

/** Where the rows lie on the sphere of equal area, see `toSphere`. */
const onSphere = perStore(({ size, columns: { lon, lat } }) => {
  const vectors = new Float64Array(3 * size);
  for (let i = 0; i < size; i++) toSphere(lon[i], lat[i], vectors, i);
  return vectors;
});

function yearOf(store: Store, rows: Uint32Array, year: number): MovementYear {
  const { locationPrecision } = store.columns;
  const counted = rowsWhere(rows, (row) => locationPrecision[row] <= DISTRICT);
  return {
    year,
    incidents: counted.length,
    atDistrict: rowsWhere(counted, (row) => locationPrecision[row] === DISTRICT).length,
    tooCoarse: rows.length - counted.length,
    spread: counted.length < FEWEST ? null : spreadOfPlaces(onSphere(store), counted),
  };
}

/** In the plane about the direction in which the places lie on the whole; `null` where they lie all around the world. */
function spreadOfPlaces(vectors: Float64Array, rows: Uint32Array): YearSpread | null {
  const sum: [number, number, number] = [0, 0, 0];
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i];
    sum[0] += vectors[3 * row];
    sum[1] += vectors[3 * row + 1];
    sum[2] += vectors[3 * row + 2];
  }
  const plane = planeAbout(sum);
  if (!plane) return null;
  const [x, y] = [new Float64Array(rows.length), new Float64Array(rows.length)];
  for (let i = 0; i < rows.length; i++) plane.put(vectors, rows[i], x, y, i);
  const ellipse = standardEllipse(x, y);
  return (
    ellipse && {
      centre: plane.placeOf(ellipse.x, ellipse.y),
      majorKm: ellipse.major / 1000,
      minorKm: ellipse.minor / 1000,
      azimuth: (450 - degrees(ellipse.angle)) % 180,
      outline: outlineOf(ellipse, plane),
    }
  );
}

/** Sides of the ring that is drawn for an ellipse. */
const SIDES = 72;

function outlineOf({ x, y, major, minor, angle }: StandardEllipse, plane: EqualAreaPlane): Position[] {
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  return Array.from({ length: SIDES + 1 }, (_, i) => {
    const turn = (2 * Math.PI * (i % SIDES)) / SIDES;
    const [a, b] = [major * Math.cos(turn), minor * Math.sin(turn)];
    return plane.placeOf(x + a * cos - b * sin, y + a * sin + b * cos);
  });
}

/** Movement as a table. Kilometres have one decimal, degrees three. */
export function movementTable({ quarters, years }: Movement, kind: MovementKind): FiguresTable {
  if (kind === 'centre') return centreTable(years);
  if (kind === 'along') return alongTable(quarters);
  const bounds = (['q1', 'median', 'q3'] as const).flatMap((name) => [`${name}_km_least`, `${name}_km_most`]);
  return {
    columns: [
      ...['quarter', 'side', 'incidents', ...bounds],
      ...['side_undecided', 'without_interval', 'too_coarse', 'elsewhere'],
    ],
    rows: quarters.flatMap((quarter) =>
      BORDER_SIDES.map((side) => {
        const { incidents, quartiles } = quarter.sides[side];
        const figures = [quartiles?.first, quartiles?.median, quartiles?.third];
        return [
          ...[quarterName(quarter.from), side, incidents],
          ...figures.flatMap((bound) => [rounded(bound?.least, 1), rounded(bound?.most, 1)]),
          ...[quarter.undecided, quarter.withoutInterval, quarter.tooCoarse, quarter.elsewhere],
        ];
      }),
    ),
  };
}

function alongTable(quarters: readonly MovementQuarter[]): FiguresTable {
  return {
    columns: ['quarter', 'incidents', 'q1_along_km', 'median_along_km', 'q3_along_km'],
    rows: quarters.map(({ from, along: { incidents, quartiles } }) => [
      ...[quarterName(from), incidents],
      ...[quartiles?.first, quartiles?.median, quartiles?.third].map((km) => rounded(km, 1)),
    ]),
  };
}

function centreTable(years: readonly MovementYear[]): FiguresTable {
  return {
    columns: [
      ...['year', 'incidents', 'at_district', 'too_coarse'],
      ...['centre_lon', 'centre_lat', 'major_km', 'minor_km', 'azimuth'],
    ],
    rows: years.map(({ year, incidents, atDistrict, tooCoarse, spread }) => [
      ...[year, incidents, atDistrict, tooCoarse],
      ...[rounded(spread?.centre[0], 3), rounded(spread?.centre[1], 3)],
      ...[rounded(spread?.majorKm, 1), rounded(spread?.minorKm, 1), rounded(spread?.azimuth, 0)],
    ]),
  };
}

/** A quarter as `2025-Q4`. */
function quarterName(day: Day): string {
  return `${formatDay(day).slice(0, -'-01-01'.length)}-Q${Math.ceil(partsOf(day).month / 3)}`;
}

function rounded(value: number | undefined, decimals: number): number | null {
  return value === undefined ? null : Number(value.toFixed(decimals));
}
