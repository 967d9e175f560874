import { booleanPointInPolygon, kinks, polygon } from '@turf/turf';
import { durandLine } from '../../layers/durand-line.ts';
import { edgeKey } from '../../layers/edges.ts';
import { ringKm2 } from '../../areas/geodesic.ts';
import type { Position } from '../../model/incident.ts';
import {
  closeInlets,
  edgesOf,
  isDetour,
  runBetween,
  runsOf,
  signedArea,
  simplified,
  withoutLoops,
  type Run,
} from './rings.ts';

/** The polygons of the countries of the package, by ISO 3166-1 alpha-3 code. */
export type Shapes = ReadonlyMap<string, Position[][][]>;

const NEIGHBOURS = ['IRN', 'IND', 'CHN', 'TJK', 'UZB', 'TKM'];
/** Half a kilometre: far below the kilometre that places are known to. */
const TOLERANCE = 0.005;
const MOUTH_KM = 2;
const DETOUR = 3;
/** Islets and sandbanks below this are left out. */
const ISLAND_KM2 = 1;

/** The package's text as polygons by country, for the countries that meet Pakistan or Afghanistan. */
export function readShapes(text: string): Shapes {
  const wanted = new Set(['PAK', 'AFG', ...NEIGHBOURS]);
  const shapes = new Map<string, Position[][][]>();
  for (const { properties, geometry } of JSON.parse(text).features) {
    if (!wanted.has(properties.A3)) continue;
    shapes.set(properties.A3, geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates);
  }
  return shapes;
}

/** The edges that the polygons of Pakistan and Afghanistan share: pieces of the Durand Line, as the package has them. */
export function sharedPieces(shapes: Shapes): Run[] {
  const afghan = edgesOf(polygonsOf(shapes, 'AFG').flat());
  return polygonsOf(shapes, 'PAK')
    .flat()
    .flatMap((ring) => runsOf(ring, (a, b) => afghan.has(edgeKey(a, b))))
    .filter(({ is }) => is)
    .map(({ run }) => run);
}

/** The outlines of both countries, sharing the whole Durand Line vertex for vertex. Water is filled. */
export function outlines(shapes: Shapes): { iso: 'PK' | 'AF'; name: string; polygons: Position[][][] }[] {
  const line = durandLine(sharedPieces(shapes), 'countries-land-100m').features[0].geometry.coordinates;
  return [
    { iso: 'PK', name: 'Pakistan', polygons: outline(shapes, 'PAK', line) },
    { iso: 'AF', name: 'Afghanistan', polygons: outline(shapes, 'AFG', line.toReversed()) },
  ];
}

/** A country's polygons; `border` is the Durand Line with the country on its left. */
function outline(shapes: Shapes, code: string, border: Run): Position[][][] {
  const [mainland, ...others] = polygonsOf(shapes, code);
  const ring = signedArea(mainland[0]) > 0 ? mainland[0] : mainland[0].toReversed();
  const rest = runBetween(ring, border[border.length - 1], border[0]);
  const bridged = bridgeLakes(rest, shapes);
  const closed = closeInlets(bridged, MOUTH_KM, DETOUR);
  const outer = [...border, ...withoutLoops(simplified(closed, TOLERANCE)).slice(1)];
  const crossings = kinks(polygon([outer])).features.map(({ geometry }) => geometry.coordinates.join());
  if (crossings.length > 0) throw new Error(`the outline of ${code} crosses itself at ${crossings.join(' ')}`);
  const islands = others
    .map(([island]) => island)
    .filter((island) => ringKm2(island) >= ISLAND_KM2 && !booleanPointInPolygon(island[0], polygon([outer])))
    .map((island) => [signedArea(island.slice(1)) > 0 ? island : island.toReversed()]);
  return [[outer], ...islands];
}

/** Where a lake lies on a land border the package leaves both its shores: the run between is replaced by a straight one. */
function bridgeLakes(rest: Run, shapes: Shapes): Run {
  const owners = new Map<string, string>();
  for (const code of NEIGHBOURS) for (const edge of edgesOf(polygonsOf(shapes, code).flat())) owners.set(edge, code);
  const runs = runsOf(rest, (a, b) => owners.get(edgeKey(a, b)) ?? null);
  const bridged = [rest[0]];
  for (const [i, { is, run }] of runs.entries()) {
    const inLake = is === null && i > 0 && runs[i - 1].is === runs[i + 1]?.is && isDetour(run, DETOUR);
    bridged.push(...(inLake ? run.slice(-1) : run.slice(1)));
  }
  return bridged;
}

function polygonsOf(shapes: Shapes, code: string): Position[][][] {
  const polygons = shapes.get(code);
  if (!polygons) throw new Error(`the package has no ${code}`);
  return polygons;
}
