import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { quantiles } from '../../../../geo/statistics/quantiles.ts';

const QUARTILES = [0.25, 0.5, 0.75];

describe('quantiles', () => {
  it('gives what R gives', () => {
    // quantile(c(1, 2, 3, 4), type = 7): the default of R and of numpy.quantile
    expect(quantiles(Float64Array.of(4, 2, 1, 3), QUARTILES)).toEqual([1.75, 2.5, 3.25]);
    // summary(precip-like) by hand: places 2.25, 4.5 and 6.75 of ten numbers
    expect(quantiles(Float64Array.of(9, 8, 7, 6, 5, 4, 3, 2, 1, 0), QUARTILES)).toEqual([2.25, 4.5, 6.75]);
    // R: quantile(rivers[1:9]) of 735 320 325 392 524 450 1459 135 465 is 325, 450, 524
    expect(quantiles(Float64Array.of(735, 320, 325, 392, 524, 450, 1459, 135, 465), QUARTILES)).toEqual([
      325, 450, 524,
    ]);
  });

  it('says nothing of nothing, and of one value that value', () => {
    expect(quantiles(new Float64Array(0), QUARTILES)).toBeNull();
    expect(quantiles(Float64Array.of(7), QUARTILES)).toEqual([7, 7, 7]);
  });

  it('is what sorting gives, in any order and with equal values', () => {
    const value = fc.oneof(fc.integer({ min: 0, max: 5 }), fc.double({ min: 0, max: 900, noNaN: true }));
    fc.assert(
      fc.property(
        fc.array(value, { minLength: 1, maxLength: 60 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (values, share) => {
          const sorted = [...values].sort((a, b) => a - b);
          const place = (values.length - 1) * share;
          const [below, above] = [sorted[Math.floor(place)], sorted[Math.ceil(place)]];
          const [found] = quantiles(Float64Array.from(values), [share]) ?? [];
          expect(found).toBeCloseTo(below + (place - Math.floor(place)) * (above - below), 9);
        },
      ),
    );
  });
});
