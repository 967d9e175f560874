import { formatDay } from '../model/day.ts';
import { binRows, type Measure } from '../store/count.ts';
import { NO_DISTRICT, type Store } from '../store/store.ts';
import { countRow, emptySums, type Sums } from '../store/sums.ts';
import { binsOf, type Bins } from '../time/bins.ts';
import type { ViewContext } from './context.ts';
import { KILLED_COLUMNS, sumCells, type FiguresTable } from './figures-table.ts';

/** What districts have in each bin of time: cell `place * bins + bin`, where place 0 is none and place `i + 1` is `store.districts[i]`. */
export interface DistrictCurves {
  bins: Bins;
  /** in each curve */
  count: number;
  sums: Sums;
}

/** Counts the rows that pass the mask by district and bin, once each, in the bin of its first day as the histogram does. */
export function districtCurves(store: Store, mask: Uint8Array, bins: Bins): DistrictCurves {
  const { columns, districts } = store;
  const rows = binRows(store, bins);
  const count = rows.length - 1;
  const sums = emptySums((districts.length + 1) * count);
  for (let bin = 0; bin < count; bin++) {
    for (let i = rows[bin]; i < rows[bin + 1]; i++)
      if (mask[i]) countRow(sums, columns, i, (columns.district[i] - NO_DISTRICT) * count + bin, 1);
  }
  return { bins, count, sums };
}

/** The curve of a district, by its place in the store's list; of NO_DISTRICT, what lies in none. */
export function curveOf({ count, sums }: DistrictCurves, index: number, measure: Measure): Float64Array {
  const first = (index - NO_DISTRICT) * count;
  return (measure === 'incidents' ? sums.incidents : sums.best).subarray(first, first + count);
}

/** The curves of the days that the slider reaches, year by year, with the names of the places. */
export function districtsOf({
  store,
  mask,
  extent,
}: Pick<ViewContext, 'store' | 'mask' | 'extent'>): DistrictCurves & { names: (string | null)[] } {
  const names = [null, ...store.districts.map(({ name }) => name)];
  return { ...districtCurves(store, mask, binsOf(extent, 'year')), names };
}

/** A row for each district and bin; what lies in no district comes first. Where the killed of no incident are known they are `null`. */
export function districtsTable({ names, bins, count, sums }: ReturnType<typeof districtsOf>): FiguresTable {
  return {
    columns: ['district', 'from', 'to', ...KILLED_COLUMNS],
    rows: names.flatMap((name, place) =>
      Array.from({ length: count }, (_, bin) => {
        const cell = place * count + bin;
        const [from, to] = [formatDay(bins.edges[bin]), formatDay(bins.edges[bin + 1] - 1)];
        return [name, from, to, ...sumCells(sums, cell)];
      }),
    ),
  };
}
