import { areaRadius } from './areas.ts';
import { MARK, type Marks } from './marks.ts';
import type { MarkPlaces } from './places.ts';

/** Which rows are shown: those from `from` on and before `to` that pass. */
export interface ShownRows {
  from: number;
  to: number;
  isShown: (row: number) => boolean;
}

/** The way from a place to where a mark was moved, in pixels at a spread of 1. */
export interface Leader {
  row: number;
  /** of the mark that stands at the place itself; 0 where none does */
  innerRadius: number;
  fromX: number;
  fromY: number;
  toX: number;
  toY: number;
}

/**
 * Where marks are drawn that share a place: given among those that are shown, so that one alone stands at its place. All
 * figures are pixels at a spread of 1, to the right and downwards.
 */
export interface Seats {
  /** x and y of each row, from where its place is; AWAY for one that stands in the symbol of its area */
  readonly offsets: Float32Array<ArrayBuffer>;
  /** Gives all seats anew: the greatest mark stands at the place, the others around it. */
  deal: (shown: ShownRows) => void;
  /** What stays shown keeps its seat; what is new takes the free one nearest to the place, the first MOST_SOUGHT of it. */
  move: (shown: ShownRows) => void;
  /** The areas whose incidents stand around their symbol. */
  open: (areas: readonly number[]) => void;
  opened: () => readonly number[];
  /** Calls back with the rows that are shown at a place that several share, or in an area that is open. */
  each: (place: number, visit: (row: number) => void) => void;
  /** Whether so many are shown that none has a seat: all stand at their places. */
  areTooMany: () => boolean;
  /** The marks that were moved from their places, strewn ones left out; `null` where they are more than `most`. */
  moved: (most: number) => Leader[] | null;
  /** The rows, from the first to before the second, whose offsets have changed since this was last asked; `null` for none. */
  takeChange: () => [number, number] | null;
}

/** The offset of what is not drawn: far outside of everything. */
export const AWAY = 1e6;
/** Pixels between neighbouring seats, and between marks. */
const PITCH = 1.6;
const GAP = 1;
/** Marks that share a place stand no further than this many pixels from it; those of an area from its symbol. */
export const MOST_REACH = 60;
const AREA_REACH = 160;
/** Up to so many at a place are seated so that none hides another; more are strewn about. */
export const MOST_SEATED = 32;
const MOST_SEATED_IN_AREA = 160;
/** So many free seats are looked for with one step of time: a moment's marks beyond are strewn about until all is dealt anew. */
export const MOST_SOUGHT = 400;
/** With more than this none could be told from another. */
export const MOST_SHOWN = 1 << 16;

const GOLDEN_ANGLE = Math.PI * (3 - Math.sqrt(5));
const seatsWithin = (reach: number) => Math.floor((reach / PITCH) ** 2);
const ALL_SEATS = seatsWithin(AREA_REACH);
/** A sunflower (Vogel 1979): the seats by their distance from the place, each with as much room as any other. */
const SEAT_X = Float64Array.from({ length: ALL_SEATS }, (_, i) => PITCH * Math.sqrt(i) * Math.cos(i * GOLDEN_ANGLE));
const SEAT_Y = Float64Array.from({ length: ALL_SEATS }, (_, i) => PITCH * Math.sqrt(i) * Math.sin(i * GOLDEN_ANGLE));

const NONE = -1;

