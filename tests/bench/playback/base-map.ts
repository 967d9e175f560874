import { Map as MapLibreMap, setWorkerUrl, type GeoJSONSource } from 'maplibre-gl';
import 'maplibre-gl/dist/maplibre-gl.css';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url';
import { drawTown, IMAGE_RATIO } from '../../../src/map/images.ts';
import { TOWN } from '../../../src/map/names.ts';
import { laterData } from '../../../src/map/sources.ts';
import { heldBackLayers, styleOf } from '../../../src/map/style.ts';
import type { Stage } from './method.ts';

setWorkerUrl(workerUrl);

/** A plain MapLibre map with the app's own base, as the app shows it once all of it is drawn. */
export async function createBaseMap({ container, layers, scenery, palette, camera }: Stage): Promise<MapLibreMap> {
  const { lon, lat, ...turn } = camera;
  const map = new MapLibreMap({
    container,
    style: styleOf(layers, palette),
    center: [lon, lat],
    ...turn,
    maxZoom: 18,
    renderWorldCopies: false,
    attributionControl: false,
    fadeDuration: 150,
  });
  await map.once('style.load');
  map.addImage(TOWN, drawTown(palette), { pixelRatio: IMAGE_RATIO });
  for (const [name, data] of Object.entries(laterData({ ...layers, ...scenery })))
    void sourceOf(map, name).setData(data);
  for (const id of heldBackLayers(palette)) map.setLayoutProperty(id, 'visibility', 'visible');
  await map.once('idle');
  return map;
}

/** A GeoJSON source of the map. Throws an Error where there is none of that name. */
export function sourceOf(map: MapLibreMap, name: string): GeoJSONSource {
  const source = map.getSource(name);
  if (source?.type === 'geojson') return source as GeoJSONSource;
  throw new Error(`The map has no GeoJSON source ${name}.`);
}

/** The context that the map draws with. */
export function contextOf(canvas: HTMLCanvasElement): WebGL2RenderingContext {
  const gl = canvas.getContext('webgl2');
  if (!gl) throw new Error('The canvas has no WebGL 2.');
  return gl;
}
