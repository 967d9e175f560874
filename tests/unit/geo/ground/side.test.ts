import { booleanPointInPolygon } from '@turf/turf';
import { describe, expect, it } from 'vitest';
import { createBorder } from '../../../../geo/line/border.ts';
import { createSides } from '../../../../geo/ground/side.ts';
import { placeAt } from '../../../../geo/line/geodesic.ts';
import { outlines, regionPlaces, shippedLine } from '../../../ground.ts';

const shapes = outlines();
const sides = createSides(shapes);

describe('side', () => {
  it.each([
    ['Peshawar', 71.58, 34.01, 'PK'],
    ['Jalalabad', 70.45, 34.43, 'AF'],
    ['Chaman', 66.46, 30.92, 'PK'],
    ['Spin Boldak', 66.4, 31.0, 'AF'],
    ['Kabul', 69.17, 34.53, 'AF'],
    ['Herat', 62.2, 34.34, 'AF'],
    ['Karachi', 67.01, 24.86, 'PK'],
    ['Gwadar, south of the line’s west end', 62.33, 25.13, 'PK'],
    ['Lahore', 74.34, 31.55, 'PK'],
    ['Parachinar, in the bulge that Afghanistan is on three sides of', 70.1, 33.9, 'PK'],
    ['the Wakhan, north of the line’s east end', 74.5, 37.25, 'AF'],
    ['Delhi', 77.21, 28.61, null],
    ['Dushanbe', 68.77, 38.56, null],
    ['Zahedan', 60.86, 29.5, null],
    ['the Arabian Sea', 64, 23, null],
    ['the antipodes', -110, -33, null],
  ])('of %s', (_, lon, lat, side) => {
    expect(sides(lon, lat)).toBe(side);
  });

  it('is what Turf says of the same outlines, everywhere', () => {
    for (const place of regionPlaces(2000, 11)) {
      const inside = shapes.features.find(({ geometry }) => booleanPointInPolygon(place, geometry));
      expect(sides(...place)).toBe(inside?.properties.iso ?? null);
    }
  });

  it('is Pakistan on the left of the line from China to Iran, metres away from it, and Afghanistan on the right', () => {
    const line = shippedLine();
    const border = createBorder(line);
    let checked = 0;
    for (let i = 1; i < line.length; i += 3) {
      const [from, to] = [line[i - 1], line[i]];
      const middle = [(from[0] + to[0]) / 2, (from[1] + to[1]) / 2] as const;
      const squeeze = Math.cos((middle[1] * Math.PI) / 180);
      const azimuth = (Math.atan2((to[0] - from[0]) * squeeze, to[1] - from[1]) * 180) / Math.PI;
      for (const [turn, side] of [
        [-90, 'PK'],
        [90, 'AF'],
      ] as const) {
        const [lon, lat] = placeAt(...middle, azimuth + turn, 5);
        // where the line folds, five metres may already be across its next bend
        if (border.nearest(lon, lat).borderKm < 0.0049) continue;
        expect(sides(lon, lat)).toBe(side);
        checked++;
      }
    }
    expect(checked).toBeGreaterThan(1900);
  });

  it('gives a place on the line to one country and never to none', () => {
    for (const place of shippedLine().slice(1, -1)) expect(['PK', 'AF']).toContain(sides(...place));
  });

  it('refuses outlines without both countries', () => {
    const features = shapes.features.filter(({ properties }) => properties.iso === 'PK');
    expect(() => createSides({ features })).toThrow('AF');
  });
});
