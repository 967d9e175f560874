import type { LocationPrecision } from '../../model/incident.ts';

/** How well a place is known, and how far from the point it may be, km, where that is not the precision's own radius. */
export interface PlaceAccuracy {
  precision: LocationPrecision;
  radiusKm: number | null;
}

/** A table of codes, to be looked up by any text: a key such as `constructor` finds nothing. */
export function codeTable<T>(codes: Readonly<Record<string, T>>): ReadonlyMap<string, T> {
  return new Map(Object.entries(codes));
}
