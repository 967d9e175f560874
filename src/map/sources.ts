import type { FeatureCollection, Geometry } from 'geojson';
import type { SourceSpecification } from 'maplibre-gl';
import type { Bands } from '../../geo/model/border.ts';
import { PROVINCE_COUNTRIES, type Countries, type Provinces, type World } from '../../geo/model/context.ts';
import type { Position } from '../../geo/model/incident.ts';
import type { Areal } from '../../geo/model/geojson.ts';
import type { CrossingShown } from '../scene/scene.ts';
import type { LandAndLine, Layers, Scenery } from '../state/layers.ts';
import type { Units } from '../choices.ts';
import { bandEdgeText, MAP } from '../text/map.ts';
import { isCut, isCutOfWorld, LAND_BEYOND } from './beyond.ts';
import { isPieceOf, jointOutlines, outerEdge, outlines, sharedEdges, smoothCourse } from './lines.ts';

/** Kinds of names on the map; a name's feature has `kind`, `name` and, where known, `local` (Urdu or Pashto). */
export type NameKind = 'country' | 'province' | 'district' | 'place';

export const EMPTY: FeatureCollection = { type: 'FeatureCollection', features: [] };

/** The sources of the style. Nothing is fetched. Those of `laterData` are empty at first. */
export function sourcesOf(ground: LandAndLine): Record<string, SourceSpecification> {
  return {
    world: source(EMPTY),
    'world-edges': source(EMPTY),
    countries: source(countriesAnd(LAND_BEYOND, ground)),
    'country-edges': source(EMPTY),
    'disputed-edges': source(EMPTY),
    disputed: source(EMPTY),
    provinces: source(EMPTY),
    rivers: source(EMPTY),
    districts: { ...source(EMPTY), promoteId: 'id' },
    bands: source(EMPTY),
    line: { ...source(ground.line), tolerance: 0.8 },
    course: source(EMPTY),
    names: source(EMPTY),
    crossings: source(EMPTY),
    selection: source(EMPTY),
    measure: source(EMPTY),
  };
}

/** What the first picture does not show, by source: to fetch it, make it and hand it to MapLibre's worker would delay that picture. */
export function laterData(layers: Layers & Scenery): Record<string, FeatureCollection> {
  return {
    districts: layers.districts,
    ...edgesOf(layers),
    disputed: collect(disputedAreas(layers)),
    rivers: layers.rivers,
    course: coursesOf(layers),
    names: namesOf(layers),
  };
}

/** What differs with the world's land, by source; without it coarse boxes stand for the land around. */
export function worldData(layers: LandAndLine, world: World | null): Record<string, FeatureCollection> {
  if (!world) return { world: EMPTY, 'world-edges': EMPTY, countries: countriesAnd(LAND_BEYOND, layers) };
  const [land, borders] = world.features;
  const lines = [...outlines([land.geometry], isCutOfWorld), ...borders.geometry.coordinates];
  return { world: collect([land]), 'world-edges': collect([multiLine(lines)]), countries: layers.countries };
}

function countriesAnd(land: typeof LAND_BEYOND, { countries }: LandAndLine): FeatureCollection {
  return collect<Geometry>([...land, ...countries.features]);
}

function source(data: FeatureCollection): SourceSpecification & { type: 'geojson' } {
  return { type: 'geojson', data, tolerance: 0.3 };
}

/** What is disputed: provinces, and what no country has. */
function disputedAreas({ countries, provinces }: Layers & Scenery): (Countries | Provinces)['features'] {
  return [
    ...provinces.features.filter(({ properties }) => properties.disputed),
    ...countries.features.filter(({ properties: { iso } }) => iso === null),
  ];
}

/**
 * The edges of countries, disputed areas and provinces, each once. Of the countries only the others: Pakistan and
 * Afghanistan meet under the Durand Line alone.
 */
