import { cylinderAt } from '../line/equal-area.ts';
import type { Position } from '../model/incident.ts';

/** Hexagons of one area, in rows, of which every second is moved by half of one. */
export interface Hexagons {
  /** between the middles of neighbours, km */
  acrossKm: number;
  /** The hexagon of a place, as a number. */
  at: (lon: number, lat: number) => number;
  /** The six beside it. */
  beside: (hexagon: number) => number[];
  middle: (hexagon: number) => Position;
  /** Its outline, a ring. */
  ring: (hexagon: number) => Position[];
}

/** Rows and columns are numbered from far enough away that none is negative. */
const BEFORE = 1 << 20;
const STRIDE = 2 * BEFORE;

/** The hexagons of a width, km, the most regular about a parallel, degrees. They depend on nothing else, so that they hold still. */
export function hexagonsOf(parallel: number, acrossKm: number): Hexagons {
  const plane = cylinderAt(parallel);
  const across = acrossKm * 1000;
  const down = (across * Math.sqrt(3)) / 2;
  const xOf = (column: number, row: number) => (column + (row & 1) / 2) * across;
  const numberOf = (column: number, row: number) => (row + BEFORE) * STRIDE + column + BEFORE;
  const columnOf = (hexagon: number) => (hexagon % STRIDE) - BEFORE;
  const rowOf = (hexagon: number) => Math.floor(hexagon / STRIDE) - BEFORE;
  const away = (x: number, y: number, column: number, row: number) =>
    (xOf(column, row) - x) ** 2 + (row * down - y) ** 2;
  return {
    acrossKm,
    at: (lon, lat) => {
      const [x, y] = plane.toPlane(lon, lat);
      const below = Math.floor(y / down);
      const inRow = (row: number) => Math.round(x / across - (row & 1) / 2);
      const [a, b] = [inRow(below), inRow(below + 1)];
      return away(x, y, a, below) <= away(x, y, b, below + 1) ? numberOf(a, below) : numberOf(b, below + 1);
    },
    beside: (hexagon) => {
      const [column, row] = [columnOf(hexagon), rowOf(hexagon)];
      const aside = column - 1 + (row & 1);
      return [
        ...[numberOf(column - 1, row), numberOf(column + 1, row)],
        ...[numberOf(aside, row - 1), numberOf(aside + 1, row - 1)],
        ...[numberOf(aside, row + 1), numberOf(aside + 1, row + 1)],
      ];
    },
    middle: (hexagon) => plane.placeOf(xOf(columnOf(hexagon), rowOf(hexagon)), rowOf(hexagon) * down),
    ring: (hexagon) => {
      const [x, y] = [xOf(columnOf(hexagon), rowOf(hexagon)), rowOf(hexagon) * down];
      const radius = across / Math.sqrt(3);
      return Array.from({ length: 7 }, (_, i) => {
        const turn = ((i % 6) * Math.PI) / 3 + Math.PI / 6;
        return plane.placeOf(x + radius * Math.cos(turn), y + radius * Math.sin(turn));
      });
    },
  };
}
