import type { ParseArgsConfig } from 'node:util';
import * as z from 'zod/mini';
import type { Ground } from '../ground/measure.ts';
import { SourceError } from '../model/errors.ts';
import { FILTER_KEYS, isOn, NO_FILTERS, type FilterKey, type Filters } from '../store/filter.ts';
import { itemsOf, writtenFilter } from '../store/written-filters.ts';

/** An option for each filter of the page, under the name that it has in the page's address. */
export const FILTER_OPTIONS = Object.fromEntries(
  FILTER_KEYS.map((key) => [writtenFilter(key).name, { type: 'string' }]),
) satisfies NonNullable<ParseArgsConfig['options']>;

/** The names of the options, as a usage line has them. */
export const FILTER_USAGE = FILTER_KEYS.map((key) => `[--${writtenFilter(key).name} …]`).join(' ');

/** The filters that the options ask for. Throws a `SourceError` that names the option and what of its value cannot be read. */
export function readFilterOptions(values: Readonly<Record<string, unknown>>): Partial<Filters> {
  const filters: Partial<Filters> = {};
  for (const key of FILTER_KEYS) {
    const text = values[writtenFilter(key).name];
    if (typeof text === 'string') readFilter(filters, key, text, `--${writtenFilter(key).name}`);
  }
  return filters;
}

/** What the options ask for; all else passes. Throws as `readFilterOptions` does. */
export function readFilters(values: Readonly<Record<string, unknown>>): Filters {
  return { ...NO_FILTERS, ...readFilterOptions(values) };
}

/** Throws a `SourceError` for a district that is none, which would let nothing pass. */
export function checkDistricts({ districts }: Filters, ground: Ground): void {
  const unknown = districts?.filter((id) => ground.districts.named(id) === null) ?? [];
  if (unknown.length === 0) return;
  const where = { file: 'command line', row: null, field: '--districts', value: unknown.join(',') };
  throw new SourceError(where, 'is no district', 'Give ids, such as kurram,north-waziristan');
}

const OPEN = 'Leave an end out where it is open';

/** Reads one filter into the others. Throws a `SourceError` that names the `field` and what of its value cannot be read. */
export function readFilter<K extends FilterKey>(filters: Partial<Filters>, key: K, text: string, field: string): void {
  const { codec, isList = false } = writtenFilter(key);
  const read = z.safeDecode(codec, text);
  if (!read.success) throw refusedValue(field, isList ? itemsOf(codec, text).unread.join(',') : text, read.error, OPEN);
  filters[key] = read.data;
}

/** A filter as it is written; `null` where it is off. */
export function writeFilter<K extends FilterKey>(filters: Filters, key: K): string | null {
  const wanted = filters[key];
  return wanted !== null && isOn(filters, key) ? z.encode(writtenFilter(key).codec, wanted) : null;
}

/** Why a value of an option was refused, and what to give: one of what may be, or `fix`. */
export function refusedValue(
  field: string,
  value: string,
  { issues: [issue] }: z.core.$ZodError,
  fix: string,
): SourceError {
  const where = { file: 'command line', row: null, field, value };
  if (issue.code !== 'invalid_value') return new SourceError(where, issue.message, fix);
  return new SourceError(where, 'is not known', `Give ${issue.values.join(', ')}`);
}
