import KDBush from 'kdbush';
import { MARK, type Marks } from './marks.ts';
import { groupRows, mix, type RowGroups } from './stacks.ts';

/** What lies under the pointer is asked with. Pixels are CSS pixels. */
export interface Pick {
  /** the pointer */
  x: number;
  y: number;
  /** how far outside a mark still counts, pixels */
  slop: number;
  /** see drawScale and spreadScale */
  scale: number;
  spread: number;
  /** the least radius of a mark, pixels, see leastRadius */
  least: number;
  /** whether the row is drawn */
  isDrawn: (row: number) => boolean;
  /** where a Mercator place lies on the screen; what it gives is read before it is called again */
  project: (x: number, y: number) => { readonly x: number; readonly y: number };
  /** a Mercator box that holds all that lies within so many pixels of the pointer: west, north, east, south */
  boxAround: (pixels: number) => readonly [number, number, number, number];
}

/** The places of the marks, and the marks at each, to be searched. */
export interface PlaceIndex {
  /** the rows of each place */
  groups: RowGroups;
  /** from the places whose marks reach least far to those that reach farthest */
  shelves: Shelf[];
  /** the marks of the places that have many, each place laid out at `CROWD_ROOM` from the one before */
  crowd: { rows: Uint32Array<ArrayBuffer>; index: ArrayBuffer };
}

/** Places whose marks reach about equally far, so that few must be looked at where most are small. */
interface Shelf {
  places: Uint32Array<ArrayBuffer>;
  /** of a kdbush over them, Mercator */
  index: ArrayBuffer;
  /** the greatest of the marks', as in MARK */
  radius: number;
  offset: number;
}

/** Pixels from a place to the far edge of its marks; the last shelf takes all the rest. */
const REACHES = [5, 7, 10, 18, 36, Infinity];
/** More marks than this at a place are not looked through one by one. */
const MOST_LOOKED_THROUGH = 64;
/** More than marks at one place are apart: twice MOST_REACH, with the room that a search may add. */
const CROWD_ROOM = 1e5;
/** In a crowd a mark lies so near: looking there first spares looking at all that the pointer might mean. */
const NEAR = 1;
/** Pixels by which boxes are wider than they need be, for what rounding takes away. */
const MARGIN = 1e-3;

/** Sorts the marks by place, to be picked from. */
export function placesOf({ size, floats }: Marks): PlaceIndex {
  const inOrder = new Uint32Array(size);
  for (let row = 0; row < size; row++) inOrder[row] = row;
  const bits = new Int32Array(floats.buffer);
  const groups = groupRows(inOrder, {
    hash: (row) => {
      const at = row * MARK.length;
      return mix(bits[at + MARK.xHigh] ^ bits[at + MARK.xLow], bits[at + MARK.yHigh] ^ bits[at + MARK.yLow]);
    },
    isSame: (a, b) => {
      const [p, q] = [a * MARK.length, b * MARK.length];
      return xOf(floats, p) === xOf(floats, q) && yOf(floats, p) === yOf(floats, q);
    },
  });
  return { groups, shelves: shelve(floats, groups), crowd: layOut(floats, groups) };
}

function shelve(floats: Float32Array, { begin, rows }: RowGroups): Shelf[] {
  const count = begin.length - 1;
  const shelfOf = new Uint8Array(count);
  const found = REACHES.map(() => ({ places: 0, radius: 0, offset: 0 }));
  for (let place = 0; place < count; place++) {
    let [radius, offset] = [0, 0];
    for (let i = begin[place]; i < begin[place + 1]; i++) {
      const at = rows[i] * MARK.length;
      radius = Math.max(radius, floats[at + MARK.radius]);
      offset = Math.max(offset, offsetOf(floats, at));
    }
    const shelf = REACHES.findIndex((reach) => radius + offset <= reach);
    shelfOf[place] = shelf;
    found[shelf].places++;
    found[shelf].radius = Math.max(found[shelf].radius, radius);
    found[shelf].offset = Math.max(found[shelf].offset, offset);
  }
  return found.flatMap(({ places: size, radius, offset }, shelf) => {
    if (size === 0) return [];
    const places = new Uint32Array(size);
    const index = new KDBush(size);
    for (let place = 0, next = 0; place < count; place++) {
      if (shelfOf[place] !== shelf) continue;
      places[next++] = place;
      const at = rows[begin[place]] * MARK.length;
      index.add(xOf(floats, at), yOf(floats, at));
    }
    return [{ places, index: bufferOf(index.finish()), radius, offset }];
  });
}

