import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { buildLayers, type BuiltLayer } from '../layers/build.ts';
import { readJson } from '../layers/read-json.ts';
import { datapackageSchema } from '../model/dataset.ts';
import { SourceError, UsageError } from '../model/errors.ts';
import { readArguments } from './arguments.ts';
import type { Io } from './io.ts';
import { writeWhole } from './output.ts';
import { tableLines } from './table.ts';

export const usage = 'build [--sources DIR] [--out DIR] [--json]';
export const summary = "Writes the map's layers and prints each layer's features, vertices, bytes and gzipped bytes.";

const ROOT = join(import.meta.dirname, '..', '..');

/** Builds all layers and writes them only when every one is right. */
export async function run(args: string[], io: Io): Promise<void> {
  const { values, positionals } = readArguments(args, {
    sources: { type: 'string', default: join(ROOT, 'geo', 'sources') },
    out: { type: 'string', default: join(ROOT, 'public', 'layers') },
    json: { type: 'boolean', default: false },
  });
  if (positionals.length > 0) throw new UsageError(`build takes no ${JSON.stringify(positionals[0])}.`);

  const layers = buildLayers((file) => readSource(values.sources, file), io.note);
  checkRegister(values.sources);
  mkdirSync(values.out, { recursive: true });
  await writeWhole({}, async (open) => {
    for (const { file, text } of layers) (await open(join(values.out, file), '--out')).write(text);
  });

  const rows = layers.map(rowOf);
  const total = { bytes: sum(rows.map((row) => row.bytes)), gzipped: sum(rows.map((row) => row.gzipped)) };
  if (values.json) io.out(JSON.stringify({ out: values.out, layers: rows, total }));
  else for (const line of tableOf(rows, total)) io.out(line);
}

/** Throws a `SourceError` for a file that is not the one of the register: what that says of it may be old. */
function checkRegister(folder: string): void {
  const file = 'datapackage.json';
  readJson(datapackageSchema, readSource(folder, file), file).resources.forEach(({ path, hash }, row) => {
    const found = createHash('sha256').update(readSource(folder, path)).digest('hex');
    if (hash === `sha256:${found}`) return;
    const where = { file, row, field: 'hash', value: hash };
    const fix = 'Look over what it says of the file, then run npx tsx geo/sources/extract/checksums.ts';
    throw new SourceError(where, `is not the checksum of ${path}`, fix);
  });
}

function readSource(folder: string, file: string): string {
  const path = join(folder, file);
  if (!existsSync(path)) {
    const where = { file, row: null, field: null, value: path };
    throw new SourceError(where, 'is not there', 'Take the file from the repository again, or correct --sources');
  }
  return readFileSync(path, 'utf8');
}

interface LayerRow {
  name: string;
  features: number;
  vertices: number;
  bytes: number;
  gzipped: number;
}

function rowOf({ file, text, features, vertices }: BuiltLayer): LayerRow {
  return { name: file, features, vertices, bytes: Buffer.byteLength(text), gzipped: gzipSync(text).length };
}

function tableOf(rows: LayerRow[], total: { bytes: number; gzipped: number }): string[] {
  const head = ['layer', 'features', 'vertices', 'bytes', 'gzipped'];
  const cells = rows.map((row) => [row.name, row.features, row.vertices, row.bytes, row.gzipped]);
  return tableLines([head, ...cells, ['all', '', '', total.bytes, total.gzipped]]);
}

function sum(values: number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
