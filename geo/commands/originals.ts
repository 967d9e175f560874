import { unguard } from '../formats/csv.ts';
import type { Layout } from '../formats/format.ts';
import { OWN_COLUMNS, ownTable } from '../formats/own-table.ts';
import { bareHeader } from '../formats/rejects.ts';
import { isObject, isOwnForm } from '../formats/recorded.ts';
import { originalOf, parsed } from '../formats/rows.ts';

/** How the row that an incident was made of goes along with it. */
export interface Originals {
  /** The names of the columns that follow our own in a table. */
  columns: readonly string[];
  cells: (raw: string) => readonly string[];
  /** By the names that the file has. */
  record: (raw: string) => Record<string, string>;
}

/**
 * A table's own columns follow ours as `original_` and their name; of features they are one column in JSON, as each may
 * have others. What came along in a file that we wrote ourselves goes along again as it is.
 */
export function originalsOf(layout: Layout): Originals {
  const { format, header } = layout;
  if (header === null) {
    const record = (raw: string) => originalIn(parsed(raw)) ?? Object.fromEntries(originalOf(layout, raw));
    const cell = (original: object) => (Object.keys(original).length === 0 ? '' : JSON.stringify(original));
    return { columns: ['original'], cells: (raw) => [cell(record(raw))], record };
  }
  const isOwn = format === ownTable.id;
  const pairs = (raw: string): [string, string][] => {
    const all = originalOf(layout, raw);
    if (!isOwn) return all;
    return all.filter(([name]) => !OWN_COLUMNS.includes(name)).map(([name, cell]) => [name, unguard(cell)]);
  };
  const names = bareHeader(header);
  return {
    columns: isOwn ? names.filter((name) => !OWN_COLUMNS.includes(name)) : names.map((name) => `original_${name}`),
    cells: (raw) => pairs(raw).map(([, cell]) => cell),
    record: (raw) =>
      Object.fromEntries(pairs(raw).map(([name, cell]) => [name.replace(isOwn ? /^original_/ : '', ''), cell])),
  };
}

/** What `enrich` put beside the properties of a feature; nothing for one of ours that had nothing beside them. */
function originalIn(feature: unknown): Record<string, string> | null {
  if (!isObject(feature)) return null;
  const { original, properties } = feature;
  if (isObject(original))
    return Object.fromEntries(Object.entries(original).map(([name, value]) => [name, String(value)]));
  return isObject(properties) && isOwnForm(properties) ? {} : null;
}
