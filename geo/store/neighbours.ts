import { upperBound } from '../time/bins.ts';

/** Where a row stands among ascending rows, and the rows on either side of it. */
export interface Neighbours {
  /** from 0; `null` where the row is not among them */
  position: number | null;
  previous: number | null;
  next: number | null;
}

/** The neighbours of a row among rows in ascending order, as `visibleRows` gives them: by first day. */
export function neighboursOf(rows: Uint32Array, row: number): Neighbours {
  const at = upperBound(rows, row - 1);
  const found = rows[at] === row;
  return {
    position: found ? at : null,
    previous: rows[at - 1] ?? null,
    next: rows[found ? at + 1 : at] ?? null,
  };
}
