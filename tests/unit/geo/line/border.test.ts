import { describe, expect, it } from 'vitest';
import { createBorder } from '../../../../geo/line/border.ts';
import type { Position } from '../../../../geo/model/incident.ts';
import { shippedLine } from '../../../ground.ts';
import { exhaustive, karney } from '../../../oracle.ts';

const line = shippedLine();
const border = createBorder(line);

describe('length', () => {
  it('is the sum of the geodesics between the vertices, to a metre', () => {
    const sum = line.slice(1).reduce((m, vertex, i) => m + karney(line[i], vertex), 0);
    expect(Math.abs(border.lengthKm * 1000 - sum)).toBeLessThan(1);
  });

  it('of one degree of the equator is 111.31949 km', () => {
    // 2 pi 6378.137 km / 360, by hand
    expect(
      createBorder([
        [10, 0],
        [11, 0],
      ]).lengthKm,
    ).toBeCloseTo(111.3194908, 6);
  });

  it('of a parallel is its own, not that of the geodesic between its ends', () => {
    // radius of the parallel of 60 degrees: a cos 60 / sqrt(1 - e2 sin2 60) = 3197.1045 km; a sixth of it round
    const [cos, sin2] = [0.5, 0.75];
    const radius = (6378.137 * cos) / Math.sqrt(1 - 0.00669437999014 * sin2);
    expect(
      createBorder([
        [0, 60],
        [60, 60],
      ]).lengthKm,
    ).toBeCloseTo((radius * Math.PI) / 3, 5);
  });
});

describe('nearest place', () => {
  it('of a place due north of the equator is at its foot', () => {
    const equator = createBorder([
      [0, 0],
      [20, 0],
    ]);
    const { borderKm, borderPoint, alongKm, segment } = equator.nearest(5, 1);
    // the meridian from the equator to 1 degree north is 110.574389 km long (published tables of WGS 84)
    expect(borderKm).toBeCloseTo(110.574389, 5);
    expect(borderPoint[0]).toBeCloseTo(5, 6);
    expect(borderPoint[1]).toBe(0);
    expect(alongKm).toBeCloseTo(5 * 111.3194908, 3);
    expect(segment).toBe(0);
  });

  it('of a vertex is the vertex itself, at distance nil', () => {
    for (const i of [0, 1, 1500, line.length - 1]) {
      const { borderKm, borderPoint } = border.nearest(...line[i]);
      expect(borderKm).toBe(0);
      expect(borderPoint).toEqual(line[i]);
    }
  });

  it('of a place on a segment is that place', () => {
    for (let i = 1; i < line.length; i += 37) {
      const t = (i % 10) / 10;
      const place: Position = [
        line[i - 1][0] + (line[i][0] - line[i - 1][0]) * t,
        line[i - 1][1] + (line[i][1] - line[i - 1][1]) * t,
      ];
      expect(border.nearest(...place).borderKm).toBeLessThan(1e-6);
    }
  });

  it('beyond the ends is the end', () => {
    expect(border.nearest(76, 39).alongKm).toBe(0);
    expect(border.nearest(76, 39).borderPoint).toEqual(line[0]);
    const beyond = border.nearest(58, 29.5);
    expect(beyond.alongKm).toBeCloseTo(border.lengthKm, 9);
    expect(beyond.borderPoint).toEqual(line[line.length - 1]);
    expect(beyond.borderKm * 1000).toBeCloseTo(karney([58, 29.5], line[line.length - 1]), 6);
  });

  it.each<Position>([
    [0, 90],
    [77, -90],
    [180, 0],
    [-180, 0],
    [180, -33],
    [-112, -34],
    [-110, -33.5],
    [-119, -29.9],
    [-105.4, -37],
    [0, 0],
    [-60, -15],
  ])('of %s, %s, far away, is the nearest of all', (lon, lat) => {
    expect(Math.abs(border.nearest(lon, lat).borderKm * 1000 - exhaustive(line, [lon, lat]))).toBeLessThan(1e-3);
  });

  it('is the same from both names of the date line and of a pole', () => {
    expect(border.nearest(180, 20).borderKm).toBeCloseTo(border.nearest(-180, 20).borderKm, 9);
    expect(border.nearest(0, 90).borderKm).toBeCloseTo(border.nearest(120, 90).borderKm, 9);
  });

  it('is found across the date line', () => {
    const pacific = createBorder([
      [-179.9, -10],
      [-179.9, 10],
    ]);
    // 0.2 degrees of the equator
    expect(pacific.nearest(179.9, 0).borderKm).toBeCloseTo(0.2 * 111.3194908, 6);
  });

  it('is right on long segments, where a course and a geodesic part', () => {
    const long: Position[] = [
      [-30, 60],
      [20, 60],
      [40, 35],
    ];
    const other = createBorder(long);
    for (const place of [
      [-5, 64],
      [-5, 80],
      [30, 55],
      [-80, -60],
      [175, -55],
    ] as Position[]) {
      expect(Math.abs(other.nearest(...place).borderKm * 1000 - exhaustive(long, place))).toBeLessThan(1e-3);
    }
  });

  it('is right near a pole, where meridians meet', () => {
    const polar: Position[] = [
      [-170, 89.5],
      [10, 89.9],
      [100, 89.99],
    ];
    const other = createBorder(polar);
    for (const place of [
      [-100, 89.8],
      [45, 90],
      [55, 89.97],
      [-90, 88],
    ] as Position[]) {
      expect(Math.abs(other.nearest(...place).borderKm * 1000 - exhaustive(polar, place))).toBeLessThan(1e-3);
    }
  });
});

describe('bad input', () => {
  it.each([
    [NaN, 34, 'longitude NaN'],
    [Infinity, 34, 'longitude Infinity'],
    [180.1, 34, 'longitude 180.1'],
    [70, -90.5, 'latitude -90.5'],
    [70, NaN, 'latitude NaN'],
  ])('%s, %s is refused by name', (lon, lat, words) => {
    expect(() => border.nearest(lon, lat)).toThrow(words);
    expect(() => border.nearest(lon, lat)).toThrow(RangeError);
  });

  it.each<[string, unknown, string]>([
    ['no vertex', [], 'has 0'],
    ['a single vertex', [[70, 34]], 'has 1'],
    [
      'a repeated vertex',
      [
        [70, 34],
        [71, 34],
        [71, 34],
      ],
      'Vertex 2 of the border repeats',
    ],
    [
      'a vertex outside the world',
      [
        [70, 34],
        [71, 95],
      ],
      'Vertex 1 of the border, 71, 95',
    ],
    [
      'a vertex that is no number',
      [
        [70, 34],
        ['71', 35],
      ],
      'Vertex 1',
    ],
    [
      'several lines',
      [
        [
          [70, 34],
          [71, 34],
        ],
        [
          [72, 34],
          [73, 34],
        ],
      ],
      'list of lines',
    ],
    ['no list', null, 'not null'],
  ])('a line with %s is refused with the reason', (_, coordinates, words) => {
    expect(() => createBorder(coordinates as Position[])).toThrow(words);
  });
});
