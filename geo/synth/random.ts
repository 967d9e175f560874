/** Gives the next random number, from 0 up to but never 1. */
export type Random = () => number;

/**
 * Random numbers that are the same for the same seed: mulberry32 (Tommy Ettinger, public domain), which repeats itself
 * after 2³² numbers.
 */
export function createRandom(seed: number): Random {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** A whole number from 0 up to but never `below`. */
export function whole(random: Random, below: number): number {
  return Math.floor(random() * below);
}

/** One of a list that is not empty, each as likely as the others. */
export function pick<T>(random: Random, list: readonly T[]): T {
  return list[whole(random, list.length)];
}

/** Gives members of a list that is not empty, each as often as its weight says. */
export function createDraw<T>(list: readonly T[], weightOf: (member: T) => number): (random: Random) => T {
  const upTo = new Float64Array(list.length);
  let total = 0;
  for (const [i, member] of list.entries()) upTo[i] = total += weightOf(member);
  return (random) => {
    const at = random() * total;
    let [low, high] = [0, list.length - 1];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (at < upTo[middle]) high = middle;
      else low = middle + 1;
    }
    return list[low];
  };
}
