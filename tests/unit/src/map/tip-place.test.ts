import { expect, test } from 'vitest';
import { tipPlace } from '../../../../src/map/tip-place.ts';

const ROOM = { left: 0, top: 0, right: 400, bottom: 300 };
const SIZE = { width: 200, height: 60 };

test('a tip stands above the pointer and after it', () => {
  expect(tipPlace({ x: 100, y: 200 }, SIZE, ROOM)).toEqual({ left: 112, top: 128 });
});

test('at an edge it flips to the other side, whole', () => {
  expect(tipPlace({ x: 390, y: 200 }, SIZE, ROOM)).toEqual({ left: 178, top: 128 });
  expect(tipPlace({ x: 100, y: 10 }, SIZE, ROOM)).toEqual({ left: 112, top: 22 });
});

test('it stays in its room where neither side has enough, and beside panels', () => {
  expect(tipPlace({ x: 205, y: 200 }, { width: 380, height: 60 }, ROOM)).toEqual({ left: 4, top: 128 });
  expect(tipPlace({ x: 330, y: 200 }, SIZE, { ...ROOM, left: 328, right: 540 })).toEqual({ left: 332, top: 128 });
});
