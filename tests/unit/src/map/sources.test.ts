import type { FeatureCollection, MultiLineString } from 'geojson';
import { expect, test } from 'vitest';
import type { Areal } from '../../../../geo/model/geojson.ts';
import { laterData } from '../../../../src/map/sources.ts';
import type { Layers, Scenery } from '../../../../src/state/layers.ts';

const EMPTY = { type: 'FeatureCollection', features: [] };

/** A unit square whose south-west corner is at a place. */
const square = (x: number, y: number): Areal => ({
  type: 'Polygon',
  coordinates: [
    [
      [x, y],
      [x + 1, y],
      [x + 1, y + 1],
      [x, y + 1],
      [x, y],
    ],
  ],
});
const province = (country: string, disputed: boolean, x: number, y: number) => ({
  type: 'Feature',
  geometry: square(x, y),
  properties: { name: `${country}${x}${y}`, country, disputed, labelPoint: [x, y] },
});
const country = (iso: string, geometry: Areal) => ({
  type: 'Feature',
  geometry,
  properties: { iso, name: iso, labelPoint: [0, 0] },
});

/**
 * Two provinces of Pakistan, the eastern one disputed, and east of that a disputed one of India, which has more land in
 * the south.
 */
const layers = {
  districts: EMPTY,
  rivers: EMPTY,
  line: EMPTY,
  places: EMPTY,
  provinces: {
    type: 'FeatureCollection',
    features: [province('PK', false, 0, 1), province('PK', true, 1, 1), province('IN', true, 2, 1)],
  },
  countries: {
    type: 'FeatureCollection',
    features: [
      country('IN', { type: 'MultiPolygon', coordinates: [[...(square(2, 1).coordinates as never[])]] }),
      country('IN', square(2, 0)),
    ],
  },
} as unknown as Layers & Scenery;

const data = laterData(layers);
const edgesIn = (source: string) => {
  const { features } = data[source] as FeatureCollection<MultiLineString>;
  const lines = features.flatMap(({ geometry }) => geometry.coordinates);
  return lines.flatMap((line) => line.slice(1).map((end, i) => [line[i], end].map(String).sort().join(' '))).sort();
};

test('a border between two countries that disputed areas lie on is drawn once, as the edge of a disputed area', () => {
  expect(edgesIn('disputed-edges').filter((edge) => edge === '2,1 2,2')).toHaveLength(1);
  expect(edgesIn('provinces')).toEqual(['1,1 1,2']);
  expect(edgesIn('country-edges')).not.toContain('2,1 2,2');
});

test('the edge of a disputed area within a country is drawn as such, the rest of the country’s border as ever', () => {
  expect(edgesIn('disputed-edges')).toContain('2,1 3,1');
  expect(edgesIn('country-edges')).toEqual(['2,0 2,1', '2,0 3,0', '3,0 3,1']);
});

test('disputed areas say so in their names', () => {
  const names = data['names']?.features.map(({ properties }) => String(properties?.['name']));
  expect(names).toEqual(expect.arrayContaining(['PK01', 'PK11 (disputed)', 'IN21 (disputed)']));
});
