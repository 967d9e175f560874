import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CountryShapes } from '../geo/areas/country.ts';
import type { ProvinceShapes } from '../geo/ground/province-lookup.ts';
import { durandLine } from '../geo/layers/durand-line.ts';
import { districtSourceSchema, kpDistricts } from '../geo/layers/kp-districts.ts';
import type { Districts } from '../geo/model/district.ts';
import type { Position } from '../geo/model/incident.ts';
import { createRandom } from '../geo/synth/random.ts';

/** A committed source's text: tests need no build. */
export function source(file: string): string {
  return readFileSync(join(import.meta.dirname, '..', 'geo', 'sources', file), 'utf8');
}

/** The Durand Line as the build makes it. */
export function shippedLine(): Position[] {
  const { features } = JSON.parse(source('durand-line.geojson')) as {
    features: { geometry: { coordinates: Position[][] } }[];
  };
  return durandLine(
    features.flatMap(({ geometry }) => geometry.coordinates),
    'durand-line.geojson',
  ).features[0].geometry.coordinates;
}

/** The outlines of Pakistan and Afghanistan. */
export function outlines(): CountryShapes {
  return JSON.parse(source('pakistan-afghanistan.geojson')) as CountryShapes;
}

/** The provinces of both countries. */
export function provinces(): ProvinceShapes {
  return JSON.parse(source('provinces.geojson')) as ProvinceShapes;
}

/** The districts as the build makes them, snapped to the line. */
export function districts(): Districts {
  const parsed = districtSourceSchema.parse(JSON.parse(source('kp-districts.geojson')));
  return kpDistricts(parsed, shippedLine(), 'kp-districts.geojson');
}

export { createRandom as random };

/** Random places of the region. */
export function regionPlaces(count: number, seed: number): Position[] {
  const next = createRandom(seed);
  return Array.from({ length: count }, () => [60 + 17 * next(), 23.5 + 15 * next()]);
}
