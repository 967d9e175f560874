import type { Map as MapLibreMap } from 'maplibre-gl';
import type { Bbox, Camera } from '../state/view.svelte.ts';

/** Pixels of the map that panels cover. */
export interface Insets {
  top: number;
  right: number;
  bottom: number;
  left: number;
}

/** Pixels that something must lie inside what is free to be seen well. */
const MARGIN = 24;
const AIR = 16;

/** Where the map looks. */
export function cameraOf(map: MapLibreMap): Camera {
  const { lng, lat } = map.getCenter();
  return { lon: lng, lat, zoom: map.getZoom(), bearing: map.getBearing(), pitch: map.getPitch() };
}

/** Looks there at once; nothing happens where the map looks there already. */
export function lookAt(map: MapLibreMap, camera: Camera): void {
  const now = cameraOf(map);
  const isThere = (Object.keys(now) as (keyof Camera)[]).every((key) => Math.abs(now[key] - camera[key]) < 1e-9);
  if (isThere) return;
  const { lon, lat, ...turn } = camera;
  map.jumpTo({ center: [lon, lat], ...turn });
}

/** Shows the box in the part of the map that no panel covers. */
export function fitBox(map: MapLibreMap, [west, south, east, north]: Bbox, insets: Insets): void {
  map.fitBounds([west, south, east, north], { padding: paddingOf(map.getContainer(), insets) });
}

/** Brings the place to the middle of what no panel covers; keeps the zoom where none is given. */
export function centreOn(map: MapLibreMap, lon: number, lat: number, insets: Insets, zoom = map.getZoom()): void {
  const { top, right, bottom, left } = insets;
  map.easeTo({ center: [lon, lat], zoom, offset: [(left - right) / 2, (top - bottom) / 2] });
}

/** Whether a place lies in the part of the map that no panel covers. */
export function isFree(map: MapLibreMap, lon: number, lat: number, { top, right, bottom, left }: Insets): boolean {
  const { x, y } = map.project([lon, lat]);
  const { clientWidth, clientHeight } = map.getContainer();
  const isAcross = x > left + MARGIN && x < clientWidth - right - MARGIN;
  return isAcross && y > top + MARGIN && y < clientHeight - bottom - MARGIN;
}

/** The options of a new map that begins at a camera or with a box. */
export function startingView(start: Camera | Bbox, container: HTMLElement, insets: Insets) {
  if ('zoom' in start) {
    const { lon, lat, ...turn } = start;
    return { center: [lon, lat] as [number, number], ...turn };
  }
  const [west, south, east, north] = start;
  const bounds: [number, number, number, number] = [west, south, east, north];
  return { bounds, fitBoundsOptions: { padding: paddingOf(container, insets) } };
}

/** The insets with some air, no more than leaves a third of the map. */
function paddingOf({ clientWidth, clientHeight }: HTMLElement, insets: Insets): Insets {
  const share = (a: number, b: number, size: number) => Math.min(1, ((size * 2) / 3 - 2 * AIR) / Math.max(a + b, 1));
  const across = share(insets.left, insets.right, clientWidth);
  const down = share(insets.top, insets.bottom, clientHeight);
  return {
    top: insets.top * down + AIR,
    bottom: insets.bottom * down + AIR,
    left: insets.left * across + AIR,
    right: insets.right * across + AIR,
  };
}
