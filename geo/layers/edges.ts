import type { Position } from '../model/incident.ts';

/** An edge's name, the same in both directions. */
export function edgeKey(a: Position, b: Position): string {
  const [s, t] = [a.join(), b.join()];
  return s < t ? `${s}|${t}` : `${t}|${s}`;
}

/** The names of a ring's or a line's edges, in order. */
export function edgeKeys(line: readonly Position[]): string[] {
  return line.slice(1).map((position, i) => edgeKey(line[i], position));
}
