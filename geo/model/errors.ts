/** Where in an input something is wrong. `row` is the line in a table (the header is line 1) or the feature's index. */
export interface Where {
  file: string;
  row: number | null;
  field: string | null;
  value: unknown;
}

/** A source or an input that cannot be used: names file, row, field and value, and what to do. */
export class SourceError extends Error {
  readonly where: Where;

  constructor(where: Where, reason: string, fix: string) {
    const at = [where.file, where.row === null ? '' : `row ${where.row}`, where.field ?? ''].filter(Boolean).join(', ');
    super(`${at}: ${JSON.stringify(where.value)} ${reason}. ${fix}`);
    this.name = 'SourceError';
    this.where = where;
  }
}

/** A command that was called wrongly. */
export class UsageError extends Error {
  override name = 'UsageError';
}

/** What went wrong, in words: anything can be thrown. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
