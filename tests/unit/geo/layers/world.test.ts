import { area, booleanPointInPolygon, kinks, polygon } from '@turf/turf';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { readJson } from '../../../../geo/layers/read-json.ts';
import { worldSchema } from '../../../../geo/model/context.ts';
import type { Position } from '../../../../geo/model/incident.ts';
import { sourceText } from './source-text.ts';

const text = sourceText('world.geojson');
const [land, borders] = readJson(worldSchema, text, 'world.geojson').features;
const polygons = land.geometry.coordinates;
const rings = polygons.flat();

/** Twice the area in square degrees, positive where a ring winds counterclockwise. */
const turning = (ring: readonly Position[]) =>
  ring.slice(1).reduce((sum, [x, y], i) => sum + ring[i][0] * y - x * ring[i][1], 0);

describe('the world outside the region', () => {
  it('winds as RFC 7946 says: outer rings counterclockwise, holes clockwise', () => {
    for (const [outer, ...holes] of polygons) {
      expect(turning(outer)).toBeGreaterThan(0);
      for (const hole of holes) expect(turning(hole)).toBeLessThan(0);
    }
  });

  it('does not cross itself, nor the 180th meridian', () => {
    for (const ring of rings) {
      expect(kinks(polygon([ring])).features).toEqual([]);
      const steps = ring.slice(1).map(([lon], i) => Math.abs(lon - ring[i][0]));
      // Antarctica alone goes round, along its lower edge
      if (ring.every(([, lat]) => lat > -90)) expect(Math.max(...steps)).toBeLessThan(90);
    }
  });

  it('has two decimals and lies in the world, outside the region but for a narrow seam', () => {
    for (const [lon, lat] of [...rings, ...borders.geometry.coordinates].flat()) {
      expect([Number(lon.toFixed(2)), Number(lat.toFixed(2))]).toEqual([lon, lat]);
      expect(Math.abs(lon) <= 180 && Math.abs(lat) <= 90).toBe(true);
      expect(lon > 55.02 && lon < 81.98 && lat > 22.02 && lat < 41.98).toBe(false);
    }
  });

  it('has as much land as there is: 149 million km² (CIA World Factbook) without the region and its ice shelves, to 5 %', () => {
    // what lies in the region, by the areas of its countries there: about 4.4 million km²
    expect(Math.abs(area(land) / 1e12 / (148.9 - 4.4) - 1)).toBeLessThan(0.05);
  });

  it('holds towns in all parts of the world, and no place at sea', () => {
    const towns: Position[] = [
      [36.82, -1.29], // Nairobi
      [-74.07, 4.71], // Bogotá
      [44.37, 33.31], // Baghdad
      [177.5, 64.7], // Anadyr, by the 180th meridian
      [-155.5, 19.6], // Hawaii
      [139.7, 36], // Tokyo's plain
      [146.9, -36.1], // Albury
      [0, -88], // by the South Pole
    ];
    const seas: Position[] = [
      [-150, 10],
      [-30, 0],
      [65, 10],
      [51, 41.5], // the Caspian Sea
      [5, 40],
      [179, 30],
    ];
    for (const town of towns) expect(booleanPointInPolygon(town, land), town.join()).toBe(true);
    for (const sea of seas) expect(booleanPointInPolygon(sea, land), sea.join()).toBe(false);
  });

  it('is small: few need it', () => {
    expect(gzipSync(text).length).toBeLessThan(24_000);
  });
});
