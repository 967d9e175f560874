import type { Mapping } from '../formats/format.ts';
import { isFigure } from '../formats/plain.ts';
import type { TakenAs } from '../formats/taken.ts';
import { UsageError } from '../model/errors.ts';
import { COLUMN_FIELDS, MAPPED_FIELDS, optionName, type MappedField } from '../words/columns.ts';

/** The fields that columns can be named for, by their names on the command line. */
const FIELDS: ReadonlyMap<string, MappedField> = new Map(
  MAPPED_FIELDS.map((field) => [COLUMN_FIELDS[field].option, field]),
);
const NAMES = [...FIELDS.keys()];

/** The option that names columns for a field: all of them where they are figures that add up, else the first. */
export function optionFor(field: TakenAs, columns: readonly string[]): string {
  const joined = (isFigure(field) ? columns : columns.slice(0, 1)).map((name) => name.replaceAll('+', '\\+')).join('+');
  const pair = `${optionName(field) ?? field}=${joined}`;
  return `--columns ${/^[\w=+]+$/.test(pair) ? pair : `'${pair.replaceAll("'", "'\\''")}'`}`;
}

/** Before the next pair, and no comma in a column's own name. */
const PAIRS = new RegExp(`,(?=\\s*(?:${NAMES.join('|')})\\s*=)`);
/** Between the columns that are one field together. */
const JOINED = /(?<!\\)\+/;

/**
 * What `--columns lat=Breite,date=Year+Month+Day` names, several of them one after the other. A field without a column after the sign
 * of equality has none; a plus that is part of a column's name has a backslash before it.
 * @throws UsageError for what is no field, one that is named twice, and what is no pair
 */
export function columnsNamed(options: readonly string[]): Mapping {
  const mapping: Record<string, string | readonly string[]> = {};
  for (const pair of options.flatMap((option) => option.split(PAIRS))) {
    const sign = pair.indexOf('=');
    const name = (sign < 0 ? pair : pair.slice(0, sign)).trim();
    const field = FIELDS.get(name);
    if (field === undefined) throw new UsageError(`--columns: ${JSON.stringify(name)} is no field. ${CHOICE}`);
    if (sign < 0) throw new UsageError(`--columns: ${name} names no column. Write ${name}=COLUMN`);
    if (Object.hasOwn(mapping, field))
      throw new UsageError(`--columns: ${name} is named twice. Join columns: ${name}=A+B`);
    const columns = pair
      .slice(sign + 1)
      .split(JOINED)
      .map((column) => column.replaceAll('\\+', '+').trim());
    mapping[field] = columns.length === 1 ? columns[0] : columns;
  }
  return mapping;
}

const CHOICE = `Give FIELD=COLUMN pairs with commas between them; the fields are ${NAMES.join(', ')}`;