/** The seats of a store's marks; none is shown at first. */
export function createSeats({ size, floats }: Marks, { groups: { begin, rows }, of, areas }: MarkPlaces): Seats {
  const offsets = new Float32Array(2 * size);
  const holders = createHolders(begin.length - 1);
  const { seated, strewn, rowOf, radiusOf, x, y, next } = holders;
  /** whether a row holds a seat */
  const holds = new Uint8Array(size);
  let shown: ShownRows = { from: 0, to: 0, isShown: () => false };
  let opened: readonly number[] = [];
  const isOpened = new Uint8Array(areas.place.length);
  let areTooMany = false;
  let [changedFrom, changedTo] = [0, size];

  for (const place of areas.place)
    for (let i = begin[place]; i < begin[place + 1]; i++) offsets.fill(AWAY, 2 * rows[i], 2 * rows[i] + 2);

  /** Whether a row may hold a seat: those that share a place may, those of an area while it is open. */
  const mayHold = new Uint8Array(size);
  for (let row = 0; row < size; row++) {
    const place = of[row];
    mayHold[row] = Number(areas.at[place] === NONE && begin[place + 1] - begin[place] > 1);
  }

  function put(row: number, right: number, down: number): void {
    offsets[2 * row] = right;
    offsets[2 * row + 1] = down;
    changedFrom = Math.min(changedFrom, row);
    changedTo = Math.max(changedTo, row + 1);
  }

  function hold(row: number): number {
    holds[row] = 1;
    return holders.add(row, floats[row * MARK.length + MARK.radius], of[row]);
  }

  function release(holder: number): void {
    const row = rowOf[holder];
    const place = of[row];
    holders.remove(holder, place);
    holds[row] = 0;
    if (areas.at[place] === NONE) put(row, 0, 0);
    else put(row, AWAY, AWAY);
  }

  function releaseAll(): void {
    for (let holder = 0; holder < holders.end(); holder++) if (rowOf[holder] !== NONE) release(holder);
  }

  /** Puts a holder, which is strewn, on a seat; NONE leaves it strewn. */
  function seat(holder: number, at: number): void {
    const row = rowOf[holder];
    const place = of[row];
    const area = areas.at[place];
    if (at === NONE) {
      const [inner, outer] = area === NONE ? [0, MOST_REACH] : [innerOf(place), AREA_REACH];
      // two shares that fill the square evenly, whichever rows they are of (after Roberts' R2 sequence)
      const [u, v] = [(row * 0.7548776662466927) % 1, (row * 0.5698402909980532) % 1];
      const distance = Math.sqrt(inner ** 2 + u * (outer ** 2 - inner ** 2));
      x[holder] = distance * Math.cos(2 * Math.PI * v);
      y[holder] = distance * Math.sin(2 * Math.PI * v);
    } else {
      holders.settle(holder, place);
      x[holder] = SEAT_X[at];
      y[holder] = SEAT_Y[at];
    }
    const [asideX, asideY] = asideOf(area);
    put(row, asideX + x[holder], asideY + y[holder]);
  }

  const asideOf = (area: number) => (area === NONE ? NOT_ASIDE : [areas.asideX[area], areas.asideY[area]]);

  /** The first seat from one on where a mark touches none that is seated, nor the area's symbol; NONE where there is none. */
  function freeSeat(radius: number, place: number, from: number): number {
    const isArea = areas.at[place] !== NONE;
    if (holders.seatedAt[place] >= (isArea ? MOST_SEATED_IN_AREA : MOST_SEATED)) return NONE;
    const seats = isArea ? ALL_SEATS : seatsWithin(MOST_REACH);
    for (let at = isArea ? Math.max(from, seatsWithin(innerOf(place) + radius + GAP) + 1) : from; at < seats; at++) {
      let isFree = true;
      for (let other = seated[place]; other !== NONE && isFree; other = next[other]) {
        const [dx, dy, apart] = [SEAT_X[at] - x[other], SEAT_Y[at] - y[other], radius + radiusOf[other] + GAP];
        isFree = dx * dx + dy * dy >= apart * apart;
      }
      if (isFree) return at;
    }
    return NONE;
  }

  /** The radius of the symbol in the middle of an area's place. */
  function innerOf(place: number): number {
    return areaRadius(holders.heldAt[place]);
  }

  /** Seats all at a place, none of which has a seat yet: the greatest first, of equals the earlier. */
  function seatAll(place: number): void {
    const all: number[] = [];
    for (let holder = strewn[place]; holder !== NONE; holder = next[holder]) all.push(holder);
    if (all.length > 1) all.sort((a, b) => radiusOf[b] - radiusOf[a] || rowOf[a] - rowOf[b]);
    let at = 0;
    for (const holder of all) {
      // what comes after is no greater, and found no room nearer
      if (at !== NONE) at = freeSeat(radiusOf[holder], place, at);
      seat(holder, at);
    }
  }

  /** Whether no more than MOST_SHOWN would hold seats. */
  function hasRoomFor({ from, to, isShown }: ShownRows): boolean {
    let size = 0;
    for (let row = from; row < to && size <= MOST_SHOWN; row++) if (mayHold[row] === 1 && isShown(row)) size++;
    return size <= MOST_SHOWN;
  }

  function deal(next: ShownRows): void {
    shown = next;
    releaseAll();
    areTooMany = !hasRoomFor(next);
    if (areTooMany) return;
    for (let row = next.from; row < next.to; row++) if (mayHold[row] === 1 && next.isShown(row)) hold(row);
    for (let holder = 0; holder < holders.end(); holder++) {
      // with the first of the place
      if (rowOf[holder] !== NONE && strewn[of[rowOf[holder]]] === holder && seated[of[rowOf[holder]]] === NONE)
        seatAll(of[rowOf[holder]]);
    }
  }

  function move(next: ShownRows): void {
    if (areTooMany) return deal(next);
    shown = next;
    let sought = 0;
    for (let holder = 0; holder < holders.end(); holder++) {
      const row = rowOf[holder];
      if (row !== NONE && (row < next.from || row >= next.to || !next.isShown(row))) release(holder);
    }
    for (let row = next.from; row < next.to; row++) {
      if (holds[row] >= mayHold[row] || !next.isShown(row)) continue;
      if (holders.size() === MOST_SHOWN) return deal(next);
      const place = of[row];
      // in a crowd it is one of those that are strewn about
      const isSeated = strewn[place] === NONE && (seated[place] === NONE || sought++ < MOST_SOUGHT);
      const holder = hold(row);
      seat(holder, isSeated ? freeSeat(radiusOf[holder], place, 0) : NONE);
    }
  }

  function open(wanted: readonly number[]): void {
    for (const area of opened) if (!wanted.includes(area)) close(area);
    const come = wanted.filter((area) => isOpened[area] === 0);
    opened = wanted;
    for (const area of come) {
      isOpened[area] = 1;
      const place = areas.place[area];
      for (let i = begin[place]; i < begin[place + 1]; i++) {
        const row = rows[i];
        mayHold[row] = 1;
        if (areTooMany || row < shown.from || row >= shown.to || holders.size() === MOST_SHOWN) continue;
        if (shown.isShown(row)) hold(row);
      }
      seatAll(place);
    }
  }

  function close(area: number): void {
    isOpened[area] = 0;
    const place = areas.place[area];
    for (let i = begin[place]; i < begin[place + 1]; i++) mayHold[rows[i]] = 0;
    for (const list of [seated, strewn]) while (list[place] !== NONE) release(list[place]);
  }

  function each(place: number, visit: (row: number) => void): void {
    for (const list of [seated, strewn])
      for (let holder = list[place]; holder !== NONE; holder = next[holder]) visit(rowOf[holder]);
  }

  function moved(most: number): Leader[] | null {
    const leaders: Leader[] = [];
    for (let holder = 0; holder < holders.end(); holder++) {
      const row = rowOf[holder];
      if (row === NONE || holders.isStrewn(holder) || (x[holder] === 0 && y[holder] === 0)) continue;
      const [fromX, fromY] = asideOf(areas.at[of[row]]);
      if (leaders.length === most) return null;
      const innerRadius = radiusAt(of[row]);
      leaders.push({ row, innerRadius, fromX, fromY, toX: fromX + x[holder], toY: fromY + y[holder] });
    }
    return leaders;
  }

  /** The radius of the mark that stands at a place itself, 0 where none does. */
  function radiusAt(place: number): number {
    for (let holder = seated[place]; holder !== NONE; holder = next[holder])
      if (x[holder] === 0 && y[holder] === 0) return radiusOf[holder];
    return 0;
  }

  function takeChange(): [number, number] | null {
    if (changedFrom >= changedTo) return null;
    const change: [number, number] = [changedFrom, changedTo];
    [changedFrom, changedTo] = [size, 0];
    return change;
  }

  return {
    ...{ offsets, deal, move, open, each, moved, takeChange },
    opened: () => (areTooMany ? [] : opened),
    areTooMany: () => areTooMany,
  };
}

