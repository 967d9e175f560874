import { Map as MapLibreMap, setWorkerUrl } from 'maplibre-gl';
import 'maplibre-gl/dist/maplibre-gl.css';
import './page.css';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url';

/**
 * The least that a MapLibre page with our land and line can be: two sources by their addresses, a fill and a line. It
 * says when its first picture is painted as the app does, and pans when it is asked to.
 */
setWorkerUrl(workerUrl);
const map = new MapLibreMap({
  container: 'map',
  style: {
    version: 8,
    sources: {
      countries: { type: 'geojson', data: new URL('layers/countries.geojson', document.baseURI).href },
      line: { type: 'geojson', data: new URL('layers/durand-line.geojson', document.baseURI).href },
    },
    layers: [
      { id: 'water', type: 'background', paint: { 'background-color': '#dde8ee' } },
      { id: 'countries', type: 'fill', source: 'countries', paint: { 'fill-color': '#f5f2ec' } },
      { id: 'line', type: 'line', source: 'line', paint: { 'line-color': '#8a1c7c', 'line-width': 3 } },
    ],
  },
  bounds: [
    [60.5, 29],
    [75, 37.5],
  ],
  fadeDuration: 0,
  attributionControl: false,
});
// all that it has is drawn: nothing is left for later
map.once('load', () => {
  performance.mark('map-painted');
  document.documentElement.dataset['map'] = 'painted';
});

/** Pans a little with each frame, for so long. */
function pan(ms: number): Promise<void> {
  const end = performance.now() + ms;
  return new Promise((done) => {
    requestAnimationFrame(function step(now) {
      if (now > end) return done();
      map.panBy([Math.sin(now / 300) * 6, Math.cos(now / 300) * 6], { animate: false });
      requestAnimationFrame(step);
    });
  });
}
Object.assign(globalThis, { pan });
