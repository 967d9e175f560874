import KDBush from 'kdbush';
import { areaRadius, type AreaCounts } from './areas.ts';
import { MARK, type Marks } from './marks.ts';
import { MOST_ASIDE, PLACE_CELL, type Areas, type MarkPlaces } from './places.ts';
import { MOST_REACH, type Seats } from './seats.ts';

/** What lies under the pointer is asked with. Pixels are CSS pixels. */
export interface Pick {
  /** the pointer */
  x: number;
  y: number;
  /** how far outside a mark still counts, pixels */
  slop: number;
  /** see drawScale, spreadScale and areaScale */
  scale: number;
  spread: number;
  areaScale: number;
  /** the least radius of a mark, pixels, see leastRadius */
  least: number;
  /** where a Mercator place lies on the screen; what it gives is read before it is called again */
  project: (x: number, y: number) => { readonly x: number; readonly y: number };
  /** a Mercator box that holds all that lies within so many pixels of the pointer: west, north, east, south */
  boxAround: (pixels: number) => readonly [number, number, number, number];
}

/** The places of located marks to be searched, from those whose marks reach least far to those that reach farthest. */
export type PlaceIndex = readonly Shelf[];

/** Places whose marks reach about equally far, so that few must be looked at where most are small. */
interface Shelf {
  places: Uint32Array<ArrayBuffer>;
  /** of a kdbush over them, Mercator */
  index: ArrayBuffer;
  /** the greatest radius of the marks, as in MARK */
  radius: number;
  /** how far from the place one may be seated */
  offset: number;
}

/** Pixels from a place to the far edge of its marks; the last shelf takes all the rest. */
const REACHES = [5, 7, 10, 18, 36, Infinity];
/** Pixels by which boxes are wider than they need be, for what rounding takes away. */
const MARGIN = 1e-3;

/** Sorts the places of located marks, to be picked from. */
export function indexPlaces({ floats }: Marks, { groups: { begin, rows }, areas }: MarkPlaces): PlaceIndex {
  const count = begin.length - 1;
  const shelfOf = new Int8Array(count).fill(-1);
  const found = REACHES.map(() => ({ places: 0, radius: 0, offset: 0 }));
  for (let place = 0; place < count; place++) {
    if (areas.at[place] >= 0) continue;
    let radius = 0;
    for (let i = begin[place]; i < begin[place + 1]; i++)
      radius = Math.max(radius, floats[rows[i] * MARK.length + MARK.radius]);
    const offset = begin[place + 1] - begin[place] > 1 ? MOST_REACH : 0;
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
    return [{ places, index: index.finish().data as ArrayBuffer, radius, offset }]; // none is made over shared memory
  });
}

/**
 * Gives the search for the mark under the pointer: the row whose mark's centre is nearest, or -1. What stands in an
 * area's symbol is not looked at; what stands around one is.
 */
export function createPicker(
  { floats }: Marks,
  { groups: { begin, rows }, areas }: MarkPlaces,
  shelves: PlaceIndex,
  seats: Seats,
): (pick: Pick, isDrawn: (row: number) => boolean) => number {
  const indexes = shelves.map(({ index }) => KDBush.from(index));
  return ({ x, y, slop, scale, spread, least, project, boxAround }, isDrawn) => {
    let best = -1;
    let nearest = Infinity;

    const look = (row: number) => {
      if (!isDrawn(row)) return;
      const at = row * MARK.length;
      const place = project(xOf(floats, at), yOf(floats, at));
      const dx = place.x - x + seats.offsets[2 * row] * spread;
      const dy = place.y - y + seats.offsets[2 * row + 1] * spread;
      const distance = Math.sqrt(dx * dx + dy * dy);
      if (distance > Math.max(floats[at + MARK.radius] * scale, least) + slop) return;
      // of two at one place the later is drawn on top
      if (distance < nearest || (distance === nearest && row > best)) [best, nearest] = [row, distance];
    };

    const lookAt = (place: number) => {
      if (begin[place + 1] - begin[place] > 1 && !seats.areTooMany()) return seats.each(place, look);
      for (let i = begin[place]; i < begin[place + 1]; i++) look(rows[i]);
    };

    shelves.forEach(({ places, radius, offset }, shelf) => {
      const farthest = Math.min(Math.max(radius * scale, least) + slop, nearest);
      const [west, north, east, south] = boxAround(offset * spread + farthest + MARGIN);
      const found = indexes[shelf].range(west - PLACE_CELL, north - PLACE_CELL, east + PLACE_CELL, south + PLACE_CELL);
      for (const i of found) lookAt(places[i]);
    });
    for (const area of seats.opened()) seats.each(areas.place[area], look);
    return best;
  };
}

function xOf(floats: Float32Array, at: number): number {
  return floats[at + MARK.xHigh] + floats[at + MARK.xLow];
}

function yOf(floats: Float32Array, at: number): number {
  return floats[at + MARK.yHigh] + floats[at + MARK.yLow];
}

/** The area whose symbol lies under the pointer, the one with the nearest middle, or -1. */
export function areaAt({ x, y, slop, spread, areaScale, project, boxAround }: Pick, areas: Areas, counts: AreaCounts) {
  const reach = areaRadius(Infinity) * areaScale + slop;
  const [west, north, east, south] = boxAround(reach + MOST_ASIDE * spread + MARGIN);
  let [best, nearest] = [-1, Infinity];
  for (let area = 0; area < areas.place.length; area++) {
    const incidents = counts.incidents[area];
    const [placeX, placeY] = [areas.x[area], areas.y[area]];
    if (incidents === 0 || placeX < west || placeX > east || placeY < north || placeY > south) continue;
    const place = project(placeX, placeY);
    const dx = place.x - x + areas.asideX[area] * spread;
    const dy = place.y - y + areas.asideY[area] * spread;
    const distance = Math.sqrt(dx * dx + dy * dy);
    if (distance <= areaRadius(incidents) * areaScale + slop && distance <= nearest) [best, nearest] = [area, distance];
  }
  return best;
}
