import * as z from 'zod/mini';
import { borderBands } from '../ground/bands.ts';
import { createGround } from '../ground/measure.ts';
import { createEnrich } from '../ground/enrich.ts';
import { createProvinceLookup } from '../ground/province-lookup.ts';
import { bandsSchema, durandLineSchema, stretchesSchema } from '../model/border.ts';
import { allDetailsSchema, briefCollectionSchema, inTwo } from '../model/brief.ts';
import { censusSchema } from '../model/census.ts';
import { countriesSchema, placesSchema, provincesSchema, riversSchema, worldSchema } from '../model/context.ts';
import { closuresSchema, crossingsSchema } from '../model/crossing.ts';
import { datapackageSchema } from '../model/dataset.ts';
import { districtsSchema } from '../model/district.ts';
import { collectionOf, featureOf, multiLineStringSchema } from '../model/geojson.ts';
import { organisationsSchema } from '../model/organisation.ts';
import { annualTotalsSchema, phasesSchema } from '../model/story.ts';
import { readActorTable } from './actors.ts';
import { annualTotalsLayer } from './annual-totals.ts';
import { borderStretches } from './border-stretches.ts';
import { censusByDistrict, censusLayer } from './census.ts';
import { closuresLayer } from './closures.ts';
import {
  countriesLayer,
  neighboursSchema,
  outlinesSchema,
  provincesLayer,
  provinceSourceSchema,
  riversLayer,
  riverSourceSchema,
} from './context.ts';
import { crossingsLayer } from './crossings.ts';
import { durandLine } from './durand-line.ts';
import { incidentsLayer } from './incidents.ts';
import { districtSourceSchema, kpDistricts } from './kp-districts.ts';
import { organisationsLayer } from './organisations.ts';
import { phasesLayer } from './phases.ts';
import { SHIPPED_STORIES, storyFile, storySource } from '../story/shipped.ts';
import { storyLayer } from './stories.ts';
import { readJson } from './read-json.ts';
import { collectionText } from '../collection.ts';

/** A layer as the app fetches it. */
export interface BuiltLayer {
  /** The file's name, such as `kp-districts.geojson`. */
  file: string;
  text: string;
  /** Features, or entries where it is no GeoJSON. */
  features: number;
  vertices: number;
}

const lineSourceSchema = collectionOf(featureOf(multiLineStringSchema, z.strictObject({})));

/**
 * All layers from the sources, each checked against its own schema.
 * @param read gives the text of a file of the sources' folder.
 * @param note is told each layer as it is made.
 * @throws SourceError for a source that cannot be used.
 */
