import { describe, expect, test } from 'vitest';
import { beyondText, brushedText, tallyText } from '../../../../src/text/distance.ts';
import { killedShort } from '../../../../src/text/list.ts';
import { deathsFigure, deathsText } from '../../../../src/text/numbers.ts';
import { figureText, highestText } from '../../../../src/text/timeline.ts';

const of = (incidents: number, deaths: number, deathsUnknown: number, [low, high] = [deaths, deaths]) => ({
  incidents,
  deaths,
  deathsUnknown,
  range: { low, high },
});
const bins = { step: 'month' as const, edges: Int32Array.from([12_478, 12_509, 12_539]) };

describe('deaths', () => {
  test('are the sum of what is known, with how many are not', () => {
    expect(deathsText(of(3, 1200, 0))).toBe('about 1,200 killed');
    expect(deathsText(of(3, 12, 1))).toBe('about 12 killed, not known for 1');
    expect(deathsText(of(2, 0, 0))).toBe('none killed');
    expect(deathsText(of(0, 0, 0))).toBe('none killed');
    expect(deathsText(of(3, 0, 2))).toBe('none known killed, not known for 2');
  });

  test('have their range where the lowest and the highest counts differ', () => {
    expect(deathsText(of(1624, 28_023, 0, [24_100, 33_000]))).toBe('about 28,023 killed (24,100–33,000)');
    expect(deathsText(of(3, 12, 1, [10, 15]))).toBe('about 12 killed (10–15), not known for 1');
    expect(deathsText(of(3, 0, 1, [0, 4]))).toBe('none killed (0–4), not known for 1');
    expect(deathsText({ ...of(3, 12, 0), range: null })).toBe('about 12 killed');
  });

  test('are not known where none is, never 0', () => {
    expect(deathsText(of(1, 0, 1))).toBe('killed not known');
    expect(figureText(of(2, 0, 2), 'deaths')).toBe('killed not known');
    expect(beyondText('AF', of(2, 0, 2), 'deaths', '150 km')).toBe('Afghan side: killed not known beyond 150 km.');
    expect([deathsFigure(of(4, 0, 4)), deathsFigure(of(4, 7, 3)), deathsFigure(of(0, 0, 0))]).toEqual([
      'not known',
      '7',
      '0',
    ]);
    expect([tallyText(of(4, 0, 4), 'deaths'), tallyText(of(4, 0, 4), 'incidents')]).toEqual(['not known', '4']);
  });
});

describe('the highest bar', () => {
  test('says its figure with what is not known', () => {
    const tallies = [of(2, 30, 1), of(0, 0, 0)];
    expect(highestText(bins, 0, tallies, 'deaths')).toBe(
      'Most in a month: about 30 killed, not known for 1 (Mar 2004)',
    );
    expect(highestText(bins, 0, tallies, 'incidents')).toBe('Most in a month: 2 incidents (Mar 2004)');
  });

  test('where there is none, says why', () => {
    expect(highestText(bins, -1, [of(0, 0, 0), of(0, 0, 0)], 'deaths')).toBe('No incident passes the filters');
    expect(highestText(bins, -1, [of(0, 0, 0), of(0, 0, 0)], 'incidents')).toBe('No incident passes the filters');
    expect(highestText(bins, -1, [of(1, 0, 1), of(2, 0, 2)], 'deaths')).toBe('Killed not known');
    expect(highestText(bins, -1, [of(1, 0, 1), of(2, 0, 0)], 'deaths')).toBe('No deaths recorded, not known for 1');
    expect(highestText(bins, -1, [of(1, 0, 0), of(0, 0, 0)], 'deaths')).toBe('No deaths recorded');
  });
});

test('the killed of a row: one figure, and the range where figures differ', () => {
  expect(killedShort({ best: 11, low: 11, high: 22 })).toEqual({ figure: '11', range: '11–22' });
  expect(killedShort({ best: 11, low: 11, high: 11 })).toEqual({ figure: '11', range: null });
  expect(killedShort({ best: null, low: null, high: null })).toEqual({ figure: 'not known', range: null });
  expect(killedShort({ best: null, low: 0, high: 5 })).toEqual({ figure: 'not known', range: '0–5' });
  expect(killedShort({ best: null, low: 4, high: 4 })).toEqual({ figure: 'not known', range: '4' });
});

test('a brush across the line in words', () => {
  expect(brushedText({ min: -25, max: 10 }, 'km')).toBe(
    'Shown: from 25 km on the Afghan side to 10 km on the Pakistani side.',
  );
  expect(brushedText({ min: 0, max: null }, 'km')).toBe('Shown: from the line to the farthest on the Pakistani side.');
  // 10 / 1.609344 = 6.21
  expect(brushedText({ min: null, max: -10 }, 'mi')).toBe(
    'Shown: from the farthest on the Afghan side to 6.2 mi on the Afghan side.',
  );
});
