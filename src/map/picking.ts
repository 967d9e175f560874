import KDBush from 'kdbush';
import type { Marks } from './marks.ts';

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
  /** whether the row is drawn */
  isDrawn: (row: number) => boolean;
  /** where a Mercator place lies on the screen */
  project: (x: number, y: number) => { x: number; y: number };
  /** a Mercator box that holds all that lies within so many pixels of the pointer: west, north, east, south */
  boxAround: (pixels: number) => readonly [number, number, number, number];
}

/** Marks that reach about equally far from their place, so that few must be looked at where most are small. */
interface Shelf {
  rows: Uint32Array;
  index: KDBush;
  radius: number;
  offset: number;
}

/** Pixels from the place to the far edge of the mark; the last shelf takes all the rest. */
const REACHES = [5, 7, 10, 18, 36, Infinity];

/** Gives the search for the mark under the pointer: the row whose mark's centre is nearest, or -1. */
export function createPicker(marks: Marks): (pick: Pick) => number {
  const shelves = shelve(marks);
  return (pick) => {
    let best = -1;
    let nearest = Infinity;
    for (const { rows, index, radius, offset } of shelves) {
      // no farther than the nearest found so far: among crowds that is next to nothing
      const reach = offset * pick.spread + Math.min(radius * pick.scale + pick.slop, nearest);
      for (const entry of index.range(...pick.boxAround(reach))) {
        const row = rows[entry];
        if (!pick.isDrawn(row)) continue;
        const place = pick.project(marks.x[row], marks.y[row]);
        const dx = place.x + marks.offsetX[row] * pick.spread - pick.x;
        const dy = place.y + marks.offsetY[row] * pick.spread - pick.y;
        const distance = Math.hypot(dx, dy);
        if (distance > marks.radius[row] * pick.scale + pick.slop) continue;
        // of two at one place the later is drawn on top
        if (distance < nearest || (distance === nearest && row > best)) [best, nearest] = [row, distance];
      }
    }
    return best;
  };
}

function shelve(marks: Marks): Shelf[] {
  const rowsOf: number[][] = REACHES.map(() => []);
  for (let i = 0; i < marks.size; i++) {
    const reach = marks.radius[i] + Math.hypot(marks.offsetX[i], marks.offsetY[i]);
    rowsOf[REACHES.findIndex((limit) => reach <= limit)].push(i);
  }
  return rowsOf.filter((rows) => rows.length > 0).map((rows) => shelf(marks, Uint32Array.from(rows)));
}

function shelf(marks: Marks, rows: Uint32Array): Shelf {
  const index = new KDBush(rows.length);
  let [radius, offset] = [0, 0];
  for (const row of rows) {
    index.add(marks.x[row], marks.y[row]);
    radius = Math.max(radius, marks.radius[row]);
    offset = Math.max(offset, Math.hypot(marks.offsetX[row], marks.offsetY[row]));
  }
  return { rows, index: index.finish(), radius, offset };
}
