import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import Papa from 'papaparse';
import { afterAll, describe, expect, it } from 'vitest';
import { main } from '../../../../geo/cli.ts';
import { callGeo, createIo } from './call.ts';

const folder = mkdtempSync(join(tmpdir(), 'durand-synth-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('geo synth', () => {
  it('writes events to standard output and what it wrote to standard error', async () => {
    const { status, out, notes, written } = await callGeo(['synth', '50', '--seed', '7', '--json']);
    expect([status, out]).toEqual([0, []]);
    expect(JSON.parse(notes)).toEqual({
      format: 'acled',
      seed: 7,
      events: 50,
      bytes: Buffer.byteLength(written),
      file: null,
    });
    expect(Papa.parse(written, { header: true, skipEmptyLines: true })).toMatchObject({
      errors: [],
      data: { length: 50 },
    });
  });

  it('writes the same to a file, and says so', async () => {
    const file = join(folder, 'events.csv');
    const asked = ['synth', '50', '--seed', '7', '--format', 'ucdp'];
    const { status, out, notes, written } = await callGeo([...asked, '--out', file]);
    expect([status, notes, written]).toEqual([0, '', '']);
    expect(out).toEqual([`50 synthetic events, format ucdp, seed 7: ${readFileSync(file).length} bytes in ${file}`]);
    expect(readFileSync(file, 'utf8')).toBe((await callGeo(asked)).written);
  });

  it('has seed 1 where none is given', async () => {
    const [unsaid, said] = [await callGeo(['synth', '5']), await callGeo(['synth', '5', '--seed', '1'])];
    expect(unsaid.written).toBe(said.written);
  });

  it.each([
    [['synth'], 'one number of events'],
    [['synth', '5', '6'], 'one number of events'],
    [['synth', '0'], 'N is a whole number from 1 to 10000000, not "0"'],
    [['synth', '10000001'], '"10000001"'],
    [['synth', '1e3'], '"1e3"'],
    [['synth', '2.5'], '"2.5"'],
    [['synth', 'many'], '"many"'],
    [['synth', '5', '--seed', 'x'], '--seed is a whole number from 0 to 4294967295, not "x"'],
    [['synth', '5', '--seed', '4294967296'], '"4294967296"'],
    [['synth', '5', '--seed=-1'], '"-1"'],
    [['synth', '5', '--format', 'kml'], '--format is one of acled, ucdp, gtd, table, geojson, not "kml"'],
    [['synth', '5', '--rows', '3'], '--rows'],
  ])('calls %j wrong', async (args, message) => {
    const { status, out, notes, written } = await callGeo(args);
    expect([status, out, written]).toEqual([2, [], '']);
    expect(notes).toContain(message);
  });

  it('names a file that it cannot write', async () => {
    const file = join(folder, 'no-such-folder', 'events.csv');
    const { status, notes } = await callGeo(['synth', '5', '--out', file]);
    expect([status, existsSync(file)]).toEqual([1, false]);
    expect(notes).toContain(`--out: ${JSON.stringify(file)} cannot be written`);
  });

  it('waits for a slow reader: no more than a chunk lies before it', async () => {
    let [bytes, most] = [0, 0];
    const slow = new Writable({
      highWaterMark: 1,
      write(chunk: Buffer, _encoding, done) {
        bytes += chunk.length;
        most = Math.max(most, slow.writableLength);
        setImmediate(done);
      },
    });
    expect(await main(['synth', '3000'], { ...createIo().io, output: slow })).toBe(0);
    expect(bytes).toBeGreaterThan(900_000);
    // a chunk is 64 K characters and the row that crosses that; Urdu takes two bytes a letter
    expect(most).toBeLessThan(80_000);
  });

  it('ends quietly when its reader has enough', async () => {
    const { io, notes } = createIo();
    const broken = Object.assign(new Error('write EPIPE'), { code: 'EPIPE', syscall: 'write' });
    const closed = new Writable({ write: (_chunk, _encoding, done) => done(broken) });
    expect([await main(['synth', '1000'], { ...io, output: closed }), notes]).toEqual([0, []]);
  });
});
