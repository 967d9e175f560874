import * as z from 'zod';
import { durandLineSchema } from '../model/border.ts';
import { datapackageSchema } from '../model/dataset.ts';
import { districtsSchema } from '../model/district.ts';
import { collectionOf, featureOf, multiLineStringSchema } from '../model/geojson.ts';
import { durandLine } from './durand-line.ts';
import { districtSourceSchema, kpDistricts } from './kp-districts.ts';
import { readJson } from './read-json.ts';
import { collectionText } from './write-geojson.ts';

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
 * All layers from the sources. Each is checked against its own schema before it is given.
 * @param read gives the text of a file of the sources' folder.
 * @param note is told each step.
 * @throws SourceError for a source that cannot be used.
 */
export function buildLayers(read: (file: string) => string, note: (step: string) => void): BuiltLayer[] {
  const built: BuiltLayer[] = [];
  const add = <C extends Collection>(file: string, schema: z.ZodType<C>, collection: C) => {
    note(file);
    built.push(layerOf(file, schema.parse(collection)));
    return collection;
  };
  const geojson = <S extends z.ZodType>(file: string, schema: S) => readJson(schema, read(file), file);

  const pieces = geojson('durand-line.geojson', lineSourceSchema).features.flatMap((f) => f.geometry.coordinates);
  const border = add('durand-line.geojson', durandLineSchema, durandLine(pieces, 'durand-line.geojson'));
  const line = border.features[0].geometry.coordinates;

  const districtSource = geojson('kp-districts.geojson', districtSourceSchema);
  add('kp-districts.geojson', districtsSchema, kpDistricts(districtSource, line, 'kp-districts.geojson'));

  const datapackage = readJson(datapackageSchema, read('datapackage.json'), 'datapackage.json');
  built.push(listOf('datapackage.json', datapackage, datapackage.resources.length));
  return built;
}

interface Collection {
  features: { geometry: { coordinates: unknown } }[];
}

function layerOf(file: string, { features }: Collection): BuiltLayer {
  const vertices = features.reduce((sum, { geometry }) => sum + countPositions(geometry.coordinates), 0);
  return { file, text: collectionText(features), features: features.length, vertices };
}

function listOf(file: string, value: unknown, entries: number): BuiltLayer {
  return { file, text: `${JSON.stringify(value)}\n`, features: entries, vertices: 0 };
}

function countPositions(coordinates: unknown): number {
  if (!Array.isArray(coordinates)) return 0;
  if (typeof coordinates[0] === 'number') return 1;
  return coordinates.reduce<number>((sum, part) => sum + countPositions(part), 0);
}
