import type { FeatureCollection } from 'geojson';
import type { Window } from '../../../geo/time/window.ts';
import { ABOVE_POINTS } from '../../../src/map/style.ts';
import { EMPTY } from '../../../src/map/sources.ts';
import { contextOf, createBaseMap, sourceOf } from './base-map.ts';
import { circleLayer, CIRCLES, drawn } from './circles.ts';
import type { CreateMethod } from './method.ts';
import { fetchPoints, type PointFeature } from './points-file.ts';

/** MapLibre's `setData` of the window's slice of the incidents, found by bisection of the first days. */
export const createSetData: CreateMethod = async (stage) => {
  const map = await createBaseMap(stage);
  map.addSource(CIRCLES, { type: 'geojson', data: EMPTY });
  map.addLayer(circleLayer(stage.palette, stage.camera.zoom), ABOVE_POINTS);
  let slice: (window: Window) => FeatureCollection = () => EMPTY;
  const show = (window: Window): Promise<void> => {
    void sourceOf(map, CIRCLES).setData(slice(window));
    return drawn(map);
  };
  return {
    open: async (file, window) => {
      slice = slicer(await fetchPoints(file));
      return show(window);
    },
    show,
    contexts: () => [contextOf(map.getCanvas())],
  };
};

function slicer(features: PointFeature[]): (window: Window) => FeatureCollection {
  const longest = features.reduce((most, { properties: p }) => Math.max(most, p.end - p.start), 0);
  const countTo = (day: number): number => {
    let [low, high] = [0, features.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (features[middle].properties.start <= day) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  return ({ start, end }) => ({
    type: 'FeatureCollection',
    features: features
      .slice(countTo(start - longest - 1), countTo(end))
      .filter((feature) => feature.properties.end >= start),
  });
}
