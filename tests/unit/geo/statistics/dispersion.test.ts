import fc from 'fast-check';
import { expect, test } from 'vitest';
import { clusterDispersion, dispersionOf } from '../../../../geo/statistics/dispersion.ts';

/** Counts of which the first of the list is 0 so often, the next 1, and so on. */
const spelled = (times: readonly number[]) => times.flatMap((often, count) => Array<number>(often).fill(count));

test('deaths by horse kicks in 200 corps-years (von Bortkiewicz 1898) vary as Poisson counts do', () => {
  // mean 0.61, variance 0.6109 with one less than 200
  const counts = spelled([109, 65, 22, 3, 1]);
  expect(dispersionOf(counts, counts.length)).toBeCloseTo(0.6109 / 0.61, 3);
});

test('yeast cells in 400 squares (Student 1907): mean 0.6825, variance 0.8117', () => {
  const counts = spelled([213, 128, 37, 18, 3, 1]);
  expect(dispersionOf(counts, counts.length)).toBeCloseTo(((0.8117 / 0.6825) * 400) / 399, 3);
});

test('a rate that differs from block to block is no dispersion', () => {
  expect(dispersionOf([3, 3, 3, 50, 50, 50], 3)).toBe(0);
  expect(dispersionOf([3, 3, 3, 50, 50, 50], 6)).toBeGreaterThan(10);
});

test('blocks without events and the rest after the last block say nothing', () => {
  expect(dispersionOf([0, 0, 0, 0], 2)).toBeNull();
  expect(dispersionOf([4], 2)).toBeNull();
  // (1 - 2)² / 2 + (3 - 2)² / 2 with one degree of freedom
  expect(dispersionOf([0, 0, 1, 3, 99], 2)).toBe(1);
});

test('one event is as a Poisson count has it, whatever the block', () => {
  fc.assert(
    fc.property(fc.integer({ min: 2, max: 30 }), (block) => {
      const counts = Array<number>(block).fill(0);
      counts[block >> 1] = 1;
      expect(dispersionOf(counts, block)).toBeCloseTo(1, 9);
    }),
  );
});

test('killed by the event: 3 events of 10 count as 30 of which 10 are one', () => {
  expect(clusterDispersion(30, 300)).toBe(10);
  expect(clusterDispersion(3, 3)).toBe(1);
  expect(clusterDispersion(0, 0)).toBeNull();
});
