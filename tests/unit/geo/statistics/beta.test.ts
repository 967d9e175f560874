import fc from 'fast-check';
import { expect, test } from 'vitest';
import { betaQuantile, betaShare, logGamma } from '../../../../geo/statistics/beta.ts';

// by scipy.special 1.17.1: gammaln, betainc, betaincinv
test.each([
  [0.1, 2.252712651734206],
  [1.5, -0.12078223763524526],
  [10, 12.801827480081469],
  [1234.5, 7550.550901077894],
  [1e6, 12815504.569147611],
])('the logarithm of the gamma function of %d', (x, expected) => {
  expect(logGamma(x) / expected).toBeCloseTo(1, 12);
});

test.each([
  [0.5, 2, 3, 0.6875],
  [0.1, 0.5, 0.5, 0.20483276469913345],
  [0.9, 20, 3, 0.6200409384119034],
  [0.001, 0.3, 7.5, 0.25276499866572893],
  [0.52, 5000, 5000, 0.9999685290836797],
  [0.3, 1e5, 2e5, 0],
])('the share of a beta distribution below %d for %d and %d', (x, a, b, expected) => {
  expect(betaShare(x, a, b)).toBeCloseTo(expected, 9);
});

test.each([
  [0.025, 2, 10, 0.02283119829995966],
  [0.975, 3, 9, 0.5177558523601726],
  [0.025, 0.4, 2.7, 3.0354056677176367e-5],
  [0.975, 50001, 40000, 0.5588056567121532],
  [0.025, 11, 22, 0.18571909171656614],
  [0.025, 0.05, 1.2, 6.879957432913103e-33],
])('the quantile %d of a beta distribution for %d and %d', (share, a, b, expected) => {
  expect(betaQuantile(share, a, b) / expected).toBeCloseTo(1, 7);
});

test('for whole numbers the share is a sum of binomial probabilities', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 30 }),
      fc.integer({ min: 1, max: 30 }),
      fc.double({ min: 0.01, max: 0.99, noNaN: true }),
      (a, b, x) => {
        // at least `a` of `a + b - 1` (DLMF 8.17.5), term by term
        const n = a + b - 1;
        let [sum, term] = [0, (1 - x) ** n];
        for (let k = 0; k <= n; k++) {
          if (k >= a) sum += term;
          term *= ((n - k) / (k + 1)) * (x / (1 - x));
        }
        expect(betaShare(x, a, b)).toBeCloseTo(sum, 9);
      },
    ),
  );
});

test('the quantile is where the share is reached', () => {
  const parameter = fc.double({ min: 0.5, max: 5000, noNaN: true });
  fc.assert(
    fc.property(parameter, parameter, fc.double({ min: 0.001, max: 0.999, noNaN: true }), (a, b, share) => {
      expect(betaShare(betaQuantile(share, a, b), a, b)).toBeCloseTo(share, 8);
    }),
  );
});

test('the quantile is found near 1, where doubles lie closest to what is left', () => {
  expect(
    betaShare(
      betaQuantile(0.9987656196290972, 294.59572099231883, 0.5428838566137131),
      294.59572099231883,
      0.5428838566137131,
    ),
  ).toBeCloseTo(0.9987656196290972, 9);
});

test('at the ends', () => {
  expect([betaShare(0, 2, 3), betaShare(1, 2, 3), betaQuantile(0, 2, 3), betaQuantile(1, 2, 3)]).toEqual([0, 1, 0, 1]);
});
