import { booleanPointInPolygon } from '@turf/turf';
import { describe, expect, it } from 'vitest';
import { createBorder } from '../../../../geo/line/border.ts';
import { createArea, ringsOf } from '../../../../geo/areas/area.ts';
import { borderRange, createBorderRanges } from '../../../../geo/ground/border-range.ts';
import { createCountryLookup } from '../../../../geo/areas/country.ts';
import { createDistrictLookup } from '../../../../geo/ground/district-lookup.ts';
import { readCsvTable } from '../../../../geo/layers/csv-table.ts';
import type { Areal } from '../../../../geo/model/geojson.ts';
import type { Position } from '../../../../geo/model/incident.ts';
import { districts, random, shippedLine, source } from '../../../ground.ts';
import { exhaustive } from '../../../oracle.ts';

const layer = districts();
const lookup = createDistrictLookup(layer);
const next = random(4);
const places = Array.from({ length: 3000 }, (): Position => [69 + 5.5 * next(), 31 + 6 * next()]);

function geometryOf(id: string): Areal {
  const found = layer.features.find(({ properties }) => properties.id === id);
  if (!found) throw new Error(id);
  return found.geometry;
}

describe('area', () => {
  const donut: Areal = {
    type: 'Polygon',
    coordinates: [
      [
        [0, 0],
        [4, 0],
        [4, 4],
        [0, 4],
        [0, 0],
      ],
      [
        [1, 1],
        [1, 3],
        [3, 3],
        [3, 1],
        [1, 1],
      ],
    ],
  };

  it('has holes', () => {
    const area = createArea(donut);
    expect([area.contains(0.5, 2), area.contains(2, 2), area.contains(3.5, 2), area.contains(5, 2)]).toEqual([
      true,
      false,
      true,
      false,
    ]);
    expect(area.bbox).toEqual([0, 0, 4, 4]);
  });

  it('shares out the places of a common edge', () => {
    const east: Areal = {
      type: 'Polygon',
      coordinates: [
        [
          [4, 0],
          [9, 1],
          [4, 4],
          [4, 0],
        ],
      ],
    };
    const [a, b] = [createArea(donut), createArea(east)];
    for (const lat of [0.1, 1 / 3, 2.7, 3.999])
      expect([a.contains(4, lat), b.contains(4, lat)].filter(Boolean)).toHaveLength(1);
  });
});

describe('district of a place', () => {
  it('is the one that the table of towns names', () => {
    const towns = readCsvTable(source('towns.csv'), 'towns.csv', ['town', 'district', 'lon', 'lat', 'position']);
    expect(towns.length).toBeGreaterThan(30);
    for (const { cells } of towns) {
      const [lon, lat] = [Number(cells.lon), Number(cells.lat)];
      const id = cells.district.toLowerCase().replaceAll(' ', '-');
      if (cells.position.startsWith('approximate')) expect(lookup.distanceKm(id, lon, lat)).toBeLessThan(2);
      else expect(lookup.at(lon, lat)?.name, cells.town).toBe(cells.district);
    }
  });

  it('is what Turf says, and there is at most one', () => {
    for (const [lon, lat] of places.slice(0, 1000)) {
      const inside = layer.features.filter(({ geometry }) => booleanPointInPolygon([lon, lat], geometry));
      expect(inside.length).toBeLessThan(2);
      expect(lookup.at(lon, lat)?.id).toBe(inside[0]?.properties.id);
    }
  });

  it('is none outside Khyber Pakhtunkhwa', () => {
    expect(lookup.at(69.17, 34.53)).toBeNull();
    expect(lookup.at(-71, 34)).toBeNull();
  });
});

