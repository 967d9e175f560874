import { describe, expect, test } from 'vitest';
import { readPlace, splitPair } from '../../../../../src/panels/measure/coordinates.ts';
import { webAddress } from '../../../../../src/panels/web-address.ts';

describe('a pasted pair', () => {
  test.each([
    ['34.01, 71.58', '34.01', '71.58'],
    ['34.01 71.58', '34.01', '71.58'],
    ['(34.01; 71.58)', '34.01', '71.58'],
    ['34.01° N, 71.58° E', '34.01', '71.58'],
    ['34.01N 71.58E', '34.01', '71.58'],
    ['71.58 E, 34.01 N', '34.01', '71.58'],
    ['34.01 S, 71.58 W', '-34.01', '-71.58'],
    ['-34.01,-71.58', '-34.01', '-71.58'],
    ['71.58 E, 34.01', '34.01', '71.58'],
    ['34, 71', '34', '71'],
    ['34.01,71', '34.01', '71'],
  ])('%s', (text, lat, lon) => expect(splitPair(text)).toEqual({ lat, lon }));

  test.each(['', '34.01', 'Peshawar', '34.01 N, 71.58 N', '34.01, 71.58, 5', '34,01', '1e3, 5'])(
    '%j is no pair',
    (text) => {
      expect(splitPair(text)).toBeNull();
    },
  );
});

describe('typed coordinates', () => {
  test('are read', () => {
    expect(readPlace({ lat: '34.01', lon: ' 71.58° ' })).toEqual({ lat: 34.01, lon: 71.58 });
    expect(readPlace({ lat: '34,01', lon: '71,58' })).toEqual({ lat: 34.01, lon: 71.58 });
    expect(readPlace({ lat: '71.58 E', lon: '34.01 N' })).toEqual({ lat: 34.01, lon: 71.58 });
    expect(readPlace({ lat: '-90', lon: '180' })).toEqual({ lat: -90, lon: 180 });
  });
  test.each([
    ['', '71.58', 'Latitude is missing'],
    ['34.01', '', 'Longitude is missing'],
    ['north', '71.58', 'Latitude “north”'],
    ['90.1', '71.58', 'Latitude 90.1'],
    ['34.01', '-180.5', 'Longitude -180.5'],
    ['0x22', '71.58', 'Latitude “0x22”'],
    ['34 60', '71.58', 'Latitude “34 60”'],
    ['71.58 E', '71.58', 'Latitude “71.58 E” says that it is the Longitude'],
    ['34.01', 'NaN', 'Longitude “NaN”'],
    ['34.01', '1e400', 'Longitude “1e400”'],
  ])('%j, %j: %s', (lat, lon, words) => {
    const read = readPlace({ lat, lon });
    expect('problem' in read && read.problem).toContain(words);
  });
});

describe('links', () => {
  test('only the web is linked', () => {
    expect(webAddress('https://example.org/a?b=1')).toBe('https://example.org/a?b=1');
    expect(webAddress('http://example.org')).toBe('http://example.org/');
    for (const text of ['javascript:alert(1)', 'data:text/html,x', 'ftp://a.b', 'example.org', '', null, undefined])
      expect(webAddress(text)).toBeNull();
  });
});
