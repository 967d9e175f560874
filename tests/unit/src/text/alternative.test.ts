import { describe, expect, it } from 'vitest';
import { parseDay } from '../../../../geo/model/day.ts';
import { NO_TALLY, type Tally } from '../../../../geo/store/sums.ts';
import { binsOf } from '../../../../geo/time/bins.ts';
import type { AcrossBins } from '../../../../geo/store/across.ts';
import { acrossTable } from '../../../../geo/views/across.ts';
import { barsTable } from '../../../../geo/views/bars.ts';
import {
  acrossAlternative,
  barsAlternative,
  claimsAlternative,
  districtsAlternative,
  quartersAlternative,
  stripsAlternative,
} from '../../../../src/text/alternative.ts';

const day = (text: string) => parseDay(text) ?? NaN;
const tally = (incidents: number, deaths = 0, deathsUnknown = 0, low = deaths, high = deaths): Tally => ({
  ...{ incidents, deaths, deathsUnknown },
  range: { low, high },
});

/** Four quarters of 2009 and one of 2010. */
const bins = binsOf({ start: day('2009-01-01'), end: day('2010-02-03') }, 'quarter');
const tallies = [tally(3, 30, 0, 25, 41), NO_TALLY, tally(7, 12, 1), tally(2, 0, 2), tally(1, 5)];

describe('bars over time', () => {
  it('tell the total, the most, the empty, and the years', () => {
    expect(barsAlternative({ bins, measure: 'incidents', tallies })).toBe(
      'Incidents by quarter, 1 Jan 2009 – 31 Mar 2010: 13 incidents in all. ' +
        'Most in a quarter: 7 incidents (Jul–Sep 2009). None in 1 of 5 bars. Year by year: 2009 12, 2010 1.',
    );
  });

  it('tell killed with their range, and what is not known', () => {
    expect(barsAlternative({ bins, measure: 'deaths', tallies })).toBe(
      'Deaths by quarter, 1 Jan 2009 – 31 Mar 2010: about 47 killed (42–58), not known for 3 in all. ' +
        'Most in a quarter: about 30 killed (25–41) (Jan–Mar 2009). None in 1 of 5 bars. Year by year: 2009 42, 2010 5.',
    );
  });

  it('say that there are none', () => {
    const none = barsAlternative({ bins, measure: 'incidents', tallies: tallies.map(() => NO_TALLY) });
    expect(none).toContain('0 incidents in all. None in 5 of 5 bars.');
    expect(none).not.toContain('Most');
  });

  it('are a table with a row for each, unknown never 0', () => {
    const heights = Float64Array.from([1, 2, 0, 0, 3, 4, 2, 0, 0, 1]);
    const table = barsTable({ bins, tallies, groups: ['attack', 'other'], measure: 'incidents', heights });
    expect(table.columns.slice(-2)).toEqual(['incidents_attack', 'incidents_other']);
    expect(table.rows).toEqual([
      ['2009-01-01', '2009-03-31', 3, 30, 25, 41, 0, 1, 2],
      ['2009-04-01', '2009-06-30', 0, 0, 0, 0, 0, 0, 0],
      ['2009-07-01', '2009-09-30', 7, 12, 12, 12, 1, 3, 4],
      ['2009-10-01', '2009-12-31', 2, null, null, null, 2, 2, 0],
      ['2010-01-01', '2010-03-31', 1, 5, 5, 5, 0, 0, 1],
    ]);
  });
});

describe('distances across the line', () => {
  const across: AcrossBins = {
    ...{ binKm: 5, half: 2, without: 0, undecided: tally(2, 8) },
    heights: Float64Array.from([1, 2, 6, 0]),
    beyond: { AF: tally(0), PK: tally(4, 9) },
  };

  it('tell each side, the most, and what lies beyond', () => {
    const window = { start: day('2009-01-01'), end: day('2009-12-31') };
    expect(acrossAlternative(across, { measure: 'incidents', units: 'km', window, reachKm: 10 })).toBe(
      'Distance from the Durand Line, 1 Jan – 31 Dec 2009: 6 incidents on the Pakistani side, 3 incidents on the Afghan side. ' +
        'Most at 0 km to 5 km, Pakistani side: 6 incidents. ' +
        'Afghan side: 0 incidents beyond 10 km. Pakistani side: 4 incidents beyond 10 km.',
    );
  });

  it('are a table of both sides', () => {
    expect(acrossTable(across, 'incidents').rows).toEqual([
      ['AF', 10, null, 0],
      ['AF', 5, 10, 1],
      ['AF', 0, 5, 2],
      ['PK', 0, 5, 6],
      ['PK', 5, 10, 0],
      ['PK', 10, null, 4],
      ['undecided', null, null, 2],
    ]);
  });
});

it('the border through time tells where and when there is most', () => {
  // two rows of 50 km, five quarters
  const grid = {
    rows: 2,
    columns: 5,
    rowKm: 50,
    undecided: 0,
    cells: Float64Array.from([0, 1, 0, 0, 0, 0, 4, 2, 0, 0]),
  };
  const values = { bins, measure: 'incidents', withinKm: 25, lengthKm: 90, units: 'km' } as const;
  expect(stripsAlternative({ ...values, grids: [{ side: null, grid }], namesAt: () => ['Khyber', 'Nangarhar'] })).toBe(
    'The Durand Line through time, 1 Jan 2009 – 31 Mar 2010: 7 incidents within 25 km of it. ' +
      'Most along the line at 50–90 km (Khyber, Nangarhar) from its north-eastern end: 6 incidents. ' +
      'Most at one time: 5 incidents (Apr–Jun 2009).',
  );
});

it('districts are named from the most on; those without any are counted', () => {
  const districts = [
    { name: 'Kurram', total: 3 },
    { name: 'Khyber', total: 12 },
    { name: 'Swat', total: 0 },
  ];
  expect(districtsAlternative(bins, 'incidents', districts, 1)).toBe(
    'Incidents by quarter, 1 Jan 2009 – 31 Mar 2010, in each district of Khyber Pakhtunkhwa. ' +
      'Most in: Khyber 12, Kurram 3. None in 1 district. In none of them, or not known in which: 1 incident.',
  );
});

it('quarters of too few say so', () => {
  expect(quartersAlternative('across', [], 'km')).toBe(
    'Distances from the border by quarter on both sides, 0 quarters. In no quarter are there enough to say.',
  );
});

it('claims that are not there say why', () => {
  expect(claimsAlternative({ incidents: [], totals: [], passing: 4, several: 0, recorded: 9 })).toBe(
    'No incident that passes the filters in this time has several claims of the killed.',
  );
});