function layOut(floats: Float32Array, { begin, rows }: RowGroups): PlaceIndex['crowd'] {
  const isCrowd = (place: number) => begin[place + 1] - begin[place] > MOST_LOOKED_THROUGH;
  let size = 0;
  for (let place = 0; place + 1 < begin.length; place++) if (isCrowd(place)) size += begin[place + 1] - begin[place];
  const laidOut = new Uint32Array(size);
  const index = new KDBush(size);
  let next = 0;
  for (let place = 0; place + 1 < begin.length; place++) {
    if (!isCrowd(place)) continue;
    for (let i = begin[place]; i < begin[place + 1]; i++) {
      laidOut[next++] = rows[i];
      const at = rows[i] * MARK.length;
      index.add(place * CROWD_ROOM + floats[at + MARK.offsetX], floats[at + MARK.offsetY]);
    }
  }
  return { rows: laidOut, index: bufferOf(index.finish()) };
}

function bufferOf(index: KDBush): ArrayBuffer {
  return index.data as ArrayBuffer; // none is made over shared memory
}

/** Gives the search for the mark under the pointer: the row whose mark's centre is nearest, or -1. */
export function createPicker({ floats }: Marks, { groups, shelves, crowd }: PlaceIndex): (pick: Pick) => number {
  const { begin, rows } = groups;
  const indexes = shelves.map(({ index }) => KDBush.from(index));
  const crowdIndex = KDBush.from(crowd.index);
  return ({ x, y, slop, scale, spread, least, isDrawn, project, boxAround }) => {
    let best = -1;
    let nearest = Infinity;

    /** Looks at a mark whose place lies so far from the pointer. */
    const look = (row: number, away: { x: number; y: number }) => {
      if (!isDrawn(row)) return;
      const at = row * MARK.length;
      const dx = away.x + floats[at + MARK.offsetX] * spread;
      const dy = away.y + floats[at + MARK.offsetY] * spread;
      const distance = Math.sqrt(dx * dx + dy * dy);
      if (distance > Math.max(floats[at + MARK.radius] * scale, least) + slop) return;
      // of two at one place the later is drawn on top
      if (distance < nearest || (distance === nearest && row > best)) [best, nearest] = [row, distance];
    };

    /** Looks at the marks of a place that may lie so near to the pointer. */
    const lookAround = (place: number, within: number) => {
      const at = rows[begin[place]] * MARK.length;
      const projected = project(xOf(floats, at), yOf(floats, at));
      const away = { x: projected.x - x, y: projected.y - y };
      if (begin[place + 1] - begin[place] <= MOST_LOOKED_THROUGH) {
        for (let i = begin[place]; i < begin[place + 1]; i++) look(rows[i], away);
        return;
      }
      const [midX, midY, reach] = [place * CROWD_ROOM - away.x / spread, -away.y / spread, (within + MARGIN) / spread];
      for (const i of crowdIndex.range(midX - reach, midY - reach, midX + reach, midY + reach))
        look(crowd.rows[i], away);
    };

    const lookOnShelf = (shelf: number, within: number) => {
      const { places, offset } = shelves[shelf];
      const box = boxAround(offset * spread + within + MARGIN);
      for (const i of indexes[shelf].range(...box)) lookAround(places[i], within);
    };

    for (let shelf = 0; shelf < shelves.length; shelf++) {
      const farthest = Math.max(shelves[shelf].radius * scale, least) + slop;
      if (best < 0 && farthest > NEAR) lookOnShelf(shelf, NEAR);
      lookOnShelf(shelf, Math.min(farthest, nearest));
    }
    return best;
  };
}

function xOf(floats: Float32Array, at: number): number {
  return floats[at + MARK.xHigh] + floats[at + MARK.xLow];
}

function yOf(floats: Float32Array, at: number): number {
  return floats[at + MARK.yHigh] + floats[at + MARK.yLow];
}

function offsetOf(floats: Float32Array, at: number): number {
  const [x, y] = [floats[at + MARK.offsetX], floats[at + MARK.offsetY]];
  return Math.sqrt(x * x + y * y);
}
