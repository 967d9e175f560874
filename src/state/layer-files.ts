import { SHIPPED_STORIES, storyIdOf } from '../../geo/story/shipped.ts';

/** The layers' files by their names: the build puts a hash of what they hold into these, see scripts/hashed-layers.ts. */
let files: Readonly<Record<string, string>> | null = null;

/** The address of a layer, from the page on. In development it has its plain name. */
export function layerAddress(name: string): string {
  files ??= listed();
  return `layers/${files[name] ?? name}`;
}

/** The layers by what `geo build` calls them; none in development. */
export function layerNames(): readonly string[] {
  files ??= listed();
  return Object.keys(files);
}

/** The stories that come with the page: those of its list; in development those of the project. */
export function storyIds(): readonly string[] {
  const names = layerNames();
  if (names.length === 0) return SHIPPED_STORIES;
  const ids = names.map(storyIdOf).filter((id) => id !== null);
  const place = (id: string) => (SHIPPED_STORIES as readonly string[]).indexOf(id);
  return ids.sort((a, b) => place(a) - place(b));
}

function listed(): Readonly<Record<string, string>> {
  const list = globalThis.document?.getElementById('layer-files')?.textContent;
  // written by the build of this very page
  return list ? (JSON.parse(list) as Record<string, string>) : {};
}
