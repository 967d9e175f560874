import type { OtherPlaces } from '../../geo/store/other-places.ts';
import { upperBound } from '../../geo/time/bins.ts';

/**
 * The row of each mark. Marks are in the order of the rows: an incident at several places has one for each of them, that
 * of its first place first. `null` where each row has one mark, of its own number.
 */
export type MarkRows = Uint32Array<ArrayBuffer> | null;

/** The rows of the marks of so many rows. */
export function markRows(size: number, { rows: others }: OtherPlaces): MarkRows {
  if (others.length === 0) return null;
  const rows = new Uint32Array(size + others.length);
  for (let row = 0, at = 0, next = 0; row < size; row++) {
    rows[at++] = row;
    while (others[next] === row) rows[at++] = others[next++];
  }
  return rows;
}

/** The row of a mark. */
export function rowOfMark(rows: MarkRows, mark: number): number {
  return rows === null ? mark : rows[mark];
}

/** The first mark of a row, or of what follows the last. */
export function firstMark(rows: MarkRows, row: number): number {
  return rows === null ? row : upperBound(rows, row - 1);
}

/** Whether a mark stands at another place than the first of its incident. */
export function isFurther(rows: MarkRows, mark: number): boolean {
  return rows !== null && mark > 0 && rows[mark - 1] === rows[mark];
}
