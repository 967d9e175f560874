import type { Columns } from './columns.ts';

/** The columns that tell whether two rows are of one event. */
export const PAIRED_COLUMNS = [
  ...(['dataset', 'start', 'end', 'datePrecision', 'type', 'best', 'low', 'high'] as const),
  ...(['lon', 'lat', 'locationPrecision', 'borderKm', 'borderKmMax', 'district', 'pointDistrict', 'province'] as const),
];
export type PairedColumns = Pick<Columns, (typeof PAIRED_COLUMNS)[number]>;

/** Pairs of rows of two datasets: `earlier[i]`, and `later[i]` of the dataset that comes later. By `earlier`, then `later`. */
export interface Pairs {
  earlier: Uint32Array;
  later: Uint32Array;
}

/** Of two datasets of the merged store, the earlier first, how many rows pair. */
export interface PairsBetween {
  earlier: number;
  later: number;
  count: number;
}

/** How many pairs there are of each two datasets that have any, by the codes of the datasets. */
export function pairsBetween({ earlier, later }: Pairs, dataset: Uint16Array): PairsBetween[] {
  const between = new Map<string, PairsBetween>();
  for (let i = 0; i < earlier.length; i++) {
    const codes = { earlier: dataset[earlier[i]], later: dataset[later[i]] };
    const key = `${codes.later} ${codes.earlier}`;
    const known = between.get(key);
    if (known) known.count++;
    else between.set(key, { ...codes, count: 1 });
  }
  return [...between.values()].sort((p, q) => p.later - q.later || p.earlier - q.earlier);
}

/** The rows that pair with a row, one of each other dataset at most. */
export function pairedWith({ earlier, later }: Pairs, row: number): number[] {
  const rows: number[] = [];
  for (let i = 0; i < earlier.length; i++) {
    if (earlier[i] === row) rows.push(later[i]);
    if (later[i] === row) rows.push(earlier[i]);
  }
  return rows;
}
