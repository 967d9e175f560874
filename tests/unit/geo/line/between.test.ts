import { describe, expect, it } from 'vitest';
import { geodesicKm, legsKm, miles, pathKm } from '../../../../geo/line/between.ts';

describe('between places', () => {
  it('is Karney’s and Vincenty’s distance of Flinders Peak and Buninyon', () => {
    // Geoscience Australia's example: 54,972.271 m on GRS 80, whose flattening differs from WGS 84 by 1e-11
    const flinders = [144 + 25 / 60 + 29.5244 / 3600, -(37 + 57 / 60 + 3.7203 / 3600)] as [number, number];
    const buninyon = [143 + 55 / 60 + 35.3839 / 3600, -(37 + 39 / 60 + 10.1561 / 3600)] as [number, number];
    expect(geodesicKm(flinders, buninyon)).toBeCloseTo(54.972271, 6);
  });

  it('adds legs up to a path', () => {
    const path: [number, number][] = [
      [0, 0],
      [1, 0],
      [1, 1],
    ];
    expect(legsKm(path)).toHaveLength(2);
    expect(legsKm(path)[0]).toBeCloseTo(111.3194908, 6);
    expect(legsKm(path)[1]).toBeCloseTo(110.574389, 5);
    expect(pathKm(path)).toBeCloseTo(221.89388, 4);
    expect([pathKm([]), pathKm([[70, 34]])]).toEqual([0, 0]);
  });

  it('gives miles', () => {
    expect(miles(1.609344)).toBe(1);
    expect(miles(100)).toBeCloseTo(62.137, 3);
  });

  it('refuses a place that is none', () => {
    expect(() => geodesicKm([0, 0], [0, 91])).toThrow('latitude 91');
    expect(() =>
      pathKm([
        [0, 0],
        [NaN, 0],
      ]),
    ).toThrow('longitude NaN');
  });
});
