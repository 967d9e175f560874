import { describe, expect, it } from 'vitest';
import { bboxOfStretch, kmAtVertices, placeAt, stretchOf } from '../../../../geo/line/stretch.ts';
import type { Position } from '../../../../geo/model/incident.ts';

/**
 * Along the equator a degree is 6378.137 km x pi / 180 = 111.3194908 km exactly; from the equator to 1° N the meridian
 * is 110.574389 km.
 */
const DEGREE = 111.3194908;
const LINE: Position[] = [
  [0, 0],
  [1, 0],
  [3, 0],
  [3, 1],
];
const KM = kmAtVertices(LINE);

describe('a stretch of a line', () => {
  it('knows the kilometre of each vertex', () => {
    expect([...KM].map((km) => km.toFixed(4))).toEqual(['0.0000', '111.3195', '333.9585', '444.5329']);
    expect([...kmAtVertices([[5, 5]])]).toEqual([0]);
  });

  it.each([
    [0, [0, 0]],
    [DEGREE / 4, [0.25, 0]],
    [DEGREE, [1, 0]],
    [DEGREE * 2.5, [2.5, 0]],
    [DEGREE * 3 + 110.574389 / 2, [3, 0.5]],
    [444.53287, [3, 1]],
    // beyond the ends: the ends
    [-10, [0, 0]],
    [9999, [3, 1]],
  ])('finds the place at km %d', (km, [lon, lat]) => {
    const place = placeAt(LINE, KM, km);
    expect(place[0]).toBeCloseTo(lon, 6);
    expect(place[1]).toBeCloseTo(lat, 6);
  });

  it('takes the vertices between its ends, and its ends', () => {
    const rounded = (from: number, to: number) =>
      stretchOf(LINE, KM, from, to).map(([lon, lat]) => [Number(lon.toFixed(5)), Number(lat.toFixed(5))]);
    expect(rounded(DEGREE / 2, DEGREE * 2)).toEqual([
      [0.5, 0],
      [1, 0],
      [2, 0],
    ]);
    // within one segment, and of no length
    expect(rounded(DEGREE * 1.5, DEGREE * 2.5)).toEqual([
      [1.5, 0],
      [2.5, 0],
    ]);
    expect(rounded(DEGREE / 2, DEGREE / 2)).toEqual([
      [0.5, 0],
      [0.5, 0],
    ]);
    expect(stretchOf(LINE, KM, 0, 9999)).toEqual(LINE);
  });

  it('is framed with what lies beside it', () => {
    // 111.2 km are a degree of latitude; of longitude too on the equator
    const [west, south, east, north] = bboxOfStretch(LINE, 0, DEGREE * 2, 55.6);
    expect([west, south, east, north].map((degree) => Number(degree.toFixed(3)))).toEqual([-0.5, -0.5, 2.5, 0.5]);
    // at 60° N a degree of longitude is half as long
    const northern: Position[] = [
      [10, 60],
      [11, 60],
    ];
    const frame = bboxOfStretch(northern, 0, 9999, 111.2);
    expect(frame.map((degree) => Number(degree.toFixed(3)))).toEqual([8, 59, 13, 61]);
  });
});
