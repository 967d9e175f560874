import type { Polygon } from 'geojson';
import { describe, expect, test } from 'vitest';
import { isPieceOf, jointOutlines, outerEdge, sharedEdges, smoothCourse } from '../../../../src/map/lines.ts';
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

describe('edges of areas', () => {
  test('the edge that two squares share is drawn once', () => {
    const lines = sharedEdges([{ geometry: square(0) }, { geometry: square(1) }]);
    expect(lines).toEqual([
      [
        [1, 0],
        [1, 1],
      ],
    ]);
  });

  test('joint outlines have each edge once, and none of those left out', () => {
    const lines = jointOutlines(
      [square(0), square(1)],
      isPieceOf([
        [
          [2, 1],
          [2, 0],
        ],
      ]),
    );
    const edges = lines.flatMap((line) => line.slice(1).map((end, i) => [line[i], end].map(String).sort().join(' ')));
    // seven edges of two squares side by side, but for the last's far side
    expect(edges.sort()).toEqual(['0,0 0,1', '0,0 1,0', '0,1 1,1', '1,0 1,1', '1,0 2,0', '1,1 2,1']);
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
