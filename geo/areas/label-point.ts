import { bbox } from '@turf/turf';
import type { Areal } from '../model/geojson.ts';
import type { Position } from '../model/incident.ts';
import { ringKm2 } from './geodesic.ts';

/** The search stops where no place can have this much more room than the best one: a share of the first cells' size. */
const PRECISION = 0.02;

interface Cell {
  /** Longitude shrunk, and latitude, of the middle. */
  x: number;
  y: number;
  half: number;
  /** Distance of the middle from the edge, below 0 outside; and the most that any place of the cell can have. */
  room: number;
  most: number;
}

/**
 * Where a label has most room: the place within the largest polygon that is farthest from its edge (pole of
 * inaccessibility, by cells that are quartered while they may hold a better one). Rounded to 4 decimals.
 */
export function labelPoint(areal: Areal): Position {
  const rings = largestPolygon(areal);
  const [west, south, east, north] = bbox({ type: 'Polygon', coordinates: rings });
  const shrink = Math.cos(((south + north) / 2) * (Math.PI / 180));
  const shrunk = rings.map((ring) => Float64Array.from(ring.flatMap(([lon, lat]) => [lon * shrink, lat])));
  const cellAt = (x: number, y: number, half: number): Cell => {
    const room = roomAt(x, y, shrunk);
    return { x, y, half, room, most: room + half * Math.SQRT2 };
  };

  const side = Math.min((east - west) * shrink, north - south) / 2;
  const cells: Cell[] = [];
  for (let x = west * shrink; x < east * shrink; x += side) {
    for (let y = south; y < north; y += side) cells.push(cellAt(x + side / 2, y + side / 2, side / 2));
  }
  let best = cells[0];
  while (cells.length > 0) {
    const cell = takeMost(cells);
    if (cell.room > best.room) best = cell;
    if (cell.most - best.room < PRECISION * side) break;
    const half = cell.half / 2;
    for (const dx of [-half, half]) for (const dy of [-half, half]) cells.push(cellAt(cell.x + dx, cell.y + dy, half));
  }
  return [Number((best.x / shrink).toFixed(4)), Number(best.y.toFixed(4))];
}

function largestPolygon(areal: Areal): Position[][] {
  if (areal.type === 'Polygon') return areal.coordinates;
  const [first, ...others] = areal.coordinates;
  return others.reduce((largest, polygon) => (ringKm2(polygon[0]) > ringKm2(largest[0]) ? polygon : largest), first);
}

/** Takes the cell that may have most room out of the list. */
function takeMost(cells: Cell[]): Cell {
  let index = 0;
  for (let i = 1; i < cells.length; i++) if (cells[i].most > cells[index].most) index = i;
  return cells.splice(index, 1)[0];
}

/** The distance to the nearest edge of the rings (x0, y0, x1, y1, …); below 0 outside them (even-odd rule). */
function roomAt(x: number, y: number, rings: readonly Float64Array[]): number {
  let inside = false;
  let least = Infinity;
  for (const ring of rings) {
    for (let i = 2; i < ring.length; i += 2) {
      const [ax, ay, bx, by] = [ring[i - 2], ring[i - 1], ring[i], ring[i + 1]];
      if (ay > y !== by > y && x < ax + ((y - ay) / (by - ay)) * (bx - ax)) inside = !inside;
      const [dx, dy] = [bx - ax, by - ay];
      const along = Math.min(1, Math.max(0, ((x - ax) * dx + (y - ay) * dy) / (dx * dx + dy * dy || 1)));
      least = Math.min(least, (ax + along * dx - x) ** 2 + (ay + along * dy - y) ** 2);
    }
  }
  return (inside ? 1 : -1) * Math.sqrt(least);
}
