/** What a notice offers to do, in a word. */
export interface Offer {
  label: string;
  act: () => void;
  /** whether it has come about by other means */
  isNeedless?: () => boolean;
}

/** Something that the reader should know, shown until it is dismissed. */
export interface Notice {
  id: number;
  /** what it is about: of two about the same thing the first is shown */
  about: string;
  text: string;
  offer: Offer | null;
  /** the reader has closed it */
  onDismiss: (() => void) | null;
}

/** What an offer is about that says what was done. */
const DONE = 'offer';

/** The notices on show, oldest first. */
export class Notices {
  #list = $state.raw<readonly Notice[]>([]);
  #next = 1;

  get list(): readonly Notice[] {
    return this.#list;
  }

  /** Says something, unless it is on show what is said about the same thing. */
  say(about: string, text: string, onDismiss: Notice['onDismiss'] = null): void {
    if (!this.#list.some((notice) => notice.about === about)) this.#add(about, text, null, onDismiss);
  }

  /** Says something and what can be done about it, unless that is on show. It stays when what was offered is taken back. */
  suggest(about: string, text: string, offer: Offer): void {
    if (!this.#list.some((notice) => notice.about === about)) this.#add(about, text, offer);
  }

  /** Says what was done, and offers something in return. It takes the place of an earlier offer. */
  offer(text: string, offer: Offer): void {
    this.withdraw();
    this.#add(DONE, text, offer);
  }

  /** Does what a notice offers, once. */
  accept({ id, offer }: Notice): void {
    this.dismiss(id);
    offer?.act();
  }

  /** Takes back what was offered in return for something. */
  withdraw(): void {
    this.#list = this.#list.filter(({ about }) => about !== DONE);
  }

  /** Takes back offers that have become needless. */
  withdrawNeedless(): void {
    for (const { id, offer } of this.#list) if (offer?.isNeedless?.()) this.dismiss(id);
  }

  /** Takes back what was said about something and holds no longer. */
  unsay(about: string): void {
    this.#list = this.#list.filter((notice) => notice.about !== about);
  }

  dismiss(id: number): void {
    this.#list.find((notice) => notice.id === id)?.onDismiss?.();
    this.#list = this.#list.filter((notice) => notice.id !== id);
  }

  #add(about: string, text: string, offer: Offer | null, onDismiss: Notice['onDismiss'] = null): void {
    this.#list = [...this.#list, { id: this.#next++, about, text, offer, onDismiss }];
  }
}
