import { daysIn, meets, type Window } from '../time/window.ts';
import { rangeOf, type Measure } from './count.ts';
import { areAlike, mostInAny } from './most.ts';
import type { Columns, Store } from './store.ts';
import { countRow, emptySums, type Sums } from './sums.ts';

export const CELL_SHAPES = ['hexagons', 'squares'] as const;
/** How the plane is cut into cells. */
export type CellShape = (typeof CELL_SHAPES)[number];

/** West, north, east, south in Web Mercator, 0 to 1. */
export type MercatorBox = readonly [number, number, number, number];

/** How far apart the middles of neighbours in a row are at the zoom that the cells are made for, pixels. */
const CELL_PIXELS = 24;
/** Pixels around the world at zoom 0. */
const WORLD_PIXELS = 512;

/** The middles of the cells: column `q` of row `r` lies at `centreX`, `centreY`. A place is in the cell whose middle is nearest. */
export interface Lattice {
  /** between neighbours in a row, and between rows: Web Mercator, 0 to 1 */
  across: number;
  down: number;
  /** what every second row is moved to the right by, in cells */
  shift: number;
}

/** The integer zoom that cells are made for at a zoom: on the screen they are then 17 to 34 pixels across. */
export function levelOf(zoom: number): number {
  return Math.max(0, Math.round(zoom));
}

/** The lattice of a shape at an integer zoom. It depends on nothing else, so that cells hold still. */
export function latticeOf(shape: CellShape, level: number): Lattice {
  const across = CELL_PIXELS / (WORLD_PIXELS * 2 ** level);
  return shape === 'hexagons'
    ? { across, down: (across * Math.sqrt(3)) / 2, shift: 0.5 }
    : { across, down: across, shift: 0 };
}

/** How far apart the middles of neighbours in a row are on the screen at a zoom, pixels. */
export function pixelsAcross(level: number, zoom: number): number {
  return CELL_PIXELS * 2 ** (zoom - level);
}

/** The area of a grid's cell on the screen at a zoom, square pixels. */
export function areaOnScreen({ shape, level }: Pick<Grid, 'shape' | 'level'>, zoom: number): number {
  const { across, down } = latticeOf(shape, level);
  return (down / across) * pixelsAcross(level, zoom) ** 2;
}

function centreX({ across, shift }: Lattice, q: number, r: number): number {
  return (q + (r & 1) * shift) * across;
}

function centreY({ down }: Lattice, r: number): number {
  return r * down;
}

/** Writes column and row of the cell that holds the place into `cell`. Only the two rows beside it can be nearest. */
function locate(lattice: Lattice, x: number, y: number, cell: Int32Array): void {
  const { across, down, shift } = lattice;
  const above = Math.floor(y / down);
  const below = above + 1;
  const qAbove = Math.round(x / across - (above & 1) * shift);
  const qBelow = Math.round(x / across - (below & 1) * shift);
  const xAbove = centreX(lattice, qAbove, above) - x;
  const yAbove = centreY(lattice, above) - y;
  const xBelow = centreX(lattice, qBelow, below) - x;
  const yBelow = centreY(lattice, below) - y;
  const isAbove = xAbove * xAbove + yAbove * yAbove <= xBelow * xBelow + yBelow * yBelow;
  cell[0] = isAbove ? qAbove : qBelow;
  cell[1] = isAbove ? above : below;
}

/** The index of the grid's cell that holds the place, or -1 where nothing lies in that cell. */
export function cellAt({ shape, level, x: middleX, y: middleY }: Grid, x: number, y: number): number {
  const lattice = latticeOf(shape, level);
  const cell = new Int32Array(2);
  locate(lattice, x, y, cell);
  const [atX, atY] = [centreX(lattice, cell[0], cell[1]), centreY(lattice, cell[1])];
  // the same numbers by the same sums
  return middleX.findIndex((middle, i) => middle === atX && middleY[i] === atY);
}

/** What a grid is counted from: some columns of a store, with the places in Web Mercator, 0 to 1. */
export interface GridPlaces extends Pick<Store, 'longestSpan'> {
  x: Float64Array;
  y: Float64Array;
  columns: Pick<Columns, 'start' | 'end' | 'best' | 'low' | 'high'>;
}

/** What a grid is asked for. */
export interface GridQuery {
  shape: CellShape;
  /** the integer zoom that sizes the cells */
  level: number;
  window: Window;
  /** what `most` is of */
  measure: Measure;
  /** cells whose middles lie outside are left out */
  box: MercatorBox;
}

/** The cells that hold incidents. Entries of one index belong together. */
export interface Grid {
  shape: CellShape;
  level: number;
  measure: Measure;
  /** the middles, Web Mercator, 0 to 1 */
  x: Float64Array;
  y: Float64Array;
  incidents: Uint32Array;
  /** the killed by best estimate; incidents with no known figure add nothing and are counted in `unknown` */
  deaths: Float64Array;
  unknown: Uint32Array;
  /** the killed by the lowest and by the highest counts, as in `Deaths` */
  low: Float64Array;
  high: Float64Array;
  /** the most that a cell, in the box or not, holds of the measure in any stretch of time about as long as the window */
  most: number;
}

