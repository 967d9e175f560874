import { isObject } from './recorded.ts';
import type { Layout } from './format.ts';
import { FIGURES, isTotal, killedLike, partOf, type Figure } from './figure-names.ts';
import { looksLike } from './looks-like.ts';
import { cellsOf } from './records.ts';
import { formatWithId } from './registry.ts';
import { bareHeader, createBareCells } from './rejects.ts';
import { parsed } from './rows.ts';
import type { TakenAs } from './taken.ts';

/** What became of a column. */
export interface ColumnRead {
  /** as the file has it */
  name: string;
  /** What was made of it, nothing where it was left over. */
  taken: readonly TakenAs[];
  /** What a column that was left over may hold, where nothing was taken for that; else `null`. */
  maybe: TakenAs | null;
}

/** So many rows are looked at for what is in them. */
export const ROWS_LOOKED_AT = 200;

/** What becomes of the columns of a file that is laid out so, and what else is in the first rows (as `Entry.raw`): of features their properties. */
export function columnsIn(layout: Layout, raws: readonly string[]): ColumnRead[] {
  const format = formatWithId(layout.format);
  if (format === null) throw new RangeError(`There is no format ${JSON.stringify(layout.format)}.`);
  const mapping = layout.mapping ?? undefined;
  const { names, rows } = shownIn(layout, raws.slice(0, ROWS_LOOKED_AT));
  const taken = format.taken(names, mapping);
  const done = new Set([...taken.values()].flat());
  const killed = killedLike(names, rows);
  const all = names.flatMap((name, column): ColumnRead[] => {
    const cells = rows.map((row) => row[column] ?? '');
    if (name.trim() === '' && cells.every((cell) => cell.trim() === '')) return [];
    const as = taken.get(column) ?? [];
    const maybe = as.length > 0 ? null : (looksLike(name, cells) ?? killed.get(column) ?? null);
    return [{ name, taken: as, maybe: maybe !== null && isOpen(maybe, done) ? maybe : null }];
  });
  return withoutParts(all);
}

/** Of a figure's columns that are offered its total alone, where there is one: what is offered for a figure is added. */
function withoutParts(columns: readonly ColumnRead[]): ColumnRead[] {
  const totals = FIGURES.flatMap((figure): [Figure, string][] => {
    const own = columns.filter(({ name, maybe }) => maybe === figure && isTotal(name));
    const shortest = own.toSorted((a, b) => a.name.length - b.name.length).at(0);
    return shortest === undefined ? [] : [[figure, shortest.name]];
  });
  return columns.map((column) => {
    const total = totals.find(([figure]) => figure === column.maybe)?.[1];
    return total === undefined || total === column.name ? column : { ...column, maybe: null };
  });
}

/** The columns left over that count people of one kind, where something else was taken or is offered for their figure: they are not added to it. */
export function notAdded(columns: readonly ColumnRead[]): readonly { figure: 'best' | 'injured'; names: string[] }[] {
  const has = (fields: readonly TakenAs[]) =>
    columns.some(({ taken, maybe }) => fields.some((field) => taken.includes(field) || maybe === field));
  return (['best', 'injured'] as const).flatMap((figure) => {
    if (!has(figure === 'best' ? ['best', 'low', 'high'] : ['injured'])) return [];
    const left = columns.filter(
      ({ name, taken, maybe }) => taken.length === 0 && maybe === null && partOf(name) === figure,
    );
    return left.length === 0 ? [] : [{ figure, names: left.map(({ name }) => name) }];
  });
}

/** What says the same: where one is there the others are not missed. */
const ALIKE: readonly (readonly TakenAs[])[] = [
  ['start', 'year'],
  ['best', 'low', 'high'],
  ['actor1', 'actors'],
];

function isOpen(field: TakenAs, done: ReadonlySet<TakenAs>): boolean {
  if (field === 'lat' || field === 'lon' || field === 'position') {
    return !done.has('position') && !(done.has('lat') && done.has('lon'));
  }
  const alike = ALIKE.find((fields) => fields.includes(field)) ?? [field];
  return !alike.some((each) => done.has(each));
}

/** The names of a file's columns, and rows of texts under them. */
export interface ShownColumns {
  names: readonly string[];
  rows: readonly (readonly string[])[];
}

/** The columns of rows as they stand in a file; of features the properties that any of them has. */
export function shownIn(
  { header, delimiter }: Pick<Layout, 'header' | 'delimiter'>,
  raws: readonly string[],
): ShownColumns {
  if (header !== null) {
    const bareCells = createBareCells(header);
    const rows = raws.map((raw) => {
      const cells = cellsOf(raw, { delimiter });
      return (cells && bareCells(cells)) ?? [];
    });
    return { names: bareHeader(header), rows };
  }
  const all = raws.map((raw) => propertiesOf(parsed(raw)));
  const names = [...new Set(all.flatMap((properties) => Object.keys(properties)))];
  return { names, rows: all.map((properties) => names.map((name) => textOf(properties[name]))) };
}

function propertiesOf(feature: unknown): Record<string, unknown> {
  return isObject(feature) && isObject(feature.properties) ? feature.properties : {};
}

function textOf(value: unknown): string {
  if (value === undefined || value === null) return '';
  return typeof value === 'string' ? value : JSON.stringify(value);
}
