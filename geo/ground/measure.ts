import { createCountryLookup, type CountryShapes } from '../areas/country.ts';
import { createDistrictLookup, type DistrictLookup } from './district-lookup.ts';
import { createBorderRanges, type BorderRange } from './border-range.ts';
import type { DurandLine, Measurement } from '../model/border.ts';
import type { BorderSide } from '../region.ts';
import type { Districts } from '../model/district.ts';
import { createBorder, type Border } from '../line/border.ts';
import { createSides, type SideLookup } from './side.ts';

/** Nearer than this, a place is on the line as far as numbers can tell, and on neither side of it. */
export const ON_LINE_KM = 1e-6;

/** Everything that places are measured against. */
export interface Ground {
  border: Border;
  sides: SideLookup;
  districts: DistrictLookup;
  /** The distances from the border that a district's places have; `null` for an unknown id. */
  ranges: (id: string) => BorderRange | null;
  /** ISO 3166-1 alpha-2 of the country that a place lies in. */
  countries: (lon: number, lat: number) => string | null;
}

/** The layers that the ground is made of. The shared edge of PK and AF in `outlines` must be the line itself. */
export interface GroundLayers {
  line: DurandLine;
  outlines: CountryShapes;
  districts: Districts;
  countries: CountryShapes;
}

/** Indexes the layers, some 50 ms; do it once. */
export function createGround({ line, outlines, districts, countries }: GroundLayers): Ground {
  const border = createBorder(line.features[0].geometry.coordinates);
  return {
    border,
    sides: createSides(outlines),
    districts: createDistrictLookup(districts),
    ranges: createBorderRanges(districts, border),
    countries: createCountryLookup(countries),
  };
}

/** The side of a place whose distance from the line is known; `null` on the line itself. */
export function sideOf(ground: Pick<Ground, 'sides'>, lon: number, lat: number, borderKm: number): BorderSide | null {
  return borderKm < ON_LINE_KM ? null : ground.sides(lon, lat);
}

/**
 * Gives the measurement of a place. Throws a `RangeError` that names a coordinate that is none. Where PK or AF is known
 * as the side, that is the country too: the outlines are finer than the countries layer.
 */
export function createMeasure(ground: Ground): (lon: number, lat: number) => Measurement {
  return (lon, lat) => {
    const { borderKm, borderPoint, alongKm } = ground.border.nearest(lon, lat);
    return {
      lon,
      lat,
      borderKm,
      borderPoint,
      side: sideOf(ground, lon, lat, borderKm),
      alongKm,
      district: ground.districts.at(lon, lat),
      country: ground.sides(lon, lat) ?? ground.countries(lon, lat),
    };
  };
}
