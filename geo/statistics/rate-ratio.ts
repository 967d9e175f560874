import { betaQuantile, betaShare } from './beta.ts';

/** How often something happened, and over how many days (or any other measure of exposure, above 0). */
export interface Exposed {
  count: number;
  days: number;
}

/** The rate of one period to that of another, with the interval that holds the true ratio at the level asked for. */
export interface RateRatio {
  /** `null` where nothing happened in the other period: there is no finite one */
  ratio: number | null;
  low: number;
  /** `null` where nothing happened in the other period: there is none */
  high: number | null;
  /** two-sided: twice the lesser of the one-sided ones, so that it is below 1 − level just where the interval leaves out 1 */
  p: number;
}

/**
 * The ratio of two Poisson rates, tested exactly: given how often both happened together, how often the one did is
 * binomial (Przyborowski and Wilenski 1940, Biometrika 31, 313–323). The interval is that of Clopper and Pearson (1934,
 * Biometrika 26, 404–413) for the binomial share, as a ratio; test and interval agree, as Fay (2010, The R Journal 2/1,
 * 53–58) asks for. Both are exact, hence rather too wide than too narrow.
 *
 * `dispersion` (1 or more) says how many times the variance is that of a Poisson count. The counts are then divided by
 * it: so many independent events say as much (quasi-likelihood: McCullagh and Nelder 1989, Generalized Linear Models,
 * 4.5 and 6.2; effective counts in the limits of Clopper and Pearson: Korn and Graubard 1998, Survey Methodology 24,
 * 193–201). The ratio itself stays.
 *
 * `null` where nothing happened in either.
 */
export function rateRatio(one: Exposed, other: Exposed, dispersion = 1, level = 0.95): RateRatio | null {
  if (one.count + other.count === 0) return null;
  const widening = Math.max(1, dispersion);
  const [x, y] = [one.count / widening, other.count / widening];
  const odds = one.days / other.days;
  const share = odds / (1 + odds);
  const outside = (1 - level) / 2;
  const ratioAt = (p: number) => p / (1 - p) / odds;
  const atLeast = x === 0 ? 1 : betaShare(share, x, y + 1);
  const atMost = y === 0 ? 1 : 1 - betaShare(share, x + 1, y);
  return {
    ratio: other.count === 0 ? null : one.count / one.days / (other.count / other.days),
    low: x === 0 ? 0 : ratioAt(betaQuantile(outside, x, y + 1)),
    high: y === 0 ? null : ratioAt(betaQuantile(1 - outside, x + 1, y)),
    p: Math.min(1, 2 * Math.min(atLeast, atMost)),
  };
}

/**
 * Whether so many events, however they fell on the two periods, could tell their rates apart: whether all of them in the
 * one period would be more than chance would give. Where not, there are too few to say.
 */
export function canTell(one: Exposed, other: Exposed, dispersion = 1, level = 0.95): boolean {
  const count = (one.count + other.count) / Math.max(1, dispersion);
  const share = one.days / (one.days + other.days);
  // two-sided, as in `rateRatio`; that all are in the likelier period is less surprising
  return 2 * Math.min(share, 1 - share) ** count <= 1 - level;
}
