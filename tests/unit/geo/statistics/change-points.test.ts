import fc from 'fast-check';
import { expect, test } from 'vitest';
import { changePoints, penaltyOf, poissonCost } from '../../../../geo/statistics/change-points.ts';
import { createRandom } from '../../../../geo/synth/random.ts';

/** Coal-mining disasters with ten or more killed in Britain, by year from 1851 to 1962 (Jarrett 1979, as `boot::coal` of R has them). */
const COAL = [
  ...[4, 5, 4, 1, 0, 4, 3, 4, 0, 6, 3, 3, 4, 0, 2, 6, 3, 3, 5, 4, 5, 3, 1, 4, 4, 1, 5, 5, 3, 4, 2, 5, 2, 2, 3, 4, 2, 1],
  ...[3, 2, 2, 1, 1, 1, 1, 3, 0, 0, 1, 0, 1, 1, 0, 0, 3, 1, 0, 3, 2, 2, 0, 1, 1, 1, 0, 1, 0, 1, 0, 0, 0, 2, 1, 0, 0, 0],
  ...[1, 1, 0, 2, 3, 3, 1, 1, 2, 1, 1, 1, 1, 2, 3, 3, 0, 0, 0, 1, 4, 0, 0, 0, 1, 0, 0, 0, 0, 0, 1, 0, 0, 1, 0, 1],
];

test('the British coal-mining disasters change about 1890, from 3.1 to 0.9 a year', () => {
  expect([COAL.length, COAL.reduce((sum, count) => sum + count)]).toEqual([112, 191]);
  const changes = changePoints(COAL, { least: 1 });
  expect(changes).toHaveLength(1);
  const [change] = changes;
  // Carlin, Gelfand and Smith (1992): the last year of the higher rate is 1891; Raftery and Akman (1986): 1887 to 1895 with 95 %
  expect(1851 + change.at - 1).toBe(1891);
  expect(Math.abs(1851 + change.from - 1 - 1887)).toBeLessThanOrEqual(1);
  expect(Math.abs(1851 + change.to - 1 - 1895)).toBeLessThanOrEqual(1);
  expect(change.before).toBeCloseTo(3.1, 1);
  expect(change.after).toBeCloseTo(0.9, 1);
  expect(change.sureness).toBe('very-sure');
});

/** The least cost of all divisions, by looking at every last stretch of every beginning. */
function leastCost(counts: readonly number[], penalty: number, least: number): number {
  const sum = (from: number, to: number) => counts.slice(from, to).reduce((all, count) => all + count, 0);
  const best = [-penalty];
  for (let end = 1; end <= counts.length; end++) {
    best[end] = Infinity;
    for (let from = 0; from + least <= end; from++)
      best[end] = Math.min(best[end], best[from] + poissonCost(sum(from, end), end - from) + penalty);
  }
  return best[counts.length];
}

test('PELT gives the division of optimal partitioning', () => {
  const stretch = fc.record({ rate: fc.integer({ min: 0, max: 12 }), length: fc.integer({ min: 1, max: 25 }) });
  fc.assert(
    fc.property(
      fc.array(stretch, { minLength: 1, maxLength: 5 }),
      fc.integer({ min: 1, max: 6 }),
      fc.double({ min: 1, max: 3, noNaN: true }),
      fc.integer({ min: 1, max: 1e6 }),
      (stretches, least, dispersion, seed) => {
        const random = createRandom(seed);
        const counts = stretches.flatMap(({ rate, length }) => Array.from({ length }, () => poisson(rate, random)));
        fc.pre(counts.length >= 2 * least);
        const edges = [0, ...changePoints(counts, { least, dispersion }).map(({ at }) => at), counts.length];
        const penalty = penaltyOf(counts.length) * dispersion;
        const cost = edges.slice(1).reduce((all, end, i) => {
          const part = counts.slice(edges[i], end);
          expect(part.length).toBeGreaterThanOrEqual(least);
          return (
            all +
            penalty +
            poissonCost(
              part.reduce((sum, count) => sum + count, 0),
              part.length,
            )
          );
        }, -penalty);
        expect(cost).toBeCloseTo(leastCost(counts, penalty, least), 6);
      },
    ),
    { numRuns: 300 },
  );
});

/** Knuth's way: as many uniform numbers as their product stays above e^-rate. */
function poisson(rate: number, random: () => number): number {
  const limit = Math.exp(-rate);
  let count = 0;
  for (let product = random(); product > limit; product *= random()) count++;
  return count;
}

test.each([0.3, 2, 20])('of 400 series of Poisson noise at %d a week at most one in twenty seems to change', (rate) => {
  const random = createRandom(1851);
  let changed = 0;
  for (let i = 0; i < 400; i++) {
    const counts = Array.from({ length: 300 }, () => poisson(rate, random));
    if (changePoints(counts, { least: 4 }).length > 0) changed++;
  }
  expect(changed).toBeLessThanOrEqual(20);
});

test('what varies more than Poisson counts must gain more', () => {
  const counts = [...Array<number>(20).fill(4), ...Array<number>(20).fill(8)];
  expect(changePoints(counts, { least: 4 }).map(({ at }) => at)).toEqual([20]);
  expect(changePoints(counts, { least: 4, dispersion: 5 })).toEqual([]);
});

test('too few counts, no events, or one event have no change', () => {
  expect(changePoints([], { least: 4 })).toEqual([]);
  expect(changePoints([9, 0, 0, 0, 0, 0, 0], { least: 4 })).toEqual([]);
  expect(changePoints(Array<number>(50).fill(0), { least: 4 })).toEqual([]);
  expect(changePoints([...Array<number>(49).fill(0), 1], { least: 4 })).toEqual([]);
});
