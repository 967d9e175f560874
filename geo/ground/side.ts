import { createCountryLookup, type CountryShapes } from '../areas/country.ts';
import { BORDER_SIDES, type BorderSide } from '../region.ts';

/** The side of the Durand Line that a place lies on: the country it lies in, `null` in neither. */
export type SideLookup = (lon: number, lat: number) => BorderSide | null;

/**
 * Gives the side of any place from the outlines of Pakistan and Afghanistan (`iso` PK and AF), whose shared edge must be
 * the line itself. So it is right for every place of both countries, also where the line bends back or has ended, and it
 * is no guess at sea or in a third country. A place exactly on the line falls to one side, always the same: who knows the
 * distance should call it neither (see `ON_LINE_KM` in measure.ts).
 */
export function createSides(outlines: CountryShapes): SideLookup {
  const features = outlines.features.filter(({ properties }) => isSide(properties.iso));
  const missing = BORDER_SIDES.filter((side) => !features.some(({ properties }) => properties.iso === side));
  if (missing.length > 0) throw new RangeError(`The outlines hold no country with the code ${missing.join(' or ')}.`);
  const country = createCountryLookup({ features });
  return (lon, lat) => {
    const iso = country(lon, lat);
    return isSide(iso) ? iso : null;
  };
}

function isSide(iso: string | null): iso is BorderSide {
  return BORDER_SIDES.some((side) => side === iso);
}
