import { createWriteStream } from 'node:fs';
import { once } from 'node:events';
import { SourceError } from '../model/errors.ts';

/** A file that is written piece by piece. */
export interface Output {
  write: (text: string) => void;
  /** Resolves once what was written does not pile up. */
  settle: () => Promise<void>;
  /** Resolves once all is written. */
  close: () => Promise<void>;
}

/** Opens a file for writing; what was in it is lost. Throws a `SourceError` that names the option where that cannot be. */
export async function openOutput(path: string, option: string): Promise<Output> {
  const stream = createWriteStream(path);
  let failure: Error | null = null;
  stream.on('error', (error) => (failure ??= error));
  const check = () => {
    if (failure) throw refused(path, option, failure);
  };
  /** An error is kept by the listener above, and thrown by `check`. */
  const settled = (event: string) => once(stream, event).catch(() => undefined);
  await settled('open');
  check();
  return {
    write: (text) => void stream.write(text),
    settle: async () => {
      if (stream.writableNeedDrain && !failure) await settled('drain');
      check();
    },
    close: async () => {
      stream.end();
      if (!stream.closed) await settled('close');
      check();
    },
  };
}

function refused(path: string, option: string, error: Error): SourceError {
  const where = { file: 'command line', row: null, field: option, value: path };
  return new SourceError(where, `cannot be written: ${error.message}`, 'Give a path that can be written');
}