export function buildLayers(read: (file: string) => string, note: (step: string) => void): BuiltLayer[] {
  const built: BuiltLayer[] = [];
  const source = <S extends z.ZodMiniType>(file: string, schema: S) => readJson(schema, read(file), file);
  const collection = <C extends Collection>(file: string, schema: z.ZodMiniType<C>, layer: C): C => {
    built.push(collectionLayer(file, schema.parse(layer)));
    note(file);
    return layer;
  };
  const list = <T>(file: string, schema: z.ZodMiniType<T>, value: T, entries: number): void => {
    built.push({ file, text: `${JSON.stringify(schema.parse(value))}\n`, features: entries, vertices: 0 });
    note(file);
  };

  // every file is read before anything is computed: what is wrong shows at once
  const pieces = source('durand-line.geojson', lineSourceSchema).features.flatMap((f) => f.geometry.coordinates);
  const outlines = source('pakistan-afghanistan.geojson', outlinesSchema);
  const around = source('neighbours.geojson', neighboursSchema);
  const districtSource = source('kp-districts.geojson', districtSourceSchema);
  const provinceSource = source('provinces.geojson', provinceSourceSchema);
  const rivers = source('rivers.geojson', riverSourceSchema);
  const world = source('world.geojson', worldSchema);
  const places = source('places.geojson', placesSchema);
  const tables = { incidents: read('incidents.csv'), actors: read('actors.csv'), apart: read('claims-apart.csv') };
  const totals = annualTotalsLayer(read('annual-totals.csv'));
  const census = censusLayer({ months: read('monthly-totals.csv'), undated: read('monthly-undated.csv') });
  const districtCensus = censusByDistrict(read('monthly-by-district.csv'), census);
  const organisations = organisationsLayer(read('groups.csv'), readActorTable(tables.actors, 'actors.csv'));
  const [crossingTable, closureTable] = [read('crossings.csv'), read('closures.csv')];
  const story = read('phases.json');
  const stories = SHIPPED_STORIES.map((id) => ({ file: storyFile(id), text: read(storySource(id)) }));
  const datapackage = source('datapackage.json', datapackageSchema);

  const line = collection('durand-line.geojson', durandLineSchema, durandLine(pieces, 'durand-line.geojson'));
  const vertices = line.features[0].geometry.coordinates;
  const countries = collection('countries.geojson', countriesSchema, countriesLayer(outlines, around));
  const snapped = kpDistricts(districtSource, vertices, 'kp-districts.geojson');
  const districts = collection('kp-districts.geojson', districtsSchema, snapped);
  const ground = createGround({ line, outlines, districts, countries });
  const provinces = provincesLayer(provinceSource, 'provinces.geojson');
  collection('provinces.geojson', provincesSchema, provinces);
  const crossings = crossingsLayer(crossingTable, (lon, lat) => ground.border.nearest(lon, lat).borderKm);
  const closures = closuresLayer(closureTable, crossings);
  const enrich = createEnrich(ground, createProvinceLookup(provinces));
  const incidents = incidentsLayer(tables, enrich).features.map((incident) => inTwo(incident));
  const briefs = incidents.map(({ brief }) => brief);
  collection('incidents.geojson', briefCollectionSchema, { type: 'FeatureCollection', features: briefs });
  const details = Object.fromEntries(incidents.map(({ brief, details: own }) => [brief.id, own]));
  const phases = phasesLayer(story, new Set(briefs.map(({ id }) => id)));
  const stretches = borderStretches(ground, provinces);

  for (const { file, text } of stories) {
    built.push({ file, text, features: storyLayer(text, file).steps.length, vertices: 0 });
    note(file);
  }
  list('border-stretches.json', stretchesSchema, stretches, stretches.length);
  collection('rivers.geojson', riversSchema, riversLayer(rivers));
  collection('world.geojson', worldSchema, world);
  collection('places.geojson', placesSchema, places);
  list('incident-details.json', allDetailsSchema, details, incidents.length);
  list('annual-totals.json', annualTotalsSchema, totals, totals.length);
  list('census.json', censusSchema, census, census.areas.length);
  list('census-districts.json', censusSchema, districtCensus, districtCensus.areas.length);
  list('crossings.json', crossingsSchema, crossings, crossings.length);
  list('closures.json', closuresSchema, closures, closures.length);
  list('groups.json', organisationsSchema, organisations, organisations.length);
  list('phases.json', phasesSchema, phases, phases.length);
  list('datapackage.json', datapackageSchema, datapackage, datapackage.resources.length);
  collection('border-bands.geojson', bandsSchema, borderBands(ground.border, outlines));
  return built;
}

interface Collection {
  features: { geometry: { coordinates: unknown } }[];
}

function collectionLayer(file: string, { features }: Collection): BuiltLayer {
  const vertices = features.reduce((sum, { geometry }) => sum + countPositions(geometry.coordinates), 0);
  return { file, text: collectionText(features), features: features.length, vertices };
}

function countPositions(coordinates: unknown): number {
  if (!Array.isArray(coordinates)) return 0;
  if (typeof coordinates[0] === 'number') return 1;
  return coordinates.reduce<number>((sum, part) => sum + countPositions(part), 0);
}
