/** How long it takes to come or go, ms. */
const DURATION = 200;

/** How much of something is seen, from 0 to 1, while it comes and goes. */
export interface Fade {
  /** Lets it come or go from now on, or be there or not at once. */
  show: (isShown: boolean, atOnce: boolean) => void;
  /** How much of it is seen now. */
  now: () => number;
  /** Whether that still changes. */
  isMoving: () => boolean;
}

/** Something that comes and goes evenly; at once where the reader wants less motion. */
export function createFade(isShown: boolean): Fade {
  let goal = isShown ? 1 : 0;
  let [from, since] = [goal, -Infinity];
  const now = () => {
    const share = Math.min(1, (performance.now() - since) / DURATION);
    return from + (goal - from) * share;
  };
  return {
    now,
    isMoving: () => now() !== goal,
    show: (toShow, atOnce) => {
      const next = toShow ? 1 : 0;
      if (next === goal) return;
      from = atOnce || matchMedia('(prefers-reduced-motion: reduce)').matches ? next : now();
      goal = next;
      since = performance.now();
    },
  };
}
