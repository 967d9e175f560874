import { describe, expect, it } from 'vitest';
import { createDraw, createRandom } from '../../../../geo/synth/random.ts';

describe('random numbers', () => {
  it('are those of mulberry32', () => {
    const random = createRandom(0);
    // as published with the algorithm's ports
    expect([random(), random(), random()]).toEqual([0.26642920868471265, 0.0003297457005828619, 0.2232720274478197]);
  });

  it('come as often as their weights say, and never with none', () => {
    const random = createRandom(3);
    const draw = createDraw(['none', 'one', 'three', 'none'], (name) => ({ none: 0, one: 1, three: 3 })[name] ?? 0);
    const counts: Record<string, number> = { none: 0, one: 0, three: 0 };
    for (let i = 0; i < 40_000; i++) counts[draw(random)]++;
    expect(counts.none).toBe(0);
    // 10,000 and 30,000; the standard deviation is 87
    expect(Math.abs(counts.one - 10_000)).toBeLessThan(5 * 87);
  });
});