const NOT_ASIDE = [0, 0];

/** The rows that hold a seat, in two lists for each place: those that are seated and those that are strewn about. */
interface Holders {
  /** the first of each place, or NONE */
  seated: Int32Array;
  strewn: Int32Array;
  /** how many are seated at each place, and how many are seated or strewn there */
  seatedAt: Uint8Array;
  heldAt: Uint32Array;
  /** the next of the same list, or NONE */
  next: Int32Array;
  /** the row of each holder; NONE where there is none of that number */
  rowOf: Int32Array;
  radiusOf: Float32Array;
  x: Float64Array;
  y: Float64Array;
  isStrewn: (holder: number) => boolean;
  /** Adds one that is strewn; gives its number, which it keeps. */
  add: (row: number, radius: number, place: number) => number;
  /** Counts one that was strewn among those that are seated. */
  settle: (holder: number, place: number) => void;
  remove: (holder: number, place: number) => void;
  size: () => number;
  /** All numbers are below. */
  end: () => number;
}

function createHolders(places: number): Holders {
  const [seated, strewn] = [new Int32Array(places).fill(NONE), new Int32Array(places).fill(NONE)];
  const [seatedAt, heldAt] = [new Uint8Array(places), new Uint32Array(places)];
  const [next, previous] = [new Int32Array(MOST_SHOWN), new Int32Array(MOST_SHOWN)];
  const isSeated = new Uint8Array(MOST_SHOWN);
  const rowOf = new Int32Array(MOST_SHOWN).fill(NONE);
  const radiusOf = new Float32Array(MOST_SHOWN);
  const [x, y] = [new Float64Array(MOST_SHOWN), new Float64Array(MOST_SHOWN)];
  const free: number[] = [];
  let end = 0;

  function link(holder: number, list: Int32Array, place: number): void {
    next[holder] = list[place];
    previous[holder] = NONE;
    if (list[place] !== NONE) previous[list[place]] = holder;
    list[place] = holder;
  }

  function unlink(holder: number, place: number): void {
    const list = isSeated[holder] ? seated : strewn;
    if (previous[holder] === NONE) list[place] = next[holder];
    else next[previous[holder]] = next[holder];
    if (next[holder] !== NONE) previous[next[holder]] = previous[holder];
  }

  return {
    ...{ seated, strewn, seatedAt, heldAt, next, rowOf, radiusOf, x, y },
    isStrewn: (holder) => isSeated[holder] === 0,
    add: (row, radius, place) => {
      const holder = free.pop() ?? end++;
      rowOf[holder] = row;
      radiusOf[holder] = radius;
      isSeated[holder] = 0;
      heldAt[place]++;
      link(holder, strewn, place);
      return holder;
    },
    settle: (holder, place) => {
      unlink(holder, place);
      isSeated[holder] = 1;
      seatedAt[place]++;
      link(holder, seated, place);
    },
    remove: (holder, place) => {
      unlink(holder, place);
      seatedAt[place] -= isSeated[holder];
      heldAt[place]--;
      rowOf[holder] = NONE;
      free.push(holder);
    },
    size: () => end - free.length,
    end: () => end,
  };
}
