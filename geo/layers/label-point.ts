import { bbox, booleanPointInPolygon } from '@turf/turf';
import type { Areal } from '../model/geojson.ts';
import type { Position } from '../model/incident.ts';

/** Points across the longer side of each search, and how often it narrows to the surroundings of the best one. */
const GRID = 24;
const ROUNDS = 4;

/**
 * Where a label has most room: the point within the area that is farthest from its edge (pole of inaccessibility),
 * by a grid that narrows. Rounded to 4 decimals.
 */
export function labelPoint(areal: Areal): Position {
  const rings = (areal.type === 'Polygon' ? [areal.coordinates] : areal.coordinates).flat();
  const [west, south, east, north] = bbox(areal);
  const shrink = Math.cos(((south + north) / 2) * (Math.PI / 180));
  let best = { position: [west, south] as Position, room: -Infinity };
  let half = Math.max((east - west) / 2, (north - south) / 2);
  let centre: Position = [(west + east) / 2, (south + north) / 2];
  for (let round = 0; round < ROUNDS; round++) {
    for (const position of gridAround(centre, half)) {
      if (!booleanPointInPolygon(position, areal)) continue;
      const room = Math.min(...rings.map((ring) => distanceToRing(position, ring, shrink)));
      if (room > best.room) best = { position, room };
    }
    if (best.room === -Infinity) throw new Error('the area is too thin to find a point within it');
    centre = best.position;
    half *= 3 / GRID;
  }
  return best.position;
}

function gridAround([lon, lat]: Position, half: number): Position[] {
  const steps = Array.from({ length: GRID + 1 }, (_, i) => half * ((2 * i) / GRID - 1));
  return steps.flatMap((dx) =>
    steps.map((dy): Position => [Number((lon + dx).toFixed(4)), Number((lat + dy).toFixed(4))]),
  );
}

/** In degrees of latitude, with longitudes shrunk as they are at the area's latitude. */
function distanceToRing([lon, lat]: Position, ring: readonly Position[], shrink: number): number {
  let least = Infinity;
  for (let i = 1; i < ring.length; i++) {
    const [ax, ay] = [(ring[i - 1][0] - lon) * shrink, ring[i - 1][1] - lat];
    const [dx, dy] = [(ring[i][0] - ring[i - 1][0]) * shrink, ring[i][1] - ring[i - 1][1]];
    const along = dx === 0 && dy === 0 ? 0 : Math.min(1, Math.max(0, -(ax * dx + ay * dy) / (dx * dx + dy * dy)));
    least = Math.min(least, Math.hypot(ax + along * dx, ay + along * dy));
  }
  return least;
}
