import { messageOf } from '../../geo/model/errors.ts';

/** A file that is fetched once, when someone asks for it. */
export class Fetched<T> {
  readonly #load: () => Promise<T>;
  #value = $state.raw<T | null>(null);
  #error = $state<string | null>(null);
  #asked: Promise<T> | null = null;

  constructor(load: () => Promise<T>) {
    this.#load = load;
  }

  /** `null` while it is not here. */
  get value(): T | null {
    return this.#value;
  }

  /** Why it could not be fetched, in words; `null` once it is asked for again. */
  get error(): string | null {
    return this.#error;
  }

  /** Fetches it, unless it is here or on its way. Throws what kept it from coming; asked again, it tries again. */
  ask(): Promise<T> {
    this.#asked ??= this.#fetch();
    return this.#asked;
  }

  /** The same for those who look at `value` and `error`: resolves when it is here, or why it is not can be read. */
  async want(): Promise<void> {
    await this.ask().catch(() => undefined);
  }

  async #fetch(): Promise<T> {
    this.#error = null;
    try {
      return (this.#value = await this.#load());
    } catch (error) {
      this.#asked = null;
      this.#error = messageOf(error);
      throw error;
    }
  }
}
