import { notAdded, type ColumnRead } from '../formats/columns-read.ts';
import type { TakenAs } from '../formats/taken.ts';
import { fieldWords, optionName } from '../words/columns.ts';
import { optionFor } from './columns-option.ts';

/** A column in a report's JSON, what it became and may be named as in `--columns`. */
export interface PrintedColumn {
  column: string;
  taken: string[];
  maybe: string | null;
}

/** What became of the columns, for those who read it with a program. */
export function printedColumns(columns: readonly ColumnRead[]): PrintedColumn[] {
  return columns.map(({ name, taken, maybe }) => ({
    column: name,
    taken: taken.map(nameOf),
    maybe: maybe === null ? null : nameOf(maybe),
  }));
}

function nameOf(field: TakenAs): string {
  return optionName(field) ?? field;
}

/** What became of the columns, line by line: what was taken, what was left over and looks useful, and what else was left over. */
export function columnLines(columns: readonly ColumnRead[]): string[] {
  const rows = columns
    .filter(({ taken }) => taken.length > 0)
    .map(({ name, taken }) => [name, wordsOf(taken)] as const);
  const width = Math.max(...['Column', ...rows.map(([name]) => name)].map(({ length }) => length));
  const table = [['Column', 'taken as'] as const, ...rows].map(([name, words]) => `${name.padEnd(width)}  ${words}`);
  return ['', ...(rows.length === 0 ? [] : table), ...leftOverLines(columns)];
}

/** What was left over, in few lines, with what to write where it looks useful. */
export function leftOverLines(columns: readonly ColumnRead[]): string[] {
  const parts = notAdded(columns);
  const isPart = new Set(parts.flatMap(({ names }) => names));
  const left = columns.filter(({ name, taken }) => taken.length === 0 && !isPart.has(name));
  const fields = new Set(left.map(({ maybe }) => maybe));
  const usefulFirst = [...fields].sort((a, b) => Number(a === null) - Number(b === null));
  const partLines = parts.map(
    ({ figure, names }) =>
      `Left over, each of one kind of people and not added to ${wordsOf([figure])}: ${names.map(quoted).join(', ')}`,
  );
  const lines = usefulFirst.map((field) => {
    const names = left.filter(({ maybe }) => maybe === field).map(({ name }) => name);
    if (field === null) return `Left over: ${names.map(quoted).join(', ')}`;
    return `Left over, perhaps ${wordsOf([field])}: ${names.map(quoted).join(', ')}. Read it so with ${optionFor(field, names)}`;
  });
  return [...lines, ...partLines];
}

function quoted(name: string): string {
  return JSON.stringify(name);
}

function wordsOf(fields: readonly TakenAs[]): string {
  return fields.map(fieldWords).join(', ');
}

/** The same of one of several files, in one note. */
export function columnsNote(file: string, columns: readonly ColumnRead[]): string {
  const taken = columns
    .filter((column) => column.taken.length > 0)
    .map(({ name, taken: as }) => `${name} → ${wordsOf(as)}`);
  return [`${file}: ${taken.length === 0 ? 'no column was taken' : taken.join('; ')}`, ...leftOverLines(columns)].join(
    '\n  ',
  );
}
