import { LngLat, type Map as MapLibreMap, type TransformConstrainFunction } from 'maplibre-gl';
import type { Position } from '../../geo/model/incident.ts';
import type { Bbox } from '../../geo/bbox.ts';
import type { Cap } from '../../geo/store/cap.ts';
import type { Camera, Insets } from '../scene/scene.ts';

/** Pixels around a box that is shown. */
const AIR = 16;
/** Pixels that a place must lie inside what is free to be seen well, and where it is put. */
const MARGIN = 24;
const ROOM = 48;
/** Pixels of the map, at least, that something is fitted into. */
const LEAST = 160;

/** Pixels of the world at zoom 0. */
const TILE = 512;

export const MOST_ZOOM = 18;
/** How far out the map can be when the whole world is open: a phone's screen is narrower than the world at zoom 0. */
const LEAST_ZOOM = -1;
const MOST_LAT = 85;

interface Size {
  width: number;
  height: number;
}

/** Whether the map is the globe. After a lost context it has no style, and thus no projection, for a while. */
export function isGlobe(map: MapLibreMap): boolean {
  return (map.style as typeof map.style | null)?.getProjection()?.type === 'globe';
}

/** Keeps the map's centre in the world and lets it show all of that, which MapLibre alone does not on a wide screen. */
export function keptInWorld(map: MapLibreMap): TransformConstrainFunction {
  return ({ lng, lat }, zoom) => {
    // one can go round the globe, but not over the flat map's edge
    const isRound = isGlobe(map);
    const center = new LngLat(isRound ? lng : clamp(lng, -180, 180), clamp(lat, -MOST_LAT, MOST_LAT));
    return { center: isRound ? center.wrap() : center, zoom: clamp(zoom, LEAST_ZOOM, MOST_ZOOM) };
  };
}

function clamp(value: number, least: number, most: number): number {
  return Math.min(Math.max(value, least), most);
}

/** Where the map looks. */
export function cameraOf(map: MapLibreMap): Camera {
  const { lng, lat } = map.getCenter();
  return { lon: lng, lat, zoom: map.getZoom(), bearing: map.getBearing(), pitch: map.getPitch() };
}

/**
 * Where a map of another size looks at the same: all that this one shows and what lies beside it, or, filled with it, as
 * much as has room. Cells are counted for what this map shows alone.
 */
export function cameraFor(map: MapLibreMap, { width, height }: Size, how: 'whole' | 'filled'): Camera {
  const { clientWidth, clientHeight } = map.getContainer();
  const times = [width / clientWidth, height / clientHeight];
  const camera = cameraOf(map);
  return { ...camera, zoom: camera.zoom + Math.log2(how === 'whole' ? Math.min(...times) : Math.max(...times)) };
}

/** Whether the map looks there, each figure to within `apart`. */
export function looksAt(map: MapLibreMap, camera: Camera, apart: number): boolean {
  const now = cameraOf(map);
  return (Object.keys(now) as (keyof Camera)[]).every((key) => Math.abs(now[key] - camera[key]) < apart);
}

/** Looks there at once; nothing happens where the map looks there already. */
export function lookAt(map: MapLibreMap, camera: Camera): void {
  if (looksAt(map, camera, 1e-9)) return;
  const { lon, lat, ...turn } = camera;
  map.jumpTo({ center: [lon, lat], ...turn });
}

/** Moves there in so many ms, on its way as high as that takes; at once where less motion is asked for. */
export function flyTo(map: MapLibreMap, { lon, lat, ...turn }: Camera, ms: number): void {
  map.flyTo({ center: [lon, lat], ...turn, duration: ms });
}

/** Shows the box in the part of the map that no panel covers; the map moves there, or is there at once. */
export function fitBox(map: MapLibreMap, [west, south, east, north]: Bbox, insets: Insets, atOnce = false): void {
  const padding = paddingOf(map.getContainer(), insets);
  map.fitBounds([west, south, east, north], atOnce ? { padding, animate: false } : { padding });
}

