import { LOCATION_PRECISIONS } from '../../geo/model/incident.ts';
import { NO_DISTRICT, type Columns } from '../../geo/store/columns.ts';
import { isFurther, type MarkRows } from './mark-rows.ts';
import { groupRows, mix, type RowGroups } from './stacks.ts';

/** The form of a mark: a disc is a place that someone located; a ring is known to a district only, dashes to a region. */
export const FORM = { disc: 0, ring: 1, dashed: 2 } as const;

/** What places are made from: Web Mercator, and columns of the store. */
export interface PlaceColumns extends Pick<Columns, 'locationPrecision' | 'district'> {
  x: Float64Array;
  y: Float64Array;
  /** of each mark, see MarkRows */
  rows: MarkRows;
}

/**
 * Where marks stand. Located ones that share a place (within about 10 m) are together; so are those that are known to
 * one district only, or that were put at one place for a region. Of an incident that is known to areas only and was at
 * several places the further marks stand by themselves: the number in the symbol counts it once.
 */
export interface MarkPlaces {
  /** the rows of each place, ascending */
  groups: RowGroups;
  /** the place of each row */
  of: Int32Array<ArrayBuffer>;
  areas: Areas;
}

/** What counts rows at their places: of each row its first. */
export type PlacesOfRows = Pick<MarkPlaces, 'of' | 'areas'>;

/** The places that stand for a district or a region: one symbol each. */
export interface Areas {
  /** the area of each place, or -1 */
  at: Int32Array<ArrayBuffer>;
  /** the place of each area */
  place: Uint32Array<ArrayBuffer>;
  /** where the symbol stands, Web Mercator */
  x: Float64Array<ArrayBuffer>;
  y: Float64Array<ArrayBuffer>;
  /** by how much it stands aside where something else has that place: pixels at a spread of 1, to the right and downwards */
  asideX: Float32Array<ArrayBuffer>;
  asideY: Float32Array<ArrayBuffer>;
  form: Uint8Array<ArrayBuffer>;
}

/** The side of a cell within which incidents share one place, Web Mercator: about 10 m. */
export const PLACE_CELL = 1e-4 / 360;

const DISTRICT = LOCATION_PRECISIONS.indexOf('district');

/** The form of a row's mark by the code of its precision. */
export function formOf(locationPrecision: number): number {
  if (locationPrecision < DISTRICT) return FORM.disc;
  return locationPrecision === DISTRICT ? FORM.ring : FORM.dashed;
}

/** The places of all rows. */
export function placesOf(columns: PlaceColumns): MarkPlaces {
  const { x, y, district, locationPrecision, rows } = columns;
  const column = (row: number) => Math.round(x[row] / PLACE_CELL);
  const line = (row: number) => Math.round(y[row] / PLACE_CELL);
  const isOfArea = (row: number) => isInArea(columns, row);
  const isOfDistrict = (row: number) =>
    locationPrecision[row] === DISTRICT && district[row] !== NO_DISTRICT && !isFurther(rows, row);
  const groups = groupRows(x.length, {
    hash: (row) =>
      isOfDistrict(row) ? mix(district[row], -1) : mix(column(row), line(row)) ^ formOf(locationPrecision[row]),
    isSame: (a, b) => {
      if (formOf(locationPrecision[a]) !== formOf(locationPrecision[b]) || isOfDistrict(a) !== isOfDistrict(b))
        return false;
      if (isOfArea(a) !== isOfArea(b)) return false;
      return isOfDistrict(a) ? district[a] === district[b] : column(a) === column(b) && line(a) === line(b);
    },
  });
  const of = new Int32Array(x.length);
  for (let place = 0; place + 1 < groups.begin.length; place++)
    for (let i = groups.begin[place]; i < groups.begin[place + 1]; i++) of[groups.rows[i]] = place;
  return { groups, of, areas: areasOf(columns, groups) };
}

