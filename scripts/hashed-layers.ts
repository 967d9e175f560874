import { readdirSync, readFileSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';
import { hashedName } from '../geo/commands/layer-name.ts';

const FOLDER = 'layers';

/** Layers by what `geo build` calls them, with a hash of what they hold in their names, so that a browser may keep them for ever. */
function hashedNames(folder: string): Map<string, string> {
  return new Map(
    readdirSync(folder).map((name) => [name, hashedName(name, readFileSync(join(folder, name)))] as const),
  );
}

/** Names the layers of the built page by what they hold, and lists the names in it, where src/state/layer-files.ts finds them. */
export function hashedLayers(): Plugin {
  let [publicDir, outDir] = ['', ''];
  let names: ReadonlyMap<string, string> = new Map();
  return {
    name: 'hashed-layers',
    apply: 'build',
    configResolved: (config) => {
      publicDir = config.publicDir;
      outDir = join(config.root, config.build.outDir);
    },
    transformIndexHtml: (html) => {
      names = hashedNames(join(publicDir, FOLDER));
      const named = html.replaceAll(
        new RegExp(`"\\./${FOLDER}/([^"]+)"`, 'g'),
        (_, name: string) => `"./${FOLDER}/${names.get(name) ?? name}"`,
      );
      const list = JSON.stringify(Object.fromEntries(names));
      const attrs = { type: 'application/json', id: 'layer-files' };
      return { html: named, tags: [{ tag: 'script', attrs, children: list, injectTo: 'head' }] };
    },
    closeBundle: () => {
      const folder = join(outDir, FOLDER);
      for (const [name, hashed] of names) renameSync(join(folder, name), join(folder, hashed));
    },
  };
}
