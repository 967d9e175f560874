import type { ParamsArgument } from '../model/codes.ts';
import type { Finding, FindingCode, FindingParams, Note, NoteCode, NoteParams } from '../model/findings.ts';
import type { RowRead } from './format.ts';

/** Values are shown with no more than so many characters. */
const LONGEST_VALUE = 200;
/** One for all: a million findings may be held. */
const NO_PARAMS = {};

/** A finding, its value cut where it is long. */
export function finding<C extends FindingCode>(
  field: string | null,
  value: unknown,
  code: C,
  ...[params]: ParamsArgument<FindingParams[C]>
): Finding {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? '');
  return {
    field,
    value: text.length > LONGEST_VALUE ? `${text.slice(0, LONGEST_VALUE)}…` : text,
    code,
    params: params ?? NO_PARAMS,
  } as Finding; // C goes with its params
}

/** A row that is not taken. */
export function rejection<C extends FindingCode>(
  field: string | null,
  value: unknown,
  code: C,
  ...params: ParamsArgument<FindingParams[C]>
): RowRead {
  return { rejected: finding(field, value, code, ...params) };
}

/** What there is to know of a file. */
export function note<C extends NoteCode>(code: C, ...[params]: ParamsArgument<NoteParams[C]>): Note {
  return { code, params: params ?? NO_PARAMS } as Note; // C goes with its params
}
