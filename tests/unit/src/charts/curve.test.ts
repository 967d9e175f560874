import { expect, test } from 'vitest';
import { curvePath, curveY, greatest } from '../../../../src/charts/curve.ts';

test('a curve goes through the middles of its parts, and stops where nothing is known', () => {
  const figures = Float64Array.of(NaN, 0, 10, NaN, 5, NaN);
  // 60 pixels in six parts; 0 is at 99, 10 at 3 of 100 pixels, 5 midway
  expect(curvePath(figures, 60, 100, 10)).toBe('M15.0 99.0L25.0 3.0M45.0 51.0h0.1');
  expect(curvePath(Float64Array.of(NaN, NaN), 60, 100, 10)).toBe('');
});

test('where all is 0 it lies at the foot', () => {
  expect(curveY(0, 0, 100)).toBe(99);
  expect(greatest([Float64Array.of(NaN, 0), Float64Array.of(2, 1)])).toBe(2);
  expect(greatest([])).toBe(0);
});
