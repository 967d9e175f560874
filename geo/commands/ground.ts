import * as z from 'zod';
import { createEnrich } from '../ground/enrich.ts';
import { createGround, type Ground } from '../ground/measure.ts';
import { provinceSourceSchema } from '../layers/context.ts';
import { createPlaceNames, type PlaceOf } from '../ground/place-names.ts';
import { createProvinceLookup, type ProvinceLookup } from '../ground/province-lookup.ts';
import { durandLine } from '../layers/durand-line.ts';
import { districtSourceSchema, kpDistricts } from '../layers/kp-districts.ts';
import type { DurandLine } from '../model/border.ts';
import { placesSchema } from '../model/context.ts';
import type { Districts } from '../model/district.ts';
import { arealSchema, collectionOf, featureOf, multiLineStringSchema } from '../model/geojson.ts';
import { readSource } from './source.ts';

const lineSchema = collectionOf(featureOf(multiLineStringSchema, z.object({})));
const shapesSchema = collectionOf(featureOf(arealSchema, z.object({ iso: z.string().nullable() })));

/** What commands measure against, from the committed sources: no build is needed. Throws a `SourceError` for a bad one. */
export function readGround(): Ground {
  const line = readLine();
  const districts = readDistricts(line);
  const outlines = readSource(shapesSchema, 'pakistan-afghanistan.geojson');
  const neighbours = readSource(shapesSchema, 'neighbours.geojson');
  const countries = { features: [...outlines.features, ...neighbours.features] };
  return createGround({ line, outlines, districts, countries });
}

/** What finds places by their names, from the committed sources. Throws a `SourceError` for a bad one. */
export function readPlaceNames(): PlaceOf {
  return createPlaceNames({
    districts: readDistricts(readLine()),
    places: readSource(placesSchema, 'places.geojson'),
    provinces: readProvinces(),
  });
}

function readLine(): DurandLine {
  const pieces = readSource(lineSchema, 'durand-line.geojson').features.map(({ geometry }) => geometry.coordinates);
  return durandLine(pieces.flat(), 'durand-line.geojson');
}

function readDistricts({ features: [{ geometry }] }: DurandLine): Districts {
  const source = readSource(districtSourceSchema, 'kp-districts.geojson');
  return kpDistricts(source, geometry.coordinates, 'kp-districts.geojson');
}

function readProvinces(): ProvinceLookup {
  return createProvinceLookup(readSource(provinceSourceSchema, 'provinces.geojson'));
}

/** What gives the computed properties of an incident, from the committed sources. Throws a `SourceError` for a bad one. */
export function readEnrich(ground: Ground): ReturnType<typeof createEnrich> {
  return createEnrich(ground, readProvinces());
}
