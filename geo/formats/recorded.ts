import * as z from 'zod/mini';
import { RADIUS_KM } from '../ground/uncertainty.ts';
import { recordedSchema, type Recorded } from '../model/incident.ts';
import { detailsOf, recordedBriefSchema } from '../model/brief.ts';
import type { Finding } from '../model/findings.ts';
import { finding } from './finding.ts';

const ownSchema = z.object(recordedSchema.shape);
const RECORDED_FIELDS = Object.keys(recordedSchema.shape);
const BRIEF_FIELDS = Object.keys(recordedBriefSchema.shape);
const publishersSchema = recordedBriefSchema.shape.publishers;

/** Whether an object is an incident in our own form, whole or in brief, as the map's layer has them. */
export function isOwnForm(properties: object): boolean {
  return hasAll(properties, RECORDED_FIELDS) || hasAll(properties, BRIEF_FIELDS);
}

function hasAll(properties: object, fields: readonly string[]): boolean {
  return fields.every((field) => Object.hasOwn(properties, field));
}

/** What is recorded in an incident of our own form; what is computed is left out, as it is computed anew. */
export function readRecorded(given: unknown): Recorded | { rejected: Finding } {
  const value = withDetails(given);
  const result = ownSchema.safeParse(value, { reportInput: true });
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  const at = issue.path.reduce<unknown>(
    (v, key) => (typeof v === 'object' && v !== null && Object.hasOwn(v, key) ? Reflect.get(v, key) : null),
    value,
  );
  return { rejected: findingOf(issue, at) };
}

/** A brief with what it tells of its details. */
function withDetails(value: unknown): unknown {
  if (!isObject(value) || hasAll(value, RECORDED_FIELDS)) return value;
  const publishers = publishersSchema.safeParse(value.publishers);
  return publishers.success ? { ...value, ...detailsOf(publishers.data) } : value;
}

/** What the schema of a record refuses, as a finding. */
function findingOf(issue: z.core.$ZodIssue, at: unknown): Finding {
  // which of a list it is differs from row to row, and is seen in the value
  const path = issue.path.filter((key) => typeof key === 'string');
  const field = path.join('.');
  switch (issue.code) {
    case 'invalid_type':
      return finding(field, at, 'wrong-type', { expected: issue.expected, received: typeName(issue.input) });
    case 'invalid_value':
      return finding(field, at, 'wrong-option', { options: issue.values.map(String) });
    case 'too_small':
      return finding(field, at, 'too-small', { kind: issue.origin, least: Number(issue.minimum) });
    case 'too_big':
      return finding(field, at, 'too-large', { kind: issue.origin, most: Number(issue.maximum) });
    case 'invalid_format':
      return finding(field, at, 'not-web-address');
    case 'unrecognized_keys':
      return finding(field, issue.keys.map((key) => JSON.stringify(key)).join(', '), 'unknown-keys');
    case 'custom':
      return finding(field, at, path[0] === 'fatalities' ? 'own-low-above-high' : 'own-not-day');
    default:
      return finding(field, at, 'wrong-value');
  }
}

/** What kind of JSON a value is. */
function typeName(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'array';
  return typeof value === 'number' && !Number.isFinite(value) ? String(value) : typeof value;
}

const intervalSchema = z.object({
  locationPrecision: z.enum(['exact', 'town']),
  borderKm: z.number(),
  borderKmMax: z.number(),
});

/** The radius, km, that an incident's interval was computed with, where that is not its precision's own. */
export function radiusOf(properties: unknown): number | null {
  const result = intervalSchema.safeParse(properties);
  if (!result.success) return null;
  const { locationPrecision, borderKm, borderKmMax } = result.data;
  const metres = Math.round((borderKmMax - borderKm) * 1000);
  return metres < 0 || metres === RADIUS_KM[locationPrecision] * 1000 ? null : metres / 1000;
}

/** Whether a value read from JSON has properties. */
export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
