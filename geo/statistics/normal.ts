/** Chance, from 0 to 1, of a standard normal value at least so far from 0 on either side: erfc(|z| / √2), to 1e-13 of it. */
export function twoSidedP(z: number): number {
  const x = Math.abs(z) / Math.SQRT2;
  return x < SPLIT ? 1 - erf(x) : erfc(x);
}

/** Below it the series, above it the fraction is quick and exact. */
const SPLIT = 1.5;
const FACTOR = 2 / Math.sqrt(Math.PI);

/** By its series of positive terms (Abramowitz and Stegun 1964, 7.1.6). */
function erf(x: number): number {
  let [term, sum] = [x, x];
  for (let n = 1; term > sum * Number.EPSILON; n++) {
    term *= (2 * x * x) / (2 * n + 1);
    sum += term;
  }
  return FACTOR * Math.exp(-x * x) * sum;
}

/** By its continued fraction (Abramowitz and Stegun 1964, 7.1.14), from within. */
function erfc(x: number): number {
  let fraction = x;
  for (let n = TERMS; n > 0; n--) fraction = x + n / 2 / fraction;
  return (FACTOR / 2) * (Math.exp(-x * x) / fraction);
}

/** At SPLIT so many give all digits of a double but the last two. */
const TERMS = 120;
