import { join } from 'node:path';
import type { Plugin } from 'vite';

/** Does something with the folder of a built page once what comes before it in the list of plugins is done with it. */
export function afterBuild(name: string, work: (outDir: string) => void | Promise<void>): Plugin {
  let outDir = '';
  return {
    name,
    apply: 'build',
    configResolved: (config) => {
      outDir = join(config.root, config.build.outDir);
    },
    closeBundle: { order: 'post', sequential: true, handler: () => work(outDir) },
  };
}
