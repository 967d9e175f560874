import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type * as z from 'zod/mini';
import { readJson } from '../layers/read-json.ts';

/** A committed source in JSON or GeoJSON, checked against its schema: no build is needed. Throws a `SourceError` for a bad one. */
export function readSource<S extends z.ZodMiniType>(schema: S, file: string): z.output<S> {
  return readJson(schema, sourceText(file), file);
}

/** The text of a committed source. */
export function sourceText(file: string): string {
  return readFileSync(join(import.meta.dirname, '..', 'sources', file), 'utf8');
}
