import { describe, expect, it } from 'vitest';
import { labelPoint } from '../../../../geo/areas/label-point.ts';
import type { Position } from '../../../../geo/model/incident.ts';
import { districts } from '../../../ground.ts';

const box = (west: number, south: number, east: number, north: number): Position[] => [
  [west, south],
  [east, south],
  [east, north],
  [west, north],
  [west, south],
];

/** Degrees of latitude from a place to the nearest edge, longitude shrunk: every edge is gone through. */
function roomAt([lon, lat]: Position, rings: readonly Position[][], shrink: number): number {
  let least = Infinity;
  for (const ring of rings) {
    for (let i = 1; i < ring.length; i++) {
      const [ax, ay] = [(ring[i - 1][0] - lon) * shrink, ring[i - 1][1] - lat];
      const [dx, dy] = [(ring[i][0] - lon) * shrink - ax, ring[i][1] - lat - ay];
      const along = Math.min(1, Math.max(0, -(ax * dx + ay * dy) / (dx * dx + dy * dy)));
      least = Math.min(least, Math.hypot(ax + along * dx, ay + along * dy));
    }
  }
  return least;
}

/** By a ray to the east. */
function isInside([lon, lat]: Position, rings: readonly Position[][]): boolean {
  let crossings = 0;
  for (const ring of rings) {
    for (let i = 1; i < ring.length; i++) {
      const [[ax, ay], [bx, by]] = [ring[i - 1], ring[i]];
      if (ay > lat !== by > lat && lon < ax + ((lat - ay) / (by - ay)) * (bx - ax)) crossings++;
    }
  }
  return crossings % 2 === 1;
}

describe('the place for a label', () => {
  it('is the middle of a square, with 4 decimals', () => {
    const place = labelPoint({ type: 'Polygon', coordinates: [box(10, -0.33333, 10.66666, 0.33333)] });
    expect(place[0]).toBeCloseTo(10.3333, 2);
    expect(place[1]).toBeCloseTo(0, 2);
    for (const degree of place) expect(degree).toBe(Number(degree.toFixed(4)));
  });

  it('has room in true proportions: at 60° a degree of longitude is half as long', () => {
    // on the ground a right triangle with legs of 2, whose inscribed circle has the radius 2 - √2
    const triangle: Position[] = [
      [0, 59],
      [4, 59],
      [0, 61],
      [0, 59],
    ];
    const [lon, lat] = labelPoint({ type: 'Polygon', coordinates: [triangle] });
    expect(Math.abs(lon / 2 - (2 - Math.SQRT2))).toBeLessThan(0.02);
    expect(Math.abs(lat - 59 - (2 - Math.SQRT2))).toBeLessThan(0.02);
  });

  it('stands in the polygon that is largest on the ground', () => {
    // 20 square degrees near the pole are less than 15 at the equator
    const coordinates = [[box(0, 70, 10, 72)], [box(20, -1, 25, 2)]];
    expect(labelPoint({ type: 'MultiPolygon', coordinates })[0]).toBeGreaterThan(20);
  });

  it('stays out of holes', () => {
    const coordinates = [box(0, 0, 4, 2), box(0.2, 0.2, 3, 1.8)];
    expect(labelPoint({ type: 'Polygon', coordinates })[0]).toBeGreaterThan(3);
  });

  it('has as much room as any place of a fine grid, in every district', () => {
    const STEPS = 24;
    for (const { geometry, properties } of districts().features) {
      const rings = geometry.coordinates as Position[][];
      const [lons, lats] = [rings[0].map(([lon]) => lon), rings[0].map(([, lat]) => lat)];
      const [west, south] = [Math.min(...lons), Math.min(...lats)];
      const [width, height] = [Math.max(...lons) - west, Math.max(...lats) - south];
      const shrink = Math.cos(((south + height / 2) * Math.PI) / 180);
      let most = 0;
      for (let i = 1; i < STEPS; i++) {
        for (let j = 1; j < STEPS; j++) {
          const place: Position = [west + (width * i) / STEPS, south + (height * j) / STEPS];
          if (isInside(place, rings)) most = Math.max(most, roomAt(place, rings, shrink));
        }
      }
      expect(isInside(properties.labelPoint, rings), properties.name).toBe(true);
      const precision = 0.005 * Math.min(width * shrink, height) + 1e-4;
      expect(roomAt(properties.labelPoint, rings, shrink), properties.name).toBeGreaterThan(most - precision);
    }
  });
});
