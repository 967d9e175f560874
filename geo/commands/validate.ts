import { SourceError, UsageError } from '../model/errors.ts';
import { readArguments } from './arguments.ts';
import { FILE_OPTIONS, FILE_USAGE, printReport, readEventsFile } from './events-file.ts';
import type { Io } from './io.ts';

export const usage = `validate FILE ${FILE_USAGE} [--json]`;
export const summary =
  'Reads events in any supported format and prints how many rows can be taken, how many cannot, and why. Ends refused\n' +
  '      where a row cannot be taken.';

/** Reads the whole file and writes nothing but the report. */
export async function run(args: string[], io: Io): Promise<void> {
  const { values, positionals } = readArguments(args, {
    ...FILE_OPTIONS,
    json: { type: 'boolean', default: false },
  });
  if (positionals.length !== 1) throw new UsageError(`validate takes one file, not ${positionals.length}.`);
  const [path] = positionals;
  const nothing = () => undefined;
  const outlet = { accept: nothing, reject: nothing, settle: () => Promise.resolve() };
  const report = await readEventsFile(io, path, values, () => outlet);
  printReport(io, report, values.json);
  if (report.rejected === 0) return;
  const where = { file: path, row: report.reasons[0].line, field: report.reasons[0].field, value: report.rejected };
  throw new SourceError(where, `of ${report.read} rows cannot be taken`, 'Mend the rows that the report names');
}
