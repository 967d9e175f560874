import fc from 'fast-check';
import { expect, test } from 'vitest';
import { areAlike, mostInAny } from '../../geo/store/most.ts';

const row = fc.record({
  start: fc.integer({ min: 0, max: 60 }),
  best: fc.integer({ min: -1, max: 20 }),
  cell: fc.integer({ min: -1, max: 3 }),
  passes: fc.boolean(),
});

test('the most of each cell is what the fullest of all stretches as long holds', () => {
  fc.assert(
    fc.property(fc.array(row, { maxLength: 40 }), fc.integer({ min: 1, max: 70 }), (list, days) => {
      const rows = list.toSorted((a, b) => a.start - b.start);
      const columns = { start: Int32Array.from(rows, (r) => r.start), best: Int32Array.from(rows, (r) => r.best) };
      const mask = Uint8Array.from(rows, (r) => Number(r.passes));
      const cells = { of: Int32Array.from(rows, (r) => r.cell), count: 4 };
      for (const measure of ['incidents', 'deaths'] as const) {
        const most = mostInAny(columns, mask, cells, days, measure);
        for (let cell = 0; cell < 4; cell++) {
          const sums = Array.from({ length: 61 }, (_, from) =>
            rows
              .filter((r) => r.passes && r.cell === cell && r.start >= from && r.start < from + days)
              .reduce((sum, { best }) => sum + (measure === 'incidents' ? 1 : Math.max(0, best)), 0),
          );
          expect(most[cell]).toBe(Math.max(...sums));
        }
      }
    }),
  );
});

test('months are alike, a month and a quarter are not', () => {
  expect(areAlike(28, 31)).toBe(true);
  expect(areAlike(31, 28)).toBe(true);
  expect(areAlike(90, 31)).toBe(false);
});