/**
 * Gives grids over the places that pass a mask. What does not depend on the window is kept from one grid to the next,
 * so that a step through time only counts the rows of its window.
 */
export function createGridMaker(places: GridPlaces): (mask: Uint8Array, query: GridQuery) => Grid {
  let cells: CellIndex | null = null;
  let known: { mask: Uint8Array; cells: CellIndex; measure: Measure; days: number; most: number } | null = null;
  return (mask, { shape, level, window, measure, box }) => {
    if (cells?.shape !== shape || cells.level !== level) cells = cellsOf(places, shape, level);
    const days = daysIn(window);
    const isKnown = known?.mask === mask && known.cells === cells && known.measure === measure;
    if (!known || !isKnown || !areAlike(days, known.days))
      known = { mask, cells, measure, days, most: mostOf(places, mask, cells, days, measure) };
    return { shape, level, measure, most: known.most, ...countCells(places, mask, cells, window, box) };
  };
}

/** The cell of every place, whatever the window. */
interface CellIndex {
  shape: CellShape;
  level: number;
  /** the middles */
  x: Float64Array;
  y: Float64Array;
  /** for each place the index of its cell */
  of: Uint32Array;
}

const EMPTY = -1;

/** Numbers the cells in the order in which places need them, by a hash table with open addresses. */
function cellsOf({ x, y }: GridPlaces, shape: CellShape, level: number): CellIndex {
  const lattice = latticeOf(shape, level);
  const size = x.length;
  const last = 2 ** Math.ceil(Math.log2(Math.max(2 * size, 2))) - 1;
  const table = new Int32Array(last + 1).fill(EMPTY);
  const [columns, rows, of] = [new Int32Array(size), new Int32Array(size), new Uint32Array(size)];
  const cell = new Int32Array(2);
  let count = 0;
  for (let i = 0; i < size; i++) {
    locate(lattice, x[i], y[i], cell);
    const [q, r] = [cell[0], cell[1]];
    let at = hashOf(q, r) & last;
    while (table[at] !== EMPTY && (columns[table[at]] !== q || rows[table[at]] !== r)) at = (at + 1) & last;
    if (table[at] === EMPTY) {
      table[at] = count;
      columns[count] = q;
      rows[count++] = r;
    }
    of[i] = table[at];
  }
  const middles = { x: new Float64Array(count), y: new Float64Array(count) };
  for (let c = 0; c < count; c++) {
    middles.x[c] = centreX(lattice, columns[c], rows[c]);
    middles.y[c] = centreY(lattice, rows[c]);
  }
  return { shape, level, of, ...middles };
}

/** Neighbouring cells far apart: two odd constants of about 2^32 by the golden ratio, and the high bits folded down. */
function hashOf(q: number, r: number): number {
  const mixed = Math.imul(q, 0x9e3779b1) ^ Math.imul(r, 0x85ebca6b);
  return mixed ^ (mixed >>> 15);
}

type Counted = Pick<Grid, 'x' | 'y' | 'incidents' | 'deaths' | 'unknown' | 'low' | 'high'>;

/** What the window's rows come to in the cells of the box that hold any. */
function countCells(places: GridPlaces, mask: Uint8Array, cells: CellIndex, window: Window, box: MercatorBox): Counted {
  const { start, end } = places.columns;
  const sums = emptySums(cells.x.length);
  const { from, to } = rangeOf(places, window);
  for (let i = from; i < to; i++) {
    if (!mask[i] || !meets(start[i], end[i], window)) continue;
    countRow(sums, places.columns, i, cells.of[i], 1);
  }
  return packed(cells, sums, box);
}

/** The cells that hold incidents and whose middles lie in the box. */
function packed({ x, y }: CellIndex, sums: Sums, [west, north, east, south]: MercatorBox): Counted {
  const kept: number[] = [];
  for (let c = 0; c < x.length; c++)
    if (sums.incidents[c] > 0 && x[c] >= west && x[c] <= east && y[c] >= north && y[c] <= south) kept.push(c);
  const doubles = (of: Float64Array) => Float64Array.from(kept, (c) => of[c]);
  const counts = (of: Float64Array) => Uint32Array.from(kept, (c) => of[c]);
  return {
    ...{ x: doubles(x), y: doubles(y), incidents: counts(sums.incidents), unknown: counts(sums.unknown) },
    ...{ deaths: doubles(sums.best), low: doubles(sums.low), high: doubles(sums.high) },
  };
}

function mostOf({ columns }: GridPlaces, mask: Uint8Array, { of, x }: CellIndex, days: number, measure: Measure) {
  return mostInAny(columns, mask, { of, count: x.length }, days, measure).reduce((most, of) => Math.max(most, of), 0);
}
