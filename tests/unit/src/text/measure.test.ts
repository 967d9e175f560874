import { describe, expect, test } from 'vitest';
import { measurementGeoJson, pathGeoJson } from '../../../../geo/ground/measured-geojson.ts';
import type { Measurement } from '../../../../geo/model/border.ts';
import { gradeInterval } from '../../../../geo/ground/uncertainty.ts';
import {
  countryName,
  districtText,
  gradeText,
  knownText,
  linesText,
  measurementLines,
  pathLines,
} from '../../../../src/text/measure.ts';

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

const exactly = { grade: 'exact', interval: { min: 37.04, max: 39.04 } } as const;
const kurram = { id: 'kurram', name: 'Kurram', km: 102.34 };

describe('a measurement to copy', () => {
  test('as text holds every figure', () => {
    expect(linesText(measurementLines(peshawar, exactly, kurram, 'Torkham, 44.0 km', 'km'))).toBe(
      [
        'Distance from the Durand Line: 38.0 km (37–39)',
        'How well the place is known: Exact, within 1 km',
        'Place: 34.0100° N, 71.5800° E',
        'Nearest point: 34.2000° N, 71.2000° E',
        'Side: Pakistan',
        'Along the line: 702.6 km from the tripoint with China',
        'District: Peshawar',
        'Country: Pakistan',
        'Nearest crossing: Torkham, 44.0 km',
        'Distance to Kurram: 102.3 km',
      ].join('\n'),
    );
  });
  test('leaves the side undecided where the line lies within what the place is known to', () => {
    const sideOf = (grade: 'town' | 'district', min: number) => {
      const lines = measurementLines(peshawar, { grade, interval: { min, max: 50 } }, null, null, 'km');
      return new Map(lines).get('Side');
    };
    expect(sideOf('town', 0)).toBe('undecided: the line lies within what the place is known to');
    expect([sideOf('town', 0.1), sideOf('district', 0)]).toEqual(['Pakistan', 'Pakistan']);
  });
  test('says what is not known', () => {
    const at_sea = { ...peshawar, side: null, district: null, country: null };
    const values = measurementLines(at_sea, { grade: 'district', interval: null }, null, null, 'km').map(
      ([, value]) => value,
    );
    expect(values[0]).toBe('38.0 km');
    expect(values).toContain('neither side');
    expect(values).toContain('none of Khyber Pakhtunkhwa');
    expect(values).toContain('not known');
  });
  test('as GeoJSON has longitude first', () => {
    const { features } = measurementGeoJson(peshawar, exactly, kurram);
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
    expect(features[0].properties).toMatchObject({
      borderKm: 38.04,
      placeKnown: 'exact',
      borderKmMin: 37.04,
      borderKmMax: 39.04,
      side: 'PK',
      toDistrict: kurram,
    });
  });
});

describe('a path to copy', () => {
  test('has its length and its legs', () => {
    expect(pathLines([10, 20.55], 30.55, kurram, 'km')).toEqual([
      ['Length', '30.6 km'],
      ['Leg 1', '10.0 km'],
      ['Leg 2', '20.6 km'],
      ['Distance to Kurram', '102.3 km'],
    ]);
    const [{ geometry, properties }] = pathGeoJson(
      [
        [71, 34],
        [72, 34],
      ],
      [92.4],
      92.4,
      null,
    ).features;
    expect(geometry).toEqual({
      type: 'LineString',
      coordinates: [
        [71, 34],
        [72, 34],
      ],
    });
    expect(properties).toEqual({ name: 'measured path', lengthKm: 92.4, legsKm: [92.4], toDistrict: null });
  });
});

describe('how well a place is known', () => {
  test.each([
    ['exact', '44.9 km (44–46)', 'Exact, within 1 km', 'Exact, within 0.6 mi'],
    ['town', '44.9 km (40–50)', 'Town, within 5 km', 'Town, within 3.1 mi'],
    ['about', '44.9 km (20–70)', 'About, within 25 km', 'About, within 15.5 mi'],
    ['district', '45 km (12–61)', 'District, anywhere in it', 'District, anywhere in it'],
  ] as const)('%s', (grade, figure, km, mi) => {
    const interval = gradeInterval(grade, 44.9, { nearestKm: 12.2, farthestKm: 61.3 });
    expect(knownText(44.9, { grade, interval }, 'km')).toBe(figure);
    expect([gradeText(grade, 'km'), gradeText(grade, 'mi')]).toEqual([km, mi]);
  });
  test('in miles, and no nearer than the line', () => {
    // 3 km are 1.86 miles; from 0 to 28 km, 17.4 miles
    expect(knownText(3, { grade: 'about', interval: gradeInterval('about', 3, null) }, 'mi')).toBe('1.9 mi (0–17)');
  });
  test('a district that is not known gives no interval', () => {
    expect(gradeInterval('district', 44.9, null)).toBeNull();
  });
});

test('a place inside a district is 0 from it', () => {
  expect(districtText({ ...kurram, km: 0 }, 'km')).toBe('0 km, inside it');
  expect(districtText(kurram, 'mi')).toBe('63.6 mi');
});

test('countries have their English names', () => {
  expect(countryName('AF')).toBe('Afghanistan');
  expect(countryName(null)).toBe('not known');
});
