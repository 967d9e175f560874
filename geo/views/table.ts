import { DATE_PRECISIONS } from '../model/incident.ts';
import { visibleRows } from '../store/count.ts';
import type { Store } from '../store/store.ts';
import type { ViewContext } from './context.ts';
import { countCells, digits, sortedCells, spreadCells, type CellSums } from './cross.ts';
import type { Dimension } from './dimensions.ts';
import type { FiguresTable } from './figures-table.ts';
import { byDataset, TELLINGS, type DimensionValue, type Telling } from './tell.ts';

/** Incidents, killed and injured. A sum over incidents of which none has a known number is `null`: unknown, never 0. */
export interface RowFigures {
  incidents: number;
  /** `unknown`: incidents whose killed are not known */
  killed: { best: number | null; low: number | null; high: number | null; unknown: number };
  injured: number | null;
  /** incidents whose injured are not known */
  injuredUnknown: number;
}

/** Incidents told apart by up to three things. Rows of no incident are left out. */
export interface CrossTable {
  by: readonly Dimension[];
  /** How many rows there are: in the order of their values, those of the first dimension first; what has none comes last. */
  size: number;
  valuesAt: (row: number) => DimensionValue[];
  /** where each of its values stands in their order */
  placesAt: (row: number) => number[];
  figuresAt: (row: number) => RowFigures;
  /** of all incidents, each counted once */
  total: RowFigures;
  /** Dimensions of which some incident has several values: it stands in a row of each, and the rows add up to more than the total. */
  overlaps: readonly Dimension[];
  /** incidents that began before the window: they stand by their first day, as in the histogram */
  beganBefore: number;
  /** incidents known to the year only that stand in a month or quarter, by the first day of the year */
  yearOnly: number;
}

const TO_THE_YEAR = DATE_PRECISIONS.indexOf('year');

/** What a table is made from. */
export type TableContext = Pick<ViewContext, 'store' | 'mask' | 'window' | 'datasets'> & {
  options: Pick<ViewContext['options'], 'by'>;
};

/** The incidents that pass the mask and are visible in the window, told apart by the dimensions that are chosen. */
export function tableOf({ store, mask, window, options: { by }, datasets }: TableContext): CrossTable {
  const { columns } = store;
  const rows = visibleRows(store, mask, window);
  const tellings = by.map((dimension) => tellingOf(dimension, store, datasets));
  const counted = countCells(columns, rows, tellings);
  const { several, ...cells } = spreadCells(counted, tellings);
  const { keys, sums } = sortedCells(cells);
  const sizes = tellings.map(({ values }) => values);
  const isFine = by.some((dimension) => dimension === 'month' || dimension === 'quarter');
  return {
    by,
    size: keys.length,
    placesAt: (row) => digits(keys[row], sizes),
    valuesAt: (row) => digits(keys[row], sizes).map((place, t) => tellings[t].value(place)),
    figuresAt: (row) => figuresOf(sums, row, row + 1),
    total: figuresOf(counted.sums, 0, counted.keys.length),
    overlaps: by.filter((_, t) => several[t]),
    beganBefore: countOf(rows, (row) => columns.start[row] < window.start),
    yearOnly: isFine ? countOf(rows, (row) => columns.datePrecision[row] === TO_THE_YEAR) : 0,
  };
}

const FIGURE_COLUMNS = [
  'incidents',
  'killed_best',
  'killed_low',
  'killed_high',
  'killed_unknown',
  'injured',
  'injured_unknown',
] as const;

/** The table as it is copied, saved and printed. */
export function tableTable({ by, size, valuesAt, figuresAt }: CrossTable): FiguresTable {
  return {
    columns: [...by, ...FIGURE_COLUMNS],
    rows: Array.from({ length: size }, (_, row) => {
      const { incidents, killed, injured, injuredUnknown } = figuresAt(row);
      const { best, low, high, unknown } = killed;
      return [...valuesAt(row), incidents, best, low, high, unknown, injured, injuredUnknown];
    }),
  };
}

function tellingOf(dimension: Dimension, store: Store, datasets: readonly string[]): Telling {
  return dimension === 'dataset' ? byDataset(store, datasets) : TELLINGS[dimension](store);
}

/** Of the cells from `from` up to but not `to`, in one. */
function figuresOf(sums: CellSums, from: number, to: number): RowFigures {
  const sumOf = (name: keyof CellSums) => sums[name].subarray(from, to).reduce((all, one) => all + one, 0);
  const [incidents, unknown, injuredUnknown] = [sumOf('incidents'), sumOf('unknown'), sumOf('injuredUnknown')];
  const known = (name: keyof CellSums, notKnown: number) =>
    incidents > 0 && notKnown === incidents ? null : sumOf(name);
  return {
    incidents,
    killed: { best: known('best', unknown), low: known('low', unknown), high: known('high', unknown), unknown },
    injured: known('injured', injuredUnknown),
    injuredUnknown,
  };
}

function countOf(rows: Uint32Array, is: (row: number) => boolean): number {
  let count = 0;
  for (const row of rows) if (is(row)) count++;
  return count;
}
