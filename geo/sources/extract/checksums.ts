/**
 * Writes each file's checksum and size into geo/sources/datapackage.json:
 *   npx tsx geo/sources/extract/checksums.ts
 */
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const SOURCES = join(import.meta.dirname, '..');
const path = join(SOURCES, 'datapackage.json');
const datapackage: { resources: { path: string; hash: string; bytes: number }[] } = JSON.parse(readFileSync(path, 'utf8'));
for (const resource of datapackage.resources) {
  const bytes = readFileSync(join(SOURCES, resource.path));
  resource.hash = `sha256:${createHash('sha256').update(bytes).digest('hex')}`;
  resource.bytes = bytes.length;
}
writeFileSync(path, `${JSON.stringify(datapackage, null, 2)}\n`);
