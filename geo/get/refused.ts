import { SourceError } from '../model/errors.ts';

/** The longest words of a server that are told, characters. */
const LONGEST = 200;

/** The error for a source that does not give what it was asked for: `met` is what came instead. */
export function refused(name: string, field: string | null, met: unknown, reason: string, fix: string): SourceError {
  const value = typeof met === 'string' && met.length > LONGEST ? `${met.slice(0, LONGEST)}…` : met;
  return new SourceError({ file: name, row: null, field, value }, reason, fix);
}
