import { EMBED_PART, EMBED_YES, isEmbedPage } from './embedding.ts';
import { encodeView, type Chosen } from './permalink.ts';

/** The least height of a frame in which map and timeline have room, pixels. */
const FRAME_HEIGHT = 600;

/** The address of the whole page with what is shown. */
export function wholeAddress(chosen: Chosen): string {
  const url = new URL(isEmbedPage() ? './' : location.href, location.href);
  url.searchParams.delete(EMBED_PART);
  url.hash = encodeView(chosen);
  return url.href;
}

/** The HTML that shows what is shown in another page; `title` names the frame to those who do not see it. */
export function embedCode(chosen: Chosen, title: string): string {
  const url = new URL(wholeAddress(chosen));
  url.searchParams.set(EMBED_PART, EMBED_YES);
  const [src, name] = [url.href, title].map(asAttribute);
  return `<iframe src="${src}" title="${name}" width="100%" height="${FRAME_HEIGHT}" loading="lazy" style="border:0"></iframe>`;
}

function asAttribute(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
