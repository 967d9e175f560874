import type { Measurement } from '../model/border.ts';

/** Farther than this from the line, km, nothing is measured as a rule: half as far again as the layers reach. */
const FAR_KM = 1500;

/**
 * Whether the order of a measured place looks swapped: it lies more than 1,500 km from the line, and with latitude and
 * longitude exchanged it would lie nearer than that. `borderKm` gives the distance of a place.
 */
export function looksSwapped(
  { lon, lat, borderKm: found }: Pick<Measurement, 'lon' | 'lat' | 'borderKm'>,
  borderKm: (lon: number, lat: number) => number,
): boolean {
  return found > FAR_KM && Math.abs(lon) <= 90 && borderKm(lat, lon) <= FAR_KM;
}
