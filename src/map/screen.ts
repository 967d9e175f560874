import type { Map as MapLibreMap } from 'maplibre-gl';
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
