import { describe, expect, test } from 'vitest';
import { classIn, districtFigures, logLimits, rateOf, roundLimits, shade } from '../../../../src/scene/classes.ts';
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

  const most = (...of: number[]) => new Map(['swat', 'khyber', 'tank', 'dir'].map((id, i) => [id, of[i]]));
  const classes = (...given: Parameters<typeof shade>) => Object.fromEntries(shade(...given).classOf);

  test('by incidents', () => {
    const by = { measure: 'incidents', people: null } as const;
    expect(shade(figures, most(4, 2, 1, 0), by).limits).toEqual([1, 2]);
    expect(classes(figures, most(4, 2, 1, 0), by)).toEqual({ swat: 2, khyber: 2, tank: 1, dir: 0 });
  });

  test('by deaths: zero is not no data', () => {
    const by = { measure: 'deaths', people: null } as const;
    expect(shade(figures, most(12, 0, 0, 0), by).limits).toEqual([1, 2, 5, 10]);
    expect(classes(figures, most(12, 0, 0, 0), by)).toEqual({ swat: 4, khyber: null, tank: 0, dir: 0 });
  });

  test('per 100,000 people: by the people of each, and anything at all is more than none', () => {
    const people = new Map(Object.entries({ swat: 2_700_000, khyber: 1_150_000, tank: 470_000, dir: 1_000_000 }));
    const by = { measure: 'incidents', people } as const;
    // 4 / 27, 2 / 11.5, 1 / 4.7 and 0
    const { limits } = shade(figures, most(4, 2, 1, 0), by);
    expect(limits).toEqual([Number.MIN_VALUE, 0.05, 0.1, 0.2]);
    expect(classes(figures, most(4, 2, 1, 0), by)).toEqual({ swat: 3, khyber: 3, tank: 4, dir: 0 });
    expect(limits.map((limit, i) => MAP.rateClassText(limit, limits[i + 1]))).toEqual([
      'under 0.05',
      '0.05–0.1',
      '0.1–0.2',
      '0.2+',
    ]);
    expect(rateOf(null, 1)).toBeNull();
    expect(rateOf(3, 300_000)).toBe(1);
  });

  test('a district that is not on the map is left out', () => {
    expect(districtFigures(['swat'], districts, counts).size).toBe(1);
  });
});