describe('distance to a district', () => {
  it('is nil inside, and the geodesic to its boundary outside', () => {
    const rings = ringsOf(geometryOf('hangu'));
    for (const place of places.slice(0, 40)) {
      const km = lookup.distanceKm('hangu', ...place);
      if (lookup.at(...place)?.id === 'hangu') expect(km).toBe(0);
      else expect(Math.abs(km * 1000 - Math.min(...rings.map((ring) => exhaustive(ring, place))))).toBeLessThan(1e-3);
    }
    expect(lookup.distanceKm('peshawar', 71.58, 34.01)).toBe(0);
  });

  it('refuses an unknown district and a place that is none', () => {
    expect(() => lookup.distanceKm('atlantis', 71, 34)).toThrow('"atlantis"');
    expect(() => lookup.distanceKm('hangu', NaN, 34)).toThrow('longitude NaN');
    expect([lookup.named('atlantis'), lookup.named('hangu')]).toEqual([null, { id: 'hangu', name: 'Hangu' }]);
  });
});

describe('range of a district', () => {
  const border = createBorder(shippedLine());
  const ranges = createBorderRanges(layer, border);

  it('begins at nil where the district touches the line', () => {
    for (const id of ['khyber', 'kurram', 'north-waziristan', 'upper-chitral']) expect(ranges(id)?.nearestKm).toBe(0);
  });

  it('holds the distances of all its places, and reaches both ends', () => {
    for (const id of ['kurram', 'orakzai', 'peshawar', 'south-waziristan']) {
      const range = ranges(id);
      if (!range) throw new Error(id);
      const area = createArea(geometryOf(id));
      const [west, south, east, north] = area.bbox;
      let [least, most] = [Infinity, 0];
      const steps = 60;
      for (let i = 0; i <= steps; i++) {
        for (let j = 0; j <= steps; j++) {
          const [lon, lat] = [west + ((east - west) * i) / steps, south + ((north - south) * j) / steps];
          if (!area.contains(lon, lat)) continue;
          const km = border.nearest(lon, lat).borderKm;
          [least, most] = [Math.min(least, km), Math.max(most, km)];
        }
      }
      expect(least).toBeGreaterThanOrEqual(range.nearestKm);
      expect(most).toBeLessThanOrEqual(range.farthestKm + 0.01);
      // the grid's cells are at most 3 km wide
      expect(least - range.nearestKm).toBeLessThan(3);
      expect(range.farthestKm - most).toBeLessThan(3);
    }
  });

  it('finds a farthest place inside a district that the line goes round', () => {
    // a square of 2 degrees, the line round three of its sides and half a degree off: the farthest is not at a corner there
    const bay = createBorder([
      [2.5, -0.5],
      [-0.5, -0.5],
      [-0.5, 2.5],
      [2.5, 2.5],
    ]);
    const square: Areal = {
      type: 'Polygon',
      coordinates: [
        [
          [0, 0],
          [2, 0],
          [2, 2],
          [0, 2],
          [0, 0],
        ],
      ],
    };
    const { nearestKm, farthestKm } = borderRange(square, bay);
    // half a degree of longitude at 2 degrees north, the narrowest of the gaps
    expect(nearestKm).toBeGreaterThan(55.2);
    expect(nearestKm).toBeLessThan(55.7);
    // on the middle line, 1.5 degrees of latitude from either arm
    expect(Math.abs(farthestKm - bay.nearest(1.7, 1).borderKm)).toBeLessThan(0.3);
    expect(farthestKm).toBeGreaterThan(bay.nearest(2, 0).borderKm * 2);
  });

  it('is unknown for an unknown district', () => {
    expect(ranges('atlantis')).toBeNull();
  });
});

it('the country of a place is the one it lies in', () => {
  const square = (west: number): Areal => ({
    type: 'Polygon',
    coordinates: [
      [
        [west, 0],
        [west + 1, 0],
        [west + 1, 1],
        [west, 1],
        [west, 0],
      ],
    ],
  });
  const country = createCountryLookup({
    features: [
      { geometry: square(0), properties: { iso: 'AA' } },
      { geometry: square(1), properties: { iso: null } },
    ],
  });
  expect([country(0.5, 0.5), country(1.5, 0.5), country(2.5, 0.5)]).toEqual(['AA', null, null]);
});
