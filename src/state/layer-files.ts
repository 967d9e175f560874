/** The layers' files by their names: the build puts a hash of what they hold into these, see scripts/hashed-layers.ts. */
let files: Readonly<Record<string, string>> | null = null;

/** The address of a layer, from the page on. In development it has its plain name. */
export function layerAddress(name: string): string {
  files ??= listed();
  return `layers/${files[name] ?? name}`;
}

function listed(): Readonly<Record<string, string>> {
  const list = globalThis.document?.getElementById('layer-files')?.textContent;
  // written by the build of this very page
  return list ? (JSON.parse(list) as Record<string, string>) : {};
}
