import { describe, expect, test } from 'vitest';
import { FILTER_KEYS, isOn, NO_FILTERS, type Filters } from '../../../../geo/store/filter.ts';
import { boundsProblem, fieldNumber, rangeOrNull } from '../../../../src/panels/filters/bounds.ts';
import { chipsOf } from '../../../../src/state/chips.ts';
import { share, ticked } from '../../../../src/state/choice.ts';

const ALL = ['a', 'b', 'c', 'd'] as const;

describe('a choice', () => {
  test('ticking narrows from everything, unticking the last shows everything again', () => {
    expect(ticked<string>(null, ['c'], true, ALL)).toEqual(['c']);
    expect(ticked<string>(['c'], ['a'], true, ALL)).toEqual(['a', 'c']);
    expect(ticked<string>(['a', 'c'], ['a'], false, ALL)).toEqual(['c']);
    expect(ticked<string>(['c'], ['c'], false, ALL)).toBeNull();
  });
  test('a group is chosen whole, in part or not at all', () => {
    expect(share(null, ['a', 'b'])).toBe('none');
    expect(share<string>(['a'], ['a', 'b'])).toBe('some');
    expect(share<string>(['a', 'b', 'd'], ['a', 'b'])).toBe('all');
  });
});

describe('bounds', () => {
  test('an empty field is no bound, a half-typed number changes nothing', () => {
    expect(fieldNumber('', false)).toBeNull();
    expect(fieldNumber('', true)).toBeUndefined();
    expect(fieldNumber('0', false)).toBe(0);
    expect(rangeOrNull(null, null)).toBeNull();
    expect(rangeOrNull(0, null)).toEqual({ min: 0, max: null });
  });
  test('crossed and negative bounds are named', () => {
    expect(boundsProblem({ min: 30, max: 20 })).toContain('30');
    expect(boundsProblem({ min: -5, max: null })).toContain('-5');
    expect(boundsProblem({ min: 0, max: 0 })).toBeNull();
  });
});

describe('chips', () => {
  const chips = (change: Partial<typeof NO_FILTERS>) =>
    chipsOf({ ...NO_FILTERS, ...change }, 'km', (id) => id.toUpperCase());
  test('there is none without a filter', () => expect(chips({})).toEqual([]));
  test('a whole group is one chip, and taking it away leaves the rest', () => {
    const [group, type] = chips({ types: ['suicide_bombing', 'bombing_ied', 'airstrike'] });
    expect(group).toEqual({ key: 'types', text: 'Explosion', removed: { types: ['airstrike'] } });
    expect(type).toEqual({ key: 'types', text: 'Airstrike', removed: { types: ['suicide_bombing', 'bombing_ied'] } });
  });
  test('every filter has a chip, whose change switches it off', () => {
    const on: Filters = {
      text: 'wana',
      types: ['talks'],
      sides: ['ttp'],
      actors: ['Frontier Corps (Pakistan)'],
      districts: ['kurram'],
      provinces: ['AF-PIA'],
      countries: ['AF'],
      confidences: ['low'],
      deaths: { min: 5, max: 20 },
      borderKm: { min: null, max: 25 },
      borderSide: 'PK',
      alongKm: { min: 100, max: 300 },
      acrossKm: { min: -25, max: null },
      once: true,
      paired: true,
    };
    const all = chips(on);
    expect(all.map(({ text }) => text)).toEqual([
      '“wana”',
      'Talks',
      'TTP and allies',
      'Frontier Corps (Pakistan)',
      'KURRAM',
      'Paktika',
      'Afghanistan',
      '5 to 20 killed',
      'at most 25.0 km from the Durand Line',
      'Pakistan’s side',
      'kilometre 100 to 300 of the Durand Line',
      'at least 25.0 km on Afghanistan’s side',
      'Low confidence',
      'Only pairs of one event',
      'Pairs of one event counted once',
    ]);
    for (const { key, removed } of all) expect(isOn({ ...on, ...removed }, key)).toBe(false);
    expect(all.map(({ key }) => key).sort()).toEqual([...FILTER_KEYS].sort());
  });
  test('a list that lets nothing pass says so', () => {
    expect(chips({ types: [] })).toEqual([{ key: 'types', text: 'What happened: none', removed: { types: null } }]);
  });
});
