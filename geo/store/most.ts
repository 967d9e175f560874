import type { Measure } from './count.ts';
import type { Columns } from './columns.ts';

/** How much longer or shorter than a stretch of time another may be that counts as alike: months differ in length. */
const SLACK = 0.15;

/** Whether so many days are about as long as others. */
export function areAlike(days: number, others: number): boolean {
  return Math.abs(days - others) <= others * SLACK;
}

/**
 * The most that each cell holds of the incidents that begin in any stretch of so many days; rows whose cell is below 0
 * are in none. `start` ascends.
 */
export function mostInAny(
  { start, best }: Pick<Columns, 'start' | 'best'>,
  mask: Uint8Array,
  cells: { of: ArrayLike<number>; count: number },
  days: number,
  measure: Measure,
): Float64Array {
  const { of, count } = cells;
  const [held, most] = [new Float64Array(count), new Float64Array(count)];
  const valueOf = (i: number) => (measure === 'incidents' ? 1 : Math.max(0, best[i]));
  let first = 0;
  for (let i = 0; i < start.length; i++) {
    for (; start[first] <= start[i] - days; first++)
      if (mask[first] && of[first] >= 0) held[of[first]] -= valueOf(first);
    const cell = of[i];
    if (!mask[i] || cell < 0) continue;
    held[cell] += valueOf(i);
    if (held[cell] > most[cell]) most[cell] = held[cell];
  }
  return most;
}
