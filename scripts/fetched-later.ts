import type { HtmlTagDescriptor, Plugin, Rolldown } from 'vite';

/** What the entry asks for on its own as soon as it runs: the page names it, so that it comes with the entry. */
const SOON = ['src/page.ts', 'src/map/begin.ts', 'src/map/controller.ts'];

/**
 * Names in the built page what its entry loads soon, with its styles, and, in a template that does nothing by itself, all other scripts and styles:
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
        const isNew = (name: string) => !html.includes(name);
        const atOnce = chunksOf(bundle, ({ isEntry }) => isEntry);
        const soon = chunksOf(bundle, (chunk) => SOON.some((name) => chunk.facadeModuleId?.endsWith(name)));
        const scripts = [...soon.keys()].filter((name) => !atOnce.has(name) && isNew(name));
        const styles = [...new Set([...soon.values()].flatMap(stylesOf))].filter(isNew);
        const named = new Set([...atOnce.keys(), ...scripts, ...styles]);
        const later = Object.keys(bundle).filter(
          (name) => /\.(?:js|css)$/.test(name) && isNew(name) && !named.has(name),
        );
        const link = (rel: string, name: string) => ({ tag: 'link', attrs: { rel, href: `./${name}` } });
        const tags: HtmlTagDescriptor[] = [
          ...styles.map((name) => link('stylesheet', name)),
          ...scripts.map((name) => link('modulepreload', name)),
        ];
        return {
          html,
          tags: [
            ...tags.map((tag) => ({ ...tag, attrs: { ...tag.attrs, crossorigin: true }, injectTo: 'head' as const })),
            {
              tag: 'template',
              attrs: { id: 'fetched-later' },
              children: later.map((name) => link('prefetch', name)),
              injectTo: 'body',
            },
          ],
        };
      },
    },
  };
}

type Chunks = Map<string, Rolldown.OutputChunk>;

/** The chunks that are asked for, and all that these load with them, by their names. */
function chunksOf(bundle: Rolldown.OutputBundle, isAsked: (chunk: Rolldown.OutputChunk) => boolean): Chunks {
  const found: Chunks = new Map();
  for (const file of Object.values(bundle)) if (file.type === 'chunk' && isAsked(file)) collect(bundle, file, found);
  return found;
}

const stylesOf = ({ viteMetadata }: Rolldown.OutputChunk) => [...(viteMetadata?.importedCss ?? [])];

/** The chunk and all that it loads with it. */
function collect(bundle: Rolldown.OutputBundle, chunk: Rolldown.OutputChunk, found: Chunks): void {
  if (found.has(chunk.fileName)) return;
  found.set(chunk.fileName, chunk);
  for (const name of chunk.imports) {
    const imported = bundle[name];
    if (imported.type === 'chunk') collect(bundle, imported, found);
  }
}
