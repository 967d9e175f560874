import { bboxClip, bboxPolygon, difference, featureCollection, multiPolygon, rewind } from '@turf/turf';
import type { MultiPolygon, Polygon } from 'geojson';
import { feature, mesh } from 'topojson-client';
import type { GeometryCollection, GeometryObject, Topology } from 'topojson-specification';
import type { Areal } from '../../model/geojson.ts';
import type { Position } from '../../model/incident.ts';
import { simplifiedArcs } from './arcs.ts';
import { REGION, roundedAreal, roundedLine } from './clip.ts';

type Box = typeof REGION;
type Parts = Topology<{ countries: GeometryCollection; land: GeometryObject }>;

/** Degrees: about 24 km, so that all layers together keep within their size. */
const TOLERANCE = 0.22;
const DIGITS = 2;
const WORLD: Box = [-180, -90, 180, 90];
/** The region's finer layers lie so far, degrees, over the land around: where both ended at one edge it could show. */
const OVERLAP = 0.02;

/**
 * The world's land outside the region, and the borders on it.
 * @param text the package's countries-110m.json
 */
export function world(text: string): { land: Areal; borders: Position[][] } {
  const topology: Parts = JSON.parse(text);
  topology.arcs = simplifiedArcs(topology, TOLERANCE);
  delete topology.transform;
  return { land: landOutside(topology), borders: bordersOutside(topology) };
}

function landOutside(topology: Parts): Areal {
  const land = feature(topology, topology.objects.land);
  const polygons = ('features' in land ? land.features : [land]).flatMap(({ geometry }) =>
    geometry.type === 'MultiPolygon' ? geometry.coordinates : [],
  );
  const cut = polygons.flatMap((rings) => withinWorld(rings as Position[][]));
  const [west, south, east, north] = REGION;
  const covered: Box = [west + OVERLAP, south + OVERLAP, east - OVERLAP, north - OVERLAP];
  const outside = difference(featureCollection<Polygon | MultiPolygon>([multiPolygon(cut), bboxPolygon(covered)]));
  if (!outside) throw new Error('no land is left');
  const rounded = roundedAreal(outside.geometry, DIGITS);
  return rewind(rounded) as Areal;
}

/** A polygon of the sphere, whose rings step over 180° where they cross it, as polygons of the flat world. */
function withinWorld(rings: Position[][]): Position[][][] {
  const [outer, ...holes] = rings.map(unrolled);
  const lons = outer.map(([lon]) => lon);
  const turns = [-360, 0, 360].filter((turn) => Math.min(...lons) + turn < 180 && Math.max(...lons) + turn > -180);
  if (turns.length === 1 && turns[0] === 0) return [[outer, ...holes]];
  return turns.flatMap((turn) => {
    const moved = [outer, ...holes].map((ring) => ring.map(([lon, lat]): Position => [lon + turn, lat]));
    const { geometry } = bboxClip(multiPolygon([moved]), WORLD);
    return (geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates) as Position[][][];
  });
}

/** The ring with longitudes that count on over 180°; one around a pole is closed over the pole. */
function unrolled(ring: readonly Position[]): Position[] {
  const open: Position[] = [ring[0]];
  for (const [lon, lat] of ring.slice(1)) {
    const before = open[open.length - 1][0];
    open.push([lon - Math.round((lon - before) / 360) * 360, lat]);
  }
  const [first, last] = [open[0], open[open.length - 1]];
  if (Math.abs(last[0] - first[0]) < 180) return open;
  const pole = first[1] < 0 ? -90 : 90;
  return [...open, [last[0], pole], [first[0], pole], first];
}

function bordersOutside(topology: Parts): Position[][] {
  const [west, south, east, north] = REGION;
  const around: Box[] = [
    [-180, -90, west, 90],
    [east, -90, 180, 90],
    [west, north, east, 90],
    [west, -90, east, south],
  ];
  const borders = mesh(topology, topology.objects.countries, (a, b) => a !== b);
  return around.flatMap((box) => {
    const { geometry } = bboxClip(borders, box);
    const lines = geometry.type === 'LineString' ? [geometry.coordinates] : geometry.coordinates;
    return (lines as Position[][]).map((line) => roundedLine(line, DIGITS)).filter((line) => line.length > 1);
  });
}
