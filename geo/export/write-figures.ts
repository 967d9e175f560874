import { csvRecord, guard } from '../formats/csv.ts';
import type { FiguresTable } from '../views/figures-table.ts';

const textOf = (cell: string | number | null) => (cell === null ? '' : String(cell));

/** The figures as CSV; how they were made stands once, in the last cell of the first row. Without lines it has no such column. */
export function figuresCsv({ columns, rows }: FiguresTable, made: readonly string[] = []): string[] {
  const hasMade = made.length > 0;
  return [
    csvRecord(hasMade ? [...columns, 'provenance'] : columns),
    ...rows.map((row, i) => {
      const cells = row.map((cell) => guard(textOf(cell)));
      return csvRecord(hasMade ? [...cells, i === 0 ? guard(made.join(' ')) : ''] : cells);
    }),
  ];
}

/** The figures as they are pasted into a spreadsheet: tabs between the cells, no tab or line break within one. */
export function figuresTsv({ columns, rows }: FiguresTable): string {
  const line = (cells: readonly (string | number | null)[]) =>
    cells.map((cell) => guard(textOf(cell).replace(/[\t\r\n]+/g, ' '))).join('\t');
  return `${[columns, ...rows].map(line).join('\n')}\n`;
}
