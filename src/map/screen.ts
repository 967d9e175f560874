import type { Map as MapLibreMap } from 'maplibre-gl';
import type { Seen } from './crowding.ts';
import { drawScale, spreadScale } from './marks.ts';
import { latOf, lonOf, mercatorX, mercatorY } from './mercator.ts';
import type { Pick } from './picking.ts';

/** What picking must know of the map as it looks now, for the pointer at a pixel. */
export function pickAt(map: MapLibreMap, x: number, y: number): Omit<Pick, 'slop' | 'isDrawn'> {
  const zoom = map.getZoom();
  return {
    x,
    y,
    scale: drawScale(zoom),
    spread: spreadScale(zoom),
    project: (mx, my) => map.project([lonOf(mx), latOf(my)]),
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

/** What the map shows of the world now. */
export function seenOf(map: MapLibreMap): Seen {
  const bounds = map.getBounds();
  const [west, east] = [bounds.getWest(), bounds.getEast()].map(mercatorX);
  const [north, south] = [bounds.getNorth(), bounds.getSouth()].map(mercatorY);
  return { box: [west, north, east, south], zoom: map.getZoom() };
}
