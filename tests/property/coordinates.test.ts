import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readPosition } from '../../geo/formats/positions.ts';
import { coordinateText, readCoordinate, splitCoordinates, type Coordinate } from '../../geo/formats/coordinates.ts';

const LETTERS = { lat: ['N', 'S'], lon: ['E', 'W'] } as const;
const WORDS = { N: 'north', S: 'South', E: 'EAST', W: 'west' } as const;

/** Thousandths of a second of arc, so that every spelling holds the value whole. */
const angle = (axis: Coordinate) => fc.integer({ min: 0, max: (axis === 'lat' ? 90 : 180) * 3_600_000 });
const parts = (size: number) => {
  const [seconds, minutes] = [size / 1000, Math.floor(size / 60_000)];
  return { d: Math.floor(minutes / 60), m: minutes % 60, s: Number((seconds - minutes * 60).toFixed(3)) };
};

/** Ways of writing an angle with the letter of its side. */
const SPELLINGS: ((size: number, letter: keyof typeof WORDS) => string)[] = [
  (size, letter) => `${(size / 3_600_000).toFixed(10)}${letter}`,
  (size, letter) => `${(size / 3_600_000).toFixed(10).replace('.', ',')}° ${letter.toLowerCase()}`,
  (size, letter) => `${letter} ${(size / 3_600_000).toFixed(10)}°`,
  (size, letter) => `${(size / 3_600_000).toFixed(10)} ${WORDS[letter]}`,
  (size, letter) => `${parts(size).d}°${parts(size).m}′${parts(size).s}″${letter}`,
  (size, letter) => `${parts(size).d}° ${parts(size).m}' ${parts(size).s}" ${letter}`,
  (size, letter) => `${parts(size).d} ${parts(size).m} ${parts(size).s} ${letter}`,
  (size, letter) => `${parts(size).d}:${parts(size).m}:${String(parts(size).s).replace('.', ',')} ${letter}`,
  (size, letter) => `${parts(size).d}d${parts(size).m}m${parts(size).s}s ${letter}`,
  (size, letter) => `${letter}${parts(size).d}º${((size / 60_000) % 60).toFixed(9)}’`,
];
const spelling = fc.constantFrom(...SPELLINGS);

describe('a coordinate that is written', () => {
  test.each(['lat', 'lon'] as const)('is read as it was, however it is written: %s', (axis) => {
    fc.assert(
      fc.property(angle(axis), fc.constantFrom(0, 1), spelling, (size, side, write) => {
        const text = write(size, LETTERS[axis][side]);
        const read = readCoordinate(text, axis);
        expect(typeof read === 'number' ? read : `${text}: ${read}`).toBeCloseTo(
          ((side ? -1 : 1) * size) / 3_600_000,
          7,
        );
      }),
      { numRuns: 2000 },
    );
  });

  test('stands in a field so that it comes back, to a centimetre', () => {
    fc.assert(
      fc.property(fc.double({ min: -180, max: 180, noNaN: true }), (degrees) => {
        const text = coordinateText(degrees);
        expect(text).toMatch(/^-?\d+(\.\d{1,7})?$/);
        expect(readCoordinate(text, 'lon')).toBe(Number(degrees.toFixed(7)) + 0);
      }),
      { numRuns: 2000 },
    );
    expect([coordinateText(1e-7), coordinateText(-1.2e-6), coordinateText(-0)]).toEqual([
      '0.0000001',
      '-0.0000012',
      '0',
    ]);
  });
});

describe('two in one text', () => {
  test('come apart whichever of the usual ways they are written', () => {
    const separator = fc.constantFrom(', ', '; ', ' ', ' / ', '\t');
    fc.assert(
      fc.property(
        angle('lat'),
        angle('lon'),
        spelling,
        separator,
        fc.boolean(),
        (lat, lon, write, between, isLonFirst) => {
          const texts = [write(lat, 'N'), write(lon, 'W')];
          const pair = splitCoordinates((isLonFirst ? texts.reverse() : texts).join(between));
          expect(pair?.lat).toBeCloseTo(lat / 3_600_000, 7);
          expect(pair?.lon).toBeCloseTo(-lon / 3_600_000, 7);
        },
      ),
      { numRuns: 2000 },
    );
  });

  test.each([
    ['34,01 71,58', 34.01, 71.58],
    ['34,01, 71,58', 34.01, 71.58],
    ['34°01′N71°34′E', 34 + 1 / 60, 71 + 34 / 60],
    ['N34.5 E71.5', 34.5, 71.5],
    ['34.0100° N, 71.5800° E', 34.01, 71.58],
  ])('%s', (text, lat, lon) => expect(splitCoordinates(text)).toEqual({ lat, lon }));
});

