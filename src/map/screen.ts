import type { Map as MapLibreMap } from 'maplibre-gl';
import { isFlat, type CameraState } from './drawing.ts';
import type { Seen } from '../scene/crowding.ts';
import { areaScale } from '../scene/areas.ts';
import { drawScale, leastRadius, spreadScale } from '../scene/marks.ts';
import { latOf, lonOf, mercatorX, mercatorY } from '../scene/mercator.ts';
import type { Pick } from '../scene/picking.ts';

/** What picking must know of the map, for the pointer at a pixel; `camera` is how it was last drawn. */
export function pickAt(map: MapLibreMap, camera: CameraState, x: number, y: number): Omit<Pick, 'slop'> {
  const zoom = map.getZoom();
  const isQuick = isFlat(camera) && looksAlike(map, camera);
  return {
    x,
    y,
    scale: drawScale(zoom),
    least: leastRadius(zoom),
    spread: spreadScale(zoom),
    areaScale: areaScale(zoom),
    project: isQuick ? projectFlat(camera) : (mx, my) => map.project([lonOf(mx), latOf(my)]),
    boxAround: (pixels) => {
      // all corners: the map may be turned
      const ends = [-pixels, pixels];
      const corners = ends.flatMap((dx) => ends.map((dy) => map.unproject([x + dx, y + dy])));
      const xs = corners.map(({ lng }) => mercatorX(lng));
      const ys = corners.map(({ lat }) => mercatorY(lat));
      return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
    },
  };
}

/** Whether the map still looks where it was last drawn: it may have jumped elsewhere since. */
function looksAlike(map: MapLibreMap, { zoom, centre }: CameraState): boolean {
  const { lng, lat } = map.getCenter();
  const [x, y] = [centre[0] + centre[2], centre[1] + centre[3]];
  const isThere = Math.abs(mercatorX(lng) - x) < SAME && Math.abs(mercatorY(lat) - y) < SAME;
  return isThere && map.getZoom() === zoom;
}

/** More than a double loses when it is split into two floats, Web Mercator. */
const SAME = 1e-12;

/** Where a Mercator place is drawn on the flat map: what the vertex shader does. It gives the same object each time. */
function projectFlat({ matrix: m, centre, width, height }: CameraState): Pick['project'] {
  const [centreX, centreY] = [centre[0] + centre[2], centre[1] + centre[3]];
  const at = { x: 0, y: 0 };
  return (mx, my) => {
    const [x, y] = [mx - centreX, my - centreY];
    const w = m[3] * x + m[7] * y + m[15];
    at.x = (((m[0] * x + m[4] * y + m[12]) / w + 1) / 2) * width;
    at.y = ((1 - (m[1] * x + m[5] * y + m[13]) / w) / 2) * height;
    return at;
  };
}

/** What the map shows of the world now. */
export function seenOf(map: MapLibreMap): Seen {
  const bounds = map.getBounds();
  const [west, east] = [bounds.getWest(), bounds.getEast()].map(mercatorX);
  const [north, south] = [bounds.getNorth(), bounds.getSouth()].map(mercatorY);
  return { box: [west, north, east, south], zoom: map.getZoom() };
}
