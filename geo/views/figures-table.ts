import type { Sums } from '../store/sums.ts';

/** The figures of a view as a table: what is copied, saved as CSV and printed by `report`. A figure that is not known, or that there is none of, is `null`. */
export interface FiguresTable {
  columns: readonly string[];
  rows: readonly (readonly (string | number | null)[])[];
}

/** The columns of `sumCells`. */
export const KILLED_COLUMNS = ['incidents', 'killed', 'killed_low', 'killed_high', 'killed_unknown'] as const;

/** Incidents and killed of a cell; where the killed of none of its incidents are known these are `null`. */
export function sumCells({ incidents, best, low, high, unknown }: Sums, cell: number): (number | null)[] {
  const isKnown = incidents[cell] === 0 || unknown[cell] < incidents[cell];
  const killed = [best, low, high].map((figures) => (isKnown ? figures[cell] : null));
  return [incidents[cell], ...killed, unknown[cell]];
}
