import * as z from 'zod/mini';
import { messageOf, SourceError } from '../model/errors.ts';

// what a schema refuses is said in words here alone: the page has none of Zod's
z.config(z.locales.en());

/**
 * A source in JSON or GeoJSON, checked against its schema.
 * @throws SourceError naming the feature's index (`row`), the field and the value that is wrong.
 */
export function readJson<S extends z.ZodMiniType>(schema: S, text: string, file: string): z.output<S> {
  const json = parseJson(text, file);
  const result = schema.safeParse(json);
  if (result.success) return result.data;
  const { path, message } = deepest(result.error.issues);
  const row = path[0] === 'features' && typeof path[1] === 'number' ? path[1] : null;
  const field = (row === null ? path : path.slice(2)).join('.');
  throw new SourceError(
    { file, row, field: field || null, value: brief(valueAt(json, path)) },
    `cannot be used: ${message}`,
    'Correct it in the file, or take the file from the repository again',
  );
}

function parseJson(text: string, file: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    const reason = messageOf(error);
    throw new SourceError(
      { file, row: null, field: null, value: text.slice(0, 40) },
      `is not JSON: ${reason}`,
      'Correct it',
    );
  }
}

interface Issue {
  path: PropertyKey[];
  message: string;
}

/** The first issue; in a union, the one of the branch that got farthest. */
function deepest(issues: readonly z.core.$ZodIssue[]): Issue {
  const issue = issues[0];
  if (issue.code !== 'invalid_union' || issue.errors.length === 0) return issue;
  const branches = issue.errors.filter((branch) => branch.length > 0).map(deepest);
  const best = branches.sort((a, b) => b.path.length - a.path.length)[0];
  return best ? { path: [...issue.path, ...best.path], message: best.message } : issue;
}

function valueAt(json: unknown, path: readonly PropertyKey[]): unknown {
  let value = json;
  for (const key of path) value = value === null || typeof value !== 'object' ? undefined : Reflect.get(value, key);
  return value;
}

/** Enough of a long list to find it: its first and last member. */
function brief(value: unknown): unknown {
  if (value === undefined) return null;
  return Array.isArray(value) && value.length > 4 ? [value[0], '…', value.at(-1)] : value;
}
