import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { standardEllipse, type StandardEllipse } from '../../../../geo/statistics/standard-ellipse.ts';

function of(points: readonly (readonly [number, number])[]): StandardEllipse {
  const found = standardEllipse(
    Float64Array.from(points, ([x]) => x),
    Float64Array.from(points, ([, y]) => y),
  );
  if (!found) throw new Error('there are points');
  return found;
}

/** The points of the example of `ellipse` and `std_distance` in PySAL's pointpats (centrography.py, of 2025). */
const POINTS = [
  ...([
    [66.22, 32.54],
    [22.52, 22.39],
    [31.01, 81.21],
    [9.47, 31.02],
    [30.78, 60.1],
    [75.21, 58.93],
  ] as const),
  ...([
    [79.26, 7.68],
    [8.23, 39.93],
    [98.73, 77.17],
    [89.78, 42.53],
    [65.19, 92.08],
  ] as const),
];

describe('standardEllipse', () => {
  it('gives the figures that pointpats publishes', () => {
    const { major, minor, angle } = of(POINTS);
    // its standard distance has n as the divisor
    expect(Math.hypot(major, minor)).toBeCloseTo(40.21575987282547, 10);
    // its ellipse is CrimeStat's: larger by √(2n / (n - 2))
    const larger = Math.sqrt((2 * POINTS.length) / (POINTS.length - 2));
    expect(major * larger).toBeCloseTo(50.13029459102783, 10);
    expect(minor * larger).toBeCloseTo(37.95222670267865, 10);
    expect(angle).toBeCloseTo(0.3465582095042642, 10);
  });

  it('has the mean centre that pointpats publishes', () => {
    // tests/test_centrography.py: the same points and one more
    const { x, y } = of([...POINTS, [54.46, 8.48]]);
    expect(x).toBeCloseTo(52.57166667, 8);
    expect(y).toBeCloseTo(46.17166667, 8);
  });

  it('gives what hand calculation gives', () => {
    // (±3, 0) and (0, ±1): variances 18 / 4 and 2 / 4
    const { x, y, major, minor, angle } = of([
      [3, 0],
      [-3, 0],
      [0, 1],
      [0, -1],
    ]);
    expect([x, y, angle]).toEqual([0, 0, 0]);
    expect(major).toBeCloseTo(Math.sqrt(4.5), 12);
    expect(minor).toBeCloseTo(Math.sqrt(0.5), 12);
  });

  it('is a point of one place, and nothing of none', () => {
    expect(standardEllipse(new Float64Array(0), new Float64Array(0))).toBeNull();
    expect(of([[5, 6]])).toEqual({ x: 5, y: 6, major: 0, minor: 0, angle: 0 });
  });

  const coordinate = fc.integer({ min: -5000, max: 5000 }).map((tenths) => tenths / 10);
  const points = fc.array(fc.tuple(coordinate, coordinate), { minLength: 3, maxLength: 40 });

  it('moves, grows and turns with its points', () => {
    fc.assert(
      fc.property(
        points,
        coordinate,
        fc.double({ min: 0.1, max: 9, noNaN: true }),
        fc.double({ min: 0, max: 6.28, noNaN: true }),
        (some, by, times, turn) => {
          const before = of(some);
          const [cos, sin] = [Math.cos(turn), Math.sin(turn)];
          const after = of(some.map(([x, y]) => [times * (x * cos - y * sin) + by, times * (x * sin + y * cos) - by]));
          expect(after.x).toBeCloseTo(times * (before.x * cos - before.y * sin) + by, 6);
          expect(after.y).toBeCloseTo(times * (before.x * sin + before.y * cos) - by, 6);
          expect(after.major).toBeCloseTo(times * before.major, 5);
          expect(after.minor).toBeCloseTo(times * before.minor, 3);
          // of a circle no axis can be told
          if (before.major - before.minor <= 1e-3 * before.major) return;
          expect(Math.abs(Math.sin(after.angle - before.angle - turn))).toBeLessThan(1e-5);
        },
      ),
    );
  });

  it('has as its axes the largest and the least spread in any direction', () => {
    fc.assert(
      fc.property(points, (some) => {
        const { x: mx, y: my, major, minor } = of(some);
        for (let step = 0; step < 36; step++) {
          const [cos, sin] = [Math.cos((step * Math.PI) / 36), Math.sin((step * Math.PI) / 36)];
          const along = some.map(([x, y]) => (x - mx) * cos + (y - my) * sin);
          const spread = Math.sqrt(along.reduce((sum, d) => sum + d * d, 0) / some.length);
          expect(spread).toBeLessThan(major + 1e-6);
          expect(spread).toBeGreaterThan(minor - 1e-6);
        }
      }),
    );
  });
});
