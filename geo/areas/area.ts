import type { Areal } from '../model/geojson.ts';
import type { Position } from '../model/incident.ts';

/** The inside of one or several polygons with holes, edges straight in longitude and latitude. */
export interface Area {
  /** west, south, east, north in degrees */
  readonly bbox: readonly [number, number, number, number];
  /**
   * Whether a place lies inside. An edge belongs to the polygon on its north and east; areas that share an edge exactly
   * therefore share out its places: each lies in one of them, never in both, never in none.
   */
  contains(lon: number, lat: number): boolean;
}

/** All rings, outer and inner, of polygons. */
export function ringsOf(areal: Areal): Position[][] {
  return areal.type === 'Polygon' ? areal.coordinates : areal.coordinates.flat();
}

/** Indexes the edges by strips of latitude, so that a query looks at few of them: even-odd rule along a parallel. */
export function createArea(areal: Areal): Area {
  const edges = edgesOf(ringsOf(areal));
  const bbox = boundsOf(edges);
  const [west, south, east, north] = bbox;
  const strips = Math.max(1, Math.min(4096, edges.length >> 3));
  const perDegree = strips / (north - south || 1);
  const stripOf = (lat: number) => Math.min(strips - 1, Math.max(0, Math.floor((lat - south) * perDegree)));
  const starts = new Uint32Array(strips + 1);
  for (let e = 0; e < edges.length; e += 4) {
    for (let s = stripOf(edges[e + 1]); s <= stripOf(edges[e + 3]); s++) starts[s + 1]++;
  }
  for (let s = 0; s < strips; s++) starts[s + 1] += starts[s];
  const listed = new Uint32Array(starts[strips]);
  const filled = starts.slice();
  for (let e = 0; e < edges.length; e += 4) {
    for (let s = stripOf(edges[e + 1]); s <= stripOf(edges[e + 3]); s++) listed[filled[s]++] = e;
  }

  function contains(lon: number, lat: number): boolean {
    if (!(lon >= west && lon <= east && lat >= south && lat <= north)) return false;
    const strip = stripOf(lat);
    let inside = false;
    for (let i = starts[strip]; i < starts[strip + 1]; i++) {
      const e = listed[i];
      if (lat < edges[e + 1] || lat >= edges[e + 3]) continue;
      const share = (lat - edges[e + 1]) / (edges[e + 3] - edges[e + 1]);
      if (lon < edges[e] + share * (edges[e + 2] - edges[e])) inside = !inside;
    }
    return inside;
  }

  return { bbox, contains };
}

/** Edges as lon, lat, lon, lat, the southern end first: both neighbours then reckon a shared edge alike. */
function edgesOf(rings: readonly Position[][]): Float64Array {
  const edges = new Float64Array(rings.reduce((sum, ring) => sum + ring.length - 1, 0) * 4);
  let e = 0;
  for (const ring of rings) {
    for (let v = 1; v < ring.length; v++, e += 4) {
      const [low, high] = ring[v - 1][1] <= ring[v][1] ? [ring[v - 1], ring[v]] : [ring[v], ring[v - 1]];
      edges.set([low[0], low[1], high[0], high[1]], e);
    }
  }
  return edges;
}

function boundsOf(edges: Float64Array): [number, number, number, number] {
  const bbox: [number, number, number, number] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let e = 0; e < edges.length; e += 2) {
    bbox[0] = Math.min(bbox[0], edges[e]);
    bbox[1] = Math.min(bbox[1], edges[e + 1]);
    bbox[2] = Math.max(bbox[2], edges[e]);
    bbox[3] = Math.max(bbox[3], edges[e + 1]);
  }
  return bbox;
}
