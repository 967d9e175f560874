import { Readable, type Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { UsageError } from '../model/errors.ts';
import { SYNTH_FORMATS, synthText, type SynthFormat } from '../synth/synth.ts';
import { readArguments } from './arguments.ts';
import { readGazetteer } from './gazetteer.ts';
import type { Io } from './io.ts';
import { writeWhole } from './output.ts';

export const usage = `synth N [--seed S] [--format ${SYNTH_FORMATS.join('|')}] [--out FILE] [--json]`;
export const summary =
  'Writes N made-up events of the region for tests and measurements, to standard output or to a file: the same seed\n' +
  '      gives the same events. Without --format in the columns of ACLED.';

const MOST_EVENTS = 10_000_000;
const MOST_SEED = 2 ** 32 - 1;
const WHOLE = /^\d{1,10}$/;

/** Writes the events as fast as they are taken, and says what was written: to standard error where they go to output. */
export async function run(args: string[], io: Io): Promise<void> {
  const { values, positionals } = readArguments(args, {
    seed: { type: 'string', default: '1' },
    format: { type: 'string', default: 'acled' },
    out: { type: 'string' },
    json: { type: 'boolean', default: false },
  });
  if (positionals.length !== 1) throw new UsageError(`synth takes one number of events, not ${positionals.length}.`);
  const events = wholeNumber(positionals[0], 'N', 1, MOST_EVENTS);
  const seed = wholeNumber(values.seed, '--seed', 0, MOST_SEED);
  const format = formatOf(values.format);

  let bytes = 0;
  const counted = function* () {
    for (const chunk of synthText(readGazetteer(), format, events, seed)) {
      bytes += Buffer.byteLength(chunk);
      yield chunk;
    }
  };
  if (values.out !== undefined) await writeFile(values.out, counted());
  else if (!(await writeTo(io.output, counted()))) return;

  const file = values.out ?? null;
  const say = file === null ? io.note : io.out;
  if (values.json) say(JSON.stringify({ format, seed, events, bytes, file }));
  else say(`${events} synthetic events, format ${format}, seed ${seed}: ${bytes} bytes${file ? ` in ${file}` : ''}`);
}

function wholeNumber(text: string, name: string, least: number, most: number): number {
  const value = WHOLE.test(text) ? Number(text) : NaN;
  if (value >= least && value <= most) return value;
  throw new UsageError(`${name} is a whole number from ${least} to ${most}, not ${JSON.stringify(text)}.`);
}

function formatOf(text: string): SynthFormat {
  const format = SYNTH_FORMATS.find((known) => known === text);
  if (format) return format;
  throw new UsageError(`--format is one of ${SYNTH_FORMATS.join(', ')}, not ${JSON.stringify(text)}.`);
}

/**
 * Waits whenever the stream is behind, and leaves it open. Gives whether all was taken: a reader that has enough
 * (`| head`) is no error.
 */
async function writeTo(output: Writable, chunks: Iterable<string>): Promise<boolean> {
  try {
    await pipeline(Readable.from(chunks), output, { end: false });
    return true;
  } catch (error) {
    if (codeOf(error) !== 'EPIPE') throw error;
    return false;
  }
}

async function writeFile(path: string, chunks: Iterable<string>): Promise<void> {
  await writeWhole({}, async (open) => {
    const { write, settle } = await open(path, '--out');
    for (const chunk of chunks) {
      write(chunk);
      await settle();
    }
  });
}

/** The system's name of an error, such as ENOENT; `null` where it is another kind. */
function codeOf(error: unknown): string | null {
  return error instanceof Error && 'syscall' in error && 'code' in error ? String(error.code) : null;
}
