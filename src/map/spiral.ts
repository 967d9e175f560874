const GOLDEN_ANGLE = Math.PI * (3 - Math.sqrt(5));
/** Pixels between neighbouring seats of the spiral. */
const SEAT = 1.6;
/** A stack reaches no further than this many pixels from its place. */
export const MOST_REACH = 60;
const SEATS = Math.floor((MOST_REACH / SEAT) ** 2);

/**
 * Where to draw circles that share one place, so that none hides another: offsets `[x, y]` from the place, in the
 * radii's unit. Give the radii in descending order; the first stays at the place. Each next one takes the first seat
 * further out on a sunflower spiral (Vogel 1979) where it touches none before it. Those of a stack that does not fit
 * within MOST_REACH are strewn over it.
 */
export function spiralOffsets(radii: readonly number[], gap = 1): [number, number][] {
  const taken: [number, number][] = [];
  let next = 0;
  radii.forEach((radius, rank) => {
    const isFree = ([x, y]: [number, number]) =>
      taken.every(([tx, ty], i) => Math.hypot(x - tx, y - ty) >= radius + radii[i] + gap);
    while (next < SEATS && !isFree(seat(next))) next++;
    taken.push(seat(next < SEATS ? next++ : (rank * 97) % SEATS));
  });
  return taken;
}

function seat(index: number): [number, number] {
  const [distance, angle] = [SEAT * Math.sqrt(index), index * GOLDEN_ANGLE];
  return [distance * Math.cos(angle), distance * Math.sin(angle)];
}
