import type { HtmlTagDescriptor, Plugin, Rolldown } from 'vite';

/** What the entry asks for on its own as soon as it runs: the page names it, so that it comes with the entry. */
const SOON = ['src/map/begin.ts', 'src/map/controller.ts'];

/**
 * Names in the built page what its entry loads soon and, in a template that does nothing by itself, all other scripts and styles:
 * workers, what they load on demand, panels. Put into the page when it is idle (src/panels/parts.ts) they are fetched ahead, so
 * that they are there when the server is not.
 */
export function fetchedLater(): Plugin {
  return {
    name: 'fetched-later',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler: (html, { bundle = {} }) => {
        const atOnce = new Set<string>();
        const soon = new Set<string>();
        for (const file of Object.values(bundle)) {
          if (file.type !== 'chunk') continue;
          if (file.isEntry) collect(bundle, file, atOnce);
          else if (SOON.some((name) => file.facadeModuleId?.endsWith(name))) collect(bundle, file, soon);
        }
        const later = Object.keys(bundle).filter(
          (name) => /\.(?:js|css)$/.test(name) && !atOnce.has(name) && !soon.has(name) && !html.includes(name),
        );
        const children = later.map((name): HtmlTagDescriptor => ({
          tag: 'link',
          attrs: { rel: 'prefetch', href: `./${name}` },
        }));
        const preloads = [...soon]
          .filter((name) => !atOnce.has(name))
          .map((name): HtmlTagDescriptor => ({
            tag: 'link',
            attrs: { rel: 'modulepreload', crossorigin: true, href: `./${name}` },
            injectTo: 'head',
          }));
        const template = { tag: 'template', attrs: { id: 'fetched-later' }, children, injectTo: 'body' } as const;
        return { html, tags: [...preloads, template] };
      },
    },
  };
}

/** The chunk and all that it loads with it. */
function collect(bundle: Rolldown.OutputBundle, chunk: Rolldown.OutputChunk, found: Set<string>): void {
  if (found.has(chunk.fileName)) return;
  found.add(chunk.fileName);
  for (const name of chunk.imports) {
    const imported = bundle[name];
    if (imported.type === 'chunk') collect(bundle, imported, found);
  }
}
