import geographiclib from 'geographiclib-geodesic';
import type { Position } from '../geo/model/incident.ts';

const { WGS84, DISTANCE } = geographiclib.Geodesic;

/** Karney's inverse, metres, straight from GeographicLib. */
export function karney(a: Position, b: Position): number {
  return WGS84.Inverse(a[1], a[0], b[1], b[0], DISTANCE).s12 ?? NaN;
}

/**
 * The distance, metres, from a place to a line by exhaustion: Karney's inverse to every vertex, then a golden-section
 * search on every part of 500 m that the triangle inequality does not rule out. Shares no code with geo/border.
 */
export function exhaustive(line: readonly Position[], place: Position): number {
  const at = line.map((vertex) => karney(place, vertex));
  const lengths = lengthsOf(line);
  let best = Math.min(...at);
  for (let i = 1; i < line.length; i++) {
    const [a, b] = [line[i - 1], line[i]];
    // from above: what is ruled out is ruled out for certain
    const length = lengths[i - 1];
    if ((at[i - 1] + at[i] - length) / 2 > best) continue;
    const parts = Math.max(1, Math.ceil(length / 500));
    const measure = (t: number) => karney(place, [a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t]);
    for (let part = 0; part < parts; part++)
      best = Math.min(best, golden(measure, part / parts, (part + 1) / parts, length / parts, best));
  }
  return best;
}

const lengthsByLine = new WeakMap<readonly Position[], number[]>();

/** The length of each segment of a line, as `courseMetres` has it; reckoned once for a line. */
function lengthsOf(line: readonly Position[]): number[] {
  const lengths = lengthsByLine.get(line) ?? line.slice(1).map((vertex, i) => courseMetres(line[i], vertex));
  lengthsByLine.set(line, lengths);
  return lengths;
}

/** The length of a course straight in degrees, a little too great: the sum of 64 geodesics and 0.1 %. */
function courseMetres(a: Position, b: Position): number {
  const steps = karney(a, b) > 20_000 ? 64 : 4;
  const at = (s: number): Position => [a[0] + ((b[0] - a[0]) * s) / steps, a[1] + ((b[1] - a[1]) * s) / steps];
  let metres = 0;
  for (let s = 1; s <= steps; s++) metres += karney(at(s - 1), at(s));
  return metres * 1.001;
}

function golden(measure: (t: number) => number, from: number, to: number, length: number, best: number): number {
  let [low, high] = [from, to];
  let least = Math.min(measure(low), measure(high));
  if (least - length > best) return least;
  const share = (Math.sqrt(5) - 1) / 2;
  for (let i = 0; i < 34; i++) {
    const [a, b] = [high - (high - low) * share, low + (high - low) * share];
    const [ma, mb] = [measure(a), measure(b)];
    least = Math.min(least, ma, mb);
    if (ma < mb) high = b;
    else low = a;
  }
  return least;
}
