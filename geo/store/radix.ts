/** Counters for a digit of so many bits fit into a processor's cache. */
const MOST_BITS = 16;

/**
 * The indices of the keys in ascending order of the keys; equal keys keep their order. Radix sort from the lowest digit
 * up: one pass for each digit that the highest key has.
 */
export function indicesByKey(keys: Uint32Array): Uint32Array {
  let highest = 0;
  for (let i = 0; i < keys.length; i++) if (keys[i] > highest) highest = keys[i];
  let sorted = new Uint32Array(keys.length);
  for (let i = 0; i < sorted.length; i++) sorted[i] = i;
  const bits = 32 - Math.clz32(highest);
  const digits = Math.ceil(bits / MOST_BITS);
  const width = Math.ceil(bits / digits);
  for (let digit = 0; digit < digits; digit++) sorted = byDigit(sorted, keys, digit * width, 2 ** width - 1);
  return sorted;
}

/** One stable pass of counting sort over a digit of the keys. */
function byDigit(
  indices: Uint32Array<ArrayBuffer>,
  keys: Uint32Array,
  shift: number,
  most: number,
): Uint32Array<ArrayBuffer> {
  const places = new Uint32Array(most + 2);
  for (let i = 0; i < keys.length; i++) places[((keys[i] >>> shift) & most) + 1]++;
  for (let digit = 1; digit < places.length; digit++) places[digit] += places[digit - 1];
  const sorted = new Uint32Array(indices.length);
  for (let i = 0; i < indices.length; i++) {
    const index = indices[i];
    sorted[places[(keys[index] >>> shift) & most]++] = index;
  }
  return sorted;
}
