import { fileURLToPath } from 'node:url';
import { transformWithOxc, type Plugin } from 'vite';

const SOURCE = fileURLToPath(new URL('../node_modules/maplibre-gl/src/', import.meta.url));
const WORKER_URL = 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url';
const VIRTUAL = '\0maplibre-worker-url';

/**
 * Bundles MapLibre from its published source, page and worker in one build, so that what both need is one chunk.
 * Its ready-made bundles hold that code twice: 434 kB gzipped against 313. The code of the app does not know: it imports
 * `maplibre-gl` and the worker's address as from the ready-made bundles, which `npm run dev` uses, and which work in the
 * production build too if this plugin is left out.
 */
export function sharedMapLibre(): Plugin {
  return {
    name: 'shared-maplibre',
    apply: 'build',
    enforce: 'pre',
    resolveId(id) {
      if (id === 'maplibre-gl') return `${SOURCE}index.ts`;
      return id === WORKER_URL ? VIRTUAL : null;
    },
    load(id) {
      if (id !== VIRTUAL) return null;
      const worker = this.emitFile({ type: 'chunk', id: `${SOURCE}source/worker.ts`, name: 'maplibre-worker' });
      return `export default import.meta.ROLLUP_FILE_URL_${worker};`;
    },
    transform: {
      filter: { id: /node_modules[\\/]maplibre-gl[\\/]src[\\/].*\.ts$/ },
      // its fields are declarations, not definitions: a subclass that names a field again must not empty it
      handler: (code, id) =>
        transformWithOxc(code, id, {
          lang: 'ts',
          target: 'es2021',
          assumptions: { setPublicClassFields: true },
          typescript: { removeClassFieldsWithoutInitializer: true },
        }),
    },
  };
}
