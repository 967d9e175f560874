import { pathToFileURL } from 'node:url';
import type { CliCommand, Io } from './commands/io.ts';
import { refusalText } from './commands/refusal.ts';
import { InputError, SourceError, UsageError } from './model/errors.ts';

/** Each command's module is loaded only when it is called: the heavy ones would slow the others down. */
const COMMANDS: Readonly<Record<string, () => Promise<CliCommand>>> = {
  build: () => import('./commands/build.ts'),
  enrich: () => import('./commands/enrich.ts'),
  get: () => import('./commands/get.ts'),
  measure: () => import('./commands/measure.ts'),
  near: () => import('./commands/near.ts'),
  publish: () => import('./commands/publish/publish.ts'),
  report: () => import('./commands/report/report.ts'),
  schema: () => import('./commands/schema.ts'),
  synth: () => import('./commands/synth.ts'),
  validate: () => import('./commands/validate.ts'),
};

async function usage(): Promise<string> {
  const lines = ['npm run -s geo -- <command>', ''];
  for (const load of Object.values(COMMANDS)) {
    const command = await load();
    lines.push(`  ${command.usage}`, `      ${command.summary}`);
  }
  return lines.join('\n');
}

/** Runs the command that `args` names. Gives the exit status: 0 done, 1 refused input, 2 wrong usage. */
export async function main(args: string[], io: Io): Promise<0 | 1 | 2> {
  const [name, ...rest] = args;
  if (name === undefined || name === '--help' || name === '-h') {
    (name === undefined ? io.note : io.out)(await usage());
    return name === undefined ? 2 : 0;
  }
  const load = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (!load) {
    io.note(`Unknown command ${JSON.stringify(name)}.\n\n${await usage()}`);
    return 2;
  }
  const command = await load();
  if (rest.includes('--help') || rest.includes('-h')) {
    io.out(`npm run -s geo -- ${command.usage}\n    ${command.summary}`);
    return 0;
  }
  try {
    await command.run(rest, io);
    return 0;
  } catch (error) {
    if (error instanceof SourceError || error instanceof InputError) {
      io.note(error instanceof InputError ? refusalText(error) : error.message);
      return 1;
    }
    if (error instanceof UsageError) {
      io.note(`${error.message}\n\nnpm run -s geo -- ${command.usage}`);
      return 2;
    }
    throw error;
  }
}

/** The text of standard input, in chunks. */
async function* stdin(): AsyncIterable<string> {
  process.stdin.setEncoding('utf8');
  for await (const chunk of process.stdin) yield String(chunk);
}

/** Ends the process where its output is not taken: without a word where the reader has enough, as in `| head`. */
function endWithOutput({ code, message }: NodeJS.ErrnoException): never {
  if (code === 'EPIPE') process.exit();
  process.stderr.write(`Standard output cannot be written: ${message}\n`);
  process.exit(1);
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  process.stdout.on('error', endWithOutput);
  // nobody reads the notes: what was asked for is done all the same
  process.stderr.on('error', () => undefined);
  process.exitCode = await main(process.argv.slice(2), {
    out: (line) => process.stdout.write(`${line}\n`),
    note: (line) => process.stderr.write(`${line}\n`),
    output: process.stdout,
    input: stdin(),
  });
}
