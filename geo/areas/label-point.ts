import { bbox } from '@turf/turf';
import polylabel from 'polylabel';
import type { Areal } from '../model/geojson.ts';
import type { Position } from '../model/incident.ts';
import { ringKm2 } from './geodesic.ts';

/** No place has this much more room than the one that is given: a share of the area's shorter side. */
const PRECISION = 0.005;

/**
 * Where a label has most room: the place within the largest polygon that is farthest from its edge (pole of
 * inaccessibility). Rounded to 4 decimals.
 */
export function labelPoint(areal: Areal): Position {
  const rings = largestPolygon(areal);
  const [west, south, east, north] = bbox({ type: 'Polygon', coordinates: rings });
  // a degree of longitude is shorter than one of latitude: room is looked for in true proportions
  const shrink = Math.cos(((south + north) / 2) * (Math.PI / 180));
  const shrunk = rings.map((ring) => ring.map(([lon, lat]): Position => [lon * shrink, lat]));
  const [x, y] = polylabel(shrunk, PRECISION * Math.min((east - west) * shrink, north - south));
  return [Number((x / shrink).toFixed(4)), Number(y.toFixed(4))];
}

function largestPolygon(areal: Areal): Position[][] {
  if (areal.type === 'Polygon') return areal.coordinates;
  const [first, ...others] = areal.coordinates;
  return others.reduce((largest, polygon) => (ringKm2(polygon[0]) > ringKm2(largest[0]) ? polygon : largest), first);
}
