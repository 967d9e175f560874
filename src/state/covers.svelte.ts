import type { Attachment } from 'svelte/attachments';

/** The edge of the map along which a panel stands, or none for a card that floats. */
export type Edge = 'start' | 'end' | null;

/** What lies over the map, as the panels themselves tell: the map asks nobody else. */
export class Covers {
  readonly #elements = new Map<Element, Edge>();
  #docked = $state.raw<readonly Edge[]>([]);

  /** Attached to a panel or card, it covers the map as long as it is on the page. */
  at(edge: Edge): Attachment {
    return (element) => {
      this.#elements.set(element, edge);
      this.#tell();
      return () => {
        this.#elements.delete(element);
        this.#tell();
      };
    };
  }

  /** Whether a panel stands along an edge. */
  isTaken(edge: 'start' | 'end'): boolean {
    return this.#docked.includes(edge);
  }

  /** Where they are on the page now, pixels; measured. */
  boxes(): DOMRect[] {
    return [...this.#elements.keys()].map((element) => element.getBoundingClientRect());
  }

  #tell(): void {
    this.#docked = [...this.#elements.values()];
  }
}
