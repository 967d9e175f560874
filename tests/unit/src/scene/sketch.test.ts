import { describe, expect, it } from 'vitest';
import { sketchFeatures } from '../../../../src/scene/sketch.ts';

describe('sketchFeatures', () => {
  it('has a feature for each thing, with its kind', () => {
    const { features } = sketchFeatures({
      areas: [
        {
          geometry: {
            type: 'Polygon',
            coordinates: [
              [
                [70, 33],
                [71, 33],
                [70, 34],
                [70, 33],
              ],
            ],
          },
          color: 'hot',
          opacity: 0.5,
          isStrong: true,
        },
      ],
      lines: [
        {
          places: [
            [70, 33],
            [71, 34],
          ],
          kind: 'path',
          isStrong: false,
        },
      ],
      dots: [{ at: [70, 33], label: '2009', isStrong: true }],
      key: null,
    });
    expect(features.map(({ properties }) => properties)).toEqual([
      { kind: 'hot', strong: 1, label: '', opacity: 0.5 },
      { kind: 'path', strong: 0, label: '' },
      { kind: 'dot', strong: 1, label: '2009' },
    ]);
    expect(features.map(({ geometry }) => geometry.type)).toEqual(['Polygon', 'LineString', 'Point']);
  });
});
