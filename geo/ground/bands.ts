import { feature, featureCollection, intersect } from '@turf/turf';
import { createArea } from '../areas/area.ts';
import type { CountryShapes } from '../areas/country.ts';
import { BAND_KM, type Bands } from '../model/border.ts';
import { BORDER_SIDES, type BorderSide } from '../region.ts';
import type { Areal } from '../model/geojson.ts';
import type { Position } from '../model/incident.ts';
import type { Border } from '../line/border.ts';
import { offsetRings } from '../line/offset.ts';
import { simplify, type Tolerance } from '../line/simplify.ts';

/**
 * How far an edge of a band may stray from the true distance through simplifying, as a share of the distance. A ring runs
 * with the line on its right and mostly bulges to the left, so that its chords run too near to the line. So it is taken
 * that much too far out, and may come in by twice as much: that halves the vertices. Where it bends in, little is left.
 */
const STRAY = 0.003;
const STRAY_OUT = 0.0016;
/** How far the edges that are no distance may stray, metres: the line, and the outer borders where bands only end. */
const LINE_STRAY: Tolerance = { left: 300, right: 300 };
const OUTLINE_STRAY: Tolerance = { left: 200, right: 200 };

/**
 * The bands at 0-10, 10-25, 25-50 and 50-100 km from the line on either side: true geodesic offsets, nowhere off by more
 * than 0.5 % of their distance. They end at the outer borders of Pakistan and Afghanistan: beyond the line's ends and
 * across another border there is no side, and so no band. Neighbouring bands share their edges; the first ones of both
 * sides meet on the line, simplified within 300 m: what is drawn need not be as fine as what is measured.
 */
export function borderBands(border: Border, outlines: CountryShapes): Bands {
  const around = BAND_KM.map((km) => {
    const tolerance = { left: 2 * STRAY * km * 1000, right: STRAY_OUT * km * 1000 };
    return offsetRings(border, km * (1 + STRAY)).map((ring) => round(simplify(ring, tolerance), 4));
  });
  const line = new Set(simplify(border.coordinates, LINE_STRAY).map(String));
  const [east, west] = BORDER_SIDES.map((side) => {
    const country = nearCountry(outlines, side, border, line);
    return BAND_KM.map((toKm, i) => {
      const strip = between(around[i], i > 0 ? around[i - 1] : []);
      const band = intersect(featureCollection([feature(strip), feature(country)]))?.geometry;
      if (!band) throw new Error(`The band to ${toKm} km on the side ${side} is empty: do the outlines meet the line?`);
      return {
        type: 'Feature' as const,
        geometry: tidy(band as Areal),
        properties: { side, fromKm: i > 0 ? BAND_KM[i - 1] : 0, toKm },
      };
    });
  });
  // Across the border from east to west: neighbours in the file share an edge, which packs well.
  return { type: 'FeatureCollection', features: [...east.reverse(), ...west] };
}

/** What lies inside the rings at one distance and not inside those at a lesser one. Rings within the first are its holes. */
function between(rings: Position[][], lesser: Position[][]): Areal {
  const [outer, ...holes] = largestFirst(rings);
  const [inner, ...islands] = largestFirst(lesser);
  if (!inner) return { type: 'Polygon', coordinates: [outer, ...holes] };
  const within = (island: Position[]) => {
    const area = createArea({ type: 'Polygon', coordinates: [island] });
    return holes.filter(([[lon, lat]]) => area.contains(lon, lat));
  };
  return {
    type: 'MultiPolygon',
    coordinates: [[outer, inner], ...islands.map((island) => [island, ...within(island)])],
  };
}

function largestFirst(rings: Position[][]): Position[][] {
  return [...rings].sort((a, b) => width(b) - width(a));
}

function width(ring: readonly Position[]): number {
  const lons = ring.map(([lon]) => lon);
  return Math.max(...lons) - Math.min(...lons);
}

/** A country's outline with fewer vertices: of the line those that are to stay, of the rest what its tolerance leaves. */
function nearCountry(outlines: CountryShapes, side: BorderSide, border: Border, staying: ReadonlySet<string>): Areal {
  const line = new Set(border.coordinates.map(String));
  const polygons = outlines.features
    .filter(({ properties }) => properties.iso === side)
    .flatMap(({ geometry }) => (geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates));
  const thin = (ring: Position[]) =>
    simplifyBetween(
      ring.filter((p) => !line.has(String(p)) || staying.has(String(p))),
      staying,
    );
  return { type: 'MultiPolygon', coordinates: polygons.map((polygon) => polygon.map(thin)) };
}

/** Simplifies the stretches of a ring between vertices that must stay. */
function simplifyBetween(ring: readonly Position[], staying: ReadonlySet<string>): Position[] {
  const simple: Position[] = [ring[0]];
  let start = 0;
  for (let i = 1; i < ring.length; i++) {
    if (!staying.has(String(ring[i])) && i < ring.length - 1) continue;
    simple.push(...simplify(ring.slice(start, i + 1), OUTLINE_STRAY).slice(1));
    start = i;
  }
  return simple;
}

function round(ring: readonly Position[], decimals: number): Position[] {
  const scale = 10 ** decimals;
  return ring.map(([lon, lat]) => [Math.round(lon * scale) / scale, Math.round(lat * scale) / scale]);
}

/** Six decimals for the corners that clipping made; more would only be noise, fewer would bend the edges there. */
function tidy(areal: Areal): Areal {
  const polygons = areal.type === 'Polygon' ? [areal.coordinates] : areal.coordinates;
  const coordinates = polygons.map((polygon) => polygon.map((ring) => round(ring, 6)));
  return coordinates.length === 1
    ? { type: 'Polygon', coordinates: coordinates[0] }
    : { type: 'MultiPolygon', coordinates };
}
