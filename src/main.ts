import '@fontsource-variable/inter/index.css';
import 'maplibre-gl/dist/maplibre-gl.css';
import './app.css';
import './map/worker.ts';

void import('./page.ts');
