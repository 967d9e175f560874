/** Where a row stands among ascending rows, and the rows on either side of it. */
export interface Neighbours {
  /** from 0; `null` where the row is not among them */
  position: number | null;
  previous: number | null;
  next: number | null;
}

/** The neighbours of a row among rows in ascending order, as `visibleRows` gives them: by first day. */
export function neighboursOf(rows: Uint32Array, row: number): Neighbours {
  const at = lowerBound(rows, row);
  const found = rows[at] === row;
  return {
    position: found ? at : null,
    previous: rows[at - 1] ?? null,
    next: rows[found ? at + 1 : at] ?? null,
  };
}

/** The index of the first entry that is not below the value. */
function lowerBound(ascending: Uint32Array, value: number): number {
  let [low, high] = [0, ascending.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (ascending[middle] < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
