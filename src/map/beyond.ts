import type { Feature, Polygon } from 'geojson';
import { LAYERS_BOX } from '../../geo/region.ts';
import type { Bbox } from '../../geo/bbox.ts';

/** The world's land reaches a little below them, and ends at 180° too. */
const WORLDS_REGION: Bbox = [55.02, 22.02, 81.98, 41.98];
const WORLD: Bbox = [-180, -90, 180, 90];

const LAND: Bbox[] = [
  [50, 42, 100, 60],
  [82, 22, 100, 42],
  [72.8, 10, 100, 22],
];

/** Land beyond the region, coarsely, so that it does not look like sea on a tall or wide screen. */
export const LAND_BEYOND: readonly Feature<Polygon>[] = LAND.map(box);

/** Whether an edge runs along the box at which the layers were cut. */
export function isCut(a: readonly number[], b: readonly number[]): boolean {
  return isAlong(LAYERS_BOX, a, b);
}

/** Whether an edge of the world's land is where it was cut. */
export function isCutOfWorld(a: readonly number[], b: readonly number[]): boolean {
  return isAlong(WORLDS_REGION, a, b) || isAlong(WORLD, a, b);
}

function isAlong([west, south, east, north]: Bbox, [ax, ay]: readonly number[], [bx, by]: readonly number[]): boolean {
  const isOn = (a: number, b: number, limit: number) => Math.abs(a - limit) < 1e-3 && Math.abs(b - limit) < 1e-3;
  return isOn(ax, bx, west) || isOn(ax, bx, east) || isOn(ay, by, south) || isOn(ay, by, north);
}

function box([west, south, east, north]: Bbox): Feature<Polygon> {
  const ring = [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
    [west, south],
  ];
  return { type: 'Feature', geometry: { type: 'Polygon', coordinates: [ring] }, properties: {} };
}
