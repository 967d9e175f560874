import fc from 'fast-check';
import { expect, test } from 'vitest';
import { canTell, rateRatio, type RateRatio } from '../../../../geo/statistics/rate-ratio.ts';

/** The ratio of what happened. */
function ratioOf(...of: Parameters<typeof rateRatio>): RateRatio {
  const ratio = rateRatio(...of);
  if (!ratio) throw new Error('Nothing happened.');
  return ratio;
}

/** The upper end, where there is one. */
const highOf = ({ high }: RateRatio) => high ?? Infinity;

const exposed = fc.record({
  count: fc.integer({ min: 0, max: 60 }),
  days: fc.integer({ min: 1, max: 400 }),
});

test('Fay (2022), vignette of the R package rateratio.test: 2 in 17,877 against 9 in 16,660', () => {
  const { ratio, low, high, p } = ratioOf({ count: 2, days: 17877 }, { count: 9, days: 16660 });
  expect(ratio).toBeCloseTo(0.2070941557, 10);
  expect(low).toBeCloseTo(0.02177406, 8);
  expect(high).toBeCloseTo(1.0005491, 8);
  expect(p).toBeCloseTo(0.05011, 5);
});

test('the example of poisson.test in R: lung cancer in Fredericia against three other cities', () => {
  // R's p is of another kind, by likelihood; its interval is the same
  const { ratio, low, high } = ratioOf({ count: 11, days: 800 }, { count: 21, days: 3011 });
  expect(ratio).toBeCloseTo(1.971488, 6);
  expect(low).toBeCloseTo(0.8584264, 7);
  expect(high).toBeCloseTo(4.2772659, 7);
});

test('nothing in one period has an upper limit alone, or a lower: by hand', () => {
  // of 5 none fell in the first of two like periods: (0.025)^(1/5) of the share is left to the other
  const upper = 1 - 0.025 ** (1 / 5);
  const none = ratioOf({ count: 0, days: 10 }, { count: 5, days: 10 });
  expect(none).toMatchObject({ ratio: 0, low: 0 });
  expect(none.high).toBeCloseTo(upper / (1 - upper), 9);
  expect(none.p).toBeCloseTo(2 * 0.5 ** 5, 12);
  const all = ratioOf({ count: 5, days: 10 }, { count: 0, days: 10 });
  expect(all).toMatchObject({ ratio: null, high: null });
  expect(all.low).toBeCloseTo((1 - upper) / upper, 9);
});

test('nothing in both says nothing', () => {
  expect(rateRatio({ count: 0, days: 10 }, { count: 0, days: 10 })).toBeNull();
  expect(canTell({ count: 0, days: 10 }, { count: 0, days: 10 })).toBe(false);
});

test('test and interval agree, whatever the dispersion', () => {
  fc.assert(
    fc.property(exposed, exposed, fc.double({ min: 1, max: 20, noNaN: true }), (one, other, dispersion) => {
      fc.pre(one.count + other.count > 0);
      const { low, high, p } = ratioOf(one, other, dispersion);
      fc.pre(Math.abs(p - 0.05) > 1e-6);
      expect(p < 0.05).toBe(low > 1 || (high !== null && high < 1));
    }),
  );
});

test('more dispersion never narrows the interval, and less than Poisson is not believed', () => {
  fc.assert(
    fc.property(exposed, exposed, fc.double({ min: 1, max: 20, noNaN: true }), (one, other, dispersion) => {
      fc.pre(one.count + other.count > 0);
      const [narrow, wide] = [ratioOf(one, other), ratioOf(one, other, dispersion)];
      expect(wide.ratio).toBe(narrow.ratio);
      expect(wide.low).toBeLessThanOrEqual(narrow.low * (1 + 1e-9));
      expect(highOf(wide)).toBeGreaterThanOrEqual(highOf(narrow) * (1 - 1e-9));
      expect(rateRatio(one, other, 1 / dispersion)).toEqual(narrow);
    }),
  );
});

test('the interval is that of brute force: the ratios at which 2.5 % is left on either side', () => {
  fc.assert(
    fc.property(exposed, exposed, (one, other) => {
      const n = one.count + other.count;
      fc.pre(one.count > 0 && other.count > 0);
      const { low, high } = ratioOf(one, other);
      const atLeast = (ratio: number) => {
        const p = (ratio * one.days) / (ratio * one.days + other.days);
        let [sum, term] = [0, (1 - p) ** n];
        for (let k = 0; k <= n; k++) {
          if (k >= one.count) sum += term;
          term *= ((n - k) / (k + 1)) * (p / (1 - p));
        }
        return sum;
      };
      expect(atLeast(low)).toBeCloseTo(0.025, 6);
      const p = ((high ?? NaN) * one.days) / ((high ?? NaN) * one.days + other.days);
      let [sum, term] = [0, (1 - p) ** n];
      for (let k = 0; k <= one.count; k++) {
        sum += term;
        term *= ((n - k) / (k + 1)) * (p / (1 - p));
      }
      expect(sum).toBeCloseTo(0.025, 6);
    }),
  );
});

test('five in like periods never tell, six do where all are in one; dispersion asks for more', () => {
  const like = (count: number, dispersion?: number) => canTell({ count, days: 90 }, { count: 0, days: 90 }, dispersion);
  expect([like(5), like(6), like(6, 2), like(12, 2)]).toEqual([false, true, false, true]);
});

test('they can tell just where the test tells of all of them in one period', () => {
  fc.assert(
    fc.property(exposed, exposed, fc.double({ min: 1, max: 20, noNaN: true }), (one, other, dispersion) => {
      const n = one.count + other.count;
      fc.pre(n > 0);
      const all = [0, n].map((count) => ratioOf({ ...one, count }, { ...other, count: n - count }, dispersion).p);
      fc.pre(all.every((p) => Math.abs(p - 0.05) > 1e-9));
      expect(canTell(one, other, dispersion)).toBe(Math.min(...all) <= 0.05);
    }),
  );
});
