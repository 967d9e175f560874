/** What lies open over the page for a while, the innermost first: the order in which Escape closes it. */
const FLOATS = ['report', 'dates', 'tools', 'card', 'question', 'settings'] as const;
type FloatKind = (typeof FLOATS)[number];

/** An element of the page, or what a test puts in its place. */
interface Holder {
  contains(other: unknown): boolean;
}

interface Float {
  place: Holder;
  close: () => void;
}

/** What lies open over the page. */
export class Floats {
  readonly #open = new Map<FloatKind, Float>();

  /** For `{@attach}`: Escape closes the element while it is there. */
  closes(kind: FloatKind, close: () => void): (place: Holder) => () => void {
    return (place) => {
      const float = { place, close };
      this.#open.set(kind, float);
      return () => {
        if (this.#open.get(kind) === float) this.#open.delete(kind);
      };
    };
  }

  /** What closes the innermost; `undefined` where none is open. */
  innermost(): (() => void) | undefined {
    return this.#first(() => true);
  }

  /** What closes the innermost that holds the element; `undefined` where none does. */
  around(element: unknown): (() => void) | undefined {
    return this.#first(({ place }) => place.contains(element));
  }

  #first(isIt: (float: Float) => boolean): (() => void) | undefined {
    return FLOATS.map((kind) => this.#open.get(kind)).find((float) => float && isIt(float))?.close;
  }
}
