import type { Chosen } from './permalink.ts';

/** What asks for map and timeline alone: a part of the address before the hash, and what `embed.html` of a published site has on its root. */
export const EMBED_PART = 'embed';
export const EMBED_YES = '1';

/** Whether the page shows map and timeline alone, as it does in a frame of another page. */
export function isEmbedded(): boolean {
  return isEmbedPage() || new URLSearchParams(location.search).get(EMBED_PART) === EMBED_YES;
}

/** Closes what is neither map nor timeline. */
export function closeAllButMap({ view, measuring }: Pick<Chosen, 'view' | 'measuring'>): void {
  view.panel = null;
  view.analysis = null;
  view.story = null;
  measuring.use('off');
}

/** Whether the page is `embed.html` of a published site. */
export function isEmbedPage(): boolean {
  return document.documentElement.dataset[EMBED_PART] !== undefined;
}
