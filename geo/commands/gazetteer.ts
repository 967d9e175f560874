import { neighboursSchema, outlinesSchema, provinceSourceSchema } from '../layers/context.ts';
import { districtSourceSchema } from '../layers/kp-districts.ts';
import { placesSchema } from '../model/context.ts';
import type { Gazetteer } from '../synth/spots.ts';
import { readSource } from './source.ts';

/** What the places of made events are taken from, from the committed sources. Throws a `SourceError` for a bad one. */
export function readGazetteer(): Gazetteer {
  const outlines = readSource(outlinesSchema, 'pakistan-afghanistan.geojson');
  const neighbours = readSource(neighboursSchema, 'neighbours.geojson');
  return {
    places: readSource(placesSchema, 'places.geojson'),
    provinces: readSource(provinceSourceSchema, 'provinces.geojson'),
    districts: readSource(districtSourceSchema, 'kp-districts.geojson'),
    countries: { features: [...outlines.features, ...neighbours.features] },
  };
}