/** Pixels by which a symbol stands aside, to a side and up or down. */
const ASIDE = 22;
/** The way from its place to where it stands. */
export const MOST_ASIDE = Math.hypot(ASIDE, ASIDE);
/** Up to the right first: there the fewest names are. */
const SIDES: readonly (readonly [number, number])[] = [
  [1, -1],
  [-1, -1],
  [1, 1],
  [-1, 1],
];

/** Whether the symbol of an area stands for a mark. */
function isInArea({ locationPrecision, rows }: PlaceColumns, mark: number): boolean {
  return formOf(locationPrecision[mark]) !== FORM.disc && !isFurther(rows, mark);
}

function areasOf(columns: PlaceColumns, { begin, rows }: RowGroups): Areas {
  const { x, y, locationPrecision } = columns;
  const formAt = (place: number) => formOf(locationPrecision[rows[begin[place]]]);
  const at = new Int32Array(begin.length - 1).fill(-1);
  let size = 0;
  for (let group = 0; group < at.length; group++) if (isInArea(columns, rows[begin[group]])) at[group] = size++;
  const place = new Uint32Array(size);
  for (let group = 0; group < at.length; group++) if (at[group] >= 0) place[at[group]] = group;
  const [middleX, middleY] = [new Float64Array(size), new Float64Array(size)];
  const [asideX, asideY] = [new Float32Array(size), new Float32Array(size)];
  const areas = { at, place, x: middleX, y: middleY, asideX, asideY, form: Uint8Array.from(place, formAt) };
  if (size === 0) return areas;

  /** how many others have a place, by its cell */
  const taken = new Map<number, number>();
  const cellOf = (row: number) => Math.round(x[row] / PLACE_CELL) * 2 ** 23 + Math.round(y[row] / PLACE_CELL);
  const around = neighbourhood();
  for (let group = 0; group < at.length; group++) {
    if (at[group] >= 0) continue;
    const row = rows[begin[group]];
    taken.set(cellOf(row), 1);
    around.add(x[row], y[row]);
  }
  for (let area = 0; area < size; area++) {
    const own = rows.subarray(begin[place[area]], begin[place[area] + 1]);
    const free = own.filter((row) => !around.has(x[row], y[row]));
    const row = middleMost(free.length > 0 ? free : own, x, y);
    const others = taken.get(cellOf(row)) ?? 0;
    taken.set(cellOf(row), others + 1);
    [middleX[area], middleY[area]] = [x[row], y[row]];
    if (others === 0) continue;
    const [right, down] = SIDES[(others - 1) % SIDES.length];
    [asideX[area], asideY[area]] = [right * ASIDE, down * ASIDE];
  }
  return areas;
}

/** Mercator, about 6 km. */
const NEAR = 6e-2 / 360;

/** Tells whether any of the places that were added lies near another: within one to two times NEAR. */
function neighbourhood() {
  const cells = new Set<number>();
  const cellOf = (x: number, y: number, right: number, down: number) =>
    (Math.floor(x / NEAR) + right) * 2 ** 16 + Math.floor(y / NEAR) + down;
  const STEPS = [-1, 0, 1];
  return {
    add: (x: number, y: number) => void cells.add(cellOf(x, y, 0, 0)),
    has: (x: number, y: number) => STEPS.some((right) => STEPS.some((down) => cells.has(cellOf(x, y, right, down)))),
  };
}

/** The row whose place is nearest to the middle of all of them: a place that was given, and inside the area. */
function middleMost(rows: Uint32Array, x: Float64Array, y: Float64Array): number {
  let [sumX, sumY] = [0, 0];
  for (const row of rows) {
    sumX += x[row];
    sumY += y[row];
  }
  const away = (row: number) => (x[row] - sumX / rows.length) ** 2 + (y[row] - sumY / rows.length) ** 2;
  return rows.reduce((best, row) => (away(row) < away(best) ? row : best));
}
