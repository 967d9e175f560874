const GOLDEN_ANGLE = Math.PI * (3 - Math.sqrt(5));
/** Pixels between neighbouring seats of the spiral, and between marks that lie on it. */
const SEAT = 1.6;
const GAP = 1;
/** A stack reaches no further than this many pixels from its place. */
export const MOST_REACH = 60;
/** Up to so many are seated one by one. */
export const MOST_SEATED = 32;
/** On a sunflower spiral of circles with the area π c² each, none lies nearer to another than 1.656 c (measured). */
const NEIGHBOUR = 1.65;

const SEATS = Math.floor((MOST_REACH / SEAT) ** 2);
const SEAT_X = Float64Array.from({ length: SEATS }, (_, i) => SEAT * Math.sqrt(i) * Math.cos(i * GOLDEN_ANGLE));
const SEAT_Y = Float64Array.from({ length: SEATS }, (_, i) => SEAT * Math.sqrt(i) * Math.sin(i * GOLDEN_ANGLE));

/** Circles that share one place and where each is drawn, in pixels. */
export interface Stack {
  size: number;
  /** in descending order */
  radius: Float64Array;
  /** from the place, to the right and downwards */
  x: Float64Array;
  y: Float64Array;
}

/**
 * Fills in where to draw circles that share one place, so that none hides another: on a sunflower spiral (Vogel 1979)
 * around the greatest, which stays at the place. The first few are seated so that none touches another, the rest spread
 * around them by their areas; all lie closer where they would reach further than MOST_REACH.
 */
export function spread(stack: Stack): void {
  const seated = seat(stack);
  if (seated < stack.size) strew(stack, seated);
}

/** Gives each circle the first seat further out where it touches none before it; gives how many found one. */
function seat({ size, radius, x, y }: Stack): number {
  const most = Math.min(size, MOST_SEATED);
  let next = 0;
  for (let i = 0; i < most; i++, next++) {
    for (let j = 0; j < i && next < SEATS; j++) {
      const dx = SEAT_X[next] - x[j];
      const dy = SEAT_Y[next] - y[j];
      const apart = radius[i] + radius[j] + GAP;
      if (dx * dx + dy * dy >= apart * apart) continue;
      next++;
      j = -1; // the next seat must be free of all again
    }
    if (next >= SEATS) return i;
    x[i] = SEAT_X[next];
    y[i] = SEAT_Y[next];
  }
  return most;
}

/** Spreads the circles from `first` on around those before it, each with room in step with its area. */
function strew({ size, radius, x, y }: Stack, first: number): void {
  let inner = 0;
  for (let i = 0; i < first; i++) inner = Math.max(inner, Math.sqrt(x[i] ** 2 + y[i] ** 2) + radius[i]);
  let area = (inner + radius[first] + GAP) ** 2;
  for (let i = first; i < size; i++) {
    const distance = Math.sqrt(area);
    x[i] = distance * Math.cos(i * GOLDEN_ANGLE);
    y[i] = distance * Math.sin(i * GOLDEN_ANGLE);
    area += ((2 * radius[i] + GAP) / NEIGHBOUR) ** 2;
  }
  const reach = Math.sqrt(x[size - 1] ** 2 + y[size - 1] ** 2);
  if (reach <= MOST_REACH) return;
  for (let i = 0; i < size; i++) {
    x[i] *= MOST_REACH / reach;
    y[i] *= MOST_REACH / reach;
  }
}
