/** What a notice offers to do, in a word. */
export interface Offer {
  label: string;
  act: () => void;
}

/** Something that the reader should know, shown until it is dismissed. */
export interface Notice {
  id: number;
  text: string;
  offer: Offer | null;
}

/** The notices on show, oldest first. The same words are shown once. */
export class Notices {
  #list = $state.raw<readonly Notice[]>([]);
  #next = 1;

  get list(): readonly Notice[] {
    return this.#list;
  }

  say(text: string): void {
    if (!this.#list.some((notice) => notice.text === text)) this.#add(text, null);
  }

  /** Says what was done, and offers something in return. It takes the place of an earlier offer. */
  offer(text: string, offer: Offer): void {
    this.withdraw();
    this.#add(text, offer);
  }

  /** Does what a notice offers, once. */
  accept({ id, offer }: Notice): void {
    this.dismiss(id);
    offer?.act();
  }

  /** Takes back what was offered. */
  withdraw(): void {
    this.#list = this.#list.filter(({ offer }) => offer === null);
  }

  /** Takes words back that no longer hold. */
  unsay(text: string): void {
    this.#list = this.#list.filter((notice) => notice.text !== text);
  }

  dismiss(id: number): void {
    this.#list = this.#list.filter((notice) => notice.id !== id);
  }

  #add(text: string, offer: Offer | null): void {
    this.#list = [...this.#list, { id: this.#next++, text, offer }];
  }
}
