import type { Feature, Polygon } from 'geojson';
import { describe, expect, test } from 'vitest';
import { outerEdge, sharedEdges, smoothCourse } from '../../../../src/map/lines.ts';
import type { Position } from '../../../../geo/model/incident.ts';

const square = (x: number): Polygon & { coordinates: Position[][] } => ({
  type: 'Polygon',
  coordinates: [
    [
      [x, 0],
      [x + 1, 0],
      [x + 1, 1],
      [x, 1],
      [x, 0],
    ],
  ],
});
const feature = (geometry: Polygon): Feature<Polygon> => ({ type: 'Feature', geometry, properties: {} });

describe('edges of areas', () => {
  test('the edge that two squares share is drawn once', () => {
    const lines = sharedEdges({ type: 'FeatureCollection', features: [feature(square(0)), feature(square(1))] });
    expect(lines).toEqual([
      [
        [1, 0],
        [1, 1],
      ],
    ]);
  });

  test('the outer edge leaves out what the neighbour has', () => {
    const edges = outerEdge(square(1), [square(0)]).flatMap((line) => line.slice(1).map((end, i) => [line[i], end]));
    expect(edges).toHaveLength(3);
    expect(edges).not.toContainEqual([
      [1, 1],
      [1, 0],
    ]);
  });
});

test('the general course keeps the ends and takes out a zigzag', () => {
  const zigzag: Position[] = Array.from({ length: 101 }, (_, i) => [i * 0.1, i % 2 ? 0.05 : 0]);
  const smooth = smoothCourse(zigzag, 8);
  expect(smooth[0]).toEqual(zigzag[0]);
  expect(smooth.at(-1)).toEqual(zigzag.at(-1));
  const swing = (line: Position[]) => Math.max(...line.slice(10, -10).map(([, y]) => Math.abs(y - 0.025)));
  expect(swing(smooth)).toBeLessThan(swing(zigzag) / 4);
});
