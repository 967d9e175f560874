/** The figures of a view as a table: what is copied, saved as CSV and printed by `report`. A figure that is not known, or that there is none of, is `null`. */
export interface FiguresTable {
  columns: readonly string[];
  rows: readonly (readonly (string | number | null)[])[];
}
