import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { inMercator } from '../../../../src/scene/mercator.ts';
import { stacksOf } from '../../../../src/scene/stacks.ts';

function groups(lon: number[], lat: number[], order = lon.map((_, i) => i)): number[][] {
  const { x, y } = inMercator(Float64Array.from(lon), Float64Array.from(lat));
  const { begin, rows } = stacksOf(x, y, Uint32Array.from(order));
  return Array.from(begin.subarray(1), (end, s) => [...rows.subarray(begin[s], end)]);
}

describe('rows by place', () => {
  test('within about 10 m is one place', () => {
    expect(groups([71.5, 71.50002, 71.5004, 71.5], [34, 34, 34, 34])).toEqual([[0, 1, 3], [2]]);
  });

  test('each stack keeps the order that is given', () => {
    expect(groups([70, 71, 70, 71, 70], [30, 30, 30, 30, 30], [4, 3, 2, 1, 0])).toEqual([
      [4, 2, 0],
      [3, 1],
    ]);
  });

  test('none', () => {
    expect(groups([], [])).toEqual([]);
  });

  test('as grouping by a text of the place finds them', () => {
    const degree = (most: number) => fc.integer({ min: -most, max: most });
    fc.assert(
      fc.property(fc.array(fc.tuple(degree(3), degree(3)), { maxLength: 200 }), (places) => {
        const byText = new Map<string, number[]>();
        places.forEach((place, i) => byText.set(String(place), [...(byText.get(String(place)) ?? []), i]));
        const [lon, lat] = [places.map(([x]) => x * 60), places.map(([, y]) => y * 30)];
        expect(groups(lon, lat)).toEqual([...byText.values()]);
      }),
    );
  });
});
