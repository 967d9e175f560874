import { describe, expect, it, test } from 'vitest';
import {
  byName,
  formFor,
  listText,
  monthName,
  numberText,
  plainText,
  regionName,
} from '../../../../src/text/locale.ts';
import {
  bytesText,
  counted,
  countsText,
  countText,
  distancesText,
  distanceText,
  incidentsText,
  intervalText,
  placeText,
} from '../../../../src/text/numbers.ts';
import { piecesOf } from '../../../../src/text/pieces.ts';

describe('numbers', () => {
  it.each([
    [0, '0'],
    [-0, '0'],
    [999, '999'],
    [1000, '1,000'],
    [1_234_567, '1,234,567'],
    [-12, '−12'],
  ])('a count of %d: %s', (count, expected) => {
    expect(countText(count)).toBe(expected);
  });

  it('have the last digit of their exact value: 0.35 lies below its half, 0.25 on it', () => {
    expect([0.25, 0.35, 1.45, 12.45, 999.96].map((value) => numberText(value, { decimals: 1 }))).toEqual([
      '0.3',
      '0.3',
      '1.4',
      '12.4',
      '1,000.0',
    ]);
    expect(numberText(-0.04, { decimals: 1 })).toBe('0.0');
  });

  it('that name something have no thousands apart', () => {
    expect([2025, 1893, 0.5, 12_345].map(plainText)).toEqual(['2025', '1893', '0.5', '12345']);
  });

  it('of a range, both ends even where they are one', () => {
    expect(countsText(2, 4)).toBe('2–4');
    expect(countsText(1000, 1999)).toBe('1,000–1,999');
    expect(countsText(7, 7)).toBe('7–7');
  });
});

describe('units', () => {
  it('follow an ordinary space', () => {
    expect(distanceText(1234.56, 'km')).toBe('1,234.6 km');
    // 10 / 1.609344 = 6.2137
    expect(distanceText(10, 'mi')).toBe('6.2 mi');
    expect(distanceText(0, 'km', 0)).toBe('0 km');
    expect(distancesText(0, 10, 'km')).toBe('0–10 km');
    expect(distancesText(50, 100, 'mi')).toBe('31–62 mi');
    expect(intervalText(7.2, 6.9, 7.4, 'km', false)).toBe('7.2 km (7–7)');
  });

  it('of bytes', () => {
    expect([0, 1, 340_000, 999_999, 1_000_000, 12_460_000].map(bytesText)).toEqual([
      '0 kB',
      '1 kB',
      '340 kB',
      '1000 kB',
      '1.0 MB',
      '12.5 MB',
    ]);
  });

  it('of degrees, by hemisphere', () => {
    expect(placeText(-71.58, -34.01)).toBe('34.0100° S, 71.5800° W');
  });
});

test('months have three letters, September too, whatever the clock’s zone', () => {
  const months = Array.from({ length: 12 }, (_, month) => monthName(Date.UTC(2025, month, 1)));
  expect(months.join(' ')).toBe('Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec');
});

test('lists have commas alone', () => {
  expect([[], ['a'], ['a', 'b'], ['a', 'b', 'c']].map(listText)).toEqual(['', 'a', 'a, b', 'a, b, c']);
});

describe('sentences about a count', () => {
  it('take the form of the count, and `other` where a language has no more', () => {
    expect([0, 1, 2, 1000].map(incidentsText)).toEqual(['0 incidents', '1 incident', '2 incidents', '1,000 incidents']);
    expect(formFor(1, { other: 'all' })).toBe('all');
  });

  it('put in what they name, once, and leave braces of the data alone', () => {
    expect(counted(2, { one: 'x', other: '{what}: {count} of {count}' }, { what: 'a {count}' })).toBe(
      'a {count}: 2 of 2',
    );
  });

  it('come in pieces where one stands out', () => {
    expect(piecesOf('{killed} killed', { killed: '12' }, 'killed')).toEqual([
      { text: '12', strong: true },
      { text: ' killed', strong: false },
    ]);
    expect(piecesOf('at {time}: {figure}', { time: '{figure}', figure: '3' }, 'time').map(({ text }) => text)).toEqual([
      'at ',
      '{figure}',
      ': ',
      '3',
    ]);
  });
});

test('names of countries, and of places in order', () => {
  expect([regionName('PK'), regionName('XX')]).toEqual(['Pakistan', 'XX']);
  expect(['Swat', 'Élam', 'bannu', 'Dir'].toSorted(byName)).toEqual(['bannu', 'Dir', 'Élam', 'Swat']);
});
