import type { ParseArgsConfig } from 'node:util';
import * as z from 'zod/mini';
import type { Ground } from '../ground/measure.ts';
import { SourceError } from '../model/errors.ts';
import { FILTER_KEYS, NO_FILTERS, type FilterKey, type Filters } from '../store/filter.ts';
import { itemsOf, writtenFilter } from '../store/written-filters.ts';

/** An option for each filter of the page, under the name that it has in the page's address. */
export const FILTER_OPTIONS = Object.fromEntries(
  FILTER_KEYS.map((key) => [writtenFilter(key).name, { type: 'string' }]),
) satisfies NonNullable<ParseArgsConfig['options']>;

/** The names of the options, as a usage line has them. */
export const FILTER_USAGE = FILTER_KEYS.map((key) => `[--${writtenFilter(key).name} …]`).join(' ');

/** What the options ask for. Throws a `SourceError` that names the option and what of its value cannot be read. */
export function readFilters(values: Readonly<Record<string, unknown>>): Filters {
  const filters: Filters = { ...NO_FILTERS };
  for (const key of FILTER_KEYS) readOne(filters, key, values);
  return filters;
}

/** Throws a `SourceError` for a district that is none, which would let nothing pass. */
export function checkDistricts({ districts }: Filters, ground: Ground): void {
  const unknown = districts?.filter((id) => ground.districts.named(id) === null) ?? [];
  if (unknown.length === 0) return;
  const where = { file: 'command line', row: null, field: '--districts', value: unknown.join(',') };
  throw new SourceError(where, 'is no district', 'Give ids, such as kurram,north-waziristan');
}

function readOne<K extends FilterKey>(filters: Filters, key: K, values: Readonly<Record<string, unknown>>): void {
  const { name, codec, isList = false } = writtenFilter(key);
  const text = values[name];
  if (typeof text !== 'string') return;
  const read = z.safeDecode(codec, text);
  if (!read.success) throw refused(name, isList ? itemsOf(codec, text).unread.join(',') : text, read.error);
  filters[key] = read.data;
}

function refused(name: string, value: string, { issues: [issue] }: z.core.$ZodError): SourceError {
  const where = { file: 'command line', row: null, field: `--${name}`, value };
  if (issue.code !== 'invalid_value') return new SourceError(where, issue.message, 'Leave an end out where it is open');
  return new SourceError(where, 'is not known', `Give ${issue.values.join(', ')}`);
}
