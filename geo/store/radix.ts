const DIGIT_BITS = 11;
const DIGIT = (1 << DIGIT_BITS) - 1;

/**
 * The indices of the keys in ascending order of the keys; equal keys keep their order. Radix sort from the lowest digit
 * up: one pass for each digit that the highest key has.
 */
export function indicesByKey(keys: Uint32Array): Uint32Array {
  let highest = 0;
  for (let i = 0; i < keys.length; i++) if (keys[i] > highest) highest = keys[i];
  let sorted = new Uint32Array(keys.length);
  for (let i = 0; i < sorted.length; i++) sorted[i] = i;
  for (let shift = 0; shift < 32 && highest >>> shift > 0; shift += DIGIT_BITS) sorted = byDigit(sorted, keys, shift);
  return sorted;
}

/** One stable pass of counting sort over a digit of the keys. */
function byDigit(indices: Uint32Array<ArrayBuffer>, keys: Uint32Array, shift: number): Uint32Array<ArrayBuffer> {
  const places = new Uint32Array(DIGIT + 2);
  for (let i = 0; i < keys.length; i++) places[((keys[i] >>> shift) & DIGIT) + 1]++;
  for (let digit = 1; digit < places.length; digit++) places[digit] += places[digit - 1];
  const sorted = new Uint32Array(indices.length);
  for (let i = 0; i < indices.length; i++) {
    const index = indices[i];
    sorted[places[(keys[index] >>> shift) & DIGIT]++] = index;
  }
  return sorted;
}
