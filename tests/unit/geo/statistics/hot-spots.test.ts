import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { adjustedP } from '../../../../geo/statistics/false-discovery.ts';
import { gStar } from '../../../../geo/statistics/getis-ord.ts';
import { twoSidedP } from '../../../../geo/statistics/normal.ts';

describe('twoSidedP', () => {
  it('gives what tables of the normal distribution give', () => {
    // R: 2 * pnorm(-z)
    const known = [
      [0, 1],
      [0.5, 0.617075077451974],
      [1, 0.317310507862914],
      [1.959963984540054, 0.05],
      [2, 0.0455002638963584],
      [2.5758293035489, 0.01],
      [3, 0.00269979606326019],
      [5, 5.73303143758389e-7],
      [8, 1.24419211485436e-15],
    ];
    for (const [z, p] of known) {
      expect(twoSidedP(z) / p).toBeCloseTo(1, 10);
      expect(twoSidedP(-z)).toBe(twoSidedP(z));
    }
  });

  it('falls, and has no step where the way of reckoning changes', () => {
    const at = (z: number) => twoSidedP(z);
    for (let z = 0; z < 9; z += 0.01) expect(at(z + 0.01)).toBeLessThan(at(z));
    const split = 1.5 * Math.SQRT2;
    expect(at(split - 1e-12) / at(split + 1e-12)).toBeCloseTo(1, 10);
  });
});

describe('adjustedP', () => {
  it('rejects what Benjamini and Hochberg reject in their example', () => {
    // 1995, section 3.2: thrombolysis; at 5 % the four smallest of fifteen
    const p = [
      0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.324, 0.4262, 0.5719, 0.6528, 0.759, 1,
    ];
    expect(adjustedP(p).filter((q) => q <= 0.05)).toHaveLength(4);
    // by hand: 15/1, 15/2, 15/3, 15/4 of them
    expect(adjustedP(p).slice(0, 4)).toEqual(
      [0.0015, 0.003, 0.0095, 0.035625].map((q) => expect.closeTo(q, 12) as number),
    );
  });

  it('rejects what the step-up procedure rejects', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 30 }), (p) => {
        const sorted = [...p].sort((a, b) => a - b);
        const last = sorted.findLastIndex((value, i) => value * p.length <= (i + 1) * 0.05);
        const limit = last < 0 ? -1 : sorted[last];
        adjustedP(p).forEach((q, i) => {
          if (Math.abs(q - 0.05) > 1e-12) expect(q <= 0.05).toBe(p[i] <= limit);
          expect(q).toBeGreaterThanOrEqual(p[i]);
        });
      }),
    );
  });
});

describe('gStar', () => {
  it('gives the figures that PySAL publishes', () => {
    // esda.G_Local, with star and binary weights: these points, those within 15 neighbours
    const points = [
      [10, 10],
      [20, 10],
      [40, 10],
      [15, 20],
      [30, 20],
      [30, 30],
    ];
    const neighbours = points.map(([x, y], i) =>
      points.flatMap(([a, b], j) => (j !== i && Math.hypot(a - x, b - y) <= 15 ? [j] : [])),
    );
    const published = [-1.39727626, -0.28917762, 0.65064964, -0.28917762, 1.23452088, 2.02424331];
    gStar([2, 3, 3.2, 5, 8, 7], neighbours).forEach((z, i) => expect(z).toBeCloseTo(published[i], 7));
  });

  it('says nothing where nothing differs, or where a place neighbours all', () => {
    expect(gStar([], [])).toEqual([]);
    expect(gStar([4], [[]])).toEqual([null]);
    expect(gStar([3, 3, 3], [[1], [0, 2], [1]])).toEqual([null, null, null]);
    expect(gStar([0.1, 0.1, 0.1], [[1], [0, 2], [1]])).toEqual([null, null, null]);
    expect(gStar([1, 2, 3], [[1], [0, 2], [1]])[1]).toBeNull();
  });

  it('is the mean and deviation over all ways of dealing the values out', () => {
    // brute force: Gi* of a place under every permutation has mean 0 and variance 1, and is the sum's own z
    const values = [1, 4, 4, 9, 0, 2];
    const neighbours = [[1, 2], [0], [0, 3, 4], [2], [2, 5], [4]];
    const own = gStar(values, neighbours);
    const orders = permutations(values);
    neighbours.forEach((others, i) => {
      const sums = orders.map((order) => others.reduce((sum, j) => sum + order[j], order[i]));
      const mean = sums.reduce((a, b) => a + b) / sums.length;
      const deviation = Math.sqrt(sums.reduce((a, b) => a + (b - mean) ** 2, 0) / sums.length);
      const sum = others.reduce((all, j) => all + values[j], values[i]);
      expect(own[i]).toBeCloseTo((sum - mean) / deviation, 10);
    });
  });

  it('depends on neither unit nor zero of the values', () => {
    const values = fc.array(fc.integer({ min: 0, max: 50 }), { minLength: 5, maxLength: 12 });
    fc.assert(
      fc.property(values, (some) => {
        const ring = some.map((_, i) => [(i + 1) % some.length, (i + some.length - 1) % some.length]);
        const [a, b] = [
          gStar(some, ring),
          gStar(
            some.map((value) => value * 7 + 3),
            ring,
          ),
        ];
        a.forEach((z, i) => (z === null ? expect(b[i]).toBeNull() : expect(b[i]).toBeCloseTo(z, 8)));
      }),
    );
  });
});

function permutations<T>(of: readonly T[]): T[][] {
  if (of.length === 0) return [[]];
  return of.flatMap((first, i) => permutations(of.toSpliced(i, 1)).map((rest) => [first, ...rest]));
}
