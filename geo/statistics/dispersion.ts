/**
 * How many times the variance of counts is that of Poisson counts: Pearson's chi-squared by its degrees of freedom
 * (Fisher, Thornton and Mackenzie 1922, Annals of Applied Biology 9, 325–359; McCullagh and Nelder 1989, Generalized
 * Linear Models, 6.2), each count about the mean of its own block of `block` counts, so that a slow change of the rate is
 * not taken for it. It is 1 on average for Poisson counts, whatever the rates of the blocks. Counts after the last whole
 * block, and blocks without any event, say nothing. `null` where no block says something.
 */
export function dispersionOf(counts: ArrayLike<number>, block: number): number | null {
  let [chiSquared, freedom] = [0, 0];
  for (let first = 0; first + block <= counts.length; first += block) {
    let sum = 0;
    for (let i = first; i < first + block; i++) sum += counts[i];
    if (sum === 0) continue;
    const mean = sum / block;
    for (let i = first; i < first + block; i++) chiSquared += (counts[i] - mean) ** 2 / mean;
    freedom += block - 1;
  }
  return freedom === 0 ? null : chiSquared / freedom;
}

/**
 * The same of a sum over events that come at random but count more than one each, as the killed of incidents do: the
 * sum of the squares by the sum (a compound Poisson sum; Feller 1968, An Introduction to Probability Theory 1, XII.2).
 * `null` where the sum is 0.
 */
export function clusterDispersion(sum: number, squares: number): number | null {
  return sum === 0 ? null : squares / sum;
}
