import { neighboursSchema, outlinesSchema, provinceSourceSchema } from '../layers/context.ts';
import { districtSourceSchema } from '../layers/kp-districts.ts';
import { placesSchema } from '../model/context.ts';
import type { Gazetteer } from '../synth/spots.ts';
import { readSource } from './source.ts';

/** What the places of made events are taken from, from the committed sources. Throws a `SourceError` for a bad one. */
export function readGazetteer(): Gazetteer {
  const outlines = readSource(outlinesSchema, 'pakistan-afghanistan.geojson');
  const neighbours = readSource(neighboursSchema, 'neighbours.geojson');
  const provinces = readSource(provinceSourceSchema, 'provinces.geojson').features;
  return {
    places: readSource(placesSchema, 'places.geojson'),
    // of India there is a part alone: it is taken as a whole
    provinces: { features: provinces.filter(({ properties }) => properties.country !== 'IN') },
    districts: readSource(districtSourceSchema, 'kp-districts.geojson'),
    countries: { features: [...outlines.features, ...neighbours.features] },
  };
}
