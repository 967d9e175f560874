import type { Attachment } from 'svelte/attachments';

/** The edge of the map along which a panel stands, or none for a card that floats. */
export type Edge = 'start' | 'end' | null;

/** How much of the page there is for panels and cards, pixels: across it, and between the bar and the timeline. */
export interface Room {
  width: number;
  height: number;
}

/** Up to this width panels and cards are sheets: one stands at a time. As in the styles. */
const SHEET_WIDTH = 720;
/** Up to this width a card has no place between two panels. */
const BETWEEN_WIDTH = 1040;
/** What a panel needs to be of use: where less is left, what is opened takes the page below the bar. */
const LEAST_HEIGHT = 190;
/** Under this height there is none for two panels and the map's buttons between them. */
const LOW_HEIGHT = 260;
/** What is left of the map below this shows next to nothing. */
const LEAST_MAP = 48;

/** Whether panels and cards are sheets, of which one stands at a time. */
function areSheets({ width, height }: Room): boolean {
  return width <= SHEET_WIDTH || height < LEAST_HEIGHT;
}

/**
 * Which of what is open, in the order in which it was opened, stands on the page; the rest waits until there is room.
 * Of those along one edge it is the last.
 */
export function standing<Open extends { edge: Edge }>(open: readonly Open[], room: Room): Open[] {
  const { width, height } = room;
  const last = open.at(-1);
  if (!last) return [];
  if (areSheets(room) || (width <= BETWEEN_WIDTH && height < LOW_HEIGHT)) return [last];
  const lastOfEach = open.filter((one) => one === open.findLast(({ edge }) => edge === one.edge));
  if (width > BETWEEN_WIDTH || lastOfEach.length < 3) return lastOfEach;
  // a card stands at the start, or the panel there does
  const first = lastOfEach.find(({ edge }) => edge !== 'end');
  return lastOfEach.filter((one) => one !== first);
}

interface Cover {
  element: HTMLElement;
  edge: Edge;
}

/**
 * What lies over the map, as the panels, cards and popups themselves tell: the map asks nobody else. It decides, too,
 * which of them stand: none may cover another.
 */
export class Covers {
  #open: readonly Cover[] = [];
  #room: Room = { width: Infinity, height: Infinity };
  #standing = $state.raw<readonly Cover[]>([]);
  #areSheets = $state(false);
  #isNarrow = $state(false);
  #isTight = $state(false);
  #isWithoutMap = $state(false);

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

  /** The page's size may have changed, or those of the bar and of the timeline, in pixels. */
  fit(barHeight: number, timelineHeight: number): void {
    const room = { width: innerWidth, height: innerHeight - barHeight - timelineHeight };
    this.#room = room;
    this.#areSheets = areSheets(room);
    this.#isNarrow = room.width <= BETWEEN_WIDTH;
    this.#isTight = room.height < LEAST_HEIGHT;
    this.#isWithoutMap = room.height < LEAST_MAP;
    this.#set(this.#open);
  }

  /** Whether panels and cards are sheets, of which one stands at a time. */
  get areSheets(): boolean {
    return this.#areSheets;
  }

  /** Whether one of the sheets stands. */
  get isSheetUp(): boolean {
    return this.#areSheets && this.#standing.length > 0;
  }

  /** Whether a sheet takes the whole page below the bar: between bar and timeline it would be too low. */
  get isTight(): boolean {
    return this.#isTight;
  }

  /** Whether the timeline leaves next to nothing of the map. */
  get isWithoutMap(): boolean {
    return this.#isWithoutMap;
  }

  /** Whether a card stands beside a panel where that leaves no room for the legend. */
  get isCardBeside(): boolean {
    return this.#isNarrow && this.isTaken('start') && this.#standing.some(({ edge }) => edge === null);
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
    const stand = standing(open, this.#room);
    // kept as it is, but for its looks: where it is scrolled to stays
    for (const cover of open) cover.element.classList.toggle('waits', !stand.includes(cover));
    this.#standing = stand;
  }
}
