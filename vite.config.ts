import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig, type Plugin } from 'vite';
import { META_POLICY } from './scripts/csp.mjs';
import { fetchedLater } from './scripts/fetched-later.ts';
import { hashedLayers } from './scripts/hashed-layers.ts';
import { licences } from './scripts/licences.ts';
import { offlineWorker } from './scripts/offline.ts';
import { oneFileTemplate } from './scripts/one-file/template.ts';
import { sharedMapLibre } from './scripts/shared-maplibre.ts';

/** Writes the policy into the built page. Not in `npm run dev`, where Vite puts styles in line. */
function contentSecurityPolicy(): Plugin {
  return {
    name: 'content-security-policy',
    apply: 'build',
    transformIndexHtml: () => [
      {
        tag: 'meta',
        attrs: { 'http-equiv': 'Content-Security-Policy', content: META_POLICY },
        injectTo: 'head-prepend',
      },
    ],
  };
}

/** The notices that the packages' licences ask for. */
const notices = licences('licenses.md');

export default defineConfig({
  base: './',
  plugins: [
    sharedMapLibre(),
    svelte({ configFile: false }),
    contentSecurityPolicy(),
    hashedLayers(),
    fetchedLater(),
    notices.page,
    oneFileTemplate(),
    offlineWorker(),
  ],
  build: {
    target: 'es2023',
    // a data: URL in a script or a style would break the policy
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 1200,
    // Zod and its setting in one chunk: however the rest is split, no schema is made before it
    rolldownOptions: {
      output: { codeSplitting: { groups: [{ name: 'zod', test: /node_modules\/zod\/|src\/no-eval\.ts/ }] } },
    },
  },
  worker: { format: 'es', plugins: () => [notices.worker] },
});
