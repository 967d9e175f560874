import type { Position } from '../model/incident.ts';

/** Where two segments cross between their ends, straight in longitude and latitude; `null` where they only touch or miss. */
export function crossing(a: Position, b: Position, c: Position, d: Position): Position | null {
  if (Math.max(a[0], b[0]) < Math.min(c[0], d[0]) || Math.max(c[0], d[0]) < Math.min(a[0], b[0])) return null;
  if (Math.max(a[1], b[1]) < Math.min(c[1], d[1]) || Math.max(c[1], d[1]) < Math.min(a[1], b[1])) return null;
  const [c1, c2] = [turn(a, b, c), turn(a, b, d)];
  const [a1, a2] = [turn(c, d, a), turn(c, d, b)];
  if (c1 * c2 >= 0 || a1 * a2 >= 0) return null;
  const t = a1 / (a1 - a2);
  return [a[0] + t * (b[0] - a[0]), a[1] + t * (b[1] - a[1])];
}

/** Positive where c lies left of a → b, negative where right, 0 on it. */
export function turn(a: Position, b: Position, c: Position): number {
  return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]);
}
