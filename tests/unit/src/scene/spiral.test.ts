import { describe, expect, test } from 'vitest';
import { MOST_REACH, MOST_SEATED, spread } from '../../../../src/scene/spiral.ts';

/** Where circles of these radii are drawn. */
function placesOf(radii: number[]): [x: number, y: number][] {
  const stack = {
    size: radii.length,
    radius: Float64Array.from(radii),
    x: new Float64Array(radii.length),
    y: new Float64Array(radii.length),
  };
  spread(stack);
  return radii.map((_, i) => [stack.x[i], stack.y[i]]);
}

/** The least air between two circles, brute force. */
function leastAir(radii: number[]): number {
  const places = placesOf(radii);
  let least = Infinity;
  places.forEach(([ax, ay], a) => {
    for (let b = 0; b < a; b++) {
      const [bx, by] = places[b];
      least = Math.min(least, Math.hypot(ax - bx, ay - by) - radii[a] - radii[b]);
    }
  });
  return least;
}

const reach = (radii: number[]) => Math.max(...placesOf(radii).map(([x, y]) => Math.hypot(x, y)));

describe('the spiral of incidents at one place', () => {
  test('one alone stays at its place', () => {
    expect(placesOf([5])).toEqual([[0, 0]]);
    expect(placesOf([])).toEqual([]);
  });

  test('two of one size touch at most', () => {
    expect(leastAir([5, 5])).toBeGreaterThanOrEqual(0);
  });

  test('some dozens are seated with air between them', () => {
    expect(leastAir(Array<number>(MOST_SEATED).fill(3.7))).toBeGreaterThanOrEqual(1);
  });

  test('more than that still hide none, while there is room', () => {
    expect(leastAir(Array<number>(MOST_SEATED + 1).fill(3.7))).toBeGreaterThanOrEqual(0);
    expect(leastAir(Array<number>(120).fill(3.7))).toBeGreaterThanOrEqual(0);
    expect(leastAir([14, 9, 6, ...Array<number>(60).fill(3.7)])).toBeGreaterThanOrEqual(0);
  });

  test.each([
    ['five hundred of middling size', Array<number>(500).fill(6)],
    ['a few giants', Array<number>(20).fill(28)],
    ['a whole city', Array<number>(100_000).fill(3.7)],
  ])('%s: held to 60 pixels, and spread over them', (_, radii) => {
    expect(reach(radii)).toBeLessThanOrEqual(MOST_REACH + 1e-9);
    expect(reach(radii)).toBeGreaterThan(MOST_REACH * 0.9);
    expect(new Set(placesOf(radii).map(String)).size).toBe(radii.length);
  });
});
