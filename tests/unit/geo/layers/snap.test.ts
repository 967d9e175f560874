import { describe, expect, it } from 'vitest';
import { snapEdge } from '../../../../geo/layers/snap.ts';
import type { Position } from '../../../../geo/model/incident.ts';

/** Two squares side by side; their upper edge runs from (2, 1) by (1, 1) to (0, 1), counterclockwise. */
const left: Position[] = [
  [0, 0],
  [1, 0],
  [1, 1],
  [0, 1],
  [0, 0],
];
const right: Position[] = [
  [1, 0],
  [2, 0],
  [2, 1],
  [1, 1],
  [1, 0],
];

describe('snapEdge', () => {
  it('leads the boundary on to a line beyond the edge', () => {
    const line: Position[] = [
      [2, 1.2],
      [1.5, 1.3],
      [1.1, 1.2],
      [0.5, 1.3],
      [0, 1.2],
    ];
    const snapped = snapEdge([left, right], [2, 1], [0, 1], line);
    expect(snapped[1]).toEqual([
      [2, 1.2],
      [1.5, 1.3],
      [1.1, 1.2],
      [1, 1],
      [1, 0],
      [2, 0],
      [2, 1],
      [2, 1.2],
    ]);
    expect(snapped[0]).toEqual([
      [1.1, 1.2],
      [0.5, 1.3],
      [0, 1.2],
      [0, 1],
      [0, 0],
      [1, 0],
      [1, 1],
      [1.1, 1.2],
    ]);
  });

  it('cuts the boundary off where it crosses a line within the edge', () => {
    const line: Position[] = [
      [2.1, 0.8],
      [1.5, 0.7],
      [0.9, 0.8],
      [-0.1, 0.8],
    ];
    const snapped = snapEdge([left, right], [2, 1], [0, 1], line);
    expect(snapped[1]).toEqual([
      [2.1, 0.8],
      [1.5, 0.7],
      [0.9, 0.8],
      [1, 0],
      [2, 0],
      [2.1, 0.8],
    ]);
    expect(snapped[0]).toEqual([
      [0.9, 0.8],
      [-0.1, 0.8],
      [0, 0],
      [1, 0],
      [0.9, 0.8],
    ]);
  });

  it('says so when the edge does not lead from one vertex to the other', () => {
    expect(() =>
      snapEdge(
        [left, right],
        [2, 1],
        [9, 9],
        [
          [2, 1],
          [0, 1],
        ],
      ),
    ).toThrow('does not lead from 2,1 to 9,9');
  });
});
