import { prewarm, setWorkerUrl } from 'maplibre-gl';
import 'maplibre-gl/dist/maplibre-gl.css';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url';

// MapLibre's workers start: the page's entry has them do so while all else is read
setWorkerUrl(workerUrl); // without it a production build draws no GeoJSON at all
prewarm();
