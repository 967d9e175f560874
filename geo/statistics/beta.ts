/** Lanczos' approximation with g = 7 and nine terms: relative error below 1e-13 for positive numbers. */
const LANCZOS = [
  0.99999999999980993, 676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059,
  12.507343278686905, -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7,
];

/** The logarithm of the gamma function of a positive number (Lanczos 1964, SIAM J. Numer. Anal. B 1, 86–96). */
export function logGamma(x: number): number {
  if (x < 0.5) return Math.log(Math.PI / Math.sin(Math.PI * x)) - logGamma(1 - x);
  const t = x + 6.5;
  const sum = LANCZOS.reduce((all, term, i) => all + (i === 0 ? term : term / (x - 1 + i)), 0);
  return 0.5 * Math.log(2 * Math.PI) + (x - 0.5) * Math.log(t) - t + Math.log(sum);
}

const TINY = 1e-300;

/** A number that may be divided by. */
function nonZero(value: number): number {
  return Math.abs(value) < TINY ? TINY : value;
}

/** The logarithm of x^a (1 − x)^b / B(a, b). */
function logFront(x: number, a: number, b: number): number {
  return a * Math.log(x) + b * Math.log1p(-x) + logGamma(a + b) - logGamma(a) - logGamma(b);
}

/** The continued fraction of the incomplete beta function (DLMF 8.17.22) by Lentz' method; fast for x < (a + 1) / (a + b + 2). */
function betaFraction(x: number, a: number, b: number): number {
  let c = 1;
  let d = 1 / nonZero(1 - ((a + b) * x) / (a + 1));
  let fraction = d;
  const times = (term: number) => {
    d = 1 / nonZero(1 + term * d);
    c = nonZero(1 + term / c);
    fraction *= c * d;
  };
  // it takes about as many terms as the root of the greater parameter
  for (let m = 1; m < 100_000; m++) {
    times((m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m)));
    times((-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1)));
    if (Math.abs(c * d - 1) < 1e-15) break;
  }
  return fraction;
}

/**
 * The regularised incomplete beta function I_x(a, b), 0 to 1: the share of a beta distribution with these positive
 * parameters that lies below x. For whole numbers it is a sum of binomial probabilities (DLMF 8.17.5).
 */
export function betaShare(x: number, a: number, b: number): number {
  if (x <= 0) return 0;
  if (x >= 1) return 1;
  if (x < (a + 1) / (a + b + 2)) return (Math.exp(logFront(x, a, b)) * betaFraction(x, a, b)) / a;
  return 1 - (Math.exp(logFront(x, a, b)) * betaFraction(1 - x, b, a)) / b;
}

/** The x below which the share `share` (0 to 1) of a beta distribution with these positive parameters lies: Newton's method, held between bounds. */
export function betaQuantile(share: number, a: number, b: number): number {
  if (share <= 0) return 0;
  if (share >= 1) return 1;
  let [low, high] = [0, 1];
  let x = a / (a + b);
  for (let i = 0; i < 200; i++) {
    const error = betaShare(x, a, b) - share;
    if (error === 0) return x;
    if (error < 0) low = x;
    else high = x;
    const slope = Math.exp(logFront(x, a, b) - Math.log(x) - Math.log1p(-x));
    const next = x - error / slope;
    const within = next > low && next < high ? next : (low + high) / 2;
    // near 1 what is left of it counts
    if (Math.abs(within - x) <= 1e-13 * Math.min(x, 1 - x)) return within;
    x = within;
  }
  return x;
}
