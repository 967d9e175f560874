import { isObject } from '../formats/recorded.ts';
import { refused } from './refused.ts';
import type { ApiEvent, DataSource } from './source.ts';

const FIX = 'The source has changed: download its file by hand, and bring this program up to date';

/** The field of an answer as an object; throws a `SourceError` where the answer is none. */
export function objectIn(name: string, answer: unknown): ApiEvent {
  if (!isObject(answer)) throw refused(name, null, answer, 'is no answer as it was', FIX);
  return answer;
}

/** The events of an answer's field; throws a `SourceError` where it holds none. */
export function eventsIn(name: string, answer: ApiEvent, field: string): ApiEvent[] {
  const list = answer[field];
  if (!Array.isArray(list))
    throw refused(name, field, Object.keys(answer), `has no list of events called ${field}`, FIX);
  const odd: unknown = list.find((event) => !isObject(event));
  if (odd !== undefined) throw refused(name, field, odd, 'is no event', FIX);
  return list as ApiEvent[];
}

/**
 * The fields of events for which a file has no column. A needed one that no event has is no longer called so: throws a
 * `SourceError` that names what is missing.
 */
export function otherFields({ name, columns, needed }: DataSource, events: readonly ApiEvent[]): string[] {
  if (events.length === 0) return [];
  const there = new Set(events.flatMap((event) => Object.keys(event)));
  const missing = needed.filter((column) => !there.has(column));
  if (missing.length > 0) {
    throw refused(
      name,
      missing.join(', '),
      [...there],
      `are all fields of its events, without ${missing.join(', ')}`,
      FIX,
    );
  }
  return [...there].filter((column) => !columns.includes(column));
}
