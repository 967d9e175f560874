import { encodeView, type Chosen } from './permalink.ts';

/** What asks for map and timeline alone: a part of the address before the hash, and what `embed.html` of a published site has on its root. */
const EMBED = 'embed';
const YES = '1';
/** The least height of a frame in which map and timeline have room, pixels. */
const FRAME_HEIGHT = 600;

/** Whether the page shows map and timeline alone, as it does in a frame of another page. */
export function isEmbedded(): boolean {
  return isEmbedPage() || new URLSearchParams(location.search).get(EMBED) === YES;
}

/** Closes what is neither map nor timeline. */
export function closeAllButMap({ view, measuring }: Pick<Chosen, 'view' | 'measuring'>): void {
  view.panel = null;
  view.analysis = null;
  view.story = null;
  measuring.use('off');
}

/** The address of the whole page with what is shown. */
export function wholeAddress(chosen: Chosen): string {
  const url = new URL(isEmbedPage() ? './' : location.href, location.href);
  url.searchParams.delete(EMBED);
  url.hash = encodeView(chosen);
  return url.href;
}

/** The HTML that shows what is shown in another page; `title` names the frame to those who do not see it. */
export function embedCode(chosen: Chosen, title: string): string {
  const url = new URL(wholeAddress(chosen));
  url.searchParams.set(EMBED, YES);
  const [src, name] = [url.href, title].map(asAttribute);
  return `<iframe src="${src}" title="${name}" width="100%" height="${FRAME_HEIGHT}" loading="lazy" style="border:0"></iframe>`;
}

function isEmbedPage(): boolean {
  return document.documentElement.dataset[EMBED] !== undefined;
}

function asAttribute(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
