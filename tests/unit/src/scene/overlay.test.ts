import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { geodesicBetween, placeAt } from '../../../../geo/line/geodesic.ts';
import { greatCircle, overlayFeatures } from '../../../../src/scene/overlay.ts';

describe('a great circle', () => {
  test('along a meridian it stays on it', () => {
    const line = greatCircle([70, 30], [70, 36]);
    for (const [lon] of line) expect(lon).toBeCloseTo(70, 9);
    expect(line.length % 2).toBe(1);
  });

  test('between two places of one latitude it bows towards the pole', () => {
    // spherical great circle from 60 E to 80 E at 34 N: tan(top) = tan(34°) / cos(10°), so 34.41° at 70 E
    const line = greatCircle([60, 34], [80, 34]);
    const [lon, lat] = line[(line.length - 1) / 2];
    expect(lon).toBeCloseTo(70, 6);
    expect(lat).toBeCloseTo(34.41, 2);
  });

  test('begins and finishes where it should', () => {
    const line = greatCircle([71.58, 34.01], [71.1, 34.1]);
    expect(line[0]).toEqual([71.58, 34.01]);
    expect(line.at(-1)).toEqual([71.1, 34.1]);
  });
});

test('the geodesic of the same length is less than a pixel away where the whole of it is on a screen', () => {
  const lon = fc.double({ min: 55, max: 85, noNaN: true });
  const lat = fc.double({ min: 20, max: 45, noNaN: true });
  fc.assert(
    fc.property(lon, lat, lon, lat, (lon1, lat1, lon2, lat2) => {
      const { m, azimuth } = geodesicBetween(lon2, lat2, lon1, lat1);
      fc.pre(m > 1);
      const line = greatCircle([lon1, lat1], [lon2, lat2]);
      const [x, y] = line[(line.length - 1) / 2];
      const [midX, midY] = placeAt(lon1, lat1, azimuth + 180, m / 2);
      // across the way: of 1,500 pixels from end to end
      const away = Math.hypot((x - midX) * Math.cos((y * Math.PI) / 180), y - midY) * 111_000;
      expect(away).toBeLessThan(Math.max((1.5 * m) / 1500, 0.01));
    }),
  );
});

test('an overlay becomes lines, dots and labels at the middle', () => {
  const { features } = overlayFeatures({
    lines: [{ from: [70, 30], to: [70, 36], label: '665.1 km' }],
    dots: [{ at: [70, 36], label: '' }],
  });
  expect(features.map(({ properties }) => properties?.['kind'])).toEqual(['line', 'dot', 'label']);
  const label = features[2].geometry;
  expect(label.type === 'Point' && label.coordinates[1]).toBeCloseTo(33, 1);
});
