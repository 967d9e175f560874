import { messageOf } from '../../geo/model/errors.ts';
import { readStory } from '../../geo/story/read-story.ts';
import { writeStory } from '../../geo/story/write-story.ts';
import type { WrittenStory } from '../../geo/model/written-story.ts';

/** Where the browser keeps stories: a key each, so that two pages do not write over one another. */
const PREFIX = 'story:';

/** A story of the reader’s own, kept in this browser. */
export interface OwnStory {
  id: string;
  story: WrittenStory;
}

/** What needs to be kept: the browser’s storage, or what a test puts in its place. */
type StoryShelf = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>;

/** The reader’s own stories as the browser keeps them, each as its file. */
export class OwnStories {
  readonly #shelf: StoryShelf;
  /** what this page last read or wrote of each */
  readonly #known = new Map<string, string>();
  /** what the browser could not keep: it is here until the page is left */
  readonly #held = new Map<string, string>();
  /** Why something is not kept, in the browser’s words; `null` where all is. */
  problem = $state<string | null>(null);
  list = $state.raw<readonly OwnStory[]>([]);
  /** Those that are kept and cannot be read: their ids, and what is kept. They stay. */
  damaged = $state.raw<readonly { id: string; text: string }[]>([]);

  constructor(shelf: StoryShelf) {
    this.#shelf = shelf;
    this.refresh();
  }

  /** Reads what is kept, as another page may have changed it. */
  refresh(): void {
    const kept = new Map<string, string>();
    for (let i = 0; i < this.#shelf.length; i++) {
      const key = this.#shelf.key(i);
      if (key?.startsWith(PREFIX)) kept.set(key.slice(PREFIX.length), this.#shelf.getItem(key) ?? '');
    }
    const list: OwnStory[] = [];
    const damaged: { id: string; text: string }[] = [];
    for (const [id, text] of new Map([...kept, ...this.#held])) {
      const read = readStory(text);
      if ('refused' in read) damaged.push({ id, text });
      else {
        list.push({ id, story: read.story });
        if (!this.#known.has(id)) this.#known.set(id, text);
      }
    }
    const inOrder = (a: OwnStory, b: OwnStory) => (a.id < b.id ? -1 : 1);
    [this.list, this.damaged] = [list.toSorted(inOrder), damaged];
  }

  /** What is kept of a story now. */
  get(id: string): WrittenStory | null {
    const text = this.#held.get(id) ?? this.#shelf.getItem(PREFIX + id);
    const read = text === null ? null : readStory(text);
    if (text === null || read === null || 'refused' in read) return null;
    this.#known.set(id, text);
    return read.story;
  }

  /** Keeps a new story; gives its id. */
  add(story: WrittenStory): string {
    const id = `own-${Date.now().toString(36)}-${Math.random().toString(36).slice(2, 8)}`;
    this.#write(id, story);
    return id;
  }

  /**
   * Keeps a story that was changed; gives its id. Where another page has changed what is kept meanwhile, both stay: this
   * one is kept as another.
   */
  keep(id: string, story: WrittenStory): string {
    const there = this.#shelf.getItem(PREFIX + id);
    if (there !== null && there !== this.#known.get(id) && there !== writeStory(story)) return this.add(story);
    this.#write(id, story);
    return id;
  }

  remove(id: string): void {
    this.#shelf.removeItem(PREFIX + id);
    this.#held.delete(id);
    if (this.#held.size === 0) this.problem = null;
    this.#known.delete(id);
    this.refresh();
  }

  #write(id: string, story: WrittenStory): void {
    const text = writeStory(story);
    try {
      this.#shelf.setItem(PREFIX + id, text);
      this.#held.delete(id);
      if (this.#held.size === 0) this.problem = null;
    } catch (error) {
      this.#held.set(id, text);
      this.problem = messageOf(error);
    }
    this.#known.set(id, text);
    this.refresh();
  }
}
