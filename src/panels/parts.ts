/** The parts of the page that the first picture does not show: each is fetched when it is opened, or when the page is idle. */
export const PARTS = {
  data: () => import('./Data.svelte'),
  distance: () => import('./Distance.svelte'),
  groups: () => import('./Groups.svelte'),
  film: () => import('./film/Film.svelte'),
  filters: () => import('./Filters.svelte'),
  incident: () => import('./Incident.svelte'),
  list: () => import('./List.svelte'),
  measure: () => import('./Measure.svelte'),
  report: () => import('./Report.svelte'),
  stories: () => import('./StoriesPart.svelte'),
  print: () => import('./Print.svelte'),
} as const;
export type PartId = keyof typeof PARTS;

/** Fetches all of them, one after the other, so that they are there when the network is not; gives which are. One that fails is asked for again when it is opened. */
export async function fetchParts(): Promise<Set<PartId>> {
  const there = new Set<PartId>();
  for (const id of Object.keys(PARTS) as PartId[])
    await PARTS[id]().then(
      () => there.add(id),
      () => undefined,
    );
  fetchLater();
  return there;
}

/** Has the browser fetch into its cache what workers need, see scripts/fetched-later.ts. There is no such list in development. */
function fetchLater(): void {
  const list = document.getElementById('fetched-later');
  if (list instanceof HTMLTemplateElement) document.head.append(list.content);
}
