import type { GroundLayers } from '../../geo/ground/measure.ts';
import type { Bands, DurandLine, Stretch } from '../../geo/model/border.ts';
import { wholeOf, type AllDetails, type Brief } from '../../geo/model/brief.ts';
import type { Census } from '../../geo/model/census.ts';
import type { Countries, Places, Provinces, Rivers, World } from '../../geo/model/context.ts';
import type { Closure, Crossing } from '../../geo/model/crossing.ts';
import type { Datapackage } from '../../geo/model/dataset.ts';
import type { Districts } from '../../geo/model/district.ts';
import type { Incident } from '../../geo/model/incident.ts';
import type { Organisation } from '../../geo/model/organisation.ts';
import type { AnnualTotal, Phase } from '../../geo/model/story.ts';
import { storyFile } from '../../geo/story/shipped.ts';
import { messageOf } from '../../geo/model/errors.ts';
import { layerAddress, storyIds } from './layer-files.ts';

/** The layers that `geo build` made and that the page begins with, as the app uses them. */
export interface Layers {
  line: DurandLine;
  stretches: Stretch[];
  districts: Districts;
  countries: Countries;
  phases: Phase[];
  totals: AnnualTotal[];
  datapackage: Datapackage;
}

/** What the map begins with. */
export type LandAndLine = Pick<Layers, 'line' | 'countries'>;

/** What the map shows after its first picture. */
export interface Scenery {
  provinces: Provinces;
  rivers: Rivers;
  places: Places;
}

/** Those that places are measured against. The countries hold the outlines of both, whose shared edge is the line. */
export function groundLayersOf({ line, districts, countries }: Layers): GroundLayers {
  return { line, districts, countries, outlines: countries };
}

/** Fetches what the map begins with. Throws an Error that names the file, as all that follow. */
export async function loadGround(fetchFile: typeof fetch): Promise<LandAndLine> {
  const [line, countries] = await Promise.all([
    readCollection<DurandLine>(fetchFile, 'durand-line.geojson'),
    readCollection<Countries>(fetchFile, 'countries.geojson'),
  ]);
  return { line, countries };
}

/**
 * Fetches the other layers that the first picture needs, and the incidents without their details.
 * `geo build` has just parsed each against its schema and serves it with the page: to parse them again here takes a
 * quarter of a second of every opening, as the content policy keeps Zod from compiling. So only the outer form is
 * checked, which a missing or cut file does not have.
 */
export async function loadLayers(
  fetchFile: typeof fetch,
): Promise<{ layers: Omit<Layers, keyof LandAndLine>; incidents: Incident[] }> {
  const [stretches, districts, phases, totals, datapackage, briefs] = await Promise.all([
    readList<Stretch>(fetchFile, 'border-stretches.json'),
    readCollection<Districts>(fetchFile, 'kp-districts.geojson'),
    readList<Phase>(fetchFile, 'phases.json'),
    readList<AnnualTotal>(fetchFile, 'annual-totals.json'),
    readRecord<Datapackage>(fetchFile, 'datapackage.json'),
    readCollection<{ features: Brief[] }>(fetchFile, 'incidents.geojson'),
  ]);
  return {
    layers: { stretches, districts, phases, totals, datapackage },
    incidents: briefs.features.map((brief) => wholeOf(brief, null)),
  };
}

/** Fetches what the map shows after its first picture. */
export async function loadScenery(fetchFile: typeof fetch): Promise<Scenery> {
  const [provinces, rivers, places] = await Promise.all([
    readCollection<Provinces>(fetchFile, 'provinces.geojson'),
    readCollection<Rivers>(fetchFile, 'rivers.geojson'),
    readCollection<Places>(fetchFile, 'places.geojson'),
  ]);
  return { provinces, rivers, places };
}

/** Fetches the claims, remarks and sources of the incidents. */
export function loadDetails(fetchFile: typeof fetch): Promise<AllDetails> {
  return readRecord<AllDetails>(fetchFile, 'incident-details.json');
}

/** Fetches the distance bands, which few look at. */
export function loadBands(fetchFile: typeof fetch): Promise<Bands> {
  return readCollection<Bands>(fetchFile, 'border-bands.geojson');
}

/** Fetches the census by month and area. */
export function loadCensus(fetchFile: typeof fetch): Promise<Census> {
  return readRecord<Census>(fetchFile, 'census.json');
}

/** Fetches the census by month and district. */
export function loadDistrictCensus(fetchFile: typeof fetch): Promise<Census> {
  return readRecord<Census>(fetchFile, 'census-districts.json');
}

/** Fetches the crossings of the line. */
export function loadCrossings(fetchFile: typeof fetch): Promise<Crossing[]> {
  return readList<Crossing>(fetchFile, 'crossings.json');
}

/** Fetches when crossings were closed. */
export function loadClosures(fetchFile: typeof fetch): Promise<Closure[]> {
  return readList<Closure>(fetchFile, 'closures.json');
}

/** Fetches who is who. */
export function loadOrganisations(fetchFile: typeof fetch): Promise<Organisation[]> {
  return readList<Organisation>(fetchFile, 'groups.json');
}

/** Fetches the stories that come with the page, as their files have them. */
export async function loadStories(fetchFile: typeof fetch): Promise<{ id: string; text: string }[]> {
  return Promise.all(
    storyIds().map(async (id) => ({ id, text: await (await responseOf(fetchFile, storyFile(id))).text() })),
  );
}

/** Fetches the world outside the region, which most visits do not need. */
export function loadWorld(fetchFile: typeof fetch): Promise<World> {
  return readCollection<World>(fetchFile, 'world.geojson');
}

async function responseOf(fetchFile: typeof fetch, name: string): Promise<Response> {
  const response = await fetchFile(layerAddress(name));
  if (!response.ok) throw new Error(`layers/${name} could not be read: ${response.status} ${response.statusText}`);
  return response;
}

async function readLayer(fetchFile: typeof fetch, name: string): Promise<unknown> {
  const response = await responseOf(fetchFile, name);
  return response.json().catch((error: unknown) => {
    throw new Error(`layers/${name} is no JSON: ${messageOf(error)}`);
  });
}

async function readCollection<C extends { features: unknown[] }>(fetchFile: typeof fetch, name: string): Promise<C> {
  const value = await readLayer(fetchFile, name);
  if (isRecord(value) && Array.isArray(value.features)) return value as C;
  throw new Error(`layers/${name} is no FeatureCollection. Run “npm run geo -- build”.`);
}

async function readList<T>(fetchFile: typeof fetch, name: string): Promise<T[]> {
  const value = await readLayer(fetchFile, name);
  if (Array.isArray(value)) return value as T[];
  throw new Error(`layers/${name} is no list. Run “npm run geo -- build”.`);
}

async function readRecord<T extends object>(fetchFile: typeof fetch, name: string): Promise<T> {
  const value = await readLayer(fetchFile, name);
  if (isRecord(value)) return value as T;
  throw new Error(`layers/${name} is no record. Run “npm run geo -- build”.`);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
