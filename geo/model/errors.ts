import type { None, ParamsArgument } from './codes.ts';

/** Where in an input something is wrong. `row` is the line in a table (the header is line 1) or the feature's index. */
export interface Where {
  file: string;
  row: number | null;
  field: string | null;
  value: unknown;
}

/** A place in an input, in short: `incidents.csv, row 3, start`. */
export function whereText({ file, row, field }: Where): string {
  return [file, row === null ? '' : `row ${row}`, field ?? ''].filter(Boolean).join(', ');
}

/**
 * A source of the layers, or an argument of a command, that cannot be used: names file, row, field and value, and what to
 * do. For those who build and who call commands, and made where they are: what a reader of files refuses is an
 * `InputError`.
 */
export class SourceError extends Error {
  readonly where: Where;

  constructor(where: Where, reason: string, fix: string) {
    super(`${whereText(where)}: ${JSON.stringify(where.value)} ${reason}. ${fix}`);
    this.name = 'SourceError';
    this.where = where;
  }
}

/** All for which a file is not read, by code, with what its words are made with. The words are in `geo/words`. */
export interface ProblemParams {
  'archive-empty': None;
  'archive-password': None;
  'archive-too-deep': None;
  'archive-too-full': None;
  'archive-unfolds': { times: number };
  /** `met` is what the library that unpacks says. */
  'archive-damaged': { met: string };
  'archive-cut-off': None;
  'archive-without-files': { endings: readonly string[] };
  'archive-packing': None;
  'several-tables': None;
  'no-such-sheet': { names: readonly string[] };

  'old-workbook': None;
  /** `met` is what the library that reads workbooks says. */
  'workbook-damaged': { met: string };
  'workbook-empty': None;

  'empty-file': None;
  'not-text': None;
  'unknown-xml': None;
  'not-json-events': None;
  'network-link': None;
  /** `label` is the format's name. */
  'no-dates': { label: string };
  'parquet-damaged': { met: string };
  'parquet-too-large': { most: number };
  'shape-alone': None;
  'shape-not-points': { kind: string };
  'shape-other-system': None;
  'shape-damaged': None;
  /** `label` is the format's name. */
  'asked-but-features': { format: string; label: string };
  'asked-but-table': None;

  'no-header': None;
  /** The value is the row; the last one that is looked at. */
  'header-row-missing': { last: number };
  /** `label` is the format's name. */
  'header-row-of-features': { label: string };
  'unknown-header': None;
  'unknown-columns': { most: number };
  'mapped-column-missing': { field: string; column: string };
  'field-without-column': { field: string };
  'too-many-columns': { field: string };
  /** `dataset` is its name. */
  'dataset-columns-missing': { dataset: string; columns: readonly string[] };

  'date-order-open': None;
  /** Dates that can only have the day first, and others that can only have the month first, each with its line before it. */
  'date-orders-two': { dayFirst: readonly string[]; monthFirst: readonly string[] };

  'no-points': None;
  'no-lon-lat': None;
  'point-not-json': None;
  'point-open-quotes': None;
  'not-longitude': None;
  'not-latitude': None;
}

export type ProblemCode = keyof ProblemParams;

/** Why a file is not read, as plain data that a worker can hand over. */
export type Problem<C extends ProblemCode = ProblemCode> = {
  [K in C]: { where: Where; code: K; params: ProblemParams[K] };
}[C];

/** What someone brought that cannot be read: why, as a code. The words are made where it is shown. */
export class InputError extends Error {
  override name = 'InputError';
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(JSON.stringify(problem));
    this.problem = problem;
  }
}

/** The error for a place in an input. */
export function inputError<C extends ProblemCode>(
  where: Where,
  code: C,
  ...[params]: ParamsArgument<ProblemParams[C]>
): InputError {
  return new InputError({ where, code, params: params ?? {} } as Problem); // C goes with its params
}

/** A command that was called wrongly. */
export class UsageError extends Error {
  override name = 'UsageError';
}

/** What went wrong, in words: anything can be thrown. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** Whether something was ended as it was asked to be: nothing went wrong then. */
export function isAbort(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'AbortError';
}
