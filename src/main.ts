import '@fontsource-variable/inter/index.css';
import './app.css';
import './map/worker.ts';

void import('./page.ts');
