/**
 * For each p-value the lowest rate of false discoveries at which it is still one: the adjusted value of Benjamini and
 * Hochberg (1995, "Controlling the false discovery rate", Journal of the Royal Statistical Society B 57), so that those of
 * at most 0.05 are what their procedure rejects at 5 %. It holds the rate where tests are independent or depend
 * positively on one another (Benjamini and Yekutieli 2001), as those of neighbours do that share what is counted.
 */
export function adjustedP(p: readonly number[]): number[] {
  const order = p.map((_, i) => i).sort((a, b) => p[b] - p[a]);
  const adjusted = new Array<number>(p.length);
  let least = 1;
  order.forEach((i, before) => {
    least = Math.min(least, p[i] * (p.length / (p.length - before)));
    adjusted[i] = least;
  });
  return adjusted;
}
