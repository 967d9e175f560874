import { Writable } from 'node:stream';
import { main } from '../../../../geo/cli.ts';
import type { Io } from '../../../../geo/commands/io.ts';

/** What a command talks through, with standard input in `chunks`; what it says and writes is kept. */
export function createIo(...chunks: string[]) {
  const [out, notes, written]: string[][] = [[], [], []];
  const output = new Writable({
    write(chunk, _encoding, done) {
      written.push(String(chunk));
      done();
    },
  });
  const input = (async function* () {
    yield* chunks;
  })();
  const io: Io = { out: (line) => out.push(line), note: (line) => notes.push(line), output, input };
  return { io, out, notes, written };
}

/** Runs `geo ARGS` with standard input in `chunks`: its exit status, and what it said and wrote. */
export async function callGeo(args: string[], ...chunks: string[]) {
  const { io, out, notes, written } = createIo(...chunks);
  const status = await main(args, io);
  return { status, out, notes: notes.join('\n'), written: written.join('') };
}
