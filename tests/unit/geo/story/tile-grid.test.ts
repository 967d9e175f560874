import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { Districts } from '../../../../geo/model/district.ts';
import { TILE_COLUMNS, TILE_ROWS, TILES } from '../../../../geo/story/tile-grid.ts';

const { features } = JSON.parse(readFileSync('public/layers/kp-districts.geojson', 'utf8')) as Districts;
const districts = features.map(({ properties }) => properties);

test('there is a tile for each district, and no two share one', () => {
  expect(Object.keys(TILES).sort()).toEqual(districts.map(({ id }) => id).sort());
  expect(new Set(Object.values(TILES).map(String)).size).toBe(35);
  for (const [column, row] of Object.values(TILES)) {
    expect(column).toBeGreaterThanOrEqual(0);
    expect(column).toBeLessThan(TILE_COLUMNS);
    expect(row).toBeGreaterThanOrEqual(0);
    expect(row).toBeLessThan(TILE_ROWS);
  }
});

test('of 81 pairs of neighbours 71 touch, and the others are a tile apart at most', () => {
  const pairs = districts.flatMap(({ id, neighbours }) =>
    neighbours.filter((other) => id < other).map((other) => [id, other]),
  );
  const apart = pairs.map(([a, b]) => {
    const [[column, row], [otherColumn, otherRow]] = [TILES[a], TILES[b]];
    return Math.max(Math.abs(column - otherColumn), Math.abs(row - otherRow));
  });
  expect(pairs).toHaveLength(81);
  expect(apart.filter((tiles) => tiles === 1)).toHaveLength(71);
  expect(Math.max(...apart)).toBe(2);
});

test('of two neighbours that lie well apart, the northern is not below, nor the eastern to the left', () => {
  const byId = new Map(districts.map((district) => [district.id, district]));
  const wrong = districts.flatMap(({ id, labelPoint: [lon, lat], neighbours }) =>
    neighbours.filter((other) => {
      const [otherLon, otherLat] = byId.get(other)?.labelPoint ?? [NaN, NaN];
      const [[column, row], [otherColumn, otherRow]] = [TILES[id], TILES[other]];
      return (lat - otherLat > 0.5 && row > otherRow) || (lon - otherLon > 0.5 && column < otherColumn);
    }),
  );
  expect(wrong).toEqual([]);
});
