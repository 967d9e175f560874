import type { Plugin } from 'vite';
import { listOffline, WORKER } from '../geo/commands/offline-files.ts';
import { afterBuild } from './after-build.ts';

/** Builds the service worker into `sw.js` beside the page, names it in the page, and tells it all files once they are final. */
export function offlineWorker(): Plugin {
  return {
    // the layers have got their names by then
    ...afterBuild('offline-worker', listOffline),
    buildStart() {
      this.emitFile({ type: 'chunk', id: 'src/workers/offline.ts', fileName: WORKER });
    },
    transformIndexHtml: () => [{ tag: 'link', attrs: { rel: 'serviceworker', href: `./${WORKER}` }, injectTo: 'head' }],
    generateBundle(_, bundle) {
      const chunk = bundle[WORKER];
      if (chunk.type !== 'chunk' || chunk.imports.length > 0 || chunk.exports.length > 0)
        throw new Error(`${WORKER} is one plain script: let src/workers/offline.ts import and export nothing.`);
    },
  };
}
