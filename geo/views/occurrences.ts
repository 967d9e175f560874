import type { Measure } from '../store/count.ts';
import { UNKNOWN, type Store } from '../store/store.ts';
import { upperBound } from '../time/bins.ts';
import { daysIn, type Window } from '../time/window.ts';
import type { Telling } from './tell.ts';

/** Some incidents by their first days, so that those of any stretch of days are counted at once. */
export interface Occurrences {
  /** those on which there are any, ascending */
  days: Int32Array;
  /** how many there are on the first i of these days */
  incidents: Float64Array;
  /** sums over the first i of these days; `null` where incidents alone are counted */
  killed: KilledSums | null;
}

interface KilledSums {
  best: Float64Array;
  squares: Float64Array;
  unknown: Float64Array;
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

/** Rows in lists: a code for each row, and for each code in which of `count` lists its rows are, be it none or several. */
export interface Listed {
  of: Telling['of'];
  lists: readonly (readonly number[])[];
  count: number;
}

/** Those of each list that the rows which pass the mask have. The rows of a store are sorted by first day, and so are these. */
export function occurrencesOf(
  { columns: { start, best } }: Store,
  mask: Uint8Array,
  { of, lists, count }: Listed,
  measure: Measure,
): Occurrences[] {
  const span = start.length > 0 ? start[start.length - 1] - start[0] + 1 : 0;
  const all = sizesOf(mask, { of, lists, count }).map((size) => roomFor(Math.min(size, span), measure));
  const filled = new Uint32Array(count);
  // what a day holds is gathered by cell first: the cells are few, and a million rows are looked at once each
  const day = { incidents: new Float64Array(lists.length), ...killedSums(lists.length) };
  const touched: number[] = [];
  const isCounted = measure === 'deaths';
  for (let i = 0; i < of.length;) {
    const today = start[i];
    for (; i < of.length && start[i] === today; i++) {
      if (mask[i] === 0) continue;
      const cell = of[i];
      if (day.incidents[cell]++ === 0) touched.push(cell);
      if (!isCounted) continue;
      if (best[i] === UNKNOWN) day.unknown[cell]++;
      else {
        day.best[cell] += best[i];
        day.squares[cell] += best[i] * best[i];
      }
    }
    for (const cell of touched) {
      for (const list of lists[cell]) filled[list] = addDay(all[list], filled[list], today, day, cell);
      day.incidents[cell] = day.best[cell] = day.squares[cell] = day.unknown[cell] = 0;
    }
    touched.length = 0;
  }
  return all.map((occurrences, list) => cutTo(occurrences, filled[list]));
}

/** How many rows that pass the mask are in each list. */
function sizesOf(mask: Uint8Array, { of, lists, count }: Listed): number[] {
  const inCell = new Uint32Array(lists.length);
  for (let i = 0; i < of.length; i++) inCell[of[i]] += mask[i];
  const sizes = Array<number>(count).fill(0);
  lists.forEach((members, cell) => members.forEach((list) => (sizes[list] += inCell[cell])));
  return sizes;
}

function killedSums(size: number): KilledSums {
  return { best: new Float64Array(size), squares: new Float64Array(size), unknown: new Float64Array(size) };
}

function roomFor(days: number, measure: Measure): Occurrences {
  return {
    days: new Int32Array(days),
    incidents: new Float64Array(days + 1),
    killed: measure === 'deaths' ? killedSums(days + 1) : null,
  };
}

/** Adds what a cell has on a day to the sums of `filled` days; gives how many there are then. */
function addDay(
  { days, incidents, killed }: Occurrences,
  filled: number,
  today: number,
  day: KilledSums & { incidents: Float64Array },
  cell: number,
): number {
  const isNew = filled === 0 || days[filled - 1] !== today;
  const at = isNew ? filled + 1 : filled;
  const from = isNew ? filled : at;
  days[at - 1] = today;
  incidents[at] = incidents[from] + day.incidents[cell];
  if (killed) {
    killed.best[at] = killed.best[from] + day.best[cell];
    killed.squares[at] = killed.squares[from] + day.squares[cell];
    killed.unknown[at] = killed.unknown[from] + day.unknown[cell];
  }
  return at;
}

function cutTo({ days, incidents, killed }: Occurrences, size: number): Occurrences {
  const sums = (of: Float64Array) => of.subarray(0, size + 1);
  return {
    days: days.subarray(0, size),
    incidents: sums(incidents),
    killed: killed && {
      best: sums(killed.best),
      squares: sums(killed.squares),
      unknown: sums(killed.unknown),
    },
  };
}

/** How many incidents there are. */
export function incidentsOf({ days, incidents }: Occurrences): number {
  return incidents[days.length];
}

/** What the days of a window hold. */
export function occurredIn({ days, incidents, killed }: Occurrences, { start, end }: Window): Occurred {
  const [from, to] = [upperBound(days, start - 1), upperBound(days, end)];
  return {
    incidents: incidents[to] - incidents[from],
    best: killed ? killed.best[to] - killed.best[from] : 0,
    squares: killed ? killed.squares[to] - killed.squares[from] : 0,
    unknown: killed ? killed.unknown[to] - killed.unknown[from] : 0,
  };
}

/** The incidents, or the killed where these are counted, of stretches of seven days, the first of them from `start` on. */
export function weeklyCounts(occurrences: Occurrences, start: number, weeks: number): Float64Array {
  const { days, incidents, killed } = occurrences;
  const sums = killed?.best ?? incidents;
  const counts = new Float64Array(weeks);
  let from = upperBound(days, start - 1);
  for (let week = 0; week < weeks; week++) {
    const to = upperBound(days, start + 7 * week + 6, from);
    counts[week] = sums[to] - sums[from];
    from = to;
  }
  return counts;
}

/**
 * The incidents, or the killed where these are counted, of the `rolling` days that end with each day: the highest of the
 * days of each of `columns` equal parts of the axis. NaN where no day of a part has all of its days within `known`.
 */
export function rollingSums(
  { days, incidents, killed }: Occurrences,
  { rolling, axis, columns, known }: { rolling: number; axis: Window; columns: number; known: Window },
): Float64Array {
  const sums = killed?.best ?? incidents;
  const highest = new Float64Array(columns).fill(NaN);
  const all = daysIn(axis);
  // parts may share a day, and then both counters go back a little
  const count = (from: number, day: number) => {
    let i = from;
    while (i < days.length && days[i] <= day) i++;
    while (i > 0 && days[i - 1] > day) i--;
    return i;
  };
  let [head, tail] = [0, 0];
  for (let column = 0; column < columns; column++) {
    const [begins, ends] = [Math.floor((column * all) / columns), Math.ceil(((column + 1) * all) / columns) - 1];
    const last = Math.min(axis.start + ends, known.end);
    for (let day = Math.max(axis.start + begins, known.start + rolling - 1); day <= last; day++) {
      [head, tail] = [count(head, day), count(tail, day - rolling)];
      const sum = sums[head] - sums[tail];
      if (!(highest[column] >= sum)) highest[column] = sum;
    }
  }
  return highest;
}
