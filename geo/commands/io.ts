import { once } from 'node:events';
import type { Writable } from 'node:stream';

/** What a command talks through, so that a test can hand in its own. */
export interface Io {
  /** One line of the answer, for standard output. */
  out(line: string): void;
  /** One line of progress or a message, for standard error. */
  note(line: string): void;
  /** Standard output for what is too long for lines: it says when its reader is behind. */
  output: Writable;
  /** Standard input, in chunks of text. */
  input: AsyncIterable<string>;
}

/** A command of `npm run -s geo -- NAME`. */
export interface CliCommand {
  /** How it is called, without the program's name. */
  usage: string;
  /** What it does, in one line. */
  summary: string;
  /** Throws `UsageError` for a wrong call and `SourceError` or `InputError` for an input that cannot be used. */
  run(args: string[], io: Io): Promise<void>;
}

/** Resolves once a reader has taken what was written. */
export async function settled(output: Writable): Promise<void> {
  if (output.writableNeedDrain) await once(output, 'drain');
}
