import { bboxPolygon, buffer, difference, featureCollection, feature as turfFeature, intersect, union } from '@turf/turf';
import type { Feature, MultiPolygon, Polygon } from 'geojson';
import { feature } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import type { Areal } from '../../model/geojson.ts';
import { simplifiedArcs } from './arcs.ts';
import { REGION, roundedAreal, withoutCrumbs } from './clip.ts';

type Shape = Feature<Polygon | MultiPolygon>;

/** ISO 3166-1 numeric to alpha-2, for the countries of the region. Natural Earth gives the glacier of Siachen no code. */
const ISO: Readonly<Record<string, string>> = {
  '004': 'AF',
  '156': 'CN',
  '356': 'IN',
  '364': 'IR',
  '398': 'KZ',
  '417': 'KG',
  '512': 'OM',
  '524': 'NP',
  '586': 'PK',
  '682': 'SA',
  '762': 'TJ',
  '784': 'AE',
  '795': 'TM',
  '860': 'UZ',
};
/** About 2 km: the neighbours are context. */
const TOLERANCE = 0.02;
/** How far Natural Earth's borders lie from OpenStreetMap's, at most. */
const APART_KM = 15;

/**
 * The countries around Pakistan and Afghanistan, cut to the region and fitted to the outlines of the two: what overlaps
 * them is taken away, gaps along them are filled.
 * @param text the package's countries-10m.json
 */
export function neighbours(text: string, own: Areal[]): { iso: string | null; name: string; geometry: Areal }[] {
  const topology: Topology<{ countries: GeometryCollection<{ name: string }> }> = JSON.parse(text);
  topology.arcs = simplifiedArcs(topology, TOLERANCE);
  delete topology.transform;
  const region = bboxPolygon(REGION);
  const taken = merged(own.map((geometry) => turfFeature(geometry)));
  const shapes = feature(topology, topology.objects.countries).features.flatMap((country) => {
    const { id, geometry, properties } = country;
    if (geometry.type !== 'Polygon' && geometry.type !== 'MultiPolygon') return [];
    const clipped = intersect(featureCollection([turfFeature(geometry), region]));
    return clipped ? [{ iso: ISO[String(id)] ?? null, name: properties.name, clipped }] : [];
  });
  const isOwn = (iso: string | null) => iso === 'PK' || iso === 'AF';
  const gaps = difference(featureCollection([merged(shapes.filter(({ iso }) => isOwn(iso)).map((s) => s.clipped)), taken]));
  const others = shapes.filter(({ iso }) => !isOwn(iso));
  let free = gaps;
  return others.map(({ iso, name, clipped }) => {
    const reach = buffer(clipped, APART_KM, { units: 'kilometers' });
    const filled = reach && free && intersect(featureCollection([reach, free]));
    if (filled && free) free = difference(featureCollection([free, filled]));
    const whole = filled ? merged([clipped, filled]) : clipped;
    const fitted = difference(featureCollection([whole, taken]));
    if (!fitted) throw new Error(`nothing is left of ${name}`);
    return { iso, name, geometry: withoutCrumbs(roundedAreal(fitted.geometry, 4)) };
  });
}

function merged(shapes: Shape[]): Shape {
  const whole = shapes.length === 1 ? shapes[0] : union(featureCollection(shapes));
  if (!whole) throw new Error('nothing to merge');
  return whole;
}
