import { describe, expect, test } from 'vitest';
import { classIn, districtFigures, logLimits, roundLimits, shade } from '../../../../src/scene/classes.ts';
import { MAP } from '../../../../src/text/map.ts';

describe('round limits', () => {
  test.each([
    [0, []],
    [1, [1]],
    [3, [1, 2]],
    [7, [1, 2, 5]],
    [10, [1, 2, 5, 10]],
    [37, [1, 5, 10, 20]],
    [269, [1, 50, 100, 200]],
    [1000, [1, 200, 500, 1000]],
  ])('up to %i: %j', (most, limits) => {
    expect(roundLimits(most)).toEqual(limits);
  });
});

describe('limits over several powers of ten', () => {
  test.each([
    [0, []],
    [1, [1]],
    [20, [1, 2, 5, 10, 20]],
    [100, [1, 5, 20, 100]],
    [1999, [1, 5, 20, 100, 500]],
    [21_904, [1, 10, 100, 1000, 10_000]],
  ])('up to %i: %j', (most, limits) => {
    expect(logLimits(most)).toEqual(limits);
  });
});

test('a value is in the class whose limit it reaches', () => {
  expect([0, 1, 4, 5, 19, 20, 999].map((value) => classIn([1, 5, 20], value))).toEqual([0, 1, 1, 2, 2, 3, 3]);
});

describe('the shading of districts', () => {
  const districts = [{ id: 'swat' }, { id: 'khyber' }, { id: 'tank' }];
  const counts = [
    { incidents: 4, deaths: 12, deathsUnknown: 1, range: { low: 10, high: 15 } },
    { incidents: 2, deaths: 0, deathsUnknown: 2, range: { low: 0, high: 0 } },
    { incidents: 1, deaths: 0, deathsUnknown: 0, range: { low: 0, high: 0 } },
  ];
  const figures = districtFigures(['swat', 'khyber', 'tank', 'dir'], districts, counts);

  test('the words: deaths that nobody knows are never 0', () => {
    const words = ['dir', 'khyber', 'tank', 'swat'].map((id) => {
      const tally = figures.get(id);
      return tally && MAP.districtFigures(tally);
    });
    expect(words).toEqual([
      '0 incidents',
      '2 incidents, killed not known',
      '1 incident, none killed',
      '4 incidents, about 12 killed (10–15), not known for 1',
    ]);
  });

  test('by incidents', () => {
    const { limits, classOf } = shade(figures, 'incidents');
    expect(limits).toEqual([1, 2]);
    expect(Object.fromEntries(classOf)).toEqual({ swat: 2, khyber: 2, tank: 1, dir: 0 });
  });

  test('by deaths: zero is not no data', () => {
    const { limits, classOf } = shade(figures, 'deaths');
    expect(limits).toEqual([1, 2, 5, 10]);
    expect(Object.fromEntries(classOf)).toEqual({ swat: 4, khyber: null, tank: 0, dir: 0 });
  });

  test('a district that is not on the map is left out', () => {
    expect(districtFigures(['swat'], districts, counts).size).toBe(1);
  });
});
