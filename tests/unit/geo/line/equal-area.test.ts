import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { planeAbout, toSphere, type EqualAreaPlane } from '../../../../geo/line/equal-area.ts';
import { geodesicBetween, placeAt } from '../../../../geo/line/geodesic.ts';

function about(lon: number, lat: number): EqualAreaPlane {
  const vector = new Float64Array(3);
  toSphere(lon, lat, vector, 0);
  const plane = planeAbout([vector[0], vector[1], vector[2]]);
  if (!plane) throw new Error('a place has a plane');
  return plane;
}

function put(plane: EqualAreaPlane, lon: number, lat: number): [number, number] {
  const [vector, x, y] = [new Float64Array(3), new Float64Array(1), new Float64Array(1)];
  toSphere(lon, lat, vector, 0);
  plane.put(vector, 0, x, y, 0);
  return [x[0], y[0]];
}

describe('planeAbout', () => {
  it('gives the figures that EPSG publishes', () => {
    // Guidance note 7-2, Lambert azimuthal equal-area: ETRS89-extended / LAEA Europe, whose ellipsoid differs by 0.1 mm
    const [x, y] = put(about(10, 52), 5, 50);
    expect(x).toBeCloseTo(3_962_799.45 - 4_321_000, 1);
    expect(y).toBeCloseTo(2_999_718.85 - 3_210_000, 1);
  });

  it('has no plane without a direction', () => {
    expect(planeAbout([0, 0, 0])).toBeNull();
  });

  const lon = fc.double({ min: -180, max: 180, noNaN: true });
  const lat = fc.double({ min: -89, max: 89, noNaN: true });
  const azimuth = fc.double({ min: 0, max: 360, noNaN: true });

  it('finds its places again, anywhere', () => {
    fc.assert(
      fc.property(lon, lat, azimuth, fc.double({ min: 0, max: 8e6, noNaN: true }), (at, north, direction, metres) => {
        const plane = about(at, north);
        const place = placeAt(at, north, direction, metres);
        const [x, y] = put(plane, ...place);
        expect(geodesicBetween(...place, ...plane.placeOf(x, y)).m).toBeLessThan(0.01);
      }),
    );
  });

  it('errs in distance by no more than its words say', () => {
    fc.assert(
      fc.property(lon, lat, azimuth, fc.double({ min: 1e4, max: 1e6, noNaN: true }), (at, north, direction, metres) => {
        const [x, y] = put(about(at, north), ...placeAt(at, north, direction, metres));
        const share = (metres / 1e6) ** 2 * 0.0012;
        expect(Math.abs(Math.hypot(x, y) / metres - 1)).toBeLessThan(share + 1e-5);
      }),
    );
  });

  it('keeps areas true', () => {
    // a small triangle by its sides on the ellipsoid (Heron), and in the plane, 800 km from the middle
    const plane = about(69, 33);
    const corners = [placeAt(69, 33, 70, 8e5), placeAt(69, 33, 70, 8.1e5), placeAt(69, 33, 71, 8e5)] as const;
    const [a, b, c] = corners.map((corner, i) => geodesicBetween(...corner, ...corners[(i + 1) % 3]).m);
    const half = (a + b + c) / 2;
    const [p, q, r] = corners.map((corner) => put(plane, ...corner));
    const inPlane = Math.abs((q[0] - p[0]) * (r[1] - p[1]) - (r[0] - p[0]) * (q[1] - p[1])) / 2;
    expect(inPlane / Math.sqrt(half * (half - a) * (half - b) * (half - c))).toBeCloseTo(1, 4);
  });
});
