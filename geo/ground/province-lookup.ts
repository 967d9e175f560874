import { createArea, ringsOf } from '../areas/area.ts';
import { createNearest } from '../line/nearest.ts';
import { indexPaths } from '../line/paths.ts';
import type { Areal } from '../model/geojson.ts';
import { PROVINCES, type BorderSide, type ProvinceId } from '../region.ts';
import { lazily } from './district-lookup.ts';

/** Provinces as far as a lookup needs them: the layer or its source. Those of other countries are passed over. */
export interface ProvinceShapes {
  features: readonly { geometry: Areal; properties: { iso: string } }[];
}

/** The province of a country that a place of it lies in; `null` where it lies in none, nor beside one. */
export type ProvinceLookup = (lon: number, lat: number, country: BorderSide) => ProvinceId | null;

/** The provinces are coarser than the outlines of the countries: a place of a country that lies beside them all, up to so far, belongs to the nearest. */
const BESIDE_M = 10_000;

/** Indexes provinces. */
export function createProvinceLookup({ features }: ProvinceShapes): ProvinceLookup {
  const entries = features.flatMap(({ geometry, properties: { iso } }) => {
    if (!isOurs(iso)) return [];
    const boundary = lazily(() => createNearest(indexPaths(ringsOf(geometry))));
    return [{ iso, area: createArea(geometry), boundary }];
  });
  const ofCountry = (country: BorderSide) => entries.filter(({ iso }) => iso.startsWith(`${country}-`));
  const provinces = { PK: ofCountry('PK'), AF: ofCountry('AF') };
  return (lon, lat, country) => {
    const within = provinces[country].find(({ area }) => area.contains(lon, lat));
    if (within) return within.iso;
    let [nearest, least]: [ProvinceId | null, number] = [null, BESIDE_M];
    for (const { iso, boundary } of provinces[country]) {
      const { m } = boundary()(lon, lat);
      if (m < least) [nearest, least] = [iso, m];
    }
    return nearest;
  };
}

function isOurs(iso: string): iso is ProvinceId {
  return Object.hasOwn(PROVINCES, iso);
}
