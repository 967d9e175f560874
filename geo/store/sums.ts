import { UNKNOWN, type Columns } from './store.ts';

/** Incidents, their known deaths, and how many of them have no known number of deaths. */
export interface Tally {
  incidents: number;
  deaths: number;
  deathsUnknown: number;
  /** of the known deaths; `null` where it is not counted */
  range: DeathsRange | null;
}

/** Deaths by the lowest and by the highest counts of each incident; where it has none such, its best estimate counts. */
export interface DeathsRange {
  low: number;
  high: number;
}

/** No incidents. */
export const NO_TALLY: Tally = { incidents: 0, deaths: 0, deathsUnknown: 0, range: { low: 0, high: 0 } };

/** The rows of a store told apart by something: each row is in one cell. */
export interface RowCells {
  count: number;
  /** the cell of each row */
  of: Int32Array;
}

/** Deaths over some incidents. Incidents with no best estimate add nothing and are counted in `unknown`. */
export interface Deaths extends DeathsRange {
  best: number;
  /** incidents whose deaths are not known */
  unknown: number;
}

/** Incidents and their deaths. */
export interface Total {
  incidents: number;
  deaths: Deaths;
}

/** Incidents and their deaths in each cell, as in `Deaths`. Whole numbers throughout, so that nothing drifts. */
export interface Sums {
  incidents: Float64Array;
  best: Float64Array;
  low: Float64Array;
  high: Float64Array;
  unknown: Float64Array;
}

/** Nothing in any cell. */
export function emptySums(cells: number): Sums {
  const zeros = () => new Float64Array(cells);
  return { incidents: zeros(), best: zeros(), low: zeros(), high: zeros(), unknown: zeros() };
}

/** Takes everything out of all cells. */
export function clearSums(sums: Sums): void {
  for (const figures of [sums.incidents, sums.best, sums.low, sums.high, sums.unknown]) figures.fill(0);
}

/** The sums as they are now. */
export function copySums({ incidents, best, low, high, unknown }: Sums): Sums {
  return {
    incidents: incidents.slice(),
    best: best.slice(),
    low: low.slice(),
    high: high.slice(),
    unknown: unknown.slice(),
  };
}

/** Counts a row into its cell (`sign` 1) or takes it out again (-1). All that the page and `report` show comes from here. */
export function countRow(
  sums: Sums,
  { best, low, high }: Pick<Columns, 'best' | 'low' | 'high'>,
  row: number,
  cell: number,
  sign: 1 | -1,
): void {
  sums.incidents[cell] += sign;
  const known = best[row];
  if (known === UNKNOWN) {
    sums.unknown[cell] += sign;
    return;
  }
  sums.best[cell] += sign * known;
  sums.low[cell] += sign * (low[row] === UNKNOWN ? known : low[row]);
  sums.high[cell] += sign * (high[row] === UNKNOWN ? known : high[row]);
}

/** All of the cells from `from` up to but not `to`, in one. */
export function totalOf({ incidents, best, low, high, unknown }: Sums, from: number, to: number): Total {
  const total: Total = { incidents: 0, deaths: { best: 0, low: 0, high: 0, unknown: 0 } };
  for (let cell = from; cell < to; cell++) {
    total.incidents += incidents[cell];
    total.deaths.best += best[cell];
    total.deaths.low += low[cell];
    total.deaths.high += high[cell];
    total.deaths.unknown += unknown[cell];
  }
  return total;
}

/** A total as a tally. */
export function tallyOf({ incidents, deaths: { best, low, high, unknown } }: Total): Tally {
  return { incidents, deaths: best, deathsUnknown: unknown, range: { low, high } };
}

/** The incidents and deaths of both. */
export function added(a: Tally, b: Tally): Tally {
  return {
    incidents: a.incidents + b.incidents,
    deaths: a.deaths + b.deaths,
    deathsUnknown: a.deathsUnknown + b.deathsUnknown,
    range: a.range && b.range && { low: a.range.low + b.range.low, high: a.range.high + b.range.high },
  };
}
