import { randomUUID } from 'node:crypto';
import { constants, createWriteStream, renameSync, rmSync, type WriteStream } from 'node:fs';
import { access, realpath, stat } from 'node:fs/promises';
import { once } from 'node:events';
import { basename, dirname, join, resolve } from 'node:path';
import { messageOf, SourceError } from '../model/errors.ts';
import { forgetUnfinished, rememberUnfinished } from './unfinished.ts';

/** A file that is written piece by piece. */
export interface Output {
  write: (text: string) => void;
  /** Resolves once what was written does not pile up. Throws a `SourceError` where it cannot be written. */
  settle: () => Promise<void>;
}

/** Opens a file that an option names. Throws a `SourceError` where that cannot be, or where the file is in use here. */
export type OpenOutput = (path: string, option: string) => Promise<Output>;

interface OutputUnderWay extends Output {
  /** Resolves once all is on the disk, under a name of its own. */
  finish: () => Promise<void>;
  /** Puts the file in place. */
  keep: () => void;
  /** Leaves nothing behind. */
  drop: () => void;
}

const NO_CHARACTER = '\ufffd';

/**
 * Runs `work`, which opens and writes files. Each is written under a name of its own beside the final one, and all are
 * put in place once every one is whole: after a failure, a full disk or a signal what was there before still stands. An
 * output that is one of the `inputs` (file → what it is called), or another output, is refused, through links too.
 */
export async function writeWhole<T>(
  inputs: Readonly<Record<string, string>>,
  work: (open: OpenOutput) => Promise<T>,
): Promise<T> {
  const taken = new Map<string, string>();
  for (const [path, name] of Object.entries(inputs)) for (const key of await keysOf(path)) taken.set(key, name);
  const opened: OutputUnderWay[] = [];
  try {
    const result = await work(async (path, option) => {
      // Node gives bytes that are no UTF-8 as this one: the file would get another name than was asked for
      if (path.includes(NO_CHARACTER)) throw refused(path, option, 'is not in UTF-8', 'Give a name that is');
      const keys = await keysOf(path);
      const other = keys.map((key) => taken.get(key)).find((name) => name !== undefined);
      if (other !== undefined) throw refused(path, option, `is ${other} too`, 'Give another path');
      for (const key of keys) taken.set(key, `the file of ${option}`);
      const output = await openFile(path, option);
      opened.push(output);
      return output;
    });
    for (const { finish } of opened) await finish();
    for (const { keep } of opened) keep();
    return result;
  } catch (error) {
    for (const { drop } of opened) drop();
    throw error;
  }
}

/**
 * What a file is known by: its path without links, and where it is there its number on the disk, which a second name
 * shares. None for what is no regular file: /dev/null is nobody's.
 */
async function keysOf(path: string): Promise<string[]> {
  const info = await stat(path, { bigint: true }).catch(() => null);
  if (info && !info.isFile()) return [];
  const place = await placeOf(path);
  return info ? [place, `${info.dev}:${info.ino}`] : [place];
}

/** Where a file stands, or would stand, without links on the way. */
async function placeOf(path: string): Promise<string> {
  const whole = resolve(path);
  return realpath(whole).catch(async () =>
    join(await realpath(dirname(whole)).catch(() => dirname(whole)), basename(whole)),
  );
}

async function openFile(path: string, option: string): Promise<OutputUnderWay> {
  const before = await stat(path).catch(() => null);
  if (before?.isDirectory()) throw cannotBeWritten(path, option, 'it is a folder');
  if (before) await checkWritable(path, option);
  // a pipe or a device is written as it is: there is nothing to keep
  const isFile = before?.isFile() ?? true;
  const place = await placeOf(path);
  const own = isFile ? join(dirname(place), `.durand-${randomUUID()}.part`) : place;
  const mode = isFile && before ? before.mode & 0o777 : 0o666;
  const stream = createWriteStream(own, { flags: isFile ? 'wx' : 'w', mode, flush: isFile });
  const { settled, check } = failureOf(stream, (error) => cannotBeWritten(path, option, error));
  if (isFile) rememberUnfinished(own);
  const drop = () => {
    stream.destroy();
    if (!isFile) return;
    rmSync(own, { force: true });
    forgetUnfinished(own);
  };
  await settled('open');
  try {
    check();
  } catch (error) {
    // it was never there
    stream.destroy();
    forgetUnfinished(own);
    throw error;
  }
  return {
    write: (text) => void stream.write(text),
    settle: async () => {
      if (stream.writableNeedDrain) await settled('drain');
      check();
    },
    finish: async () => {
      stream.end();
      if (!stream.closed) await settled('close');
      check();
    },
    keep: () => {
      if (!isFile) return;
      try {
        renameSync(own, place);
      } catch (error) {
        throw cannotBeWritten(path, option, error);
      }
      forgetUnfinished(own);
    },
    drop,
  };
}

/** A file that may not be written may not be replaced either, although its folder would allow it. */
async function checkWritable(path: string, option: string): Promise<void> {
  await access(path, constants.W_OK).catch((error: unknown) => {
    throw cannotBeWritten(path, option, error);
  });
}

/** Keeps a stream's error until `check` throws it. */
function failureOf(stream: WriteStream, refusalOf: (error: Error) => SourceError) {
  let failure: Error | null = null;
  stream.on('error', (error) => (failure ??= error));
  return {
    settled: async (event: string) => {
      if (!failure) await once(stream, event).catch(() => undefined);
    },
    check: () => {
      if (failure) throw refusalOf(failure);
    },
  };
}

function cannotBeWritten(path: string, option: string, error: unknown): SourceError {
  return refused(path, option, `cannot be written: ${messageOf(error)}`, 'Give a path that can be written');
}

function refused(path: string, option: string, reason: string, fix: string): SourceError {
  return new SourceError({ file: 'command line', row: null, field: option, value: path }, reason, fix);
}
