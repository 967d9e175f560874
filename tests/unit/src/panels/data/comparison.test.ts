import { expect, test } from 'vitest';
import { NO_DISTRICT } from '../../../../../geo/store/store.ts';
import { comparedRows } from '../../../../../src/panels/data/comparison.ts';

const cell = (district: number, a: number, b: number, month = 0) => ({ month, district, a, b });
const ELSEWHERE = cell(NO_DISTRICT, 90, 1);
const comparison = {
  cells: [ELSEWHERE, cell(0, 2, 2), cell(1, 0, 4, 31), cell(2, 3, 0), cell(3, 4, 0)],
  both: 2,
  onlyA: 2,
  onlyB: 1,
};

test('months and districts that differ most come first, those of no district last', () => {
  const districts = (part: Parameters<typeof comparedRows>[1]) => comparedRows(comparison, part).map((c) => c.district);
  // by 4 and by 4 (the earlier month first), by 3, by none, elsewhere
  expect(districts('all')).toEqual([3, 1, 2, 0, NO_DISTRICT]);
  expect(districts('both')).toEqual([0, NO_DISTRICT]);
  expect(districts('a')).toEqual([3, 2]);
  expect(districts('b')).toEqual([1]);
  expect(comparison.cells[0]).toBe(ELSEWHERE);
});
