import { ABOVE_POINTS } from '../../../src/map/style.ts';
import { contextOf, createBaseMap } from './base-map.ts';
import { circleLayer, CIRCLES, drawn, windowFilter } from './circles.ts';
import type { CreateMethod } from './method.ts';

/** MapLibre's `setFilter`: all incidents in one source, which its worker fetches and parses itself. */
export const createSetFilter: CreateMethod = async (stage) => {
  const map = await createBaseMap(stage);
  return {
    open: (file, window) => {
      map.addSource(CIRCLES, { type: 'geojson', data: file });
      const layer = circleLayer(stage.palette, stage.camera.zoom);
      map.addLayer({ ...layer, filter: windowFilter(window) }, ABOVE_POINTS);
      return drawn(map);
    },
    show: (window) => {
      map.setFilter(CIRCLES, windowFilter(window), { validate: false });
      return drawn(map);
    },
    contexts: () => [contextOf(map.getCanvas())],
  };
};
