import { formatDay, parseDay } from '../model/day.ts';
import {
  CLOSURE_ENDS,
  CLOSURE_KINDS,
  CLOSURE_PRECISIONS,
  closureSchema,
  type Closure,
  type Crossing,
} from '../model/crossing.ts';
import { endOfStep } from '../time/window.ts';
import { citedSources } from './cited-sources.ts';
import { readCsvTable, refuseIn, type TableRow } from './csv-table.ts';

const FILE = 'closures.csv';
const refuse = refuseIn(FILE);
const COLUMNS = ['name', 'from', 'to', 'what', 'source', 'date_precision', 'end', 'note'] as const;
type ClosureColumn = (typeof COLUMNS)[number];
type ClosureRow = TableRow<ClosureColumn>;

/** The column that a field is read from. */
const COLUMN_OF: Readonly<Record<string, ClosureColumn>> = {
  kind: 'what',
  precision: 'date_precision',
  ending: 'end',
  sources: 'source',
  note: 'note',
};
const FIX: Readonly<Partial<Record<ClosureColumn, string>>> = {
  what: `Give one of ${CLOSURE_KINDS.join(', ')}.`,
  date_precision: `Give one of ${CLOSURE_PRECISIONS.join(', ')}.`,
  end: `Give one of ${CLOSURE_ENDS.join(', ')}.`,
};

/**
 * The closures of crossings, in the order of the table. Throws a `SourceError` for a crossing that is none, a day that is
 * none, an end before the beginning, an end that is said to be known and is not given or the other way round, or a source
 * that cannot be read.
 */
export function closuresLayer(text: string, crossings: readonly Crossing[]): Closure[] {
  const known = new Set(crossings.map(({ id }) => id));
  return readCsvTable(text, FILE, COLUMNS).map((row) => {
    if (!known.has(row.cells.name)) {
      throw refuse(row, 'name', 'is no crossing', `Name one as crossings.csv begins it: ${[...known].join(', ')}.`);
    }
    return readClosure(row);
  });
}

function readClosure(row: ClosureRow): Closure {
  const { cells } = row;
  const start = firstDay(row, 'from');
  const end = cells.to === '' ? null : lastDay(row, 'to');
  if (end !== null && end < start)
    throw refuse(row, 'to', `is before ${cells.from}`, 'A closure ends after it begins.');
  const cited = citedSources(cells.source);
  if ('refused' in cited) {
    throw refuse(row, 'source', 'cannot be read', 'Give publisher; title; year; address, with " | " between.');
  }
  const result = closureSchema.safeParse({
    crossing: cells.name,
    kind: cells.what,
    start: formatDay(start),
    end: end === null ? null : formatDay(end),
    precision: cells.date_precision,
    ending: cells.end === '' ? null : cells.end,
    sources: cited.sources,
    note: cells.note,
  });
  if (!result.success) {
    const field = COLUMN_OF[String(result.error.issues[0].path[0])] ?? 'name';
    throw refuse(row, field, 'is not allowed', FIX[field] ?? 'Give some text.');
  }
  checkEnd(row, result.data);
  return result.data;
}

/** A closure says how its end is known, and gives it where it is; a reopening is one day and has none. */
function checkEnd(row: ClosureRow, { kind, ending, end }: Closure): void {
  if (kind === 'reopened') {
    if (end !== null) throw refuse(row, 'to', 'ends a reopening', 'A reopening is a day: leave it empty.');
    if (ending !== null) throw refuse(row, 'end', 'ends a reopening', 'A reopening is a day: leave it empty.');
    return;
  }
  if (ending === null) throw refuse(row, 'end', 'is empty', FIX.end ?? '');
  if (ending === 'known' && end === null)
    throw refuse(row, 'to', 'is empty', 'Give the last day, or say unknown in end.');
  if (ending !== 'known' && end !== null) {
    throw refuse(row, 'end', `does not go with ${row.cells.to}`, 'Say known, or leave to empty.');
  }
}

const MONTH = /^\d{4}-\d{2}$/;

/** A day, or the first or last of a month. */
function firstDay(row: ClosureRow, field: 'from' | 'to'): number {
  const cell = row.cells[field];
  const isMonth = MONTH.test(cell);
  const day = parseDay(isMonth ? `${cell}-01` : cell);
  if (day === null)
    throw refuse(row, field, 'is no day or month', 'Give YYYY-MM-DD, or YYYY-MM where no day is known.');
  if (isMonth && row.cells.date_precision !== 'month') {
    throw refuse(row, 'date_precision', `does not go with ${cell}`, 'A month is known to the month.');
  }
  return day;
}

function lastDay(row: ClosureRow, field: 'to'): number {
  const day = firstDay(row, field);
  return MONTH.test(row.cells[field]) ? endOfStep(day, 'month') : day;
}
