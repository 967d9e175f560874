import type { GroundLayers } from '../../geo/ground/measure.ts';
import type { Bands, DurandLine, Stretch } from '../../geo/model/border.ts';
import type { Countries, Places, Provinces, Rivers, World } from '../../geo/model/context.ts';
import type { Datapackage } from '../../geo/model/dataset.ts';
import type { Districts } from '../../geo/model/district.ts';
import type { Incident } from '../../geo/model/incident.ts';
import type { AnnualTotal, Phase } from '../../geo/model/story.ts';
import { messageOf } from '../../geo/model/errors.ts';

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

/** Those that places are measured against. */
export function groundLayersOf({ line, districts, countries, provinces }: Layers): GroundLayers {
  return { line, districts, countries, provinces, outlines: countries };
}

/**
 * Fetches all layers and the incidents. Throws an Error that names the file.
 * `geo build` has just parsed each against its schema and serves it with the page: to parse them again here takes a
 * quarter of a second of every opening, as the content policy keeps Zod from compiling. So only the outer form is
 * checked, which a missing or cut file does not have.
 */
export async function loadLayers(fetchFile: typeof fetch): Promise<{ layers: Layers; incidents: Incident[] }> {
  const read = (name: string) => readLayer(fetchFile, name);
  const collection = <C extends { features: unknown[] }>(name: string) => readCollection<C>(fetchFile, name);
  const list = async <T>(name: string): Promise<T[]> => {
    const value = await read(name);
    if (Array.isArray(value)) return value as T[];
    throw new Error(`layers/${name} is no list. Run “npm run geo -- build”.`);
  };
  const register = async (name: string): Promise<Datapackage> => {
    const value = await read(name);
    if (hasList(value, 'resources')) return value as unknown as Datapackage;
    throw new Error(`layers/${name} lists no resources. Run “npm run geo -- build”.`);
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
    collection<DurandLine>('durand-line.geojson'),
    collection<Bands>('border-bands.geojson'),
    list<Stretch>('border-stretches.json'),
    collection<Districts>('kp-districts.geojson'),
    collection<Countries>('countries.geojson'),
    collection<Provinces>('provinces.geojson'),
    collection<Rivers>('rivers.geojson'),
    collection<Places>('places.geojson'),
    list<Phase>('phases.json'),
    list<AnnualTotal>('annual-totals.json'),
    register('datapackage.json'),
    collection<{ features: Incident[] }>('incidents.geojson'),
  ]);
  return {
    layers: { line, bands, stretches, districts, countries, provinces, rivers, places, phases, totals, datapackage },
    incidents: incidents.features,
  };
}

/** Fetches the world outside the region, which most visits do not need. Throws an Error that names the file. */
export function loadWorld(fetchFile: typeof fetch): Promise<World> {
  return readCollection<World>(fetchFile, 'world.geojson');
}

async function readLayer(fetchFile: typeof fetch, name: string): Promise<unknown> {
  const response = await fetchFile(`layers/${name}`);
  if (!response.ok) throw new Error(`layers/${name} could not be read: ${response.status} ${response.statusText}`);
  return response.json().catch((error: unknown) => {
    throw new Error(`layers/${name} is no JSON: ${messageOf(error)}`);
  });
}

async function readCollection<C extends { features: unknown[] }>(fetchFile: typeof fetch, name: string): Promise<C> {
  const value = await readLayer(fetchFile, name);
  if (hasList(value, 'features')) return value as C;
  throw new Error(`layers/${name} is no FeatureCollection. Run “npm run geo -- build”.`);
}

function hasList<K extends string>(value: unknown, key: K): value is Record<K, unknown[]> {
  return typeof value === 'object' && value !== null && Array.isArray((value as Record<string, unknown>)[key]);
}
