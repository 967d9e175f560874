import { LEAST_SCORE } from '../../../geo/formats/detect.ts';
import type { Mapping } from '../../../geo/formats/format.ts';
import { fieldsIn } from '../../../geo/formats/plain.ts';
import { bareHeader } from '../../../geo/formats/rejects.ts';
import { TABLE_FORMATS } from '../../../geo/formats/registry.ts';
import { mappedFields, table } from '../../../geo/formats/table.ts';
import { COLUMNS, MAPPED_FIELDS, type MappedField } from '../../text/columns.ts';

/** The columns of each field, by their names. */
export type ChosenColumns = Readonly<Record<MappedField, readonly string[]>>;

/** What can be read of a header, the surest first: the datasets that it may be of, and any table. */
export function formatsFor(header: readonly string[]): { id: string; label: string }[] {
  const bare = bareHeader(header);
  const scored = TABLE_FORMATS.map(({ id, label, score }) => ({ id, label, score: score(bare) }));
  const datasets = scored.filter(({ id, score }) => id !== table.id && score >= LEAST_SCORE);
  return [...datasets.sort((a, b) => b.score - a.score), table];
}

/** What a dataset's columns become under a header, in words, each column's own. */
export function takenLabels(format: string, header: readonly string[]): readonly (readonly string[])[] {
  const taken = TABLE_FORMATS.find(({ id }) => id === format)?.taken(header);
  return header.map((_, column) => (taken?.get(column) ?? []).map(COLUMNS.takenWord));
}

/** The columns of each field as they were chosen before, else as they are recognised. */
export function chosenIn(header: readonly string[], before: Mapping | undefined): ChosenColumns {
  const fields = mappedFields(header, before ?? {});
  const entries = MAPPED_FIELDS.map((field) => [field, (fields.get(field) ?? []).map((column) => header[column])]);
  return Object.fromEntries(entries) as Record<MappedField, readonly string[]>;
}

/** What is said of the columns: what was recognised and is not wanted is said to be none. */
export function mappingOf(chosen: ChosenColumns, header: readonly string[]): Mapping {
  const recognised = fieldsIn(header);
  const named = MAPPED_FIELDS.filter((field) => chosen[field].length > 0 || recognised.has(field));
  return Object.fromEntries(named.map((field) => [field, oneOrMore(chosen[field])]));
}

function oneOrMore(columns: readonly string[]): string | readonly string[] {
  return columns.length > 1 ? columns : (columns.at(0) ?? '');
}
