/** The parts of the page that the first picture does not show: each is fetched when it is opened, or when the page is idle. */
export const PARTS = {
  data: () => import('./Data.svelte'),
  distance: () => import('./Distance.svelte'),
  filters: () => import('./Filters.svelte'),
  incident: () => import('./Incident.svelte'),
  list: () => import('./List.svelte'),
  measure: () => import('./Measure.svelte'),
} as const;
export type PartId = keyof typeof PARTS;

/** Fetches all of them, one after the other, so that they are there when the network is not. One that fails is asked for again when it is opened. */
export async function fetchParts(): Promise<void> {
  for (const load of Object.values(PARTS)) await load().catch(() => undefined);
  fetchLater();
}

/** Has the browser fetch into its cache what workers need, see scripts/fetched-later.ts. There is no such list in development. */
function fetchLater(): void {
  const list = document.getElementById('fetched-later');
  if (list instanceof HTMLTemplateElement) document.head.append(list.content);
}
