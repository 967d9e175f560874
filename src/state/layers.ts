import {
  bandsSchema,
  durandLineSchema,
  stretchesSchema,
  type Bands,
  type DurandLine,
  type Stretch,
} from '../../geo/model/border.ts';
import {
  countriesSchema,
  placesSchema,
  provincesSchema,
  riversSchema,
  type Countries,
  type Places,
  type Provinces,
  type Rivers,
} from '../../geo/model/context.ts';
import { datapackageSchema, type Datapackage } from '../../geo/model/dataset.ts';
import { districtsSchema, type Districts } from '../../geo/model/district.ts';
import { incidentCollectionSchema, type Incident } from '../../geo/model/incident.ts';
import { annualTotalsSchema, phasesSchema, type AnnualTotal, type Phase } from '../../geo/model/story.ts';
import type * as z from 'zod';

/** The layers that `geo build` made, as the app uses them. */
export interface Layers {
  line: DurandLine;
  bands: Bands;
  stretches: Stretch[];
  districts: Districts;
  countries: Countries;
  provinces: Provinces;
  rivers: Rivers;
  places: Places;
  phases: Phase[];
  totals: AnnualTotal[];
  datapackage: Datapackage;
}

/** Fetches and checks all layers and the incidents. Throws an Error that names the file. */
export async function loadLayers(fetchFile: typeof fetch): Promise<{ layers: Layers; incidents: Incident[] }> {
  const read = async <T>(name: string, schema: z.ZodType<T>): Promise<T> => {
    const response = await fetchFile(`layers/${name}`);
    if (!response.ok) throw new Error(`layers/${name} could not be read: ${response.status} ${response.statusText}`);
    const parsed = schema.safeParse(await response.json());
    if (!parsed.success) throw new Error(`layers/${name}: ${parsed.error.issues[0]?.message ?? 'is not as expected'}`);
    return parsed.data;
  };
  const [
    line,
    bands,
    stretches,
    districts,
    countries,
    provinces,
    rivers,
    places,
    phases,
    totals,
    datapackage,
    incidents,
  ] = await Promise.all([
    read('durand-line.geojson', durandLineSchema),
    read('border-bands.geojson', bandsSchema),
    read('border-stretches.json', stretchesSchema),
    read('kp-districts.geojson', districtsSchema),
    read('countries.geojson', countriesSchema),
    read('provinces.geojson', provincesSchema),
    read('rivers.geojson', riversSchema),
    read('places.geojson', placesSchema),
    read('phases.json', phasesSchema),
    read('annual-totals.json', annualTotalsSchema),
    read('datapackage.json', datapackageSchema),
    read('incidents.geojson', incidentCollectionSchema),
  ]);
  return {
    layers: { line, bands, stretches, districts, countries, provinces, rivers, places, phases, totals, datapackage },
    incidents: incidents.features,
  };
}
