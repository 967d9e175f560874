import { execFileSync, spawn, spawnSync } from 'node:child_process';
import {
  linkSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import { afterAll, describe, expect, it } from 'vitest';
import { callGeo } from './call.ts';

const folder = mkdtempSync(join(tmpdir(), 'durand-output-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const CLI = ['--import', 'tsx', join(import.meta.dirname, '../../../../geo/cli.ts')];
const ROWS = 'date,lat,lon\n2025-10-08,34,71\nsoon,34,71\n';

/** A folder of its own with `rows.csv` in it. */
let folders = 0;
function place(rows: string | Buffer = ROWS, name = 'rows.csv') {
  const own = join(folder, String(folders++));
  mkdirSync(own);
  writeFileSync(join(own, name), rows);
  return { at: (file: string) => join(own, file), files: () => readdirSync(own).sort() };
}
const text = (path: string) => readFileSync(path, 'utf8');

describe('what commands write', () => {
  it.each(['--out', '--rejects'])('never is the file that is read: %s', async (option) => {
    const { at, files } = place();
    symlinkSync(at('rows.csv'), at('link.csv'));
    linkSync(at('rows.csv'), at('second-name.csv'));
    symlinkSync(folder, at('around.csv'));
    for (const path of ['rows.csv', './rows.csv', 'link.csv', 'second-name.csv'].map((name) => at(name))) {
      const { status, notes } = await callGeo(['enrich', at('rows.csv'), option, path]);
      expect([status, notes]).toEqual([1, expect.stringContaining(`${option}: ${JSON.stringify(path)} is the file`)]);
    }
    expect(text(at('rows.csv'))).toBe(ROWS);
    expect(files()).toEqual(['around.csv', 'link.csv', 'rows.csv', 'second-name.csv']);
  });

  it('never is two things at once, whether it is there yet or not', async () => {
    const { at, files } = place();
    const both = () => callGeo(['enrich', at('rows.csv'), '--out', at('x.csv'), '--rejects', at('./x.csv')]);
    expect(await both()).toMatchObject({ status: 1, notes: expect.stringContaining('is the file of --out too') });
    expect(files()).toEqual(['rows.csv']);
    writeFileSync(at('x.csv'), 'old');
    expect((await both()).status).toBe(1);
    expect(text(at('x.csv'))).toBe('old');
  });

  it('goes where a link points, and leaves link and permissions as they are', async () => {
    const { at, files } = place();
    writeFileSync(at('old.csv'), 'old', { mode: 0o640 });
    symlinkSync(at('old.csv'), at('out.csv'));
    expect((await callGeo(['enrich', at('rows.csv'), '--out', at('out.csv')])).status).toBe(0);
    expect(text(at('old.csv'))).toContain('2025-10-08');
    expect([statSync(at('old.csv')).mode & 0o777, files()]).toEqual([0o640, ['old.csv', 'out.csv', 'rows.csv']]);
  });

  it('leaves what was there where the input turns out damaged', async () => {
    const rows = `date,lat,lon\n${Array.from({ length: 30_000 }, (_, i) => `2025-10-08,34.${i},71\n`).join('')}`;
    const whole = gzipSync(rows);
    const { at, files } = place(whole.subarray(0, whole.length - 2000), 'cut.csv.gz');
    writeFileSync(at('out.csv'), 'old');
    const { status } = await callGeo(['enrich', at('cut.csv.gz'), '--out', at('out.csv'), '--rejects', at('new.csv')]);
    expect([status, text(at('out.csv')), files()]).toEqual([1, 'old', ['cut.csv.gz', 'out.csv']]);
  });

  it('says so where the disk is full', async () => {
    const { at, files } = place();
    const { status, notes } = await callGeo(['enrich', at('rows.csv'), '--rejects', '/dev/full']);
    expect([status, notes]).toEqual([1, expect.stringMatching(/--rejects: .*cannot be written: ENOSPC/)]);
    // a limit on the size of files stands for a disk that is nearly full
    writeFileSync(at('out.csv'), 'old');
    const command = `ulimit -f 64; exec "${process.execPath}" ${CLI.join(' ')} synth 5000 --out ${at('out.csv')}`;
    const limited = spawnSync('bash', ['-c', command], { encoding: 'utf8' });
    expect([limited.status, limited.stderr]).toEqual([1, expect.stringContaining('cannot be written: EFBIG')]);
    expect([text(at('out.csv')), files()]).toEqual(['old', ['out.csv', 'rows.csv']]);
  }, 60_000);

  it.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)(
    'leaves what was there at %s, and nothing half done',
    async (signal) => {
      const { at, files } = place();
      writeFileSync(at('out.csv'), 'old');
      const args = [...CLI, 'synth', '10000000', '--out', at('out.csv')];
      const running = spawn(process.execPath, args, { stdio: 'ignore' });
      const ended = new Promise<NodeJS.Signals | null>((done) => running.on('exit', (_, by) => done(by)));
      const own = () => files().find((file) => file.endsWith('.part'));
      for (let path = own(); !path || statSync(at(path)).size === 0; path = own()) await pause(20);
      running.kill(signal);
      expect([await ended, text(at('out.csv')), files()]).toEqual([signal, 'old', ['out.csv', 'rows.csv']]);
    },
    60_000,
  );

  it('stands whole or not at all under its name, when nothing could be put in order at the end', async () => {
    const { at, files } = place();
    writeFileSync(at('out.csv'), 'old');
    const running = spawn(process.execPath, [...CLI, 'synth', '10000000', '--out', at('out.csv')], { stdio: 'ignore' });
    const ended = new Promise((done) => running.on('exit', done));
    const own = () => files().find((file) => file.endsWith('.part'));
    for (let path = own(); !path || statSync(at(path)).size === 0; path = own()) await pause(20);
    running.kill('SIGKILL');
    await ended;
    expect([text(at('out.csv')), files().filter((file) => !file.endsWith('.part'))]).toEqual([
      'old',
      ['out.csv', 'rows.csv'],
    ]);
  }, 60_000);

  it('is one of two that are written at once, never some of both', async () => {
    const { at, files } = place();
    const read = new Set<string>();
    let isDone = false;
    const reader = (async () => {
      for (; !isDone; await pause(1)) if (files().includes('out.csv')) read.add(text(at('out.csv')));
    })();
    const synth = (seed: string) => callGeo(['synth', '4000', '--seed', seed, '--out', at('out.csv')]);
    const ended = await Promise.all(['1', '2', '1'].map(synth));
    isDone = true;
    await reader;
    read.add(text(at('out.csv')));
    expect(ended.map(({ status }) => status)).toEqual([0, 0, 0]);
    const whole = await Promise.all(
      ['1', '2'].map(async (seed) => (await callGeo(['synth', '4000', '--seed', seed])).written),
    );
    for (const seen of read) expect(whole.includes(seen)).toBe(true);
    expect(files()).toEqual(['out.csv', 'rows.csv']);
  }, 60_000);

  it('is refused where it cannot be, in words', async () => {
    const { at } = place();
    mkdirSync(at('folder.csv'));
    for (const [path, reason] of [
      ['folder.csv', 'cannot be written: it is a folder'],
      ['gone/out.csv', 'cannot be written: ENOENT'],
      ['rows.csv/out.csv', 'cannot be written: ENOTDIR'],
      [`${'x'.repeat(300)}.csv`, 'cannot be written: ENAMETOOLONG'],
      ['out\ufffd.csv', 'is not in UTF-8'],
    ]) {
      const { status, out, notes } = await callGeo(['enrich', at('rows.csv'), '--out', at(path)]);
      expect([path, status, out, notes]).toEqual([path, 1, [], expect.stringContaining(reason)]);
    }
  });

  it('has any name that is in UTF-8, and so has what is read', async () => {
    const { at, files } = place(ROWS, 'پشاور \u202e\n‘a’.csv');
    const { status, out } = await callGeo(['enrich', at('پشاور \u202e\n‘a’.csv'), '--out', at('=💥 -.csv'), '--json']);
    expect([status, JSON.parse(out[0])]).toEqual([0, expect.objectContaining({ read: 2, accepted: 1 })]);
    expect(files()).toContain('=💥 -.csv');
  });

  it('names a file whose name is not in UTF-8, which Node cannot reach', () => {
    const { at } = place();
    const name = `${at('odd')}$'\\xff'.csv`;
    const command = `cp ${at('rows.csv')} ${name}; "${process.execPath}" ${CLI.join(' ')} validate ${name}`;
    const { status, stdout, stderr } = spawnSync('bash', ['-c', command], { encoding: 'utf8' });
    expect([status, stdout, stderr]).toEqual([1, '', expect.stringMatching(/odd\ufffd\.csv" is no file\./)]);
  }, 60_000);

  it.each([
    ['synth 100000', ''],
    ['measure', `${'71.58,34.01\n'.repeat(20_000)}`],
    ['schema', ''],
    ['--help', ''],
  ])(
    'ends without a word when the reader of %s has enough',
    (args, rows) => {
      const { at } = place(`lon,lat\n${rows}`);
      const command = `"${process.execPath}" ${CLI.join(' ')} ${args} < ${at('rows.csv')} | head -c 1`;
      const { stdout, stderr } = spawnSync('bash', ['-c', command], { encoding: 'utf8' });
      expect([stdout.length, stderr]).toEqual([1, '']);
    },
    60_000,
  );

  it('names an output that cannot be written', () => {
    const command = `"${process.execPath}" ${CLI.join(' ')} schema > /dev/full`;
    const { status, stderr } = spawnSync('bash', ['-c', command], { encoding: 'utf8' });
    expect([status, stderr]).toEqual([1, expect.stringMatching(/^Standard output cannot be written: .*ENOSPC/)]);
  }, 60_000);

  it('measures without holding what nobody has read yet', () => {
    const { at } = place(`lon,lat\n${'71.58,34.01\n'.repeat(60_000)}`);
    const program = `"${process.execPath}" ${CLI.join(' ')} measure < ${at('rows.csv')}`;
    // a reader that takes nothing for two seconds
    const peak = `sed -n 's/VmHWM: *//p' /proc/$child/status`;
    const command = `mkfifo ${at('pipe')}; ${program} > ${at('pipe')} & child=$!; exec 3< ${at('pipe')}; sleep 5; ${peak}; wc -l <&3`;
    const [memory, lines] = execFileSync('bash', ['-c', command], { encoding: 'utf8' }).trim().split('\n');
    expect(Number(lines)).toBe(60_000);
    expect(Number.parseInt(memory)).toBeLessThan(400_000);
  }, 90_000);
});
