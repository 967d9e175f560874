/** How sure a change is, by what its likelihood has over what it costs, in the steps of Kass and Raftery (1995, JASA 90, 773–795) for twice the logarithm of a Bayes factor: 2, 6, 10. */
export const SURENESSES = ['barely', 'rather', 'sure', 'very-sure'] as const;
export type Sureness = (typeof SURENESSES)[number];
const STEPS = [2, 6, 10];

/** Where the rate of counts changes. */
export interface ChangePoint {
  /** the first count of the new rate */
  at: number;
  /** the first and the last place at which the change may be with 95 %, given the changes beside it */
  from: number;
  to: number;
  /** the mean count before, since the change before or the beginning; and after, up to the next one or the end */
  before: number;
  after: number;
  /** what the change gains in twice the logarithm of the likelihood, by the dispersion, less the penalty */
  gain: number;
  sureness: Sureness;
}

interface ChangeOptions {
  /** the fewest counts between two changes, 1 or more */
  least: number;
  /** how many times the variance is that of Poisson counts, see `dispersionOf`; 1 or more */
  dispersion?: number;
}

/** What each change must gain: 3 log n, the penalty of Zhang and Siegmund (2007, Biometrics 63, 22–32) without its small term for lengths. */
export function penaltyOf(counts: number): number {
  return 3 * Math.log(counts);
}

/** Minus twice the greatest log-likelihood of a stretch of Poisson counts of one rate, but for what is the same however they are divided. */
export function poissonCost(sum: number, length: number): number {
  return sum === 0 ? 0 : -2 * sum * Math.log(sum / length);
}

/** The sums of the first i counts. */
function runningSums(counts: ArrayLike<number>): Float64Array {
  const sums = new Float64Array(counts.length + 1);
  for (let i = 0; i < counts.length; i++) sums[i + 1] = sums[i] + counts[i];
  return sums;
}

/**
 * Where the rate of equally long counts changes: the division with the least cost, a Poisson likelihood with a penalty for
 * each change, found exactly by PELT (Killick, Fearnhead and Eckley 2012, JASA 107, 1590–1598). Cost and penalty are
 * weighed by the dispersion, as quasi-likelihood does: counts that vary more than Poisson counts must gain more.
 */
export function changePoints(counts: ArrayLike<number>, { least, dispersion = 1 }: ChangeOptions): ChangePoint[] {
  const widening = Math.max(1, dispersion);
  const sums = runningSums(counts);
  const penalty = penaltyOf(counts.length);
  const places = divide(sums, penalty * widening, least);
  const edges = [0, ...places, counts.length];
  return places.map((_, i) => weigh(sums, edges[i], edges[i + 1], edges[i + 2], { widening, penalty, least }));
}

/** The first counts of all stretches but the first, in the division with the least cost. */
function divide(sums: Float64Array, penalty: number, least: number): number[] {
  const size = sums.length - 1;
  if (size < 2 * least) return [];
  const best = new Float64Array(size + 1);
  const last = new Int32Array(size + 1);
  /** so far each may still be where the last stretch begins; from which end on it need not be looked at any more */
  let candidates: number[] = [];
  const over = new Float64Array(size + 1).fill(Infinity);
  best[0] = -penalty;
  for (let end = least; end <= size; end++) {
    const begins = end - least;
    if (begins === 0 || begins >= least) candidates.push(begins);
    let [lowest, where] = [Infinity, 0];
    for (const from of candidates) {
      const cost = best[from] + poissonCost(sums[end] - sums[from], end - from) + penalty;
      if (cost < lowest) [lowest, where] = [cost, from];
    }
    [best[end], last[end]] = [lowest, where];
    // one that is worse by the penalty here never is the best once a stretch fits after here
    for (const from of candidates) {
      const cost = best[from] + poissonCost(sums[end] - sums[from], end - from);
      if (cost > lowest && over[from] === Infinity) over[from] = end + least;
    }
    candidates = candidates.filter((from) => over[from] > end + 1);
  }
  const places: number[] = [];
  for (let end = last[size]; end > 0; end = last[end]) places.unshift(end);
  return places;
}

interface Weighing {
  widening: number;
  penalty: number;
  least: number;
}

/** What is known of the change at `at` between two others: each place weighs what its likelihood does (a flat prior, as Raftery and Akman 1986, Biometrika 73, 85–89, have it). */
function weigh(
  sums: Float64Array,
  start: number,
  at: number,
  end: number,
  { widening, penalty, least }: Weighing,
): ChangePoint {
  const cost = (from: number, to: number) => poissonCost(sums[to] - sums[from], to - from);
  const divided = (place: number) => cost(start, place) + cost(place, end);
  const [first, last] = [start + least, end - least];
  let lowest = Infinity;
  for (let place = first; place <= last; place++) lowest = Math.min(lowest, divided(place));
  const weights = Float64Array.from({ length: last - first + 1 }, (_, i) =>
    Math.exp((lowest - divided(first + i)) / (2 * widening)),
  );
  const all = weights.reduce((sum, weight) => sum + weight, 0);
  const placeAt = (share: number) => {
    let sum = 0;
    for (let i = 0; i < weights.length; i++) if ((sum += weights[i]) >= share * all) return first + i;
    return last;
  };
  const gain = (cost(start, end) - divided(at)) / widening - penalty;
  return {
    at,
    from: Math.min(at, placeAt(0.025)),
    to: Math.max(at, placeAt(0.975)),
    before: (sums[at] - sums[start]) / (at - start),
    after: (sums[end] - sums[at]) / (end - at),
    gain,
    sureness: SURENESSES[STEPS.filter((step) => gain >= step).length],
  };
}
