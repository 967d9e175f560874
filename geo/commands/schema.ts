import * as z from 'zod/mini';
import { UsageError } from '../model/errors.ts';
import { incidentSchema } from '../model/incident.ts';
import { readArguments } from './arguments.ts';
import type { Io } from './io.ts';

export const usage = 'schema [--json]';
export const summary = 'Prints the JSON Schema of an incident; with --json on one line.';

/** The JSON Schema (draft 2020-12) of an incident: a GeoJSON Feature<Point> with its properties. */
export function incidentJsonSchema(): Record<string, unknown> {
  const schema = z.toJSONSchema(incidentSchema, { target: 'draft-2020-12' });
  return { title: 'Incident', description: 'An incident of Durand Map: a GeoJSON Feature<Point>.', ...schema };
}

/** Prints the schema. */
export function run(args: string[], io: Io): Promise<void> {
  const { values, positionals } = readArguments(args, { json: { type: 'boolean', default: false } });
  if (positionals.length > 0) throw new UsageError(`schema takes no ${JSON.stringify(positionals[0])}.`);
  io.out(JSON.stringify(incidentJsonSchema(), null, values.json ? 0 : 2));
  return Promise.resolve();
}
