import type { Feature, MultiPolygon, Polygon } from 'geojson';
import type { Areal } from '../../model/geojson.ts';
import { DISPUTED_PROVINCES } from '../../region.ts';
import { provinces, type Province } from './provinces.ts';

/** The states in India's north: what is nearest to one of them decides which part of the country is disputed. */
const NORTHERN = new Set(['IN-JK', 'IN-LA', 'IN-HP', 'IN-PB', 'IN-UT']);

/**
 * The disputed territories that India administers. In the package they reach as far as India claims; here they end where
 * the country does, as it is drawn.
 * @param text the package's GeoJSON of India
 */
export function indianKashmir(text: string, india: Areal): Province[] {
  const { features } = JSON.parse(text) as { features: Feature<Polygon | MultiPolygon>[] };
  const northern = features.filter(({ properties }) => NORTHERN.has(properties?.ISO));
  const states = provinces(JSON.stringify({ features: northern }), 'IN', india, null);
  return states.filter(({ iso }) => DISPUTED_PROVINCES.has(iso));
}
