import { interpolateZoom, type ZoomView } from 'd3-interpolate';
import type { Bbox } from '../../../geo/bbox.ts';
import { latOf, lonOf, mercatorX, mercatorY } from '../../scene/mercator.ts';
import type { Camera } from '../../scene/scene.ts';
import type { MapSize } from './script.ts';

/** Pixels of the world's width at zoom 0. */
const TILE = 512;
/** The map of the page for which a story's views are taken to have been made, pixels that no panel covers. */
const MADE_FOR: MapSize = { width: 940, height: 560 };
/** Pixels between a box and the edge of the map that shows it whole. */
const AIR = 16;

/** Where a map of this size shows what the page does in a story's view. */
export function cameraIn(camera: Camera, { width, height }: MapSize): Camera {
  return { ...camera, zoom: camera.zoom + Math.log2(Math.min(width / MADE_FOR.width, height / MADE_FOR.height)) };
}

/** Where a flat map of this size shows a box whole, north up. */
export function cameraOn([west, south, east, north]: Bbox, { width, height }: MapSize): Camera {
  const [left, right] = [mercatorX(west), mercatorX(east)];
  const [top, bottom] = [mercatorY(north), mercatorY(south)];
  const across = (width - 2 * AIR) / (TILE * (right - left));
  const down = (height - 2 * AIR) / (TILE * (bottom - top));
  return {
    lon: lonOf((left + right) / 2),
    lat: latOf((top + bottom) / 2),
    zoom: Math.log2(Math.min(across, down)),
    bearing: 0,
    pitch: 0,
  };
}

/** The way between two cameras, from 0 to 1, as a flight goes: as high as it takes to see where it leads (van Wijk and Nuij 2003). */
export function wayBetween(from: Camera, to: Camera, { width }: MapSize): (share: number) => Camera {
  const way = interpolateZoom(seenFrom(from, width), seenFrom(to, width));
  // the short way round
  const turn = ((((to.bearing - from.bearing) % 360) + 540) % 360) - 180;
  return (share) => {
    const [x, y, across] = way(share);
    return {
      lon: lonOf(x),
      lat: latOf(y),
      zoom: Math.log2(width / (TILE * across)),
      bearing: from.bearing + turn * share,
      pitch: from.pitch + (to.pitch - from.pitch) * share,
    };
  };
}

/** The middle and the width of what is seen, Web Mercator. */
function seenFrom({ lon, lat, zoom }: Camera, width: number): ZoomView {
  return [mercatorX(lon), mercatorY(lat), width / (TILE * 2 ** zoom)];
}

/** What a flat map of this size shows there, Web Mercator: west, north, east and south edge, as if north were up. */
export function boxSeen({ lon, lat, zoom }: Camera, { width, height }: MapSize): [number, number, number, number] {
  const [x, y, pixels] = [mercatorX(lon), mercatorY(lat), TILE * 2 ** zoom];
  const [across, down] = [width / pixels / 2, height / pixels / 2];
  return [x - across, y - down, x + across, y + down];
}
