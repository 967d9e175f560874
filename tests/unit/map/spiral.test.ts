import { describe, expect, test } from 'vitest';
import { spiralOffsets } from '../../../src/map/spiral.ts';

describe('the spiral of incidents at one place', () => {
  test('one alone stays at its place', () => {
    expect(spiralOffsets([5])).toEqual([[0, 0]]);
    expect(spiralOffsets([])).toEqual([]);
  });

  test('two of one size touch at most', () => {
    const [[ax, ay], [bx, by]] = spiralOffsets([5, 5]);
    expect(Math.hypot(ax - bx, ay - by)).toBeGreaterThanOrEqual(10);
  });

  test('a great stack is held to 60 pixels', () => {
    const offsets = spiralOffsets(Array<number>(500).fill(6));
    expect(offsets).toHaveLength(500);
    for (const [x, y] of offsets) expect(Math.hypot(x, y)).toBeLessThanOrEqual(60);
  });
});
