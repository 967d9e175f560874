import type { Attachment } from 'svelte/attachments';

/** The edge of the map along which a panel stands, or none for a card that floats. */
export type Edge = 'start' | 'end' | null;

/** Up to this width panels and cards are sheets: one stands at a time. As in the styles. */
const SHEET_WIDTH = 720;
/** Up to this width a card has no place between two panels. */
const BETWEEN_WIDTH = 1040;

/** Which of what is open, in the order in which it was opened, stands on a page so wide; the rest waits until there is room. */
export function standing<Open extends { edge: Edge }>(open: readonly Open[], width: number): Open[] {
  const last = open.at(-1);
  if (!last || width > BETWEEN_WIDTH) return [...open];
  if (width <= SHEET_WIDTH) return [last];
  const isFull = (['start', 'end', null] as const).every((edge) => open.some((one) => one.edge === edge));
  if (!isFull) return [...open];
  // a card stands at the start, or the panel there does
  const first = open.find(({ edge }) => edge !== 'end');
  return open.filter((one) => one !== first);
}

interface Cover {
  element: HTMLElement;
  edge: Edge;
}

/**
 * What lies over the map, as the panels and cards themselves tell: the map asks nobody else. It decides, too, which of
 * them stand: none may cover another.
 */
export class Covers {
  #open: readonly Cover[] = [];
  #standing = $state.raw<readonly Cover[]>([]);

  /**
   * Attached to a panel or card, it covers the map as long as it is on the page. Where there is no room for all, what
   * was opened last stands, and what `what` makes anew counts as opened anew.
   */
  at(edge: Edge, what?: unknown): Attachment<HTMLElement> {
    void what;
    return (element) => {
      const cover = { element, edge };
      this.#set([...this.#open, cover]);
      return () => this.#set(this.#open.filter((one) => one !== cover));
    };
  }

  /** The page's width may have changed. */
  fit(): void {
    this.#set(this.#open);
  }

  /** Whether a panel stands along an edge. */
  isTaken(edge: 'start' | 'end'): boolean {
    return this.#standing.some((cover) => cover.edge === edge);
  }

  /** Where they are on the page now, pixels; measured. */
  boxes(): DOMRect[] {
    return this.#standing.map(({ element }) => element.getBoundingClientRect());
  }

  #set(open: readonly Cover[]): void {
    this.#open = open;
    const stand = standing(open, innerWidth);
    // kept as it is, but for its looks: where it is scrolled to stays
    for (const cover of open) cover.element.classList.toggle('waits', !stand.includes(cover));
    this.#standing = stand;
  }
}
