import { describe, expect, test } from 'vitest';
import { drawScale, MOST_DEATHS, radiusOf, spreadScale } from '../../../src/map/marks.ts';

describe('the size of a mark', () => {
  test('its area grows by the same for each of the killed', () => {
    const area = (deaths: number) => radiusOf(deaths) ** 2;
    const perDeath = area(1) - area(0);
    expect(perDeath).toBeGreaterThan(0);
    for (const deaths of [2, 10, 77, 269]) expect(area(deaths)).toBeCloseTo(area(0) + deaths * perDeath, 9);
  });

  test('unknown is the smallest size', () => {
    expect(radiusOf(-1)).toBe(radiusOf(0));
  });

  test('it ends somewhere', () => {
    expect(radiusOf(1_000_000)).toBe(radiusOf(MOST_DEATHS));
  });
});

test('marks and spirals grow with the zoom and do not jump', () => {
  for (const scale of [drawScale, spreadScale]) {
    for (let zoom = 0; zoom < 22; zoom += 0.1) {
      const step = scale(zoom + 0.1) - scale(zoom);
      expect(step).toBeGreaterThanOrEqual(0);
      expect(step).toBeLessThan(0.05);
    }
  }
  expect(drawScale(8)).toBe(1);
});
