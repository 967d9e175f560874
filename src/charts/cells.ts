import type { AlongGrid } from '../../geo/store/along.ts';
import type { Bins } from '../../geo/time/bins.ts';
import type { TimeScale } from './scale.ts';

const ROW_KM = [5, 10, 20, 25, 50, 100, 200];
const LEAST_ROW_PIXELS = 3.2;

/** The shortest round stretch of the line whose rows can be told apart in a diagram of this height. */
export function rowKmFor(lengthKm: number, height: number): number {
  return ROW_KM.find((km) => (km / lengthKm) * height >= LEAST_ROW_PIXELS) ?? 200;
}

/** The greatest figure of a cell. */
export function greatestCell(grid: AlongGrid): number {
  return grid.cells.reduce((most, cell) => Math.max(most, cell), 0);
}

const CLASSES = 4;

/** The least values of at most four classes of cells: single figures where they do, else each about double the last. */
export function cellLimits(most: number): number[] {
  if (most < 1) return [];
  if (most <= CLASSES) return Array.from({ length: Math.ceil(most) }, (_, i) => i + 1);
  const ratio = Math.max(2, most ** (1 / CLASSES));
  return Array.from({ length: CLASSES }, (_, i) => roundFigure(ratio ** i)).filter((limit) => limit <= most);
}

/** One digit, and zeros. */
function roundFigure(value: number): number {
  const unit = 10 ** Math.floor(Math.log10(value));
  return Math.round(value / unit) * unit;
}

/**
 * The cells as one SVG path for each class of `limits` (the least value of each, ascending). Empty cells are in none.
 * Rows run down `height` pixels for `lengthKm` of line.
 */
export function cellPaths(
  grid: AlongGrid,
  { edges }: Bins,
  scale: TimeScale,
  lengthKm: number,
  height: number,
  limits: readonly number[],
): string[] {
  const paths = limits.map(() => '');
  const yOf = (row: number) => Math.round((Math.min(row * grid.rowKm, lengthKm) / lengthKm) * height);
  for (let row = 0; row < grid.rows; row++) {
    const [top, bottom] = [yOf(row), yOf(row + 1)];
    for (let column = 0; column < grid.columns; column++) {
      const level = classOf(grid.cells[row * grid.columns + column], limits);
      if (level < 0) continue;
      const left = Math.max(0, Math.round(scale.x(edges[column])));
      const width = Math.max(2, Math.round(scale.x(edges[column + 1])) - left);
      paths[level] += `M${left} ${top}h${width}v${bottom - top}h${-width}z`;
    }
  }
  return paths;
}

function classOf(value: number, limits: readonly number[]): number {
  let level = -1;
  while (level + 1 < limits.length && value >= limits[level + 1]) level++;
  return level;
}
