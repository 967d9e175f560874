import { MercatorCoordinate } from 'maplibre-gl';
import { describe, expect, test } from 'vitest';
import { latOf, lonOf, mercatorX, mercatorY, splitFloat } from '../../../../src/scene/mercator.ts';

const PLACES = [
  [71.58333, 34.01667],
  [74.56, 37.03],
  [-179.9, -80],
  [0, 0],
];

describe('Web Mercator', () => {
  test.each(PLACES)('agrees with MapLibre at %f, %f', (lon, lat) => {
    const { x, y } = MercatorCoordinate.fromLngLat({ lng: lon, lat });
    expect(mercatorX(lon)).toBeCloseTo(x, 13);
    expect(mercatorY(lat)).toBeCloseTo(y, 13);
  });

  test.each(PLACES)('comes back from %f, %f', (lon, lat) => {
    expect(lonOf(mercatorX(lon))).toBeCloseTo(lon, 10);
    expect(latOf(mercatorY(lat))).toBeCloseTo(lat, 10);
  });
});

test('a split float holds a place to a hundredth of a pixel at zoom 18, one float alone does not', () => {
  const world = 512 * 2 ** 18;
  for (const [lon] of PLACES) {
    const x = mercatorX(lon);
    const [high, low] = splitFloat(x);
    expect(Math.abs(high + low - x) * world).toBeLessThan(0.01);
  }
  const errors = Array.from({ length: 100 }, (_, i) => mercatorX(60 + i * 0.1234567));
  expect(Math.max(...errors.map((x) => Math.abs(Math.fround(x) - x))) * world).toBeGreaterThan(0.5);
});
