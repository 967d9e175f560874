import { expect, it } from 'vitest';
import { dayOf, formatDay } from '../../../../geo/model/day.ts';
import { binIndex, binsOf, finestStep, upperBound } from '../../../../geo/time/bins.ts';

const extent = { start: dayOf(2004, 3, 1), end: dayOf(2026, 6, 30) };
const written = (edges: Int32Array) => Array.from(edges, formatDay);

it('bins begin with whole steps and reach past the last day', () => {
  expect(written(binsOf({ start: dayOf(2025, 2, 10), end: dayOf(2025, 4, 1) }, 'month').edges)).toEqual([
    '2025-02-01',
    '2025-03-01',
    '2025-04-01',
    '2025-05-01',
  ]);
  expect(written(binsOf({ start: dayOf(2025, 10, 8), end: dayOf(2025, 10, 13) }, 'week').edges)).toEqual([
    '2025-10-06',
    '2025-10-13',
    '2025-10-20',
  ]);
  expect(written(binsOf({ start: dayOf(2025, 3, 31), end: dayOf(2025, 3, 31) }, 'day').edges)).toEqual([
    '2025-03-31',
    '2025-04-01',
  ]);
});

it('March 2004 to June 2026 are 268 months', () => {
  // 10 months of 2004, 21 whole years, 6 months of 2026
  expect(binsOf(extent, 'month').edges).toHaveLength(10 + 21 * 12 + 6 + 1);
});

it('the finest step that has room', () => {
  expect(finestStep(extent, 10_000)).toBe('day');
  expect(finestStep(extent, 1_200)).toBe('week');
  expect(finestStep(extent, 320)).toBe('month');
  expect(finestStep(extent, 100)).toBe('quarter');
  expect(finestStep(extent, 30)).toBe('year');
  expect(finestStep(extent, 3)).toBe('year');
});

it('the bin of a day: both its ends are in it, what is outside is in none', () => {
  const { edges } = binsOf({ start: dayOf(2025, 1, 1), end: dayOf(2025, 3, 31) }, 'month');
  const bin = (year: number, month: number, date: number) => binIndex(edges, dayOf(year, month, date));
  expect([bin(2025, 1, 1), bin(2025, 1, 31), bin(2025, 2, 1), bin(2025, 3, 31)]).toEqual([0, 0, 1, 2]);
  expect([bin(2024, 12, 31), bin(2025, 4, 1)]).toEqual([-1, -1]);
});

it('upperBound is after all equals', () => {
  const numbers = Int32Array.from([1, 3, 3, 3, 7]);
  expect([0, 1, 2, 3, 7, 8].map((value) => upperBound(numbers, value))).toEqual([0, 1, 1, 4, 5, 5]);
});
