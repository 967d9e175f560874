import { csvRecord } from '../formats/csv.ts';
import type { SynthEvent } from './events.ts';
import type { Scenario } from './scenarios.ts';

/** Writes made events in a format: head, a row for each event, what stands between two rows, foot. */
export interface SynthWriter {
  /** Which scenarios the dataset has room for. */
  readonly covers: (scenario: Scenario) => boolean;
  readonly head: string;
  readonly between: string;
  readonly foot: string;
  /** Gives the function that writes one event after another. */
  readonly start: () => (event: SynthEvent) => string;
}

/** What stands in a cell; `null` is nothing. */
export type SynthCell = string | number | null;

/** Writes a table (RFC 4180, line feeds) with these columns; a column that `cellsOf` does not give stays empty. */
export function tableWriter<Column extends string>(
  columns: readonly Column[],
  covers: (scenario: Scenario) => boolean,
  start: () => (event: SynthEvent) => Readonly<Partial<Record<Column, SynthCell>>>,
): SynthWriter {
  return {
    covers,
    head: `${columns.join(',')}\n`,
    between: '\n',
    foot: '\n',
    start: () => {
      const cellsOf = start();
      return (event) => {
        const cells = cellsOf(event);
        return csvRecord(columns.map((column) => textOf(cells[column])));
      };
    },
  };
}

function textOf(cell: SynthCell | undefined): string {
  return cell === null || cell === undefined ? '' : String(cell);
}
