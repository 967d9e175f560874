import { describe, expect, test } from 'vitest';
import { geodesicLine, overlayFeatures } from '../../../../src/scene/overlay.ts';

describe('a geodesic line', () => {
  test('along a meridian it stays on it', () => {
    const line = geodesicLine([70, 30], [70, 36]);
    for (const [lon] of line) expect(lon).toBeCloseTo(70, 9);
    expect(line.length % 2).toBe(1);
  });

  test('between two places of one latitude it bows towards the pole', () => {
    // spherical great circle from 60 E to 80 E at 34 N: tan(top) = tan(34°) / cos(10°), so 34.41° at 70 E
    const line = geodesicLine([60, 34], [80, 34]);
    const [lon, lat] = line[(line.length - 1) / 2];
    expect(lon).toBeCloseTo(70, 6);
    expect(lat).toBeCloseTo(34.41, 2);
  });

  test('begins and finishes where it should', () => {
    const line = geodesicLine([71.58, 34.01], [71.1, 34.1]);
    expect(line[0]).toEqual([71.58, 34.01]);
    expect(line.at(-1)).toEqual([71.1, 34.1]);
  });
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
