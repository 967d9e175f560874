import type { Areal } from '../../model/geojson.ts';
import { DISPUTED_PROVINCES } from '../../region.ts';
import { provinces, type Province, type Shape } from './provinces.ts';

/** The states in India's north: what is nearest to one of them decides which part of the country is disputed. */
const NORTHERN = new Set(['IN-JK', 'IN-LA', 'IN-HP', 'IN-PB', 'IN-UT']);

/**
 * The disputed territories that India administers. In the package they reach as far as India claims; here they end where
 * the country does, as it is drawn.
 * @param features those of the package for India
 */
export function indianKashmir(features: readonly Shape[], india: Areal): Province[] {
  const northern = features.filter(({ properties }) => NORTHERN.has(properties?.ISO));
  return provinces(northern, 'IN', india, null).filter(({ iso }) => DISPUTED_PROVINCES.has(iso));
}
