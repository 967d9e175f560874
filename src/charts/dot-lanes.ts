import type { ListedClaims, ClaimRange } from '../../geo/views/claims.ts';
import type { KilledClaim } from '../../geo/views/claimed.ts';

/** Claims that stand on one line of a dot range. */
export interface DotLane {
  /** from their lowest to their highest figure; `null` where they are not held against each other */
  range: ClaimRange | null;
  claims: readonly KilledClaim[];
}

/** The lines of an incident: one for each comparison, and one for all that is not compared. */
export function dotLanes({ claims, ranges }: Pick<ListedClaims, 'claims' | 'ranges'>): DotLane[] {
  const compared = new Set(ranges.flatMap((range) => range.claims));
  const rest = claims.filter((claim) => !compared.has(claim));
  const lanes: DotLane[] = ranges.map((range) => ({ range, claims: range.claims }));
  return rest.length > 0 ? [...lanes, { range: null, claims: rest }] : lanes;
}

/** A scale of square roots: small figures keep room beside large ones, and 0 has a place. */
export function rootScale(most: number, width: number, pad: number): (figure: number) => number {
  const room = Math.max(0, width - 2 * pad);
  return (figure) => pad + Math.sqrt(figure / Math.max(1, most)) * room;
}

/** In which rows dots stand so that none covers another: the first row with room for each, from left to right. */
export function dotRows(places: readonly number[], size: number): number[] {
  const ends: number[] = [];
  const rows = new Array<number>(places.length).fill(0);
  const order = places.map((_, i) => i).sort((a, b) => places[a] - places[b] || a - b);
  for (const i of order) {
    const free = ends.findIndex((end) => end <= places[i]);
    const row = free < 0 ? ends.length : free;
    ends[row] = places[i] + size;
    rows[i] = row;
  }
  return rows;
}

const ROUND = [0, 1, 5, 10, 25, 50, 100, 250, 500];

/** Round figures up to the most that have room beside each other, 0 first. */
export function rootTicks(most: number, at: (figure: number) => number, apart: number): number[] {
  const round = [...ROUND];
  for (let ten = 1000; ten <= most; ten *= 10) round.push(ten, 2.5 * ten, 5 * ten);
  const ticks: number[] = [];
  for (const figure of round.filter((one) => one <= most)) {
    const last = ticks.at(-1);
    if (last === undefined || at(figure) - at(last) >= apart) ticks.push(figure);
  }
  return ticks;
}
