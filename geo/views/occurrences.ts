import type { Measure } from '../store/count.ts';
import { UNKNOWN, type Store } from '../store/store.ts';
import { upperBound } from '../time/bins.ts';
import { daysIn, type Window } from '../time/window.ts';
import type { ToldApart } from './told-apart.ts';

/** Some incidents by their first days, so that those of any stretch of days are counted at once. */
export interface Occurrences {
  /** ascending */
  days: Int32Array;
  /** sums over the first i of them; `null` where incidents alone are counted */
  killed: { best: Float64Array; squares: Float64Array; unknown: Uint32Array } | null;
}

/** What some days hold. */
export interface Occurred {
  incidents: number;
  /** the killed by the best estimates, and the sum of their squares by incident; 0 where they are not counted */
  best: number;
  squares: number;
  /** incidents whose killed are not known */
  unknown: number;
}

/**
 * Those of each list of categories that the rows which pass the mask have: `lists` gives for each cell in which of `count`
 * lists its rows are, be it none or several. The rows of a store are sorted by first day, and so are these.
 */
export function occurrencesOf(
  { columns: { start, best } }: Store,
  mask: Uint8Array,
  { of }: ToldApart['cells'],
  lists: readonly (readonly number[])[],
  count: number,
  measure: Measure,
): Occurrences[] {
  const inCell = new Uint32Array(lists.length);
  for (let i = 0; i < of.length; i++) inCell[of[i]] += mask[i];
  const sizes = new Uint32Array(count);
  lists.forEach((members, cell) => members.forEach((list) => (sizes[list] += inCell[cell])));
  const all = Array.from(sizes, (size) => emptyOccurrences(size, measure));
  const filled = new Uint32Array(count);
  for (let i = 0; i < of.length; i++) {
    if (mask[i] === 0) continue;
    for (const list of lists[of[i]]) {
      const { days, killed } = all[list];
      const at = filled[list]++;
      days[at] = start[i];
      if (killed) addKilled(killed, at, best[i]);
    }
  }
  return all;
}

function emptyOccurrences(size: number, measure: Measure): Occurrences {
  const sums = () => new Float64Array(size + 1);
  const killed = measure === 'deaths' ? { best: sums(), squares: sums(), unknown: new Uint32Array(size + 1) } : null;
  return { days: new Int32Array(size), killed };
}

function addKilled({ best, squares, unknown }: NonNullable<Occurrences['killed']>, at: number, deaths: number): void {
  const known = deaths === UNKNOWN ? 0 : deaths;
  best[at + 1] = best[at] + known;
  squares[at + 1] = squares[at] + known * known;
  unknown[at + 1] = unknown[at] + (deaths === UNKNOWN ? 1 : 0);
}

/** What the days of a window hold. */
export function occurredIn({ days, killed }: Occurrences, { start, end }: Window): Occurred {
  const [from, to] = [upperBound(days, start - 1), upperBound(days, end)];
  return {
    incidents: to - from,
    best: killed ? killed.best[to] - killed.best[from] : 0,
    squares: killed ? killed.squares[to] - killed.squares[from] : 0,
    unknown: killed ? killed.unknown[to] - killed.unknown[from] : 0,
  };
}

/** The incidents, or the killed where these are counted, of stretches of seven days, the first of them from `start` on. */
export function weeklyCounts(occurrences: Occurrences, start: number, weeks: number): Float64Array {
  const { days, killed } = occurrences;
  const counts = new Float64Array(weeks);
  let from = upperBound(days, start - 1);
  for (let week = 0; week < weeks; week++) {
    const to = upperBound(days, start + 7 * week + 6, from);
    counts[week] = killed ? killed.best[to] - killed.best[from] : to - from;
    from = to;
  }
  return counts;
}

/**
 * The incidents, or the killed where these are counted, of the `rolling` days that end with each day: the highest of the
 * days of each of `columns` equal parts of the axis. NaN where no day of a part has all of its days within `known`.
 */
export function rollingSums(
  { days, killed }: Occurrences,
  { rolling, axis, columns, known }: { rolling: number; axis: Window; columns: number; known: Window },
): Float64Array {
  const highest = new Float64Array(columns).fill(NaN);
  const perColumn = daysIn(axis) / columns;
  // parts may share a day, and then both counters go back a little
  const count = (from: number, day: number) => {
    let i = from;
    while (i < days.length && days[i] <= day) i++;
    while (i > 0 && days[i - 1] > day) i--;
    return i;
  };
  let [head, tail] = [0, 0];
  for (let column = 0; column < columns; column++) {
    const [begins, ends] = [Math.floor(column * perColumn), Math.ceil((column + 1) * perColumn) - 1];
    const last = Math.min(axis.start + ends, known.end);
    for (let day = Math.max(axis.start + begins, known.start + rolling - 1); day <= last; day++) {
      [head, tail] = [count(head, day), count(tail, day - rolling)];
      const sum = killed ? killed.best[head] - killed.best[tail] : head - tail;
      if (!(highest[column] >= sum)) highest[column] = sum;
    }
  }
  return highest;
}