/**
 * Shows the circle on the globe, or the whole globe where that is smaller, about the map's middle as large as what panels
 * leave free allows: an offset would turn the globe by as much as it is small.
 */
export function fitCap(map: MapLibreMap, { lon, lat, radius }: Cap, insets: Insets): void {
  const { clientWidth, clientHeight } = map.getContainer();
  const { top, right, bottom, left } = paddingOf(map.getContainer(), insets);
  const free = Math.min(clientWidth / 2 - Math.max(left, right), clientHeight / 2 - Math.max(top, bottom));
  const away = clientHeight / 2 / Math.tan(radians(map.getVerticalFieldOfView()) / 2);
  const size = Math.max(free, LEAST / 2);
  const globe = Math.min(seenRadius(radians(radius), size, away), wholeRadius(size, away));
  map.easeTo({ center: [lon, lat], zoom: globeZoom(globe, lat), bearing: 0, pitch: 0 });
}

/**
 * The globe's radius at which what lies at an angle from its middle is seen `free` from the screen's: with the eye `away`
 * from its surface, that is r sin a away / (away + r - r cos a). All but the angle in pixels.
 */
function seenRadius(angle: number, free: number, away: number): number {
  const grows = away * Math.sin(angle) - free * (1 - Math.cos(angle));
  return grows > 0 ? (free * away) / grows : Infinity;
}

/** The globe's radius at which its edge, where a ray touches it, is seen `free` from the screen's middle. Pixels. */
function wholeRadius(free: number, away: number): number {
  const tangent = free / Math.hypot(free, away);
  return (away * tangent) / (1 - tangent);
}

/** The zoom at which MapLibre's globe has a radius, pixels: at a zoom it is the greater the farther it is from the equator. */
function globeZoom(radius: number, lat: number): number {
  return Math.log2((2 * Math.PI * radius * Math.cos(radians(lat))) / TILE);
}

function radians(angle: number): number {
  return (angle * Math.PI) / 180;
}

/** Brings the place to the middle of what no panel covers; keeps the zoom where none is given. */
export function centreOn(map: MapLibreMap, lon: number, lat: number, insets: Insets, zoom = map.getZoom()): void {
  const { top, right, bottom, left } = paddingOf(map.getContainer(), insets);
  map.easeTo({ center: [lon, lat], zoom, offset: [(left - right) / 2, (top - bottom) / 2] });
}

/**
 * Brings all places into what no panel covers, no nearer than `zoom`. Without one it does nothing where they lie there
 * already, and zooms out only, or in from very far.
 */
export function revealAll(map: MapLibreMap, places: readonly Position[], insets: Insets, zoom?: number): void {
  const container = map.getContainer();
  const covered = paddingOf(container, insets, 0);
  if (zoom === undefined && places.every((place) => isFree(map, place, covered))) return;
  const [lons, lats] = [places.map(([lon]) => lon), places.map(([, lat]) => lat)];
  map.fitBounds([Math.min(...lons), Math.min(...lats), Math.max(...lons), Math.max(...lats)], {
    padding: paddingOf(container, insets, ROOM),
    // farther out the map's own bounds would keep it from the upper edge
    maxZoom: zoom ?? Math.max(map.getZoom(), 5.5),
    bearing: map.getBearing(),
    pitch: map.getPitch(),
  });
}

/** Whether a place lies in the part of the map that no panel covers. */
function isFree(map: MapLibreMap, [lon, lat]: Position, { top, right, bottom, left }: Insets): boolean {
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

/** The insets with some air inside; where panels cover nearly everything, as if they left LEAST. */
function paddingOf({ clientWidth, clientHeight }: HTMLElement, insets: Insets, air = AIR): Insets {
  const share = (a: number, b: number, size: number) => Math.min(1, Math.max(0, size - LEAST) / Math.max(a + b, 1));
  const across = share(insets.left, insets.right, clientWidth);
  const down = share(insets.top, insets.bottom, clientHeight);
  return {
    top: insets.top * down + air,
    bottom: insets.bottom * down + air,
    left: insets.left * across + air,
    right: insets.right * across + air,
  };
}
