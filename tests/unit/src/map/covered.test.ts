import { expect, test } from 'vitest';
import { coveredOf } from '../../../../src/map/covered.ts';

const box = (left: number, top: number, width: number, height: number) => ({
  ...{ left, top, width, height },
  ...{ right: left + width, bottom: top + height },
});
/** 1280 px wide, between a bar of 48 and a timeline of 168 of a page of 800. */
const desktop = box(0, 48, 1280, 584);
const phone = box(0, 48, 390, 590);

test('panels cover the sides that they stand at', () => {
  const left = box(8, 56, 320, 560);
  const right = box(912, 56, 360, 560);
  expect(coveredOf(desktop, [left, right])).toEqual({ top: 0, left: 328, right: 368, bottom: 0 });
});

test('a sheet as wide as the map covers its lower edge', () => {
  expect(coveredOf(phone, [box(0, 338, 390, 300)])).toEqual({ top: 0, left: 0, right: 0, bottom: 300 });
});

test('of several at one side the one that reaches farthest counts; what is not shown covers nothing', () => {
  const card = box(8, 400, 336, 150);
  expect(coveredOf(desktop, [box(8, 56, 320, 560), card, box(900, 0, 360, 0)])).toEqual({
    ...{ top: 0, right: 0, bottom: 0 },
    left: 344,
  });
});
