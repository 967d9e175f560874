import * as z from 'zod/mini';
import { lazily } from '../ground/district-lookup.ts';
import { createEnrich } from '../ground/enrich.ts';
import { createGround, type Ground } from '../ground/measure.ts';
import { provinceSourceSchema } from '../layers/context.ts';
import { createPlaceNames, type PlaceOf } from '../ground/place-names.ts';
import { createProvinceLookup } from '../ground/province-lookup.ts';
import { durandLine } from '../layers/durand-line.ts';
import { districtSourceSchema, kpDistricts } from '../layers/kp-districts.ts';
import type { District } from '../model/district.ts';
import { placesSchema } from '../model/context.ts';
import { arealSchema, collectionOf, featureOf, multiLineStringSchema } from '../model/geojson.ts';
import { readSource } from './source.ts';

const lineSchema = collectionOf(featureOf(multiLineStringSchema, z.object({})));
const shapesSchema = collectionOf(featureOf(arealSchema, z.object({ iso: z.nullable(z.string()) })));

/** What commands measure against, from the committed sources: no build is needed. Throws a `SourceError` for a bad one. */
export function readGround(): Ground {
  const [line, districts] = [readLine(), readDistricts()];
  const outlines = readSource(shapesSchema, 'pakistan-afghanistan.geojson');
  const neighbours = readSource(shapesSchema, 'neighbours.geojson');
  const countries = { features: [...outlines.features, ...neighbours.features] };
  return createGround({ line, outlines, districts, countries });
}

/** What finds places by their names, from the committed sources. Throws a `SourceError` for a bad one. */
export function readPlaceNames(): PlaceOf {
  return createPlaceNames({
    districts: readDistricts(),
    places: readSource(placesSchema, 'places.geojson'),
    provinces: readProvinces(),
  });
}

/** The districts of Khyber Pakhtunkhwa, from the committed sources. Throws a `SourceError` for a bad one. */
export function readDistrictProperties(): District['properties'][] {
  return readDistricts().features.map(({ properties }) => properties);
}

// a command may need them twice
const readLine = lazily(() => {
  const pieces = readSource(lineSchema, 'durand-line.geojson').features.map(({ geometry }) => geometry.coordinates);
  return durandLine(pieces.flat(), 'durand-line.geojson');
});
const readDistricts = lazily(() => {
  const source = readSource(districtSourceSchema, 'kp-districts.geojson');
  return kpDistricts(source, readLine().features[0].geometry.coordinates, 'kp-districts.geojson');
});
const readProvinces = lazily(() => createProvinceLookup(readSource(provinceSourceSchema, 'provinces.geojson')));

/** What gives the computed properties of an incident, from the committed sources. Throws a `SourceError` for a bad one. */
export function readEnrich(ground: Ground): ReturnType<typeof createEnrich> {
  return createEnrich(ground, readProvinces());
}
