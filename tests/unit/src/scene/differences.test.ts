import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tintsOf } from '../../../../src/scene/differences.ts';

const one = (id: string, difference: number | null, isSure = false) => ({ id, difference, isSure });

describe('tintsOf', () => {
  it('is hot for more and cold for fewer, full above half of the greatest difference', () => {
    const { areas, classes } = tintsOf([one('a', 4), one('b', -1.5, true), one('c', 2), one('d', 0), one('e', null)]);
    expect(areas).toEqual([
      { id: 'a', color: 'hot', opacity: 1, isStrong: false },
      { id: 'b', color: 'cold', opacity: 0.45, isStrong: true },
      { id: 'c', color: 'hot', opacity: 0.45, isStrong: false },
      { id: 'd', color: null, opacity: 0, isStrong: false },
    ]);
    expect(classes.map(({ sign, from, to, opacity }) => [sign, from, to, opacity])).toEqual([
      ['more', 2, 4, 1],
      ['more', 0, 2, 0.45],
      ['fewer', 0, 2, 0.45],
    ]);
  });

  it('has nothing to tell where nothing differs, or nothing is known', () => {
    expect(tintsOf([one('a', 0)]).classes).toEqual([]);
    expect(tintsOf([one('a', null)])).toEqual({ areas: [], classes: [] });
  });

  it('has a class for every tint, and the difference lies within it', () => {
    const differences = fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { maxLength: 30 });
    fc.assert(
      fc.property(differences, (all) => {
        const { areas, classes } = tintsOf(all.map((difference, i) => one(String(i), difference)));
        for (const { id, color, opacity } of areas) {
          const difference = all[Number(id)];
          if (difference === 0) expect(color).toBeNull();
          else {
            const own = classes.find((each) => each.color === color && each.opacity === opacity);
            expect(own).toBeDefined();
            expect(Math.abs(difference)).toBeGreaterThan((own?.from ?? NaN) * 0.999_999);
            expect(Math.abs(difference)).toBeLessThanOrEqual((own?.to ?? NaN) * 1.000_001);
          }
        }
      }),
    );
  });
});
