import { withAnyStyle } from '../../../../geo/formats/date-style.ts';
import type { Event, RowRead, TableFormat } from '../../../../geo/formats/format.ts';
import type { Finding } from '../../../../geo/model/findings.ts';

type Row = Readonly<Record<string, string>>;

/** Reads one row that is given by its columns, with the columns in the order in which they are given. */
export function readRow(format: TableFormat, row: Row): RowRead {
  return format.reader(Object.keys(row), withAnyStyle(null))(Object.values(row));
}

/** The event of a row that has to be taken, with its warnings. */
export function taken(format: TableFormat, row: Row): Event & { warnings: Finding[] } {
  const read = readRow(format, row);
  if ('rejected' in read) throw new Error(`rejected: ${JSON.stringify(read.rejected)}`);
  return { ...read.event, warnings: read.warnings };
}

/** What a row that must not be taken is rejected for. */
export function rejected(format: TableFormat, row: Row): Finding {
  const read = readRow(format, row);
  if (!('rejected' in read)) throw new Error('taken');
  return read.rejected;
}

/** The name and side of each actor. */
export function sides({ recorded }: Event): string[] {
  return recorded.actors.map(({ party, name, side }) => `${party} ${name}: ${side}`);
}
