import { isStoryText } from '../../geo/story/story-text.ts';
import type { StoryPlace } from '../choices.ts';
import { applyLink, decodeHash, encodeView, type Chosen, type Link } from './permalink.ts';

/** What of a file tells whether it is a story. Bytes. */
const HEAD = 4096;

/** A story’s file: told from its name, or from what it says of itself. */
export async function isStoryFile(file: File): Promise<boolean> {
  if (/\.(md|markdown)$/i.test(file.name)) return true;
  const head = await file
    .slice(0, HEAD)
    .text()
    .catch(() => ''); // one that cannot be read is none: to read it says why
  return isStoryText(head);
}

/** What the page keeps of stories while their part is not there: what is asked of it, and the reader’s own view. */
export class Stories {
  readonly #app: Chosen;
  /** The reader’s own view while a story is read, as a hash; empty where a link has begun with the story. */
  #before: string | null = null;
  /** Turns to another step of the story that is read; `null` while none is. */
  turn = $state.raw<((by: 1 | -1) => void) | null>(null);
  /** Files that wait to be opened. */
  files = $state.raw<readonly File[]>([]);
  /** Whether a link names a step and nothing else: then the step’s view is asked for too. */
  isViewAsked = false;
  /** Whether something that was written is not kept yet. */
  isUnkept = false;

  constructor(app: Chosen) {
    this.#app = app;
  }

  /** Opens the list, or closes what is open. */
  toggle(): void {
    if (this.#app.view.story) this.leave();
    else this.#app.view.story = LIST;
  }

  /** A file is to be opened as a story. */
  take(file: File): void {
    this.files = [...this.files, file];
    this.#app.view.story ??= LIST;
  }

  /** A story is about to change the view. */
  begin(): void {
    this.#app.playback.pause();
    this.#before ??= encodeView(this.#app);
  }

  /** Leaves the story for the list, or for none, and gives the reader’s own view back. */
  leave(story: StoryPlace | null = null): void {
    const { view } = this.#app;
    const before = this.#before;
    this.#before = null;
    if (before === null) view.story = story;
    else {
      const { theme, units } = view;
      applyLink(this.#app, { ...decodeHash(before).link, theme, units, story: story ?? undefined });
    }
  }

  /** A link is about to be shown. */
  follow(link: Link): void {
    const id = link.story?.id ?? null;
    if (id === null) this.#before = null;
    else this.#before ??= '';
    const keys = Object.keys(link) as (keyof Link)[];
    this.isViewAsked = id !== null && keys.every((key) => ['story', 'theme', 'units'].includes(key));
  }
}

export const LIST: StoryPlace = Object.freeze({ id: null, step: 0 });
