import { expect, test } from 'vitest';
import { dayOf } from '../../../../geo/model/day.ts';
import { rateRatio } from '../../../../geo/statistics/rate-ratio.ts';
import {
  categoryText,
  changeText,
  periodText,
  quietText,
  ratioText,
  readText,
  spreadText,
  weeklyChangeText,
} from '../../../../src/text/trends.ts';

const between = (now: number, before: number) => ({
  ratio: rateRatio({ count: now, days: 30 }, { count: before, days: 30 }),
  why: null,
});

test('a change is more or fewer than chance would give, or could be chance', () => {
  // the intervals are those of poisson.test in R
  expect(changeText(between(60, 20))).toBe('more than chance would give (ratio 3.0, 95 % interval 1.8 to 5.3)');
  expect(changeText(between(20, 60))).toBe('fewer than chance would give (ratio 0.33, 95 % interval 0.19 to 0.56)');
  expect(changeText(between(20, 20))).toBe('could be chance (ratio 1.0, 95 % interval 0.51 to 2.0)');
});

test('after none there is no ratio', () => {
  expect(changeText(between(9, 0))).toBe('more than chance would give (none before; at least 2.0 times as many)');
  expect(changeText(between(4, 0))).toBe('could be chance (none before)');
});

test('what cannot be compared says why', () => {
  const without = (why: 'none' | 'few' | 'unknown' | 'rule' | 'before-data') => changeText({ ratio: null, why });
  expect(without('few')).toBe('too few to say');
  expect(without('none')).toBe('none in either');
  expect(without('unknown')).toBe('killed not known');
  expect(without('rule')).toBe('not comparable: from 2022 a selection');
  expect(without('before-data')).toBe('the data begin later');
});

test('figures, unknown ones too', () => {
  expect(periodText({ figure: 1234, unknown: 0 })).toBe('1,234');
  expect(periodText({ figure: 12, unknown: 3 })).toBe('12, not known for 3');
  expect(periodText({ figure: null, unknown: 3 })).toBe('not known');
  expect([ratioText(123.4), ratioText(2.14), ratioText(0.428)]).toEqual(['123', '2.1', '0.43']);
});

test('categories by name, label or distance', () => {
  const wording = { units: 'km' as const, districtName: (id: string) => `District ${id}` };
  expect(categoryText('all', '', wording)).toBe('All together');
  expect(categoryText('district', 'kurram', wording)).toBe('District kurram');
  expect(categoryText('side', 'ttp', wording)).toBe('TTP and allies');
  expect(categoryText('kind', 'force', wording)).toBe('State force');
  expect(categoryText('group', 'Lashkar-e-Islam', wording)).toBe('Lashkar-e-Islam');
  expect(categoryText('type', 'ambush', wording)).toBe('Ambush');
  expect(categoryText('band', '10-25', wording)).toBe('10–25 km');
  expect(categoryText('band', '100+', { ...wording, units: 'mi' })).toBe('62 mi and more');
});

test('a change point, a day of the curve, what is quiet, how much weeks vary', () => {
  const change = { day: dayOf(2007, 3, 6), from: dayOf(2007, 1, 30), to: dayOf(2007, 7, 24) };
  expect(weeklyChangeText({ ...change, before: 0.17, after: 1.1, sureness: 'very-sure' })).toBe(
    '6 Mar 2007: from 0.17 to 1.1 incidents a week; very sure; with 95 % in 30 Jan – 24 Jul 2007',
  );
  const days = { start: dayOf(2007, 3, 1), end: dayOf(2007, 3, 7) };
  expect(readText(days, [{ name: 'All together', figure: '12' }])).toBe('1–7 Mar 2007: 12');
  const two = [
    { name: 'Kurram', figure: '3' },
    { name: 'Khyber', figure: '0' },
  ];
  expect(readText(days, two)).toBe('1–7 Mar 2007: Kurram 3, Khyber 0');
  expect(quietText(['Talks', 'Other'])).toBe('Nothing in any of these days: Talks, Other.');
  expect(spreadText(1, 'incidents')).toContain('no more than chance');
  expect(spreadText(2.34, 'deaths')).toContain('2.3');
});
