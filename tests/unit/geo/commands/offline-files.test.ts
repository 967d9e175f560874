import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { listOffline } from '../../../../geo/commands/offline-files.ts';

/** SHA-256 of “abc” and of nothing, as NIST gives them (FIPS 180-4's examples), in base 64. */
const ABC = 'sha256-ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0=';
const NOTHING = 'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=';

let folder = '';
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function folderWith(files: Readonly<Record<string, string>>) {
  folder = mkdtempSync(join(tmpdir(), 'durand-offline-'));
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(join(folder, path, '..'), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}

const worker = () => readFileSync(join(folder, 'sw.js'), 'utf8');
const versionOf = (text: string) => /,VERSION="([\da-f]{16})";/.exec(text)?.[1];

it('lists every file that a host serves, with its hash; the page by its folder', () => {
  folderWith({
    'index.html': 'abc',
    'sw.js': 'work();\n',
    'assets/a b.js': '',
    '.nojekyll': '',
    CNAME: 'map.example',
    _headers: '',
    'layers/.keep.txt': '',
  });
  listOffline(folder);
  const [list, script] = worker().split('\n');
  expect(list.replace(/,VERSION=.*/, '')).toBe(
    `const FILES=${JSON.stringify([
      ['assets/a%20b.js', NOTHING],
      ['', ABC],
    ])}`,
  );
  expect(script).toBe('work();');
});

it('is the same again for the same files, and another version for others', () => {
  folderWith({ 'index.html': 'abc', 'sw.js': 'work();\n' });
  listOffline(folder);
  const first = worker();
  listOffline(folder);
  expect(worker()).toBe(first);
  writeFileSync(join(folder, 'index.html'), 'abd');
  listOffline(folder);
  expect(versionOf(worker())).not.toBe(versionOf(first));
  expect(worker().match(/const FILES/g)).toHaveLength(1);
});

it('leaves a folder without a worker as it is', () => {
  folderWith({ 'index.html': 'abc' });
  listOffline(folder);
  expect(() => worker()).toThrow('ENOENT');
});
