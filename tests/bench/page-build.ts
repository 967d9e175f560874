import { resolve } from 'node:path';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { build } from 'vite';
import { sharedMapLibre } from '../../scripts/shared-maplibre.ts';

/** Builds a page of the bench, tests/bench/NAME, as the app is built, with its layers; gives the folder of what was built. */
export async function buildPage(name: string): Promise<string> {
  const outDir = resolve('.cache', name);
  await build({
    root: resolve('tests/bench', name),
    configFile: false,
    publicDir: resolve('public'),
    base: './',
    logLevel: 'warn',
    plugins: [sharedMapLibre(), svelte({ configFile: false })],
    build: { outDir, emptyOutDir: true, target: 'es2023', assetsInlineLimit: 0, chunkSizeWarningLimit: 2000 },
    worker: { format: 'es' },
  });
  return outDir;
}
