import { describe, expect, test } from 'vitest';
import { measurementGeoJson, pathGeoJson } from '../../../../geo/border/measured-geojson.ts';
import type { Measurement } from '../../../../geo/model/border.ts';
import { countryName, linesText, measurementLines, pathLines } from '../../../../src/text/measure.ts';

const peshawar: Measurement = {
  lon: 71.58,
  lat: 34.01,
  borderKm: 38.04,
  borderPoint: [71.2, 34.2],
  side: 'PK',
  alongKm: 702.6,
  district: { id: 'peshawar', name: 'Peshawar' },
  country: 'PK',
};

describe('a measurement to copy', () => {
  test('as text holds every figure', () => {
    expect(linesText(measurementLines(peshawar, 'km'))).toBe(
      [
        'Distance from the Durand Line: 38.0 km',
        'Place: 34.0100° N, 71.5800° E',
        'Nearest point: 34.2000° N, 71.2000° E',
        'Side: Pakistan',
        'Along the line: 702.6 km from the tripoint with China',
        'District: Peshawar',
        'Country: Pakistan',
      ].join('\n'),
    );
  });
  test('says what is not known', () => {
    const at_sea = { ...peshawar, side: null, district: null, country: null };
    const values = measurementLines(at_sea, 'km').map(([, value]) => value);
    expect(values).toContain('neither side');
    expect(values).toContain('none of Khyber Pakhtunkhwa');
    expect(values).toContain('not known');
  });
  test('as GeoJSON has longitude first', () => {
    const { features } = measurementGeoJson(peshawar);
    expect(features.map(({ geometry }) => geometry)).toEqual([
      { type: 'Point', coordinates: [71.58, 34.01] },
      { type: 'Point', coordinates: [71.2, 34.2] },
      {
        type: 'LineString',
        coordinates: [
          [71.58, 34.01],
          [71.2, 34.2],
        ],
      },
    ]);
    expect(features[0].properties).toMatchObject({ borderKm: 38.04, side: 'PK' });
  });
});

describe('a path to copy', () => {
  test('has its length and its legs', () => {
    expect(pathLines([10, 20.55], 30.55, 'km')).toEqual([
      ['Length', '30.6 km'],
      ['Leg 1', '10.0 km'],
      ['Leg 2', '20.6 km'],
    ]);
    const [{ geometry, properties }] = pathGeoJson(
      [
        [71, 34],
        [72, 34],
      ],
      [92.4],
      92.4,
    ).features;
    expect(geometry).toEqual({
      type: 'LineString',
      coordinates: [
        [71, 34],
        [72, 34],
      ],
    });
    expect(properties).toEqual({ name: 'measured path', lengthKm: 92.4, legsKm: [92.4] });
  });
});

test('countries have their English names', () => {
  expect(countryName('AF')).toBe('Afghanistan');
  expect(countryName(null)).toBe('not known');
});
