import { formatDay } from '../model/day.ts';
import { PLACE_SIDES } from '../model/incident.ts';
import { binRows } from '../store/count.ts';
import { countRow, emptySums, type Sums } from '../store/sums.ts';
import { binsOf, type Bins } from '../time/bins.ts';
import type { ViewContext } from './context.ts';
import { KILLED_COLUMNS, sumCells, type FiguresTable } from './figures-table.ts';

/** Km of the Durand Line in a row of the table; on screen rows are as high as there is room. */
export const STRETCH_KM = 50;

/** What stretches of the line have in each year: cell `(stretch * sides + side) * years + year`, of the sides in PLACE_SIDES and none. */
export interface BorderThroughTime {
  bins: Bins;
  years: number;
  stretches: number;
  sums: Sums;
}

const SIDES = [...PLACE_SIDES, null] as const;

/** Counts the rows that pass the mask and lie within so many km of the line: once each, on their first day and at their nearest place on the line. */
export function borderOf({
  store,
  mask,
  extent,
  withinKm,
}: Pick<ViewContext, 'store' | 'mask' | 'extent' | 'withinKm'>): BorderThroughTime {
  const { columns } = store;
  const { borderKm, alongKm, borderSide } = columns;
  const bins = binsOf(extent, 'year');
  const rows = binRows(store, bins);
  const years = rows.length - 1;
  const isIn = (row: number) => mask[row] === 1 && borderKm[row] <= withinKm; // NaN is not within
  let farthest = -1;
  for (let row = 0; row < store.size; row++) if (isIn(row)) farthest = Math.max(farthest, alongKm[row]);
  const stretches = Math.floor(farthest / STRETCH_KM) + 1;
  const sums = emptySums(stretches * SIDES.length * years);
  for (let year = 0; year < years; year++) {
    for (let row = rows[year]; row < rows[year + 1]; row++) {
      if (!isIn(row)) continue;
      const side = Math.min(borderSide[row], PLACE_SIDES.length);
      const stretch = Math.floor(alongKm[row] / STRETCH_KM);
      countRow(sums, columns, row, (stretch * SIDES.length + side) * years + year, 1);
    }
  }
  return { bins, years, stretches, sums };
}

/** A row for each stretch, side and year in which something happened. */
export function borderTable({ bins, years, stretches, sums }: BorderThroughTime): FiguresTable {
  const rows = Array.from({ length: stretches * SIDES.length * years }, (_, cell) => cell)
    .filter((cell) => sums.incidents[cell] > 0)
    .map((cell) => {
      const [year, place] = [cell % years, Math.floor(cell / years)];
      const fromKm = Math.floor(place / SIDES.length) * STRETCH_KM;
      const days = [bins.edges[year], bins.edges[year + 1] - 1].map(formatDay);
      return [fromKm, fromKm + STRETCH_KM, SIDES[place % SIDES.length], ...days, ...sumCells(sums, cell)];
    });
  return { columns: ['from_km', 'to_km', 'side', 'from', 'to', ...KILLED_COLUMNS], rows };
}
