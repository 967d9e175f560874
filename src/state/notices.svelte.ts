/** Something that the reader should know, shown until it is dismissed. */
export interface Notice {
  id: number;
  text: string;
}

/** The notices on show, oldest first. The same words are shown once. */
export class Notices {
  #list = $state.raw<readonly Notice[]>([]);
  #next = 1;

  get list(): readonly Notice[] {
    return this.#list;
  }

  say(text: string): void {
    if (!this.#list.some((notice) => notice.text === text)) this.#list = [...this.#list, { id: this.#next++, text }];
  }

  /** Takes words back that no longer hold. */
  unsay(text: string): void {
    this.#list = this.#list.filter((notice) => notice.text !== text);
  }

  dismiss(id: number): void {
    this.#list = this.#list.filter((notice) => notice.id !== id);
  }
}
