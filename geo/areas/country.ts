import type { Areal } from '../model/geojson.ts';
import { createAreaLookup } from './lookup.ts';

/** Countries as far as a lookup needs them: the countries layer, or the outlines of Pakistan and Afghanistan. */
export interface CountryShapes {
  features: readonly { geometry: Areal; properties: { iso: string | null } }[];
}

/** Gives the country (ISO 3166-1 alpha-2) that a place lies in; `null` outside all, or in one without a code. */
export function createCountryLookup(countries: CountryShapes): (lon: number, lat: number) => string | null {
  return createAreaLookup(countries.features, ({ iso }) => iso);
}