function edgesOf(
  layers: Layers & Scenery,
): Record<'country-edges' | 'disputed-edges' | 'provinces', FeatureCollection> {
  const provinces = PROVINCE_COUNTRIES.flatMap((country) =>
    sharedEdges(layers.provinces.features.filter(({ properties }) => properties.country === country)),
  );
  const disputed = jointOutlines(areasOf(disputedAreas(layers)), isPieceOf(provinces));
  const isDisputed = isPieceOf(disputed);
  const others = layers.countries.features.filter(({ properties: { iso } }) => iso !== 'PK' && iso !== 'AF');
  const countries = outlines(areasOf(others), (a, b) => isCut(a, b) || isDisputed(a, b));
  return {
    'country-edges': collect([multiLine(countries)]),
    'disputed-edges': collect([multiLine(disputed)]),
    provinces: collect([multiLine(provinces)]),
  };
}

function areasOf(features: readonly { geometry: Areal }[]): Areal[] {
  return features.map(({ geometry }) => geometry);
}

/**
 * The far edge of each band, with its distance from the Durand Line as its `label`: what no band that is as near or nearer
 * shares with it. Few look at the bands, so their source is empty until they are switched on.
 */
export function bandEdges(bands: Bands, units: Units): FeatureCollection {
  return collect(
    bands.features.map((band) => {
      const nearer = bands.features.filter((other) => other !== band && other.properties.toKm <= band.properties.toKm);
      const edge = outerEdge(
        band.geometry,
        nearer.map(({ geometry }) => geometry),
      );
      return { ...multiLine(edge), properties: { label: bandEdgeText(band.properties.toKm, units) } };
    }),
  );
}

/** The crossings as points with `name` and `passage`, the latter in words, empty where nothing is known. */
export function crossingPoints(crossings: readonly CrossingShown[]): FeatureCollection {
  return collect(
    crossings.map(({ name, position, passage }) => ({
      type: 'Feature',
      geometry: { type: 'Point', coordinates: position },
      properties: { name, passage: passage === null ? '' : MAP.passages[passage] },
    })),
  );
}

/** How far the Durand Line's name smooths the line that it follows, in steps of smoothCourse, from a zoom on. */
const SMOOTHING = [
  { from: 0, reach: 36 },
  { from: 5.5, reach: 16 },
  { from: 8, reach: 6 },
];

/** Smooth copies of the Durand Line for its name to follow, each for the zooms `from` to below `to`. */
function coursesOf({ line }: Layers): FeatureCollection {
  return collect(
    line.features.flatMap(({ geometry, properties }) =>
      SMOOTHING.map(({ from, reach }, i) => ({
        ...multiLine([smoothCourse(geometry.coordinates, reach)]),
        properties: { name: properties.name, from, to: SMOOTHING[i + 1]?.from ?? 99 },
      })),
    ),
  );
}

function namesOf({ countries, provinces, districts, places }: Layers & Scenery): FeatureCollection {
  return collect([
    // a part of a country that nobody else names has no code
    ...countries.features
      .filter(({ properties }) => properties.iso !== null)
      .map(({ properties: p }) => name('country', p.labelPoint, p.name)),
    ...provinces.features.map(({ properties: p }) => {
      return name('province', p.labelPoint, p.disputed ? MAP.disputedNamed(p.name) : p.name);
    }),
    ...districts.features.map(({ properties: p }) => name('district', p.labelPoint, p.name, p.nameUr)),
    ...places.features.map(({ geometry, properties: p }) => {
      const local = p.country === 'AF' ? (p.namePs ?? p.nameUr) : (p.nameUr ?? p.namePs);
      return name('place', geometry.coordinates, p.name, local, p.rank);
    }),
  ]);
}

function name(kind: NameKind, at: Position, text: string, local: string | null = null, rank = 0) {
  return {
    type: 'Feature' as const,
    geometry: { type: 'Point' as const, coordinates: at },
    properties: { kind, name: text, local: local ?? '', rank },
  };
}

function multiLine(coordinates: Position[][]): FeatureCollection['features'][number] {
  return { type: 'Feature', geometry: { type: 'MultiLineString', coordinates }, properties: {} };
}

function collect<G extends Geometry>(features: FeatureCollection<G>['features']): FeatureCollection<G> {
  return { type: 'FeatureCollection', features };
}
