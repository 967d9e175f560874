/** How a film comes along. */
export type FilmState =
  | { kind: 'none' }
  | {
      kind: 'running';
      done: number;
      pictures: number;
      /** seconds that it may still take; `null` before it can be told */
      left: number | null;
      /** whether it waits for the page to be seen again */
      isPaused: boolean;
    }
  | {
      kind: 'made';
      name: string;
      film: Blob;
      /** that it is cut short, or could not be saved, in words; `null` where all is well */
      problem: string | null;
    }
  | { kind: 'cancelled' }
  | { kind: 'failed'; reason: string };

/** The film that is made, or was made last: it goes on while its panel is closed. */
export class Filming {
  state = $state.raw<FilmState>({ kind: 'none' });
  /** Whether what tells of it is open. */
  isWatched = false;
  /** ends the one that is made */
  #ending: AbortController | null = null;

  /** A film begins; gives what tells that it is to end. */
  begin(): AbortSignal {
    this.#ending = new AbortController();
    return this.#ending.signal;
  }

  cancel(): void {
    this.#ending?.abort();
  }
}