describe('what is no coordinate', () => {
  test.each([
    '0x22',
    '0b11',
    '1e3',
    'Infinity',
    'NaN',
    'north',
    '34.5.6',
    '--34',
    '-34 S',
    '34 N S',
    '34 60',
    '34.5 10',
    '34°5.5′3″',
    '٣٤',
  ])('%s', (text) => expect(readCoordinate(text, 'lat')).toBe('not-degrees'));
  test('says why', () => {
    const read = ['', '  ', '90.1', '34 E', '1e-7'].map((text) => readCoordinate(text, 'lat'));
    expect(read).toEqual(['missing', 'missing', 'out-of-range', 'other-axis', 1e-7]);
  });
});

/** Pairs of degrees with five decimals, as they are written in one cell, and how. */
const pair = fc.record({
  lat: fc.integer({ min: -89_99999, max: 89_99999 }).map((size) => size / 1e5),
  lon: fc.integer({ min: -179_99999, max: 179_99999 }).map((size) => size / 1e5),
});
const PAIRS: ((lat: string, lon: string) => string)[] = [
  (lat, lon) => `${lat}, ${lon}`,
  (lat, lon) => `${lat},${lon}`,
  (lat, lon) => `${lat} ${lon}`,
  (lat, lon) => `${lat};${lon}`,
  (lat, lon) => `(${lat}, ${lon})`,
  (lat, lon) => `[${lat}, ${lon}]`,
  (lat, lon) => `${lat.replace('.', ',')} ${lon.replace('.', ',')}`,
  (lat, lon) => `${lat.replace('.', ',')}; ${lon.replace('.', ',')}`,
  (lat, lon) => `${lat}° / ${lon}°`,
  (lat, lon) => `Lat: ${lat}, Lon: ${lon}`,
  (lat, lon) => `Latitude=${lat} Longitude=${lon}`,
];
const POINTS: ((lat: string, lon: string) => string)[] = [
  (lat, lon) => `POINT(${lon} ${lat})`,
  (lat, lon) => `Point ( ${lon}  ${lat} )`,
  (lat, lon) => `POINT Z (${lon} ${lat} 12.5)`,
  (lat, lon) => `POINTZM(${lon} ${lat} 12 3)`,
  (lat, lon) => `SRID=4326;POINT(${lon} ${lat})`,
  (lat, lon) => `{"type":"Point","coordinates":[${lon},${lat}]}`,
  (lat, lon) => `{'type': 'Point', 'coordinates': [${lon}, ${lat}]}`,
];

describe('a position in one cell', () => {
  const near = ({ lat, lon }: Record<Coordinate, number>) => ({
    lat: expect.closeTo(lat, 9),
    lon: expect.closeTo(lon, 9),
  });

  test('is read as it was, in either order, however it is written', () => {
    fc.assert(
      fc.property(pair, fc.constantFrom(...PAIRS), ({ lat, lon }, write) => {
        const texts = [lat.toFixed(5), lon.toFixed(5)] as const;
        const text = write(...texts);
        expect(readPosition(text, 'lat'), text).toEqual(near({ lat, lon }));
        if (/lat/i.test(text)) expect(readPosition(text, 'lon'), text).toEqual(near({ lat, lon }));
        else expect(readPosition(text, 'lon'), text).toEqual(near({ lat: lon, lon: lat }));
      }),
      { numRuns: 10_000 },
    );
  });

  test('is read with letters, whichever stands first and whatever order is usual in the file', () => {
    const size = { lat: angle('lat'), lon: angle('lon') };
    const between = fc.constantFrom(', ', ' ', '; ', ' / ');
    fc.assert(
      fc.property(size.lat, size.lon, spelling, between, fc.boolean(), (lat, lon, write, separator, isLonFirst) => {
        const parts = [write(lat, 'N'), write(lon, 'E')];
        const text = (isLonFirst ? parts.reverse() : parts).join(separator);
        const read = readPosition(text, isLonFirst ? 'lat' : 'lon');
        expect(typeof read === 'string' ? `${text}: ${read}` : read).toEqual({
          lat: expect.closeTo(lat / 3_600_000, 7),
          lon: expect.closeTo(lon / 3_600_000, 7),
        });
      }),
      { numRuns: 10_000 },
    );
  });

  test('is read from the texts that programs make of points, longitude first, and from no other system', () => {
    fc.assert(
      fc.property(pair, fc.constantFrom(...POINTS), fc.constantFrom('lat', 'lon'), ({ lat, lon }, write, first) => {
        const text = write(String(lat), String(lon));
        expect(readPosition(text, first), text).toEqual({ lat, lon });
        const wkt = `SRID=32642;POINT(${lon} ${lat})`;
        expect(readPosition(wkt, first)).toBe('other-system');
      }),
      { numRuns: 10_000 },
    );
  });
});
