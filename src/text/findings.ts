import type { Reason } from '../../geo/import/rejects.ts';
import { MOST_DATASETS } from '../../geo/store/columns.ts';
import { whereText, type Problem } from '../../geo/model/errors.ts';
import type { Layout } from '../../geo/formats/format.ts';
import { metText, reasonText, valueText } from '../../geo/words/findings.ts';
import { problemText } from '../../geo/words/problems.ts';
import { fieldWords, isTakenAs } from '../../geo/words/columns.ts';
import { DATA } from './data.ts';
import { rowsText as rowCountText } from './numbers.ts';

/** The page says of files what the command line says, in the same words. */
export { reasonText, valueText } from '../../geo/words/findings.ts';
export { noteText } from '../../geo/words/notes.ts';

/** Why a file could not be opened: what its reader found, or else what was thrown, in its own words. */
export type Failure = Problem | { code: 'not-loaded' } | { code: 'too-many' } | { code: 'thrown'; message: string };

/** Why a file could not be opened. Where its reader names the file alone, it is not said twice. */
export function failureText(file: string, failure: Failure): string {
  if (failure.code === 'not-loaded') return DATA.notLoaded;
  if (failure.code === 'too-many') return DATA.tooMany(MOST_DATASETS);
  if (failure.code === 'thrown') return failure.message;
  const { where } = failure;
  const isNamed = where.file === file && where.row === null && where.field === null;
  return isNamed ? problemText(failure) : `${whereText(where)}: ${problemText(failure)}`;
}

/** Formats whose findings name our fields; those of datasets name their columns. */
const PLAIN: readonly string[] = ['table', 'geojson', 'kml', 'gpx'];

function fieldText(field: string, format: string): string {
  return PLAIN.includes(format) && isTakenAs(field) ? fieldWords(field) : field;
}

/** How many rows of a file were not taken for a reason, or are odd, and the first of them. */
export function rowsText(reason: Reason, layout: Pick<Layout, 'format' | 'header'>): string {
  const at = reason.field === null ? '' : `, ${fieldText(reason.field, layout.format)}`;
  const met = metText(reason.line, layout.header === null);
  return `${rowCountText(reason.rows)}${at}: ${reasonText(reason)}${firstText(met, valueText(reason))}`;
}

/** Where a finding was met first, and the value there. */
function firstText(met: string, value: string): string {
  const parts = [met, value].filter((part) => part !== '');
  return parts.length === 0 ? '' : ` (${parts.join(': ')})`;
}
