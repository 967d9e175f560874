import type { Position } from '../model/incident.ts';
import { upperBound } from '../time/bins.ts';

/**
 * Where else the few incidents were that were at several places: beside the columns, which hold the first place of each.
 * The rows are ascending, and each stands there once for each further place, in their order.
 */
export interface OtherPlaces {
  rows: Uint32Array<ArrayBuffer>;
  /** degrees */
  lon: Float64Array<ArrayBuffer>;
  lat: Float64Array<ArrayBuffer>;
}

/** The kinds of its arrays, by name. */
export const OTHER_PLACES_KINDS = { rows: 'Uint32Array', lon: 'Float64Array', lat: 'Float64Array' } as const;

/** The other places of rows, whose order does not matter. */
export function otherPlacesOf(rows: Iterable<readonly [row: number, places: readonly Position[]]>): OtherPlaces {
  const all = [...rows].sort(([a], [b]) => a - b).flatMap(([row, places]) => places.map((place) => ({ row, place })));
  return {
    rows: Uint32Array.from(all, ({ row }) => row),
    lon: Float64Array.from(all, ({ place }) => place[0]),
    lat: Float64Array.from(all, ({ place }) => place[1]),
  };
}

/** Where else the incident of a row was. */
export function otherPlacesAt({ rows, lon, lat }: OtherPlaces, row: number): Position[] {
  const places: Position[] = [];
  for (let i = upperBound(rows, row - 1); rows[i] === row; i++) places.push([lon[i], lat[i]]);
  return places;
}

/** The other places of several parts in the order of a merge: row `i` is row `rows[i]` of part `parts[i]`. */
export function mergeOtherPlaces(from: readonly OtherPlaces[], parts: Uint16Array, rows: Uint32Array): OtherPlaces {
  const merged: [number, Position[]][] = [];
  if (from.every((part) => part.rows.length === 0)) return otherPlacesOf(merged);
  const next = from.map(() => 0);
  for (let i = 0; i < rows.length; i++) {
    const part = parts[i];
    if (from[part].rows[next[part]] !== rows[i]) continue;
    const places = otherPlacesAt(from[part], rows[i]);
    next[part] += places.length;
    merged.push([i, places]);
  }
  return otherPlacesOf(merged);
}
